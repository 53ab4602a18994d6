// What is proposed, and what of it is settled without anybody: proven, of a class that may act, and still so at the moment of writing.
import { type Fault, isFault } from '../fault/index.ts';
import { trustIn } from '../match/trust.ts';
import type { Company, CompanyId } from '../model/company.ts';
import type { Candidate, Proposal } from '../model/match.ts';
import { sum } from '../model/money.ts';
import type { Grounds } from '../model/trust.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import { mayActAlone } from '../trust/act.ts';
import { isClass } from '../trust/lesson.ts';
import { isSampled } from '../trust/sample.ts';
import { accept, bodyOf } from './accept.ts';
import { attempt, type Desk } from './desk.ts';
import { openLine } from './line.ts';
import { proposeFor } from './propose.ts';
import { millionths, policyOf, recordOf, type TrustNow, trustAt } from './trust.ts';

export type Proposed = { proposed: number; settled: number };

/** Proposes for every line that waits and settles nothing. */
export async function proposeAll(desk: Desk, company: CompanyId): Promise<Proposed | Fault> {
  const proposals = await attempt(desk, company, (tx) => proposeFor(tx, desk, null));
  return isFault(proposals) ? proposals : { proposed: proposals.filter(isProposed).length, settled: 0 };
}

function isProposed({ verdict }: Proposal): boolean {
  return verdict !== 'none';
}

/** Proposes for every line that waits; what is proven is settled alone where mode and class allow it. Returns how many were. */
export async function propose(desk: Desk, company: CompanyId): Promise<Proposed | Fault> {
  const proposals = await attempt(desk, company, (tx) => proposeFor(tx, desk, null));
  if (isFault(proposals)) return proposals;
  const proposed = proposals.filter(isProposed).length;
  const settled = await settleAlone(desk, company, proposals);
  desk.log.info('proposed', { company, lines: proposals.length, proposed, settled });
  return { proposed, settled };
}

/** Settles what these proposals prove, each line in a transaction of its own; returns how many were. */
async function settleAlone(desk: Desk, company: CompanyId, proposals: readonly Proposal[]): Promise<number> {
  const latest: Latest = { trust: null, checkedSeq: 0 };
  let settled = 0;
  for (const { lineId, verdict } of proposals) {
    if (verdict !== 'auto') continue;
    const outcome = await attempt(desk, company, (tx) => settleOne(tx, desk, lineId, latest));
    if (isFault(outcome)) desk.log.warn('proven line not settled', { company, line: lineId, code: outcome.code });
    else if (outcome) settled += 1;
  }
  return settled;
}

/** Trust is counted once for many lines, and again as soon as a person decided something in between. */
type Latest = { trust: TrustNow | null; checkedSeq: number };

/** False when the line is left to a person after all. The proposal is read again: what it was made from may have changed. */
async function settleOne(tx: Tx, desk: Desk, lineId: string, latest: Latest): Promise<boolean> {
  const company = await tx.company.get();
  const stored = await tx.proposals.get(lineId);
  const best = stored?.proposal.candidates[0];
  if (!best || stored?.proposal.verdict !== 'auto' || !isClass(best.signature)) return false;
  const trust = await trustNow(tx, desk, company, latest);
  const switched = (await tx.trust.switches()).findLast((it) => it.signature === best.signature)?.state ?? 'mode';
  const policy = policyOf(company);
  if (!mayActAlone(company.mode, switched) || !trustIn(best.signature, trust.counts, policy).proven) return false;
  if (!(await isTolerated(tx, company, await openLine(tx, lineId), best))) return false;
  const grounds: Grounds = {
    ...recordOf(best.signature, trust.counts, policy),
    edition: trust.counts.edition,
    signature: best.signature,
    mode: company.mode,
    switched,
    target: millionths(policy.target),
    afterSeq: trust.afterSeq,
    day: trust.day,
    sampled: isSampled(company.id, lineId),
  };
  await accept(tx, desk, lineId, bodyOf(best, 0), { kind: 'night', signature: best.signature }, grounds);
  return true;
}

async function trustNow(tx: Tx, desk: Desk, { zone }: Company, latest: Latest): Promise<TrustNow> {
  const day = desk.clock.today(zone);
  const isStale =
    latest.trust === null || latest.trust.day !== day || (await tx.trust.decidedByPerson(latest.checkedSeq));
  if (latest.trust === null || isStale) latest.trust = await trustAt(tx, day);
  latest.checkedSeq = await tx.trust.newest();
  return latest.trust;
}

/** Cents are written off within the company's tolerance only: so many a line, so many a customer and calendar year. */
async function isTolerated(tx: Tx, { tolerance }: Company, line: StoredLine, best: Candidate): Promise<boolean> {
  const cents = best.adjustments.filter((it) => it.kind === 'rounding').map((it) => Math.abs(it.amountMinor));
  if (cents.length === 0) return true;
  if (!tolerance || best.partyId === null || sum(cents) > tolerance.lineMax) return false;
  const [so] = await tx.trust.writtenOff(line.bookingDay.slice(0, 4), best.partyId);
  return sum([so?.minor ?? 0, ...cents]) <= tolerance.yearMax;
}
