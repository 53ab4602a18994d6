// Takes the aged balance in view away as a file: same day, same basis, same control line.
import { take } from '../settings/download.ts';
import { report } from './state.ts';

export function exportCsv(): void {
  const now = report.peek();
  if (now) void take('aging', { asOf: now.asOf, basis: now.basis });
}
