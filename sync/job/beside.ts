// Proposals among items beside those of customers, by the same engine on them alone: fewer rivals than in truth, so never alone.
import { isBatchCredit } from '../batch/index.ts';
import { asItem, besideCandidates, isWaiting, slipOf, ties, withBeside } from '../beside/index.ts';
import { type MatchOptions, matchLines, openIndex } from '../match/index.ts';
import { findSums } from '../match/subset.ts';
import type { OpenItem } from '../model/ledger.ts';
import type { Candidate, Proposal } from '../model/match.ts';
import type { Party } from '../model/party.ts';
import type { BankLine } from '../model/statement.ts';
import type { Tx } from '../port/store.ts';

/** Adds to the engine's proposals for these lines what they may take of `items` beside customers'; `own` has one for each line. */
export async function besidesFor(
  tx: Tx,
  lines: readonly BankLine[],
  own: readonly Proposal[],
  { items, parties }: { items: readonly OpenItem[]; parties: readonly Party[] },
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
    const slip = slipFor(line, proposal, candidates, items, journal);
    return withBeside(line, proposal, slip ? [slip, ...candidates] : candidates);
  });
}

/** Looked for where no single item makes the amount. */
function slipFor(
  line: BankLine,
  own: Proposal,
  beside: readonly Candidate[],
  items: readonly OpenItem[],
  journal: string | null,
): Candidate | null {
  if ([...own.candidates, ...beside].some(ties)) return null;
  const waiting = items.filter((item) => isWaiting(item) && (journal === null || item.journal === journal));
  return slipOf(line, waiting, isBatchCredit(line), findSums);
}

const OTHER_NATURES: ReadonlySet<string> = new Set(['return', 'transfer', 'rule', 'duplicate']);

function isOtherNature({ candidates: [first] }: Proposal): boolean {
  return first !== undefined && OTHER_NATURES.has(first.signature);
}
