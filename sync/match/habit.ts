// What a customer does again and again speaks for a guess in the order of the proposals; it never proves one.
import type { Habit, HabitKind } from '../model/memory.ts';
import type { Judged } from './signature.ts';

/** Receipts in which a habit must have shown itself, and its share of all: at least every second. */
const TIMES_MIN = 3;

const MANY = new Set(['list', 'sum-2', 'sum-3', 'sum-5', 'balance', 'completed']);
const BY_ANOTHER = new Set(['group', 'other', 'stranger', 'text']);

/** The habit of the guess's customer that this guess follows, or null. */
export function habitOf({ guess, parts }: Judged, habits: readonly Habit[]): Habit | null {
  if (habits.length === 0 || guess.partyId === null) return null;
  const follows: Record<HabitKind, boolean> = {
    'several-at-once': MANY.has(guess.extent),
    'late-discount': guess.tie === 'late-discount',
    'by-another': BY_ANOTHER.has(parts.payer),
  };
  return (
    habits.find(
      (habit) =>
        habit.partyId === guess.partyId &&
        habit.times >= TIMES_MIN &&
        habit.times * 2 >= habit.receipts &&
        follows[habit.kind],
    ) ?? null
  );
}
