// One bank line for a registered payment and, with the rest, items that nobody registered: a customer who pays twice in one transfer.
import type { OpenItem } from '../model/ledger.ts';
import type { Candidate, Reason } from '../model/match.ts';
import { sum } from '../model/money.ts';
import type { BankLine } from '../model/statement.ts';
import { BESIDE_POLICY as POLICY } from './policy.ts';
import { type FindSums, isNear } from './slip.ts';

/**
 * The only way in which one waiting payment and items of the same customer make the line to the cent; null where there is none,
 * or several. `waiting`: payments of the line's account that wait for the bank. `owed`: that customer's open items.
 */
export function mixedOf(
  line: BankLine,
  partyId: string,
  waiting: readonly OpenItem[],
  owed: readonly OpenItem[],
  findSums: FindSums,
): Candidate | null {
  const near = waiting.filter((item) => item.partyId === partyId && isNear(line, item));
  const same = owed.filter(
    (item) => item.currency === line.currency && Math.sign(item.residualMinor) === Math.sign(line.amountMinor),
  );
  if (near.length > POLICY.slipItemsMax || same.length > POLICY.slipItemsMax) return null;
  const found: { payment: OpenItem; items: OpenItem[] }[] = [];
  for (const payment of near) {
    const rest = Math.abs(line.amountMinor) - Math.abs(payment.residualMinor);
    if (rest <= 0) continue;
    const { solutions, finished } = findSums(
      same.map((item) => Math.abs(item.residualMinor)),
      rest,
      { sizeMin: 1, sizeMax: POLICY.slipSizeMax, nodesMax: POLICY.slipNodesMax },
    );
    if (!finished) return null;
    for (const places of solutions) found.push({ payment, items: places.flatMap((i) => same[i] ?? []) });
  }
  const [only, ...more] = found;
  return only && more.length === 0 ? candidateOf(line, partyId, only.payment, only.items) : null;
}

function candidateOf(
  { currency }: BankLine,
  partyId: string,
  payment: OpenItem,
  items: readonly OpenItem[],
): Candidate {
  const restMinor = Math.abs(sum(items.map((item) => item.residualMinor)));
  const documents = items.map((item) => item.document ?? item.label).join(', ');
  const reasons: Reason[] = [
    { key: 'outstanding', params: { number: payment.entry, day: payment.day, account: payment.account } },
    { key: 'outstanding-rest', params: { amountMinor: restMinor, currency, documents } },
  ];
  return {
    partyId,
    allocations: [payment, ...items].map((item) => ({ itemId: item.id, amountMinor: item.residualMinor })),
    adjustments: [],
    restMinor: 0,
    reverses: null,
    signature: 'outstanding',
    score: 0.5,
    reasons,
    doubts: [],
  };
}
