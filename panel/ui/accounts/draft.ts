// The letter in view as a draft: what is ticked, taken whole, what lies between its sides, and the entry for that.
import { computed, effect, signal } from '@preact/signals';
import type { Day } from '../../../sync/model/day.ts';
import type { LetterBody } from '../../../sync/port/ledger-view.ts';
import type { EntryRow, FaultView } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { forewarn, STILL_MS } from '../forewarn.ts';
import { type ChangeDraft, type Choice, type Draft, differencesOf, type Facts, fits } from '../queue/draft.ts';
import * as accounts from './state.ts';

const NOTHING: { choice: Choice | null; facts: Facts } = { choice: null, facts: {} };

const chosen = signal(NOTHING);

/** What the two sides leave between them; null while nothing, or one side alone, is ticked. */
export const own = computed<Draft | null>(() => {
  const { count, debit, credit, difference } = accounts.sums.value;
  const row = accounts.current.value;
  const [first] = accounts.itemsTicked.value;
  if (!row || isMixed.value || !first || count < 2 || debit === 0 || credit === 0 || difference === 0) return null;
  const takes = accounts.itemsTicked.value.map((item) => ({ item, minor: item.residualMinor }));
  const { currency } = first;
  const { partyId, partyName } = row;
  const whose = { partyId, partyName, currency };
  const draft = { amountMinor: 0, base: null, touched: true, fixed: null, foreign: false, ...whose, takes };
  return { ...draft, ...chosen.value };
});

/** Another customer's lines are ticked beside others than its receipt: no letter joins them. */
export const isMixed = computed(() => {
  const row = accounts.current.value;
  return accounts.moveShown.value === null && accounts.itemsTicked.value.some((it) => it.partyId !== row?.partyId);
});

export const changeOwn: ChangeDraft = (change) => {
  const now = own.peek();
  if (!now) return;
  const { choice, facts } = change(now);
  chosen.value = { choice, facts };
};

/** What Enter sends; null while the difference is not named. */
export const body = computed<LetterBody | null>(() => {
  const itemIds = [...accounts.ticked.value];
  if (isMixed.value) return null;
  if (accounts.moveShown.value) return { itemIds, adjustments: [], leave: false, move: true };
  const draft = own.value;
  if (!draft) return accounts.sums.value.difference === 0 ? { itemIds, adjustments: [], leave: false } : null;
  const { choice } = draft;
  if (choice === null || !fits(draft, choice)) return null;
  if (choice === 'leave' || choice === 'on-account') return { itemIds, adjustments: [], leave: true };
  return { itemIds, adjustments: differencesOf(draft), leave: false };
});

/** The entry of what is written off or moved, in the server's words when it would be refused. */
export const preview = signal<{ body: LetterBody; entry: EntryRow[]; day: Day | null; fault: FaultView | null } | null>(
  null,
);

/** What the ERP would do besides with the letter in view. */
export const fore = forewarn<LetterBody>({
  inView: () => {
    const now = body.value;
    return now && now.itemIds.length > 1 ? now : null;
  },
  ask: client.foreseeLetter,
});

/** Keeps the preview up to date, and forgets what a difference was once other lines are ticked; call once. */
export function watchLetter(): void {
  fore.watch();
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    accounts.ticked.value;
    chosen.value = NOTHING;
  });
  effect(() => {
    const now = own.value === null && accounts.moveShown.value === null ? null : body.value;
    clearTimeout(timer);
    preview.value = null;
    if (now) timer = setTimeout(() => void ask(now), STILL_MS);
  });
}

async function ask(now: LetterBody): Promise<void> {
  const answer = await client.letterPreview(now);
  if (body.peek() !== now) return;
  if (answer.ok) {
    const { entry, day, fault } = answer.value;
    preview.value = { body: now, entry, day: day ?? null, fault: fault ?? null };
  } else if (answer.status !== 0) preview.value = { body: now, entry: [], day: null, fault: answer.fault };
}
