// A transfer between two accounts of the company: both of its lines are finished at one stroke, against the account of transfers.
import { roleAccount } from '../entry/account.ts';
import type { Fault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import { daysBetween } from '../model/day.ts';
import type { Actor, DecisionId } from '../model/decision.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import type { AcceptBody } from '../port/view.ts';
import { accept } from './accept.ts';
import { type Desk, refuse } from './desk.ts';
import { openLine } from './line.ts';
import { once, type Request } from './once.ts';

/** The evidence class of a movement between two own accounts. */
export const TRANSFER = 'transfer';
/** Days that a transfer may be under way between two banks. */
const DAYS_MAX = 5;

/**
 * Accepts both lines of an internal transfer, each against the account of transfers (58), which is even again afterwards; one
 * alone (`otherLineId` null) leaves it there until its half comes. Answers the decision on `lineId`; the two are undone together.
 */
export function pairTransfer(
  desk: Desk,
  company: CompanyId,
  lineId: string,
  { otherLineId }: { otherLineId: string | null },
  request: Request,
): Promise<DecisionId | Fault> {
  return once(desk, company, request, async (tx) => {
    const line = await openLine(tx, lineId);
    if (otherLineId !== null) {
      const other = await openLine(tx, otherLineId);
      if (!isOpposite(line, other)) refuse('transfer-mismatch');
      await acceptOn(tx, desk, other, lineId, request.by);
    }
    return acceptOn(tx, desk, line, otherLineId, request.by);
  });
}

/** Waiting lines that may be the other half of this one, the nearest day first. */
export async function halvesOf(tx: Tx, lineId: string): Promise<StoredLine[]> {
  const line = await tx.bank.line(lineId);
  if (!line) refuse('line-unknown');
  const found = (await tx.bank.openLines()).filter((other) => isOpposite(line, other));
  const near = found.filter((other) => daysApart(line, other) <= DAYS_MAX);
  return near.sort((a, b) => daysApart(line, a) - daysApart(line, b));
}

/** What accepting a line as an internal transfer says; the other half may come later, or never be imported. */
export async function transferBody(tx: Tx, line: StoredLine): Promise<AcceptBody> {
  const company = await tx.company.get();
  const known = (await tx.ledger.accounts()).filter((account) => account.role === 'transfer');
  const ownAccount = company.chosenAccounts?.transfer ?? known[0]?.number;
  const account = ownAccount ?? roleAccount(company, 'transfer', company.differenceAccounts.small);
  if (account === '') refuse('account-missing');
  const adjustments = [{ kind: 'other', amountMinor: line.amountMinor, account }] as const;
  return { candidate: null, partyId: null, allocations: [], adjustments: [...adjustments], rest: 'none' };
}

async function acceptOn(
  tx: Tx,
  desk: Desk,
  line: StoredLine,
  otherLineId: string | null,
  by: Actor,
): Promise<DecisionId> {
  return accept(tx, desk, line.id, await transferBody(tx, line), by, null, {
    signature: TRANSFER,
    reverses: otherLineId,
  });
}

function isOpposite(a: StoredLine, b: StoredLine): boolean {
  return a.amountMinor === -b.amountMinor && a.currency === b.currency && a.account !== b.account;
}

function daysApart(a: StoredLine, b: StoredLine): number {
  return Math.abs(daysBetween(a.bookingDay, b.bookingDay));
}
