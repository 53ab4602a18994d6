// What a manager allows: the company's mode, what a class of certainty may do, and how many cents may be written off.
import { type Fault, fault } from '../fault/index.ts';
import { SEEDED } from '../match/counts/index.ts';
import type { Company, CompanyId, Mode } from '../model/company.ts';
import { exponentOf } from '../model/money.ts';
import type { ClassSwitch, SwitchState, Tolerance } from '../model/trust.ts';
import type { Tx } from '../port/store.ts';
import { type Desk, refuse } from './desk.ts';
import { checkControl } from './erp-setting.ts';
import { once, type Request } from './once.ts';
import { proposeFor } from './propose.ts';
import { millionths, policyOf, recordOf, trustAt } from './trust.ts';

/** The written tolerance is at most five hundredths of the currency's unit a line; a currency without decimals has none. */
const TOLERANCE_HUNDREDTHS_MAX = 5;

/** The mode of the whole company. Nothing is settled by the change itself: the next night or import acts by it. */
export function setMode(desk: Desk, company: CompanyId, mode: Mode, request: Request): Promise<string | Fault> {
  return once(desk, company, request, async (tx) => {
    const before = await tx.company.get();
    await checkControl(tx, before, mode);
    if (before.mode !== mode) await tx.company.update({ ...before, mode });
    const facts = { from: before.mode, to: mode };
    await tx.audit.append({ at: desk.clock.now(), by: request.by, what: 'setting', subject: 'mode', facts });
    return mode;
  });
}

/**
 * What a class may do. Switching one on needs its proof: the bound reaches the target, and after an error enough was confirmed
 * since. It covers the errors known now; a later one puts the class down again.
 */
export function switchClass(
  desk: Desk,
  company: CompanyId,
  { signature, state }: { signature: string; state: SwitchState },
  request: Request,
): Promise<string | Fault> {
  return once(desk, company, request, async (tx) => {
    const own = await tx.company.get();
    const trust = await trustAt(tx, desk.clock.today(own.zone));
    const policy = policyOf(own);
    const { seeded, company: earned } = trust.counts;
    if (!(signature in seeded) && !(signature in earned)) refuse('class-unknown');
    const shown = recordOf(signature, trust.counts, policy);
    if (state === 'on') {
      const down = trust.standDowns.find((it) => it.signature === signature);
      if (down && down.confirmed < down.needed) refuse('class-stood-down', { ...counted(down) });
      if (shown.bound < millionths(policy.target) || trust.counts.definition !== SEEDED.definition) {
        const [seen, right] = [shown.seeded.seen + shown.own.seen, shown.seeded.right + shown.own.right];
        refuse('class-unproven', { seen, wrong: seen - right });
      }
    }
    const made: ClassSwitch = {
      signature,
      state,
      by: request.by,
      at: desk.clock.now(),
      afterSeq: trust.afterSeq,
      shown,
    };
    await tx.trust.addSwitch(made);
    await tx.audit.append({ ...made, what: 'setting', subject: signature, facts: { class: state, shown } });
    await refreshClass(tx, desk, signature);
    return signature;
  });
}

function counted({ confirmed, needed }: { confirmed: number; needed: number }) {
  return { confirmed, needed };
}

/** A class that stands again, or no longer, is called so at once on the lines that wait. */
async function refreshClass(tx: Tx, desk: Desk, signature: string): Promise<void> {
  const waiting = await tx.proposals.ofClass(signature);
  if (waiting.length > 0) await proposeFor(tx, desk, waiting);
}

/** Sets or takes away (null) the written tolerance; refused above five hundredths a line. */
export function setTolerance(
  desk: Desk,
  company: CompanyId,
  tolerance: Tolerance | null,
  request: Request,
): Promise<string | Fault> {
  return once(desk, company, request, async (tx) => {
    const before = await tx.company.get();
    const max = toleranceMax(before);
    if (tolerance && (tolerance.lineMax > max || tolerance.lineMax < 1 || tolerance.yearMax < tolerance.lineMax)) {
      refuse(fault('tolerance-too-high', {}, { max: { minor: max, currency: before.currency } }));
    }
    await tx.company.update({ ...before, tolerance });
    const facts = { from: before.tolerance ?? null, to: tolerance };
    await tx.audit.append({ at: desk.clock.now(), by: request.by, what: 'setting', subject: 'tolerance', facts });
    await proposeFor(tx, desk, null);
    return 'tolerance';
  });
}

/** Minor units: 5 where the currency has two decimals, 50 where it has three, 0 where it has none. */
export function toleranceMax({ currency }: Pick<Company, 'currency'>): number {
  return Math.floor((TOLERANCE_HUNDREDTHS_MAX * 10 ** exponentOf(currency)) / 100);
}
