// The letter in view as a draft: what is ticked, taken whole, what lies between its sides, and the entry for that.
import { computed, effect, signal } from '@preact/signals';
import type { Day } from '../../../sync/model/day.ts';
import type { LetterBody } from '../../../sync/port/ledger-view.ts';
import type { EntryRow, FaultView } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { forewarn, STILL_MS } from '../forewarn.ts';
import {
  type ChangeDraft,
  type Choice,
  type Draft,
  differenceOf,
  differencesOf,
  type Facts,
  fits,
} from '../queue/draft.ts';
import { words, write } from '../words/index.ts';
import * as accounts from './state.ts';

const NOTHING: { choice: Choice | null; facts: Facts } = { choice: null, facts: {} };

const chosen = signal(NOTHING);

/** What the two sides leave between them; null while nothing, or one side alone, is ticked. */
export const own = computed<Draft | null>(() => {
  const { count, debit, credit, difference } = accounts.sums.value;
  const row = accounts.current.value;
  const [first] = accounts.itemsTicked.value;
  if (!row || !first || count < 2 || debit === 0 || credit === 0 || difference === 0) return null;
  const takes = accounts.itemsTicked.value.map((item) => ({ item, minor: item.residualMinor }));
  const { currency } = first;
  const { partyId, partyName } = row;
  const whose = { partyId, partyName, currency };
  const draft = { amountMinor: 0, base: null, touched: true, fixed: null, foreign: false, ...whose, takes };
  return { ...draft, ...chosen.value };
});

export const changeOwn: ChangeDraft = (change) => {
  const now = own.peek();
  if (!now) return;
  const { choice, facts } = change(now);
  chosen.value = { choice, facts };
};

/** What Enter sends; null while the difference is not named. */
const body = computed<LetterBody | null>(() => {
  const itemIds = [...accounts.ticked.value];
  const draft = own.value;
  if (!draft) return accounts.sums.value.difference === 0 ? { itemIds, adjustments: [], leave: false } : null;
  const { choice } = draft;
  if (choice === null || !fits(draft, choice)) return null;
  if (choice === 'leave' || choice === 'on-account') return { itemIds, adjustments: [], leave: true };
  return { itemIds, adjustments: differencesOf(draft), leave: false };
});

/** The entry of what is written off, in the server's words when it would be refused. */
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
    const now = own.value === null ? null : body.value;
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

/** Why lettering is off, in words; null when it is on. */
export function stopOf(): string | null {
  const w = words.value;
  const { count, difference } = accounts.sums.value;
  if (count < 2) return w.accounts.tickTwo;
  if (preview.value?.fault) return preview.value.fault.says;
  if (body.value) return null;
  return own.value ? w.problem.choose : w.accounts.unequal(write.value.money(Math.abs(difference)));
}

export function letterNow(): boolean {
  const now = body.peek();
  if (now === null || stopOf() !== null) return false;
  if (fore.isNews()) return true;
  return accounts.letter({ ...now, ...fore.accepted() });
}

/** The button says what will be joined, and what becomes of the difference. */
export function letterText(): string {
  const w = words.value;
  const f = write.value;
  const { count, debit, credit } = accounts.sums.value;
  const draft = own.value;
  if (!draft || draft.choice === null) return w.accounts.letter(count, f.money(Math.min(debit, -credit)));
  const size = f.money(Math.abs(differenceOf(draft)), draft.currency);
  if (body.value?.leave) return w.accounts.letterLeave(count, size);
  const what = w.primary.as[draft.choice] ?? w.choice[draft.choice].toLocaleLowerCase();
  return w.accounts.letterWith(count, what, size);
}
