// Takes the aged balance in view away as a file: same day, same basis, same control line.
import { keepFile } from '../settings/download.ts';
import { words, write } from '../words/index.ts';
import { agingCsv } from './csv.ts';
import { report } from './state.ts';

export function exportCsv(): void {
  const now = report.peek();
  if (!now) return;
  const text = agingCsv(now, words.peek(), write.peek());
  keepFile(`balance-agee-${now.asOf}.csv`, new Blob([text], { type: 'text/csv;charset=utf-8' }));
}
