// Where a pull stands: which part, after which id, and since when; as text, so that whoever stores it need not know.

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
  /** What taxes said of when VAT is due; a change leaves no time on the invoices, which are then all read again. */
  regime: string;
};

export const FROM_THE_START: Cursor = { since: null, next: null, part: 0, after: 0, witnesses: [], regime: '' };

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
