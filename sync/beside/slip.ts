// Several registered payments that the bank brings as one sum: those of one day, or the only ones that make it.
import { daysBetween } from '../model/day.ts';
import type { OpenItem } from '../model/ledger.ts';
import type { Candidate } from '../model/match.ts';
import { sum } from '../model/money.ts';
import type { BankLine } from '../model/statement.ts';
import { BESIDE_POLICY as POLICY } from './policy.ts';

/** The exact search for sums: places of the amounts that make the target; two solutions or an unfinished search prove nothing. */
export type FindSums = (
  amounts: readonly number[],
  target: number,
  limits: { sizeMin: number; sizeMax: number; nodesMax: number },
) => { solutions: readonly (readonly number[])[]; finished: boolean };

/**
 * The slip that a line is, or null where none or several would do. `items`: payments of the line's account and direction that
 * wait. `isCalledSlip`: the bank says so; only then payments of several days are tried.
 */
export function slipOf(
  line: BankLine,
  items: readonly OpenItem[],
  isCalledSlip: boolean,
  findSums: FindSums,
): Candidate | null {
  const near = items.filter((item) => isNear(line, item));
  const days = [...new Set(near.map((item) => item.day))].map((day) => near.filter((item) => item.day === day));
  const whole = days.filter((each) => each.length > 1 && sum(each.map(residualOf)) === line.amountMinor);
  const [only] = whole;
  if (only) return whole.length === 1 ? candidateOf(line, only) : null;
  if (!isCalledSlip || near.length > POLICY.slipItemsMax) return null;
  const { solutions, finished } = findSums(
    near.map((item) => Math.abs(item.residualMinor)),
    Math.abs(line.amountMinor),
    { sizeMin: 2, sizeMax: POLICY.slipSizeMax, nodesMax: POLICY.slipNodesMax },
  );
  const [places] = solutions;
  return finished && solutions.length === 1 && places
    ? candidateOf(
        line,
        places.flatMap((i) => near[i] ?? []),
      )
    : null;
}

/** Registered about when the bank brought it, in its currency and direction. */
export function isNear(line: BankLine, { day, residualMinor, currency }: OpenItem): boolean {
  const days = daysBetween(day, line.bookingDay);
  const isSame = currency === line.currency && Math.sign(residualMinor) === Math.sign(line.amountMinor);
  return isSame && days <= POLICY.slipDaysMax && days >= -POLICY.slipDaysAhead;
}

function candidateOf({ amountMinor, currency }: BankLine, items: readonly OpenItem[]): Candidate {
  const parties = new Set(items.map((item) => item.partyId));
  const [party = null] = parties;
  return {
    partyId: parties.size === 1 ? party : null,
    allocations: items.map((item) => ({ itemId: item.id, amountMinor: item.residualMinor })),
    adjustments: [],
    restMinor: 0,
    reverses: null,
    signature: 'outstanding',
    score: 0.5,
    reasons: [
      { key: 'outstanding-slip', params: { count: items.length, amountMinor: Math.abs(amountMinor), currency } },
    ],
    doubts: [],
  };
}

function residualOf({ residualMinor }: OpenItem): number {
  return residualMinor;
}
