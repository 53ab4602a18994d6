// Lines of files that may be one which the ERP holds already under another day: a person says whether they are the same.
import { daysBetween } from '../model/day.ts';
import type { StoredLine, Tx } from '../port/store.ts';

/** A person who types a statement may date a line some days beside the bank. */
const DAYS_APART_MAX = 5;

/** The file's line, and the ERP's own line that it may be. */
export type Twin = { line: StoredLine; erp: StoredLine };

/**
 * By the id of the file's line: account and amount agree and the days are near. Lines of the same day never get here: a pull
 * takes them for one. A line that a person kept apart is none.
 */
export async function twinsOf(tx: Tx): Promise<Map<string, Twin>> {
  const found = new Map<string, Twin>();
  if ((await tx.company.get()).erp === 'fec') return found;
  const outside = await tx.bank.outsideErp();
  if (outside.length === 0) return found;
  const apart = new Set(await tx.decisions.keptApart(outside.map((line) => line.id)));
  const taken = new Set<string>();
  for (const line of outside.filter((it) => !apart.has(it.id))) {
    const near = (await tx.bank.bornInErp(line.account, line.amountMinor))
      .filter((it) => !taken.has(it.id) && Math.abs(daysBetween(it.bookingDay, line.bookingDay)) <= DAYS_APART_MAX)
      .sort((a, b) => distance(a, line) - distance(b, line));
    const [erp] = near;
    if (!erp) continue;
    taken.add(erp.id);
    found.set(line.id, { line, erp });
  }
  return found;
}

function distance(a: StoredLine, b: StoredLine): number {
  return Math.abs(daysBetween(a.bookingDay, b.bookingDay));
}
