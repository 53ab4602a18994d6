// The opening that a file leaves out, as OFX does: carried on from the statement before.
import { addDays, type Day } from '../model/day.ts';
import type { StatementRow, Tx } from '../port/store.ts';

export type CarriedOpening = { minor: number; day: Day };

/**
 * What a file without an opening balance starts from: the closing of the account's last statement before its first line, and
 * the lines known since, which an overlapping file brought. Null where there is no such statement.
 */
export async function carriedOpening(
  tx: Tx,
  account: string,
  earlier: readonly StatementRow[],
  bookingDays: readonly (Day | null)[],
): Promise<CarriedOpening | null> {
  const [first] = bookingDays.filter((day) => day !== null).sort();
  if (first === undefined) return null;
  const last = closingBefore(earlier, first);
  if (!last) return null;
  const since = await tx.bank.linesBetween(account, addDays(last.day, 1), addDays(first, -1));
  return since.reduce((at, line) => ({ minor: at.minor + line.amountMinor, day: line.bookingDay ?? at.day }), last);
}

/** The latest stated closing before a day. */
function closingBefore(rows: readonly StatementRow[], day: Day): CarriedOpening | undefined {
  return rows
    .flatMap(({ closingMinor, closingDay }) =>
      closingMinor !== null && closingDay !== null && closingDay < day
        ? [{ minor: closingMinor, day: closingDay }]
        : [],
    )
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .at(-1);
}
