// The state of "États": which report, for which days, and what it answered.
import { batch, signal } from '@preact/signals';
import type { Day } from '../../../sync/model/day.ts';
import type { Sheet } from '../../../sync/model/sheet.ts';
import type { FaultView } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { take } from '../settings/download.ts';
import { language, today } from '../words/index.ts';

export const NAMES = [
  'reconciliation',
  'book',
  'letters',
  'items',
  'confirmations',
  'payment-terms',
  'figures',
  'vat',
  'audit',
] as const;

export type Name = (typeof NAMES)[number];

/** Reports over a period; the others are of one day. */
export const PERIODS: readonly Name[] = ['book', 'letters', 'payment-terms', 'figures', 'vat', 'audit'];

export const name = signal<Name>('reconciliation');
export const asOf = signal<Day | null>(null);
export const from = signal<Day | null>(null);
export const sheets = signal<readonly Sheet[] | 'asking' | FaultView>('asking');

export function query(): Record<string, string> {
  const begin = from.peek();
  return {
    asOf: asOf.peek() ?? today.peek(),
    language: language.peek(),
    ...(begin !== null && PERIODS.includes(name.peek()) ? { from: begin } : {}),
  };
}

let asked = 0;

export async function openSheets(): Promise<void> {
  asked += 1;
  const mine = asked;
  const answer = await client.report(name.peek(), query());
  if (mine !== asked) return;
  sheets.value = answer.ok ? answer.value : answer.fault;
}

export function pick(next: Name): void {
  batch(() => {
    name.value = next;
    sheets.value = 'asking';
  });
  void openSheets();
}

export function step(by: number): void {
  const next = NAMES[(NAMES.indexOf(name.peek()) + by + NAMES.length) % NAMES.length];
  if (next) pick(next);
}

export function setDays(change: { asOf?: Day; from?: Day }): void {
  batch(() => {
    if (change.asOf) asOf.value = change.asOf;
    if (change.from) from.value = change.from;
  });
  void openSheets();
}

/** The menu of formats is open. */
export const choosing = signal(false);

export function exportAs(format: string): void {
  choosing.value = false;
  void take(name.peek(), { ...query(), format });
}
