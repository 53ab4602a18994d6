// Corrections of OFX: an entry that replaces or deletes one that the bank delivered before.
import type { Transaction } from '../../../sync/model/statement.ts';

/** Whether a file may hold corrections; seldom true, and then its statements are held until they are whole. */
export function holdsCorrections(text: string): boolean {
  return /<CORRECTFITID/i.test(text);
}

/**
 * Marks what a correction touches, so that no movement counts twice whoever reads it. Only what is booked may be matched:
 * an entry that is corrected in the same statement is for information, and so is a deletion, which moves no money, and a
 * replacement whose original is not in this statement: only the import, which knows the original, can put it in its place.
 */
export function markCorrections(transactions: readonly Transaction[]): Transaction[] {
  const references = new Set(transactions.map((it) => it.bankReference));
  const corrected = new Map<string, string>();
  for (const it of transactions) if (it.corrects) corrected.set(it.corrects.bankReference, it.bankReference ?? '');
  return transactions.map((it) => {
    const by = it.bankReference === null ? undefined : corrected.get(it.bankReference);
    if (by !== undefined && it.corrects?.bankReference !== it.bankReference) {
      return { ...it, status: 'INFO', statusText: `CORRECTED BY ${by}`.trim() };
    }
    if (!it.corrects) return it;
    const isBooked = it.corrects.action === 'replace' && references.has(it.corrects.bankReference);
    if (isBooked) return it;
    return { ...it, status: 'INFO', statusText: `${it.corrects.action.toUpperCase()} ${it.corrects.bankReference}` };
  });
}
