// Where a pull stands: which part, after which id, and since when; as text, so that whoever stores it need not know.
import type { Chart } from '../chart.ts';

/**
 * A record seen before, with the times at which Odoo made it and changed it last. Ids are never given twice: the same one with
 * another birth is another record, in a database that was put back. `gone`: an earlier pull missed it already.
 */
export type Witness = { model: string; id: number; written: string; created?: string; gone?: true };

export type Cursor = {
  /** Records changed before this instant (Odoo's clock, 'YYYY-MM-DD hh:mm:ss') are known; null: nothing is. */
  since: string | null;
  /** Where the next pull begins once this one has ended. */
  next: string | null;
  part: number;
  after: number;
  witnesses: Witness[];
  /** What changes the meaning of records and leaves no time on them (`regimeOf`): another one has them all read again. */
  regime: string;
  /** What each account up to `last`, by id, was then; another number or place leaves no time on its lines. Null: not said yet. */
  places: string | null;
  last: number;
};

export const FROM_THE_START: Cursor = {
  since: null,
  next: null,
  part: 0,
  after: 0,
  witnesses: [],
  regime: '',
  places: null,
  last: 0,
};

/** Counted up when the same record tells more than it did to an earlier version. */
const READING = 2;

/** When VAT is due by the taxes, which accounts are the customers' because somebody named them, and how records are read. */
export function regimeOf({ regime, namedBeside }: Pick<Chart, 'regime' | 'namedBeside'>): string {
  const taxes = `${regime.isTold ? 'told' : 'untold'} ${regime.onPayment.join()}`;
  return `${READING} ${taxes} ${namedBeside.join()}`;
}

/** A transaction keeps the time of its start; ten minutes is longer than any that a person waits for. */
const OVERLAP_MS = 10 * 60 * 1000;

export function cursorOf(text: string | null): Cursor {
  if (text === null) return FROM_THE_START;
  const read: unknown = JSON.parse(text);
  return typeof read === 'object' && read !== null ? { ...FROM_THE_START, ...read } : FROM_THE_START;
}

export function cursorText(cursor: Cursor): string {
  return JSON.stringify(cursor);
}

/** The newest change less the overlap: Odoo compares to the second and ties are many, so every pull reads some records again. */
export function overlapped(newest: string | null): string | null {
  if (newest === null) return null;
  const instant = Date.parse(`${newest.slice(0, 19).replace(' ', 'T')}Z`);
  return new Date(instant - OVERLAP_MS).toISOString().slice(0, 19).replace('T', ' ');
}
