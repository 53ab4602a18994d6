// The company's trust as it stands: its own record, the counts that ship, what stands down, and what a class may do.
import { SEEDED } from '../match/counts/index.ts';
import { POLICY, type Policy } from '../match/policy.ts';
import { boundOf } from '../match/trust.ts';
import type { Company } from '../model/company.ts';
import { addDays, type Day } from '../model/day.ts';
import type { Counts, Tally } from '../model/memory.ts';
import type { ClassRecord, StandDown, SwitchState } from '../model/trust.ts';
import type { Tx } from '../port/store.ts';
import { switchesInForce } from '../trust/act.ts';
import { earned } from '../trust/index.ts';
import { TRUST } from '../trust/policy.ts';

/** The bound and the target are kept as whole millionths, so that a stored one can be compared. */
export const MILLION = 1_000_000;

export type TrustNow = {
  counts: Counts;
  standDowns: StandDown[];
  /** The classes that have a switch; the others follow the mode. */
  switches: ReadonlyMap<string, SwitchState>;
  /** The newest decision that the record knows of, and the day it was taken on. */
  afterSeq: number;
  day: Day;
};

/** Trust on a day; `until` (a decision) gives it as it stood then, for a replay. */
export async function trustAt(tx: Tx, day: Day, until: number | null = null): Promise<TrustNow> {
  const afterSeq = until ?? (await tx.trust.newest());
  const since = addDays(day, -TRUST.halfLifeDays * TRUST.halfLivesMax);
  const lessons = await tx.trust.lessons({ since, until: afterSeq, perPayerMax: TRUST.confirmedPerPayerMax });
  const made = await tx.trust.switches();
  const switches = until === null ? made : made.filter((it) => it.afterSeq <= until);
  const { own, standDowns } = earned(lessons, switches, day);
  const stoodDown = standDowns.map(({ signature }) => signature);
  return {
    counts: { ...SEEDED, company: own, stoodDown },
    standDowns,
    switches: switchesInForce(switches),
    afterSeq,
    day,
  };
}

/** What was seen of a class, and the bound that follows, by the policy's target and weights. */
export function recordOf(signature: string, { seeded, company }: Counts, policy: Policy): ClassRecord {
  const none: Tally = { seen: 0, right: 0 };
  const record = { seeded: seeded[signature] ?? none, own: company[signature] ?? none };
  return { ...record, bound: millionths(boundOf(record.seeded, record.own, policy)) };
}

/** The engine's policy with what the company wrote down: its tolerance for cents. */
export function policyOf({ tolerance }: Company): Policy {
  return { ...POLICY, centsTolerance: tolerance?.lineMax ?? POLICY.centsTolerance };
}

export function millionths(share: number): number {
  return Math.floor(share * MILLION);
}
