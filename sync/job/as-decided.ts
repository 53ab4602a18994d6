// What a posting keeps besides its entry until it is sent: whose each item was, and the warnings that a person had read.
import type { FaultCode } from '../fault/index.ts';
import type { OpenItem } from '../model/ledger.ts';
import type { Posting } from '../port/erp.ts';
import type { OutboxRow } from '../port/store.ts';
import { ACCEPTABLE } from './foresee.ts';

type Kept = OutboxRow['answer'];

export function asDecided(items: readonly OpenItem[], accepted: readonly string[]): NonNullable<Kept> {
  const parties = Object.fromEntries(items.map((item) => [item.id, item.partyId]));
  return accepted.length === 0 ? { parties } : { parties, accepted };
}

/** Of a decision that was taken before this was kept, nothing. */
export function partiesIn(kept: Kept): NonNullable<Posting['parties']> {
  const said = kept?.['parties'];
  if (typeof said !== 'object' || said === null) return {};
  const named = Object.entries(said).filter(
    (pair): pair is [string, string | null] => pair[1] === null || typeof pair[1] === 'string',
  );
  return Object.fromEntries(named);
}

/** Warnings that the person had read: the night accepts none. */
export function acceptedIn(kept: Kept): FaultCode[] {
  const said = kept?.['accepted'];
  return Array.isArray(said) ? ACCEPTABLE.filter((code) => said.includes(code)) : [];
}
