// Words that the tables of VAT share: rates, regimes, the period.
import type { Period } from '../model/report.ts';
import type { SheetColumn } from '../model/sheet.ts';
import { dayIn, type Heading } from './asked.ts';
import type { Regime } from './vat-due.ts';

type Say = Heading['say'];

export function rateText(rate: number | null, say: Say): string {
  if (rate === null) return say('plusieurs taux', 'several rates');
  const decimals = String(rate % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.trunc(rate / 100)}${decimals === '' ? '' : say(',', '.') + decimals}\u00a0%`;
}

export function regimeText(regime: Regime, say: Say): string {
  const words = {
    receipts: say('encaissements', 'receipts'),
    debits: say('débits', 'debits'),
    mixed: say('les deux', 'both'),
    none: say('sans TVA', 'no VAT'),
    untold: toDetermine(say),
    unknown: say('inconnu', 'unknown'),
  };
  return words[regime];
}

export function toDetermine(say: Say): string {
  return say('à déterminer', 'to determine');
}

export function periodText(period: Period, say: Say): string {
  return `${say('Du', 'From')} ${dayIn(period.from, say)} ${say('au', 'to')} ${dayIn(period.asOf, say)}`;
}

/** A table by rate: how many of what, their gross, net and VAT. */
export function rateColumns(count: string, gross: string, say: Say): SheetColumn[] {
  return [
    { head: say('Taux', 'Rate'), kind: 'text', share: 28 },
    { head: count, kind: 'count', share: 12 },
    { head: gross, kind: 'money', share: 15 },
    { head: say('Base HT', 'Net'), kind: 'money', share: 15 },
    { head: say('TVA exigible', 'VAT due'), kind: 'money', share: 15 },
  ];
}

/** By name, the highest rate first. */
export function grouped<T>(rows: readonly T[], nameOf: (row: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = nameOf(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return [...groups].sort(([a], [b]) => Number.parseInt(b, 10) - Number.parseInt(a, 10) || (a < b ? 1 : -1));
}
