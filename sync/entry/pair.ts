// Which debits and credits of a decision cancel each other inside one account of one party, and what is left to post.
import type { Day } from '../model/day.ts';
import { laterOf } from '../model/day.ts';
import type { Settlement } from '../model/ledger.ts';
import type { PartyId } from '../model/party.ts';

/** What a decision takes of one ledger line; `amountMinor` is positive on both sides. */
export type Share = { id: string; account: string; partyId: PartyId | null; day: Day; amountMinor: number };

export type Pair = { debit: Share; credit: Share; amountMinor: number };

export type Paired = { pairs: Pair[]; debits: Share[]; credits: Share[] };

/**
 * Pairs debits with credits of the same account and party, in the order given; equal amounts find each other first,
 * so that a letter joins as few lines as it can. `debits` and `credits` are what no line of the ledger covers.
 */
export function pair(debits: readonly Share[], credits: readonly Share[]): Paired {
  const open = { debits: debits.map((share) => ({ ...share })), credits: credits.map((share) => ({ ...share })) };
  const pairs: Pair[] = [];
  for (const exact of [true, false]) {
    for (const debit of open.debits) {
      for (const credit of open.credits) {
        if (debit.amountMinor === 0) break;
        if (credit.amountMinor === 0 || !sameAccount(debit, credit)) continue;
        if (exact && debit.amountMinor !== credit.amountMinor) continue;
        const amountMinor = Math.min(debit.amountMinor, credit.amountMinor);
        pairs.push({ debit, credit, amountMinor });
        debit.amountMinor -= amountMinor;
        credit.amountMinor -= amountMinor;
      }
    }
  }
  const left = (share: Share) => share.amountMinor > 0;
  return { pairs, debits: open.debits.filter(left), credits: open.credits.filter(left) };
}

/** The facts of these pairs. A fact's id follows from its decision and its two lines: said twice, it is one fact. */
export function factsOf(pairs: readonly Pair[], decisionId: string): Settlement[] {
  return pairs.map(({ debit, credit, amountMinor }) => ({
    id: `${decisionId}/${debit.id}/${credit.id}`,
    debitId: debit.id,
    creditId: credit.id,
    amountMinor,
    day: laterOf(debit.day, credit.day),
  }));
}

function sameAccount(a: Share, b: Share): boolean {
  return a.account === b.account && a.partyId === b.partyId;
}
