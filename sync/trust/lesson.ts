// What a decision teaches about the class of evidence that had proposed it.
import type { Decision } from '../model/decision.ts';
import type { Candidate } from '../model/match.ts';
import type { Lesson, LessonKind } from '../model/trust.ts';

/**
 * The lesson of a decision on a line, or null: nothing was proposed, the proposal has no class (a rule, a transfer), or the
 * decision says nothing about it (later, to check). `about` is the unattended decision that a confirmation looked at.
 */
export function lessonOf(decision: Decision, payer: string, about: Decision | null = null): Lesson | null {
  const proposal = about?.proposal ?? decision.proposal;
  const best = proposal?.candidates[0];
  if (decision.lineId === null || !proposal || !best || !isClass(best.signature)) return null;
  const kind = kindOf(decision, best);
  if (kind === null) return null;
  return {
    decisionId: decision.id,
    lineId: decision.lineId,
    kind,
    signature: best.signature,
    payer: best.partyId ?? payer,
    day: decision.at.slice(0, 10) as Lesson['day'],
    proven: proposal.verdict === 'auto',
    facts: factsOf(kind === 'refused' || !decision.candidate ? best : decision.candidate),
    about: about?.id ?? null,
  };
}

/** A class of evidence is named by its definition; what a rule or the bank itself says has another kind of name. */
export function isClass(signature: string): boolean {
  return signature.includes(' #');
}

/** What a candidate settles, in one text: two are the same match exactly when these are equal. */
export function factsOf({
  allocations,
  adjustments,
  restMinor,
}: Pick<Candidate, 'allocations' | 'adjustments' | 'restMinor'>): string {
  return JSON.stringify([
    allocations.map(({ itemId, amountMinor }) => `${itemId} ${amountMinor}`).sort(),
    adjustments.map(({ kind, amountMinor }) => `${kind} ${amountMinor}`).sort(),
    restMinor,
  ]);
}

function kindOf({ action, by, candidate }: Decision, best: Candidate): LessonKind | null {
  switch (action) {
    case 'accept':
      if (by.kind === 'night') return 'unattended';
      return candidate && factsOf(candidate) === factsOf(best) ? 'accepted' : 'changed';
    case 'reject':
    case 'set-aside':
      return 'refused';
    case 'confirm':
      return 'confirmed';
    default:
      return null;
  }
}
