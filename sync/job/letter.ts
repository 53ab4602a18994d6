// Lettering: debits and credits of one customer's account that cancel each other, with or without a bank line.
import { factsOf, pair, type Share } from '../entry/pair.ts';
import type { Fault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import type { DecisionId } from '../model/decision.ts';
import type { OpenItem } from '../model/ledger.ts';
import { CUSTOMER_ROLES } from '../model/ledger.ts';
import type { Candidate } from '../model/match.ts';
import { sum } from '../model/money.ts';
import { linesBehind, restate } from './booked.ts';
import { decisionOf, record } from './decision.ts';
import { type Desk, refuse } from './desk.ts';
import { once, type Request } from './once.ts';

const CUSTOMER: ReadonlySet<string> = new Set(CUSTOMER_ROLES);

/** Joins these items by what is open of them: one account, one customer, debits equal to credits to the cent. */
export function letterItems(
  desk: Desk,
  company: CompanyId,
  itemIds: readonly string[],
  request: Request,
): Promise<DecisionId | Fault> {
  return once(desk, company, request, async (tx) => {
    const items = await tx.ledger.items(itemIds);
    check(itemIds, items);
    const decision = decisionOf(desk, request.by, { action: 'letter', lineId: null, candidate: joined(items) });
    await record(tx, decision, { items: items.map(({ id, residualMinor }) => ({ id, residualMinor })) });
    const { pairs } = pair(sideOf(items, 1), sideOf(items, -1));
    await tx.ledger.addSettlements(factsOf(pairs, decision.id), { from: 'decision', decisionId: decision.id });
    await restate(tx, await linesBehind(tx, itemIds));
    return decision.id;
  });
}

function check(itemIds: readonly string[], items: readonly OpenItem[]): void {
  const [first] = items;
  const distinct = new Set(itemIds).size;
  if (distinct < 2 || distinct < itemIds.length) refuse('request-invalid', { what: 'itemIds' });
  if (!first || items.length < distinct) refuse('item-unknown');
  const settled = items.find((item) => item.residualMinor === 0);
  if (settled) refuse('item-settled', { document: settled.document ?? settled.label });
  if (items.some((item) => item.kind === 'earlier')) refuse('letters-earlier');
  const isOne = items.every(
    (item) => item.account === first.account && item.partyId === first.partyId && item.currency === first.currency,
  );
  if (!isOne || !CUSTOMER.has(first.role)) refuse('letters-mixed');
  const off = sum(items.map((item) => item.residualMinor));
  if (off !== 0) refuse('letters-unbalanced', { amount: { minor: Math.abs(off), currency: first.currency } });
}

function sideOf(items: readonly OpenItem[], sign: 1 | -1): Share[] {
  return items
    .filter((item) => item.residualMinor * sign > 0)
    .map(({ id, account, partyId, day, residualMinor }) => ({
      id,
      account,
      partyId,
      day,
      amountMinor: Math.abs(residualMinor),
    }));
}

function joined(items: readonly OpenItem[]): Candidate {
  return {
    partyId: items[0]?.partyId ?? null,
    allocations: items.map(({ id, residualMinor }) => ({ itemId: id, amountMinor: residualMinor })),
    adjustments: [],
    restMinor: 0,
    reverses: null,
    signature: 'hand',
    score: 0,
    reasons: [],
    doubts: [],
  };
}
