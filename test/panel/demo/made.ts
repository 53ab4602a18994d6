// The demo company of several days, made once for all tests of a file, and its files read without the code that wrote them.
import { type Demo, demoWithTruth, type LineTruth } from '../../../panel/demo/index.ts';
import type { Day } from '../../../sync/model/day.ts';

/** An ordinary day, a leap day, a year's first day, the end of a month, the start of a quarter (two exercises, not three). */
export const DAYS = ['2026-11-25', '2028-02-29', '2027-01-01', '2026-03-31', '2026-10-02'] as const satisfies Day[];

const made = new Map<Day, Made>();

export type Made = { demo: Demo; truth: LineTruth[]; ledgers: { name: string; rows: FecRow[] }[] };

export function madeOn(day: Day): Made {
  const before = made.get(day);
  if (before) return before;
  const { demo, truth } = demoWithTruth(day);
  const files = demo.files.filter(({ name }) => name.includes('FEC'));
  const ledgers = files.map(({ name, bytes }) => ({
    name,
    rows: rowsOf(new TextDecoder('windows-1252').decode(bytes)),
  }));
  made.set(day, { demo, truth, ledgers });
  return madeOn(day);
}

/** A line of a FEC file by the names of its columns, and its amount in cents, debit positive. */
export type FecRow = Readonly<Record<string, string>> & { cents: number };

function rowsOf(text: string): FecRow[] {
  const [head = '', ...lines] = text.split('\r\n');
  const columns = head.split('\t');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const fields = line.split('\t');
      if (fields.length !== columns.length) throw new Error(`${fields.length} fields: ${line}`);
      const row = Object.fromEntries(columns.map((column, i) => [column, fields[i] ?? '']));
      return Object.assign(row, { cents: cents(row['Debit']) - cents(row['Credit']) }) as FecRow;
    });
}

/** '1234,50' as cents; anything else is a test that fails. */
export function cents(text: string | undefined): number {
  const parts = /^(-?)(\d+)[,.](\d\d)$/.exec(text ?? '');
  if (!parts) throw new Error(`no amount: ${text}`);
  return Number(`${parts[1]}${parts[2]}${parts[3]}`);
}

export function totals<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  amountOf: (row: T) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + amountOf(row));
  return sums;
}

/** The keys whose sum is not nil. */
export function unbalanced<T>(rows: readonly T[], keyOf: (row: T) => string, amountOf: (row: T) => number): string[] {
  return [...totals(rows, keyOf, amountOf)].filter(([, sum]) => sum !== 0).map(([key, sum]) => `${key}: ${sum}`);
}
