// The identity of a bank line: the same entry delivered again has the same key, two equal entries of one day have two.
import type { Draft } from './index.ts';

/**
 * One key a line, in order: account, day, amount and the bank's reference, or the text where there is none, and which of
 * several equal lines it is. With a reference the text does not count, so that two formats of one bank agree.
 * `first` is the number of equal lines that came before in an earlier part of the same day.
 */
export function keysOf(drafts: readonly Draft[], first: ReadonlyMap<string, number> = new Map()): string[] {
  const seen = new Map<string, number>();
  return drafts.map((draft) => {
    const base = baseKey(draft);
    const nth = seen.get(base) ?? first.get(base) ?? 0;
    seen.set(base, nth + 1);
    return nthKey(base, nth);
  });
}

/** The key without its place among equals. */
export function baseKey(draft: Draft): string {
  const name = draft.entryRef === null ? `text:${textOf(draft)}` : `ref:${draft.entryRef}`;
  return [draft.account, draft.bookingDay, draft.currency, draft.amountMinor, name].join('|');
}

export function nthKey(base: string, nth: number): string {
  return `${base}|${nth}`;
}

/** Banks change case, spacing and punctuation of the same text between two deliveries. */
function textOf(draft: Draft): string {
  const words = [draft.counterparty, draft.label, draft.endToEndId].filter((text) => text !== null).join(' ');
  return words
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toUpperCase();
}
