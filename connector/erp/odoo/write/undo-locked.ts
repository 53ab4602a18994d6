// Takes back on an open day what a lock keeps: the plan that was shown, done step by step, each looked for before it is done.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import type { Day } from '../../../../sync/model/day.ts';
import type { Inverse, Receipt } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Host } from '../host.ts';
import { postEntry } from './entry.ts';
import { inversePlan, inverseView } from './inverse.ts';
import { itemSides } from './item.ts';
import { lockOf, locksOf } from './lock.ts';
import { placeOf } from './receipt.ts';
import { release } from './release.ts';

/**
 * What an undo would post where its own day is locked, null where it is not. Faults: undo-no-inverse; period-locked where `on`
 * is locked as well.
 */
export async function inverseOf(
  host: Host,
  chart: Chart,
  receipt: Receipt,
  on: Day | null,
): Promise<Inverse | null | Fault> {
  const locks = await locksOf(host, chart);
  if (isFault(locks)) return locks;
  const facts = await placeOf(host, receipt);
  if (isFault(facts)) return facts;
  if (facts['kind'] === 'join') return null;
  const lock = await lockOf(host, Number(facts['move']), locks);
  if (lock === null || isFault(lock)) return lock;
  if (on !== null && on <= lock.until) return lock.fault;
  const plan = await inversePlan(host, chart, facts, on ?? lock.firstDay);
  return isFault(plan) ? plan : inverseView(host, plan, lock.until);
}

/** Null when done, by this call or before: the entry is found by its reference. */
export async function takeLineBackOn(host: Host, chart: Chart, receipt: Receipt, on: Day): Promise<Fault | null> {
  const plan = await inversePlan(host, chart, receipt.facts, on);
  if (isFault(plan)) return plan;
  const freed = await release(host, { live: plan.matches });
  if (freed || plan.parts.length === 0) return freed;
  const ids = plan.against === null ? [] : [String(plan.against)];
  const items = await itemSides(host, chart, ids);
  if (isFault(items)) return items;
  const parts = plan.parts.map((part, i) => ({
    ...part,
    settles: i === 0 ? (items.get(ids[0] ?? '') ?? null) : null,
  }));
  const decisionId = `${receipt.decisionId}-undo`;
  const posting = { decisionId, lineId: null, day: on, entry: [], settlements: [] };
  const posted = await postEntry(host, chart, posting, { items, parts, joins: [], payer: null });
  return isFault(posted) ? posted : null;
}
