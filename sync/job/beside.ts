// Proposals among items beside those of customers, by the same engine on them alone: fewer rivals than in truth, so never alone.
import { isBatchCredit } from '../batch/index.ts';
import { asItem, besideCandidates, isWaiting, mixedOf, slipOf, ties, withBeside } from '../beside/index.ts';
import { type MatchOptions, matchLines, openIndex } from '../match/index.ts';
import { findSums } from '../match/subset.ts';
import type { OpenItem } from '../model/ledger.ts';
import type { Candidate, Proposal } from '../model/match.ts';
import type { Party } from '../model/party.ts';
import type { BankLine } from '../model/statement.ts';
import type { Tx } from '../port/store.ts';

/**
 * Adds to the engine's proposals for these lines what they may take of `items` beside customers', also together with items of
 * `customers`; `own` has one for each line.
 */
export async function besidesFor(
  tx: Tx,
  lines: readonly BankLine[],
  own: readonly Proposal[],
  {
    items,
    customers,
    parties,
  }: { items: readonly OpenItem[]; customers: readonly OpenItem[]; parties: readonly Party[] },
  options: MatchOptions,
): Promise<Proposal[]> {
  if (items.length === 0) return [...own];
  const byId = new Map(items.map((item) => [item.id, item]));
  const journals = new Map((await tx.bank.accounts()).map((it) => [it.account, it.journal]));
  const concerned = new Set(items.map((item) => item.partyId));
  const near = parties.filter((party) => concerned.has(party.id));
  const found = matchLines(openIndex(items.map(asItem), near), lines, options);
  const foundOf = new Map(found.map((it) => [it.lineId, it]));
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  return own.map((proposal) => {
    const line = lineOf.get(proposal.lineId);
    const beside = foundOf.get(proposal.lineId);
    // A return, a transfer or a rule says what the line is, whatever is open.
    if (!line || !beside || isOtherNature(proposal)) return proposal;
    const journal = journals.get(line.account) ?? null;
    const candidates = besideCandidates(beside, byId, journal);
    if ([...proposal.candidates, ...candidates].some(ties)) return withBeside(line, proposal, candidates);
    // Looked for where no single item makes the amount.
    const waiting = items.filter((item) => isWaiting(item) && (journal === null || item.journal === journal));
    const more =
      slipOf(line, waiting, isBatchCredit(line), findSums) ?? mixedFor(line, proposal, candidates, waiting, customers);
    return withBeside(line, proposal, more ? [more, ...candidates] : candidates);
  });
}

/** Whose money it is must be known from elsewhere: that a sum ties names nobody. */
function mixedFor(
  line: BankLine,
  own: Proposal,
  beside: readonly Candidate[],
  waiting: readonly OpenItem[],
  customers: readonly OpenItem[],
): Candidate | null {
  const named = new Set([own.candidates[0], beside[0]].flatMap((it) => it?.partyId ?? []));
  const [party] = named;
  if (party === undefined || named.size > 1) return null;
  const owed = customers.filter((item) => item.partyId === party);
  return mixedOf(line, party, waiting, owed, findSums);
}

const OTHER_NATURES: ReadonlySet<string> = new Set(['return', 'transfer', 'rule', 'duplicate']);

function isOtherNature({ candidates: [first] }: Proposal): boolean {
  return first !== undefined && OTHER_NATURES.has(first.signature);
}
