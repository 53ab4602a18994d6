// The record of every class of certainty, what acts and what stands down, as a person is shown it.
import type { Language } from '../fault/index.ts';
import type { Company } from '../model/company.ts';
import type { Day } from '../model/day.ts';
import { sum } from '../model/money.ts';
import type { StandDown } from '../model/trust.ts';
import type { Tx } from '../port/store.ts';
import type { ClassView, StandDownView, TrustView } from '../port/trust-view.ts';
import { mayActAlone } from '../trust/act.ts';
import { isClass } from '../trust/lesson.ts';
import { classWords } from '../trust/wording.ts';
import type { Desk } from './desk.ts';
import { millionths, policyOf, recordOf, trustAt } from './trust.ts';
import { toleranceMax } from './trust-setting.ts';

/** Customers whose written-off cents are listed. */
const USED_MAX = 20;

/** Classes that stand down first, then those of lines that wait, then those that people have a record of, then the others. */
export async function trustView(tx: Tx, desk: Desk, language: Language): Promise<TrustView> {
  const company = await tx.company.get();
  const day = desk.clock.today(company.zone);
  const trust = await trustAt(tx, day);
  const policy = policyOf(company);
  const waiting = (await tx.trust.waiting()).filter(({ signature }) => isClass(signature));
  const downs = new Map(trust.standDowns.map((it) => [it.signature, it]));
  const names = new Set([
    ...downs.keys(),
    ...waiting.map((it) => it.signature),
    ...Object.keys(trust.counts.company),
    ...trust.switches.keys(),
    ...Object.keys(trust.counts.seeded),
  ]);
  const classes: ClassView[] = [];
  for (const signature of names) {
    const record = recordOf(signature, trust.counts, policy);
    const proven = record.bound >= millionths(policy.target);
    const switched = trust.switches.get(signature) ?? 'mode';
    const down = downs.get(signature);
    const { says, doubts } = classWords(signature, language);
    const own = waiting.filter((it) => it.signature === signature);
    classes.push({
      signature,
      says,
      doubts,
      ...record,
      proven,
      switched,
      acts: proven && !down && mayActAlone(company.mode, switched),
      standDown: down ? await standDownView(tx, down) : null,
      waiting: sum(own.map((it) => it.count)),
      ready: sum(own.filter((it) => it.proven).map((it) => it.count)),
    });
  }
  const target = millionths(policy.target);
  const today = await tx.view.unattendedToday(day);
  return { mode: company.mode, target, classes, today, tolerance: await toleranceView(tx, company, day) };
}

async function standDownView(tx: Tx, { lineId, day, confirmed, needed }: StandDown): Promise<StandDownView> {
  const line = await tx.bank.line(lineId);
  const payer = line?.counterparty ?? line?.ultimateParty ?? null;
  const { amountMinor = 0, currency = '' } = line ?? {};
  return { lineId, day, payer, amountMinor, currency, confirmed, needed };
}

async function toleranceView(tx: Tx, company: Company, day: Day): Promise<TrustView['tolerance']> {
  const year = day.slice(0, 4);
  const used = await tx.trust.writtenOff(year, null);
  const names = await tx.view.names(used.map((it) => it.partyId));
  return {
    now: company.tolerance ?? null,
    lineMax: toleranceMax(company),
    year,
    used: used.slice(0, USED_MAX).map((it) => ({ ...it, partyName: names[it.partyId] ?? null })),
  };
}
