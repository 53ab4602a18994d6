// Takes a posting back: its line, its entry, its joins; what it had released is matched again.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import type { Day } from '../../../../sync/model/day.ts';
import type { Receipt } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Host, Row } from '../host.ts';
import { day, linked } from '../map/value.ts';
import { joinLines } from './join.ts';
import { type Lock, type Locks, lockOn, lockOver, locksOf } from './lock.ts';
import { readOne, readRows } from './read.ts';
import { idsOf, type Pair, pairsOf, placeOf } from './receipt.ts';
import { release } from './release.ts';
import { partialsOf } from './standing.ts';
import { reverseEntry } from './undo-entry.ts';
import { undoLine } from './undo-line.ts';
import { takeLineBackOn } from './undo-locked.ts';

/**
 * `on`: the day of an inverse entry, where the entry's own is locked. Done twice it is the same. Faults: period-locked;
 * line-decided when the line was taken back and matched otherwise by somebody else: that is not ours to undo.
 */
export async function undoPosting(
  host: Host,
  chart: Chart,
  receipt: Receipt,
  on: Day | null,
): Promise<Receipt | Fault> {
  const locks = await locksOf(host, chart);
  if (isFault(locks)) return locks;
  const whole = await placeOf(host, receipt);
  if (isFault(whole)) return whole;
  const { kind, statementLine, move, items, joins, released } = whole;
  const lock = kind === 'line' ? await lockOver(host, whole, locks) : null;
  if (isFault(lock)) return lock;
  const line = () =>
    lock && on !== null && on > lock.until
      ? takeLineBackOn(host, chart, { ...receipt, facts: whole }, on)
      : takeLineBack(host, Number(statementLine), Number(move), idsOf(items), lock);
  // What a lock may refuse comes first: a refusal leaves all as it was.
  const failed =
    (kind === 'line' ? await line() : null) ??
    (kind === 'entry' ? await takeEntryBack(host, Number(move), on, locks) : null) ??
    (await unjoin(host, pairsOf(joins))) ??
    (await rejoin(host, pairsOf(released)));
  return failed ?? receipt;
}

async function takeLineBack(
  host: Host,
  statementLine: number,
  move: number,
  items: readonly number[],
  lock: Lock | null,
): Promise<Fault | null> {
  const ours = await partialsWith(host, move, items);
  if (isFault(ours)) return ours;
  if (items.length > 0 && ours.length === 0) {
    // Nothing of ours stands there: taken back already, or matched otherwise by somebody else.
    const line = await readOne(host, 'account.bank.statement.line', statementLine, ['is_reconciled']);
    if (isFault(line)) return line;
    return line['is_reconciled'] === true ? fault('line-decided', {}, { by: 'Odoo' }) : null;
  }
  return lock?.fault ?? undoLine(host, statementLine);
}

async function takeEntryBack(host: Host, move: number, on: Day | null, locks: Locks): Promise<Fault | null> {
  const entry = await readOne(host, 'account.move', move, ['date']);
  if (isFault(entry)) return entry;
  const at = on ?? day(entry['date']);
  if (at === null) return fault('line-unknown', { record: `account.move ${move}` });
  const lock = await lockOn(host, move, at, locks);
  if (lock) return 'code' in lock ? lock : lock.fault;
  return reverseEntry(host, move, at);
}

async function partialsWith(host: Host, move: number, items: readonly number[]): Promise<Row[] | Fault> {
  const partials = await partialsOf(host, items);
  if (isFault(partials)) return partials;
  const lines = await readRows(host, 'account.move.line', [['move_id', '=', move]], ['move_id']);
  if (isFault(lines)) return lines;
  const own = new Set(lines.map((row) => row.id));
  return partials.filter(
    (row) => own.has(linked(row['debit_move_id']) ?? 0) || own.has(linked(row['credit_move_id']) ?? 0),
  );
}

async function unjoin(host: Host, pairs: readonly Pair[]): Promise<Fault | null> {
  for (const [debit, credit] of pairs) {
    const live = await standingPair(host, debit, credit);
    if (isFault(live)) return live;
    const failed = await release(host, { live });
    if (failed) return failed;
  }
  return null;
}

async function rejoin(host: Host, pairs: readonly Pair[]): Promise<Fault | null> {
  for (const [debit, credit] of pairs) {
    const live = await standingPair(host, debit, credit);
    if (isFault(live)) return live;
    const failed = live.length > 0 ? null : await joinLines(host, [debit, credit]);
    if (failed) return failed;
  }
  return null;
}

export function standingPair(host: Host, debit: number, credit: number): Promise<Row[] | Fault> {
  return readRows(
    host,
    'account.partial.reconcile',
    [
      ['debit_move_id', '=', debit],
      ['credit_move_id', '=', credit],
    ],
    ['debit_move_id', 'credit_move_id', 'amount'],
  );
}
