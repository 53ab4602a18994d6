// Orders the guesses of a line for a person: points by evidence. They rank and never decide anything unattended.
import type { Habit } from '../model/memory.ts';
import { habitOf } from './habit.ts';
import { POINTS } from './policy.ts';
import type { Judged } from './signature.ts';

/** Points that a guess without any doubt and with everything in its favour gets. */
const BEST = POINTS.reference.whole + POINTS.amount.exact + POINTS.payer.account + POINTS.extent.one;

/** 0 to 1; equal evidence gives equal scores. */
export function scoreOf(judged: Judged): number {
  return Math.max(0, Math.min(1, Math.round((points(judged) * 1000) / BEST) / 1000));
}

export function points(judged: Judged, habits: readonly Habit[] = []): number {
  const { parts, doubts, guess } = judged;
  const reference = pick(POINTS.reference, parts.reference);
  // A number whose amount does not tie and that nothing explains is as likely copied from an older transfer.
  const loose = guess.tie === 'short' || guess.tie === 'over' || guess.tie === 'fee' || guess.tie === 'cents';
  const named = loose ? Math.round(reference * 0.4) : reference;
  return (
    named +
    pick(POINTS.amount, parts.amount) +
    pick(POINTS.payer, parts.payer) +
    pick(POINTS.extent, withoutChance(parts.extent)) +
    doubts.length * POINTS.doubt +
    (habitOf(judged, habits) ? POINTS.habit : 0)
  );
}

/** Best first; equals by what they pay, so that the order never depends on the input's. */
export function ranked(judged: readonly Judged[], habits: readonly Habit[] = []): Judged[] {
  if (judged.length < 2) return [...judged];
  return judged
    .map((one) => ({ one, points: points(one, habits) }))
    .sort((a, b) => b.points - a.points || compare(keyOf(a.one), keyOf(b.one)))
    .map(({ one }) => one);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Earliest due first, then by id. */
function keyOf({ guess }: Judged): string {
  const first = guess.shares[0]?.slot.item;
  return `${first?.dueDay ?? first?.day ?? ''} ${guess.shares.map((share) => share.slot.item.id).join(' ')}`;
}

/** 'sum-2~some' ranks as 'sum-2'. */
function withoutChance(extent: string): string {
  const at = extent.indexOf('~');
  return at < 0 ? extent : extent.slice(0, at);
}

function pick(table: Readonly<Record<string, number>>, value: string): number {
  return table[value] ?? 0;
}
