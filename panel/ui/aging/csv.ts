// The aged balance as a CSV file for a spreadsheet: semicolons and decimal commas in French, and the control line with it.

import type { AgingView } from '../../../sync/port/view.ts';
import { formatPlain } from '../money.ts';
import type { Words, Writer } from '../words/index.ts';

/** A text that a spreadsheet would run as a formula is quoted by an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";,\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line a customer, the totals, the control. Amounts as plain decimals, without grouping. */
export function agingCsv(report: AgingView, words: Words, write: Writer): string {
  const french = write.lang === 'fr';
  const join = (cells: string[]) => cells.join(french ? ';' : ',');
  const amount = (minor: number) => formatPlain(minor, report.currency, french ? ',' : '.');
  const figures = (bucketsMinor: readonly number[], totalMinor: number) => [
    ...bucketsMinor.map(amount),
    amount(totalMinor),
  ];
  const w = words.aging;
  const { control } = report;
  return `\ufeff${[
    join([cell(`${w.asOf} ${write.day(report.asOf)}`), cell(w[report.basis])]),
    join([w.party, ...report.buckets.map((bucket) => w.bucket[bucket]), w.total].map(cell)),
    ...report.rows.map((row) =>
      join([cell(row.partyName ?? words.accounts.noParty), ...figures(row.bucketsMinor, row.totalMinor)]),
    ),
    join([
      cell(w.totalOf(report.rows.length, write.count(report.rows.length))),
      ...figures(report.totals.bucketsMinor, report.totals.totalMinor),
    ]),
    join([
      cell(control.differenceMinor === 0 ? w.even : w.uneven),
      amount(control.ledgerMinor),
      amount(control.differenceMinor),
    ]),
  ].join('\r\n')}\r\n`;
}
