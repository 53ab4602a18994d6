// One request, one effect: the answer is stored in the transaction of its effect and given again to the same key.

import type { Fault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import type { Actor, DecisionId } from '../model/decision.ts';
import type { Tx } from '../port/store.ts';
import { attempt, type Desk, refuse } from './desk.ts';

/** Who asks, and the idempotency key of the request with a hash of its body; no key for what the night does. */
export type Request = { by: Actor; key: { user: string; key: string; bodyHash: string } | null };

/**
 * Runs a decision under the company's lock, once for each key. A second request with the same key and body gets the first
 * answer; with another body it is refused.
 */
export async function once(
  desk: Desk,
  company: CompanyId,
  { key }: Request,
  decide: (tx: Tx) => Promise<DecisionId>,
): Promise<DecisionId | Fault> {
  return attempt(desk, company, async (tx) => {
    if (key === null) return decide(tx);
    const found = await tx.idempotency.find(key.user, key.key, key.bodyHash);
    if (found === 'other') refuse('key-reused');
    if (typeof found?.answer === 'string') return found.answer;
    const decisionId = await decide(tx);
    await tx.idempotency.put(key.user, key.key, key.bodyHash, decisionId);
    return decisionId;
  });
}
