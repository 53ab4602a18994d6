// A batch credit of which the bank gives no details, explained by the collection that we sent: split, matched by item, put together.
import type { Allocation, Candidate, Proposal, Reason } from '../model/match.ts';
import { sum } from '../model/money.ts';
import type { BankLine } from '../model/statement.ts';
import { BATCH_POLICY } from './policy.ts';
import type { Part, Split } from './split.ts';

export { isBatchCredit, isSlipCredit, type Split, splitLines } from './split.ts';

/** The evidence class of what a collection explains. */
const SIGNATURE = 'collection';

/** The bank lines that the parts would be if the bank gave details: the engine finds what each pays by its own evidence. */
export function partLines(line: BankLine, { parts }: Split): BankLine[] {
  return parts.map(({ item, amountMinor }, i) => ({
    ...line,
    id: partId(line.id, i),
    amountMinor,
    counterparty: item.name,
    counterpartyAccount: item.account,
    ultimateParty: item.ultimateName,
    endToEndId: item.endToEndId,
    mandateId: item.mandateId,
    label: item.remittance.join(' '),
    references: item.references,
    instructed: null,
    entryRef: null,
  }));
}

/**
 * One proposal for the line from those of its parts. A part is taken only where its items take it to the cent without any doubt
 * and no other part takes the same; what is left is the rest, and named. Many customers at once are for a person to accept.
 */
export function together(line: BankLine, split: Split, ofParts: ReadonlyMap<string, Proposal>): Proposal {
  const allocations: Allocation[] = [];
  const parties = new Set<string | null>();
  const lost: Part[] = [];
  split.parts.forEach((part, i) => {
    const best = ofParts.get(partId(line.id, i))?.candidates[0];
    const isNew = best?.allocations.every((it) => !allocations.some((other) => other.itemId === it.itemId));
    if (!best || !isNew || !tiesWhole(best)) {
      lost.push(part);
      return;
    }
    allocations.push(...best.allocations);
    parties.add(best.partyId);
  });
  const [only] = parties;
  const candidate: Candidate = {
    partyId: parties.size === 1 ? (only ?? null) : null,
    allocations,
    adjustments: [],
    restMinor: line.amountMinor - sum(allocations.map((it) => it.lineMinor ?? it.amountMinor)),
    reverses: null,
    signature: SIGNATURE,
    score: 1 - lost.length / split.parts.length,
    reasons: reasonsOf(split),
    doubts: lost.slice(0, BATCH_POLICY.doubtsMax).map((part) => because('collection-part', part, line)),
  };
  const verdict = allocations.length > 0 ? 'suggest' : 'none';
  return { lineId: line.id, verdict, signature: SIGNATURE, candidates: [candidate], findings: [] };
}

function tiesWhole({ allocations, adjustments, restMinor, doubts }: Candidate): boolean {
  return allocations.length > 0 && adjustments.length === 0 && restMinor === 0 && doubts.length === 0;
}

function reasonsOf({ collection, parts, rejected }: Split): Reason[] {
  const name = collection.id ?? collection.message ?? '';
  return [
    { key: collection.cheques ? 'slip' : 'collection', params: { name, count: parts.length } },
    ...rejected.map(({ item, reject }) => ({
      key: 'collection-reject',
      params: { name: item.name ?? item.endToEndId ?? '', code: reject.reason ?? '' },
    })),
  ];
}

function because(key: string, { item, amountMinor }: Part, { currency }: BankLine): Reason {
  return { key, params: { name: item.name ?? item.endToEndId ?? item.remittance[0] ?? '', amountMinor, currency } };
}

function partId(lineId: string, i: number): string {
  return `${lineId}#${i}`;
}
