// A posting without a bank line: a miscellaneous entry, posted before anything is matched with it, and joins of what stands there.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import { sum } from '../../../../sync/model/money.ts';
import type { Posting, Receipt } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Host, Row } from '../host.ts';
import { minor, text } from '../map/value.ts';
import { locked, unaccepted, wrongItem } from './check.ts';
import { canDecide, decide } from './decide.ts';
import { joinLines } from './join.ts';
import { miscellaneousJournal } from './journal.ts';
import { type Join, joinedMinor, type Plan } from './plan.ts';
import { readRows } from './read.ts';
import { receiptOf } from './receipt.ts';
import { NOTHING_RELEASED, release } from './release.ts';
import { partialsOf, partialsOfJoin, placedIn, takenMinor } from './standing.ts';
import { reverseEntry } from './undo-entry.ts';
import { itemValues } from './vals.ts';
import { locksAndWarnings } from './vat.ts';

type Found = { move: number; state: string } | null;

/**
 * A draft's lines would count as matched, and its invoices as paid: so the entry is posted first and matched afterwards. Every
 * step is looked for before it is done, by the reference that names the decision: a posting that was cut goes on where it was.
 */
export async function postEntry(host: Host, chart: Chart, posting: Posting, plan: Plan): Promise<Receipt | Fault> {
  const found = await entryOf(host, chart, posting);
  if (isFault(found)) return found;
  const begun = found !== null || (await isJoined(host, chart, plan));
  if (isFault(begun)) return begun;
  if (!begun) {
    const wrong = await refusal(host, chart, posting, plan);
    if (wrong) return wrong;
    const decided = (await canDecide(host, plan, false)) ? await decideEntry(host, chart, posting, plan) : null;
    if (decided) return decided;
  }
  const move = plan.parts.length === 0 ? null : await postedEntry(host, chart, posting, plan, found);
  if (isFault(move)) return move;
  const failed =
    (move === null ? null : await matchParts(host, chart, move, plan)) ?? (await joinAll(host, chart, plan));
  if (failed?.code === 'match-rival') return withdrawn(host, chart, posting, plan, move, failed);
  if (failed) return failed;
  return receiptOf(posting, plan, move === null ? { kind: 'join' } : { kind: 'entry', move }, NOTHING_RELEASED);
}

async function decideEntry(host: Host, chart: Chart, posting: Posting, plan: Plan): Promise<Receipt | Fault | null> {
  if (plan.parts.length === 0) return decide(host, chart, posting, plan, null, NOTHING_RELEASED);
  const journal = await miscellaneousJournal(host, chart);
  if (isFault(journal)) return journal;
  const target = { journal, reference: referenceOf(posting) };
  return decide(host, chart, posting, plan, target, NOTHING_RELEASED);
}

/** Somebody was faster: what was joined and posted of ours comes off again; theirs stays. */
async function withdrawn(
  host: Host,
  chart: Chart,
  posting: Posting,
  plan: Plan,
  move: number | null,
  rival: Fault,
): Promise<Fault> {
  const undone =
    (await unjoinAll(host, chart, plan)) ?? (move === null ? null : await reverseEntry(host, move, posting.day));
  return undone === null ? rival : fault('match-partial', {}, rival.params);
}

async function unjoinAll(host: Host, chart: Chart, { joins }: Plan): Promise<Fault | null> {
  const live = await partialsOf(
    host,
    joins.map(({ debit }) => debit.id),
  );
  if (isFault(live)) return live;
  const ours = joins.flatMap((join) => {
    return takenOf(live, join, chart) <= joinedMinor(join) ? partialsOfJoin(live, join) : [];
  });
  return release(host, { live: ours });
}

/** How much of its two lines these partials have joined, in the join's own currency. */
function takenOf(partials: readonly Row[], join: Join, chart: Chart): number {
  const own = partialsOfJoin(partials, join);
  return sum(
    own.map((row) => (join.foreign ? takenMinor(row, join.debit, chart) : minor(row['amount'], chart.currency))),
  );
}

/** Under this reference an entry is found again. */
function referenceOf(posting: Posting): string {
  return `LETTRAGE/${posting.decisionId}`;
}

async function entryOf(host: Host, chart: Chart, posting: Posting): Promise<Found | Fault> {
  const rows = await readRows(
    host,
    'account.move',
    [
      ['ref', '=', referenceOf(posting)],
      ['company_id', '=', chart.company],
      ['state', '!=', 'cancel'],
      ['reversed_entry_id', '=', false],
    ],
    ['state'],
  );
  if (isFault(rows)) return rows;
  const [row] = rows;
  return row ? { move: row.id, state: text(row['state']) ?? '' } : null;
}

async function refusal(host: Host, chart: Chart, posting: Posting, plan: Plan): Promise<Fault | null> {
  const looked = await locksAndWarnings(host, chart, plan, { day: posting.day, isReceipt: false, released: [] });
  if (isFault(looked)) return looked;
  const { locks, warnings } = looked;
  const lock = plan.parts.length > 0 ? locked(posting.day, plan, locks) : null;
  return lock ?? wrongItem(posting, plan, new Map()) ?? unaccepted(posting, warnings);
}

/** Joins alone leave no entry to be found by: they are done when each has its partial. */
async function isJoined(host: Host, chart: Chart, { joins, parts }: Plan): Promise<boolean | Fault> {
  if (joins.length === 0 || parts.length > 0) return false;
  const partials = await partialsOf(
    host,
    joins.map(({ debit }) => debit.id),
  );
  return isFault(partials) ? partials : joins.some((join) => takenOf(partials, join, chart) === joinedMinor(join));
}

async function postedEntry(
  host: Host,
  chart: Chart,
  posting: Posting,
  plan: Plan,
  found: Found,
): Promise<number | Fault> {
  const entry = found ?? (await createEntry(host, chart, posting, plan));
  if (isFault(entry)) return entry;
  if (entry.state !== 'posted') {
    const reply = await host.call({
      model: 'account.move',
      method: 'action_post',
      effect: 'write',
      ids: [entry.move],
      named: {},
    });
    if (!reply.ok) return reply.fault;
  }
  return entry.move;
}

async function createEntry(
  host: Host,
  chart: Chart,
  posting: Posting,
  plan: Plan,
): Promise<NonNullable<Found> | Fault> {
  const journal = await miscellaneousJournal(host, chart);
  if (isFault(journal)) return journal;
  const values = {
    move_type: 'entry',
    journal_id: journal,
    date: posting.day,
    ref: referenceOf(posting),
    line_ids: plan.parts.map((part) => [0, 0, itemValues(part, chart, host.dialect.write.amount)]),
  };
  const named = { vals_list: [values] };
  const reply = await host.call({ model: 'account.move', method: 'create', effect: 'write', named });
  if (!reply.ok && reply.done === 'no') return reply.fault;
  const made = await entryOf(host, chart, posting);
  if (isFault(made)) return made;
  return made ?? (reply.ok ? fault('erp-refused', {}, { erp: 'Odoo', what: 'no entry was made' }) : reply.fault);
}

async function matchParts(host: Host, chart: Chart, move: number, plan: Plan): Promise<Fault | null> {
  const placed = await placedIn(host, chart, move, plan.parts);
  if (isFault(placed)) return placed;
  if (placed === null)
    return fault('erp-unexpected', {}, { erp: 'Odoo', what: `entry ${move} is not the one planned` });
  for (const { part, line, wantedMinor, matchedMinor } of placed) {
    if (part.settles === null || wantedMinor === matchedMinor) continue;
    const failed = await joinLines(host, [line, part.settles.id]);
    if (failed) return failed;
  }
  const after = await placedIn(host, chart, move, plan.parts);
  if (isFault(after)) return after;
  const short = after?.find((it) => it.wantedMinor !== it.matchedMinor);
  return short ? fault('match-rival', {}, { erp: 'Odoo', document: short.part.settles?.name ?? '' }) : null;
}

async function joinAll(host: Host, chart: Chart, plan: Plan): Promise<Fault | null> {
  for (const join of plan.joins) {
    const lines = [join.debit.id, join.credit.id];
    const before = await partialsOf(host, lines);
    if (isFault(before)) return before;
    if (takenOf(before, join, chart) === joinedMinor(join)) continue;
    const failed = await joinLines(host, lines);
    if (failed) return failed;
    const after = await partialsOf(host, lines);
    if (isFault(after)) return after;
    if (takenOf(after, join, chart) !== joinedMinor(join))
      return fault('match-rival', {}, { erp: 'Odoo', document: `${join.debit.name}, ${join.credit.name}` });
  }
  return null;
}
