// Takes back on an open day what a lock keeps: the plan that was shown, done step by step, each looked for before it is done.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import type { Day } from '../../../../sync/model/day.ts';
import type { Inverse, Receipt } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Host } from '../host.ts';
import { postEntry } from './entry.ts';
import { inversePlan, inverseView } from './inverse.ts';
import { joinLines } from './join.ts';
import { lockOver, locksOf } from './lock.ts';
import type { Part } from './plan.ts';
import { readRows } from './read.ts';
import { placeOf } from './receipt.ts';
import { release } from './release.ts';
import { placedIn } from './standing.ts';
import { reverseEntry } from './undo-entry.ts';

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
  const lock = await lockOver(host, facts, locks);
  if (lock === null || isFault(lock)) return lock;
  if (on !== null && on <= lock.until) return lock.fault;
  const plan = await inversePlan(host, chart, facts, on ?? lock.firstDay);
  return isFault(plan) ? plan : inverseView(host, plan, lock.until);
}

/**
 * Null when done, by this call or before: the entry is found by its reference. It comes first, so that a refusal leaves all as it
 * was; then the matches come off, and it takes of the customer's credit what is left of that: where somebody was faster, it
 * stays open as the customer's debt, which is what it is.
 */
export async function takeLineBackOn(host: Host, chart: Chart, receipt: Receipt, on: Day): Promise<Fault | null> {
  const plan = await inversePlan(host, chart, receipt.facts, on);
  if (isFault(plan)) return plan;
  const { parts, against, matches } = plan;
  if (parts.length === 0) return release(host, { live: matches });
  const decisionId = `${receipt.decisionId}-undo`;
  const posting = { decisionId, lineId: null, day: on, entry: [], settlements: [] };
  const posted = await postEntry(host, chart, posting, {
    items: new Map(),
    parts,
    joins: [],
    payer: null,
    rates: 'bank',
  });
  if (isFault(posted)) return posted;
  const move = Number(posted.facts['move']);
  const kept = await release(host, { live: matches });
  // Refused for good: the entry goes as well, since nobody asks again.
  if (kept && !kept.retry) return (await reverseEntry(host, move, on)) ?? kept;
  return kept ?? (against === null ? null : takeOf(host, chart, { move, against, parts }));
}

/** The entry's customer line, its first part, takes its amount of the credit, as far as that is still free. */
async function takeOf(
  host: Host,
  chart: Chart,
  { move, against, parts }: { move: number; against: number; parts: readonly Part[] },
): Promise<Fault | null> {
  const placed = await placedIn(host, chart, move, parts.slice(0, 1));
  if (isFault(placed)) return placed;
  const lines = [...(placed ?? []).map(({ line }) => line), against];
  const open = await readRows(host, 'account.move.line', [['id', 'in', lines]], ['amount_residual']);
  if (isFault(open)) return open;
  return lines.length === 2 && open.every((row) => row['amount_residual'] !== 0) ? joinLines(host, lines) : null;
}
