// Takes the aged balance in view away as a file: same filters, same control line.
import { signal } from '@preact/signals';
import { take } from '../settings/download.ts';
import { language } from '../words/index.ts';
import { query, report } from './state.ts';

export const FORMATS = ['xlsx', 'pdf', 'csv'] as const;

export type Format = (typeof FORMATS)[number];

/** The menu of formats is open. */
export const choosing = signal(false);

export function exportAs(format: Format): void {
  choosing.value = false;
  if (report.peek()) void take('aging', { ...query(), format, language: language.peek() });
}
