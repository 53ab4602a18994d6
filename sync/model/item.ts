// An open item as screens and reports show it: the ledger line with its customer's name.
import type { Day } from './day.ts';
import type { AccountRole, LineKind } from './ledger.ts';
import type { Money } from './money.ts';

/** Its residual and what was received of it are those of now, or of the day that a report is asked for. */
export type ItemRow = {
  itemId: string;
  partyId: string | null;
  partyName: string | null;
  account: string;
  role: AccountRole;
  kind: LineKind;
  document: string | null;
  label: string;
  journal: string;
  day: Day;
  documentDay: Day | null;
  dueDay: Day | null;
  dueComputed: boolean;
  amountMinor: number;
  /** What is still open of it, after every settlement in force. */
  residualMinor: number;
  /** The same in its document's currency, where that is another one, is known, and is the one in which it is lettered. */
  own?: Money;
  /** The part of the settled amount that accepted receipts took off which the ledger does not hold yet (same sign as the item). */
  receivedMinor: number;
  currency: string;
  letter: string | null;
};
