// What becomes of a draft when the proposals of its line are read anew. Pure.
import type { LineDetail } from '../../../sync/port/view.ts';
import { type Draft, startDraft } from './draft.ts';

/**
 * The draft once the line's proposals were read anew: what a person put together stays, and a proposal that was in view follows
 * to its new place. Null where that one is no longer proposed.
 */
export function carried(own: Draft, before: LineDetail, now: LineDetail): Draft | null {
  const shown = takenBy(startDraft(before, own.base ?? 0));
  const at = now.candidates.findIndex((_, i) => takenBy(startDraft(now, i)) === shown);
  if (takenBy(own) !== shown) return { ...own, base: at < 0 ? null : at };
  return at < 0 ? null : startDraft(now, at);
}

/** Is it anything else than the first proposal as it came? */
export function isOwn(own: Draft, detail: LineDetail): boolean {
  return takenBy(own) !== takenBy(startDraft(detail, 0));
}

/** What accepting it would do, as text to compare. */
function takenBy({ partyId, takes, choice, facts, fixed }: Draft): string {
  return JSON.stringify([partyId, takes.map(({ item, minor }) => [item.itemId, minor]), choice, facts, fixed]);
}
