// A decision on a proposal is a decision on what was seen of it.
import type { Candidate } from '../model/match.ts';
import type { Shown } from '../port/view.ts';
import { refuse } from './desk.ts';

/** Refuses when another candidate stands where `shown` stood; null when the caller names none. */
export function refuseUnseen({ partyId, allocations }: Candidate, shown: Shown | null): void {
  if (shown === null) return;
  const itemIds = allocations.map((it) => it.itemId).sort();
  const isSame = partyId === shown.partyId && itemIds.join('\n') === [...shown.itemIds].sort().join('\n');
  if (!isSame) refuse('proposal-changed');
}
