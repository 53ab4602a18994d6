// Reads what stands after a whole number: tails ("00123, 00125") and ranges ("101 à 104") of the same series.
import { inOrder, type OpenItems, type Slot } from '../open-items.ts';
import { LIMITS } from '../policy.ts';
import { runningOf } from '../series.ts';
import type { Chunk } from './label.ts';
import type { Hit } from './number.ts';
import { LIST_WORDS, RANGE_WORDS } from './vocabulary.ts';

/**
 * A tail at chunk i, which `adjoins` the number before it or follows a word of lists, replaces the last digits of the number before it. It counts only when it names an item of
 * the same customer and in one way only; anything else is no tail.
 */
export function readTail(
  chunks: readonly Chunk[],
  i: number,
  anchor: Slot,
  adjoins: boolean,
  index: OpenItems,
): Hit | null {
  const chunk = chunks[i]!;
  const parts = runningOf(anchor.number);
  if (!chunk.digits || chunk.masked || !parts || chunk.text.length > parts.running.length) return null;
  const next = chunks[i + 1];
  if (next && !next.digits && next.gap === 'none') return null;
  const before = chunks[i - 1];
  if (!before || !(adjoins || before.digits || RANGE_WORDS.has(before.text) || LIST_WORDS.has(before.text)))
    return null;
  // "02-0013" after FA-2026-01-0012 is February's.
  const pair = next?.digits && !next.masked && next.gap === 'sign' ? chunk.text + next.text : '';
  const both = pair === '' || pair.length > parts.running.length ? [] : tailSlots(pair, anchor, parts, index);
  // A piece of digits that say something else.
  if (before.digits && !adjoins && chunk.gap === 'sign') return null;
  const found = tailSlots(chunk.text, anchor, parts, index);
  if (both.length > 0)
    return found.length > 0 ? null : { slots: both, from: i, to: i + 2, kind: 'tail', type: 'invoice-number' };
  if (found.length === 0) return null;
  const isRange = !before.digits && RANGE_WORDS.has(before.text);
  if (!isRange) return { slots: found, from: i, to: i + 1, kind: 'tail', type: 'invoice-number' };
  const between = rangeSlots(anchor, found[0]!, index);
  return between ? { slots: between, from: i, to: i + 1, kind: 'range', type: 'invoice-number' } : null;
}

type Parts = { head: string; running: string; tail: string };

function tailSlots(text: string, anchor: Slot, parts: Parts, index: OpenItems): readonly Slot[] {
  const replaced = parts.running.slice(0, parts.running.length - text.length) + text;
  const padded = text.replace(/^0+(?=\d)/, '').padStart(parts.running.length, '0');
  const one = sameCustomers(replaced, anchor, parts, index);
  const other = padded === replaced ? [] : sameCustomers(padded, anchor, parts, index);
  if (one.length > 0 && other.length > 0) return [];
  return inOrder(one.length > 0 ? one : other);
}

function sameCustomers(running: string, anchor: Slot, parts: Parts, index: OpenItems): Slot[] {
  return index
    .written(parts.head + running + parts.tail)
    .filter((slot) => slot.item.partyId === anchor.item.partyId && slot !== anchor);
}

/** The open items of the same customer from one number to another; null when the range is empty, backwards or too long. */
function rangeSlots(from: Slot, to: Slot, index: OpenItems): readonly Slot[] | null {
  const a = runningOf(from.number);
  const b = runningOf(to.number);
  if (!a || !b || a.head !== b.head || a.tail !== b.tail) return null;
  const low = Number(a.running);
  const high = Number(b.running);
  if (high <= low || high - low > LIMITS.rangeMax) return null;
  const slots: Slot[] = [];
  for (let n = low + 1; n <= high; n += 1) {
    const running = String(n).padStart(a.running.length, '0');
    for (const slot of index.written(a.head + running + a.tail)) {
      if (slot.item.partyId === from.item.partyId) slots.push(slot);
    }
  }
  return inOrder(slots);
}
