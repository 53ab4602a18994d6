// Every unattended match computed again: its own record, its bound, and that the class was allowed to act.
import { POLICY } from '../match/policy.ts';
import { boundOf } from '../match/trust.ts';
import type { Decision } from '../model/decision.ts';
import type { Grounds } from '../model/trust.ts';
import type { Tx } from '../port/store.ts';
import { mayActAlone } from '../trust/act.ts';
import { factsOf } from '../trust/lesson.ts';
import { isSampled } from '../trust/sample.ts';
import { millionths, type TrustNow, trustAt } from './trust.ts';

/**
 * Unattended acceptances whose stored grounds do not follow from what was decided before them, each with what differs. The
 * company's record is taken anew at the decision that the grounds name, once for all that name the same.
 */
export async function wrongGrounds(tx: Tx): Promise<string[]> {
  const { id } = await tx.company.get();
  const known = new Map<string, TrustNow>();
  const wrong: string[] = [];
  for (const decision of await tx.trust.unattended()) {
    const { grounds } = decision;
    if (!grounds) continue;
    const at = `${grounds.afterSeq} ${grounds.day}`;
    const trust = known.get(at) ?? (await trustAt(tx, grounds.day, grounds.afterSeq));
    known.set(at, trust);
    const differs = difference(decision, grounds, trust, id);
    if (differs !== null) wrong.push(`${decision.id} (${differs})`);
  }
  return wrong;
}

function difference(
  { by, candidate, proposal, lineId }: Decision,
  grounds: Grounds,
  trust: TrustNow,
  companyId: string,
): string | null {
  const best = proposal?.candidates[0];
  if (by.kind !== 'night' || by.signature !== grounds.signature || best?.signature !== grounds.signature)
    return 'class';
  if (proposal?.verdict !== 'auto' || !candidate || factsOf(candidate) !== factsOf(best)) return 'proposal';
  const own = trust.counts.company[grounds.signature] ?? { seen: 0, right: 0 };
  if (own.seen !== grounds.own.seen || own.right !== grounds.own.right) return 'counts';
  const shipped = trust.counts.seeded[grounds.signature] ?? { seen: 0, right: 0 };
  // What an earlier edition of the counts said can no longer be looked up; what this one says can.
  const isThis = grounds.edition !== undefined && grounds.edition === trust.counts.edition;
  if (isThis && (shipped.seen !== grounds.seeded.seen || shipped.right !== grounds.seeded.right))
    return 'shipped counts';
  if (millionths(boundOf(grounds.seeded, grounds.own, POLICY)) !== grounds.bound) return 'bound';
  if (grounds.bound < grounds.target) return 'target';
  if (trust.counts.stoodDown?.includes(grounds.signature)) return 'stood down';
  if (!mayActAlone(grounds.mode, grounds.switched)) return 'switch';
  return grounds.sampled === isSampled(companyId, lineId ?? '') ? null : 'sample';
}
