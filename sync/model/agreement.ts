// An agreement with a customer who is a supplier too: what we owe it is set off against what it owes (compensation, 40 against 41).
import type { Day } from './day.ts';
import type { Actor } from './decision.ts';
import type { PartyId } from './party.ts';

/** Code civil, art. 1348-2: the parties may agree to set off what they owe each other. Never edited: it is ended, and another written. */
export type Agreement = {
  id: string;
  customerId: PartyId;
  /** The same firm as a supplier: the same party, or another one of the ledger. */
  supplierId: PartyId;
  /** Receipts of this value day and later. */
  since: Day;
  note: string | null;
  by: Actor;
  at: string;
  ended: { by: Actor; at: string } | null;
};

/** Was it on file at this instant, and of force for a receipt of this day? */
export function holdsAt({ since, at, ended }: Agreement, instant: string, day: Day): boolean {
  return since <= day && at <= instant && (ended === null || ended.at > instant);
}
