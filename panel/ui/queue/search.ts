// The search for another open item: leads first, then what is typed; what is ticked goes into the draft.
import { signal } from '@preact/signals';
import type { PartyRow } from '../../../sync/port/account-view.ts';
import type { FaultView, ItemRow } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { changeDraft, draft } from './detail.ts';
import { addItem, type Draft, removeItem, setParty } from './draft.ts';
import { leadOf, likeliestFirst } from './lead.ts';
import { current } from './state.ts';

const TYPING_MS = 120;
const RESULTS_MAX = 50;
const PARTIES_MAX = 3;

export type Found =
  | { at: 'asking' }
  | { at: 'here'; of: string; items: readonly ItemRow[]; parties: readonly PartyRow[]; leads: boolean }
  | { at: 'failed'; fault: FaultView };

export const query = signal('');
/** Counts the times that somebody asked for the field by its key: also when it stands open, what is typed next is a new search. */
export const called = signal(0);
export const found = signal<Found>({ at: 'asking' });
let timer: ReturnType<typeof setTimeout> | undefined;
let asked = 0;

/** Forgets the last search and asks for the leads of this line. */
export function startSearch(): void {
  found.value = { at: 'asking' };
  type('');
}

export function type(text: string): void {
  query.value = text;
  clearTimeout(timer);
  timer = setTimeout(() => again(), TYPING_MS);
}

/** A decision changed what is due: what stands there is asked for once more, and keeps its places. */
export function refreshSearch(): void {
  const now = found.peek();
  if (now.at === 'here') again(now.items);
}

/** Nobody searches any more: no answer is waited for. */
export function endSearch(): void {
  clearTimeout(timer);
  asked += 1;
  found.value = { at: 'asking' };
}

function again(shown: readonly ItemRow[] = []): void {
  const text = query.peek().trim();
  const row = current.peek();
  void ask(text === '' && row ? leadOf(row) : text, text === '', shown);
}

export function isTicked(itemId: string): boolean {
  return draft.value?.takes.some((take) => take.item.itemId === itemId) ?? false;
}

export function toggle(item: ItemRow): void {
  changeDraft((own) =>
    own.takes.some((take) => take.item.itemId === item.itemId) ? removeItem(own, item.itemId) : addItem(own, item),
  );
}

/** What was typed, once its answer is here; null while another one's results stand there. */
export function answered(): Extract<Found, { at: 'here' }> | null {
  const now = found.peek();
  return now.at === 'here' && now.of === query.peek().trim() ? now : null;
}

/** Puts the whole line on this customer's account, or takes it off again. */
export function toggleParty({ partyId, name }: PartyRow): void {
  changeDraft((own) => (isOn(own, partyId) ? setParty(own, null, null) : setParty(own, partyId, name)));
}

/** The whole line is this customer's, and no item of theirs is ticked. */
export const isOn = (own: Draft | null, partyId: string): boolean =>
  own !== null && own.takes.length === 0 && own.partyId === partyId;

async function ask(text: string, leads: boolean, shown: readonly ItemRow[]): Promise<void> {
  asked += 1;
  const mine = asked;
  if (text === '') {
    found.value = { at: 'here', of: leads ? '' : text, items: [], parties: [], leads };
    return;
  }
  const [answer, named] = await Promise.all([
    client.items(text, RESULTS_MAX, 'yes', current.peek()?.currency),
    client.customers(text, PARTIES_MAX),
  ]);
  if (mine !== asked) return;
  // Settled items are found too, after the open ones; nothing can be put on them here.
  const open = answer.ok ? answer.value.filter((item) => item.residualMinor !== 0) : [];
  const row = leads ? current.peek() : null;
  const placeOf = (item: ItemRow) => shown.findIndex((it) => it.itemId === item.itemId) + 1 || Number.MAX_VALUE;
  const items = (row ? likeliestFirst(open, row) : open).sort((a, b) => placeOf(a) - placeOf(b));
  found.value = answer.ok
    ? { at: 'here', of: leads ? '' : text, items, parties: named.ok ? named.value : [], leads }
    : { at: 'failed', fault: answer.fault };
}
