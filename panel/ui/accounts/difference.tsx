// The band under the two sides of an account: what lies between them, what it is, and the entry that this posts.
import { AccountPick } from '../queue/account-pick.tsx';
import { ChoiceFacts, type ChoiceKeys, Choices, OTHERS_KEY } from '../queue/difference.tsx';
import { choose, type Draft, differenceOf, isShort } from '../queue/draft.ts';
import { DifferenceMenu } from '../queue/nature-menu.tsx';
import { open, show } from '../queue/open.ts';
import { EntryLine } from '../queue/reasons.tsx';
import { words, write } from '../words/index.ts';
import { changeOwn, own, preview } from './draft.ts';
import { moveShown } from './state.ts';

const SHORT_KEYS = { e: 'discount', f: 'bank_fee', d: 'rounding', s: 'withholding', l: 'leave' } as const;
const OVER_KEYS = { d: 'rounding', l: 'on-account' } as const;

/** Presses the choice of this letter; false when there is no difference, or the letter means nothing here. */
export function chooseByKey(letter: string): boolean {
  const draft = own.peek();
  if (!draft) return false;
  const choice = keysOf(draft)[letter];
  if (letter === OTHERS_KEY) show('difference');
  else if (choice) changeOwn((it) => choose(it, choice));
  else return false;
  return true;
}

function keysOf(draft: Draft): ChoiceKeys {
  return isShort(draft) ? SHORT_KEYS : OVER_KEYS;
}

export function Difference() {
  const draft = own.value;
  if (!draft) return null;
  const w = words.value.accounts;
  const size = write.value.money(Math.abs(differenceOf(draft)), draft.currency);
  const entry = preview.value?.entry ?? [];
  const day = preview.value?.day ?? null;
  return (
    <div class={`diff ${draft.choice === null ? '' : 'calm'}`}>
      <b class={draft.choice === null ? 'warn' : ''}>{isShort(draft) ? w.short(size) : w.over(size)}</b>
      <Choices own={draft} keys={keysOf(draft)} change={changeOwn} />
      <ChoiceFacts own={draft} />
      {draft.choice === null && <p class="s13 warn-text">{w.ask}</p>}
      {day && <EntryLine entry={entry} heading={words.value.detail.entry(write.value.day(day))} />}
    </div>
  );
}

/** The entry by which a receipt goes to another customer's account. */
export function Move() {
  const now = preview.value;
  if (!moveShown.value || !now?.day) return null;
  return (
    <div class="diff calm">
      <EntryLine entry={now.entry} heading={words.value.detail.entry(write.value.day(now.day))} />
    </div>
  );
}

/** What opens above the action bar, if anything. */
export function LetterMenus() {
  const draft = own.value;
  if (!draft) return null;
  if (open.value === 'difference') return <DifferenceMenu own={draft} change={changeOwn} claims={false} />;
  return open.value === 'account' ? <AccountPick lineId={null} own={draft} change={changeOwn} /> : null;
}
