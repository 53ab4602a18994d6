// The aged balance for a spreadsheet: semicolons and decimal commas in French, commas and points in English.
import { BUCKETS, type Bucket } from '../../sync/aging/index.ts';
import type { Language } from '../../sync/fault/index.ts';
import type { AgedReport } from '../../sync/job/aged.ts';
import { formatMinor } from '../../sync/model/money.ts';

const HEADS: Readonly<
  Record<Bucket | 'party' | 'total' | 'ledger' | 'difference' | 'received', Record<Language, string>>
> = {
  party: { fr: 'Client', en: 'Customer' },
  'not-due': { fr: 'Non échu', en: 'Not due' },
  '1-30': { fr: '1-30 j', en: '1-30 d' },
  '31-60': { fr: '31-60 j', en: '31-60 d' },
  '61-90': { fr: '61-90 j', en: '61-90 d' },
  'over-90': { fr: '> 90 j', en: '> 90 d' },
  'no-due-day': { fr: 'Sans échéance', en: 'No due date' },
  unallocated: { fr: 'Non affecté', en: 'Unallocated' },
  total: { fr: 'Solde', en: 'Balance' },
  ledger: { fr: 'Grand livre', en: 'Ledger' },
  difference: { fr: 'Écart avec le grand livre', en: 'Difference from the ledger' },
  received: { fr: 'Reçu, non comptabilisé', en: 'Received, not booked' },
};

/** Rows by customer, the totals, and the control lines under them. Begins with a byte order mark, which spreadsheets ask for. */
export function agingCsv({ rows, totals, control, outside, currency }: AgedReport, language: Language): string {
  const separator = language === 'fr' ? ';' : ',';
  const head = (name: keyof typeof HEADS) => HEADS[name][language];
  const amount = (minor: number) => formatMinor(minor, currency).replace('.', language === 'fr' ? ',' : '.');
  const line = (cells: readonly string[]) => cells.map((cell) => quoted(cell, separator)).join(separator);
  const pad = (name: string, minor: number) => line([name, ...BUCKETS.map(() => ''), amount(minor)]);
  return `\ufeff${[
    line([head('party'), ...BUCKETS.map((bucket) => head(bucket)), head('total')]),
    ...rows.map((row) =>
      line([row.partyName ?? row.partyId ?? '', ...row.bucketsMinor.map(amount), amount(row.totalMinor)]),
    ),
    line([head('total'), ...totals.bucketsMinor.map(amount), amount(totals.totalMinor)]),
    pad(head('received'), outside.receivedNotBookedMinor),
    pad(head('ledger'), control.ledgerMinor),
    pad(head('difference'), control.differenceMinor),
  ].join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe: a customer's name is not a program. */
function quoted(cell: string, separator: string): string {
  const safe = /^[=@\t\r]|^[+-](?![\d.,]*$)/.test(cell) ? `'${cell}` : cell;
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
