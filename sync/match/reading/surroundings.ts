// What stands around digits says whether they are an invoice's number, a piece of one, or something else.
import type { Chunk } from './label.ts';
import { DAY_WORDS, NUMBER_WORDS, ONLY_NUMBER, OTHER_KIND, OTHER_STEMS } from './vocabulary.ts';

/** True when no further piece hangs on the number: '2026/123' in '2026/123/4' or '123' in '2025-123' are not it. */
export function bordered(chunks: readonly Chunk[], from: number, to: number): boolean {
  const before = from > 0 ? chunks[from - 1]! : null;
  const after = to < chunks.length ? chunks[to]! : null;
  if (after && after.gap === 'none' && !after.digits && after.text.length <= 2) return false;
  if (!chunks[from]!.digits) return true;
  const first = chunks[from]!;
  if (before?.digits && first.gap === 'sign' && before.text.length <= 4 && first.text.length < 7) return false;
  return !(after?.digits && after.gap === 'sign' && after.text.length <= 2 && first.text.length < 7);
}

/**
 * Bare digits after "DEVIS" or "CLIENT N°", a day after "DU", or digits glued to letters that are none of ours
 * ("BL2026-00012"), number something of another kind.
 */
export function ofOtherKind(chunks: readonly Chunk[], from: number, lettered: boolean): boolean {
  const before = from > 0 ? chunks[from - 1]! : null;
  if (!before || before.digits) return false;
  if (namesOtherKind(chunks, from)) return true;
  if (DAY_WORDS.has(before.text) && couldBeDay(chunks[from]!.text)) return true;
  if (chunks[from]!.gap === 'blank') return false;
  return (
    (lettered || chunks[from]!.gap === 'none') &&
    !NUMBER_WORDS.some((word) => word.startsWith(before.text) || before.text.endsWith(word))
  );
}

/** True when the words before say that what follows is no invoice: "CLIENT N°", "DEVIS", "EUR", "P.O." in two pieces. */
export function namesOtherKind(chunks: readonly Chunk[], from: number): boolean {
  const before = from > 0 ? chunks[from - 1]! : null;
  if (!before || before.digits) return false;
  const earlier = from > 1 ? chunks[from - 2]!.text : '';
  const naming = ONLY_NUMBER.has(before.text) ? earlier : earlier.length === 1 ? earlier + before.text : '';
  return [before.text, naming].some(isOtherKind);
}

function isOtherKind(word: string): boolean {
  return OTHER_KIND.has(word) || OTHER_STEMS.some((stem) => word.startsWith(stem));
}

/** 31102026, 311026, 20261031: a day written without signs. */
function couldBeDay(digits: string): boolean {
  const [day, month] = /^20\d{6}$/.test(digits)
    ? [digits.slice(6), digits.slice(4, 6)]
    : [digits.slice(0, 2), digits.slice(2, 4)];
  return (
    /^(?:\d{6}|\d{8})$/.test(digits) &&
    Number(day) >= 1 &&
    Number(day) <= 31 &&
    Number(month) >= 1 &&
    Number(month) <= 12
  );
}

/** The letters that open a number, or a word that ends with them and runs into the number: not "FACTURA 26" for "A26". */
export function runsInto(start: Chunk, next: Chunk | undefined, prefix: string): boolean {
  return start.text === prefix || (start.text.endsWith(prefix) && next !== undefined && next.gap !== 'blank');
}
