// Choosing the account that a line, or what is left of it, goes to: by number or words, with the VAT that it contains.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AccountChoice, AccountChoices } from '../../../sync/port/ledger-view.ts';
import { client } from '../client.ts';
import { strokeOf } from '../part/keyboard.ts';
import { words, write } from '../words/index.ts';
import { type ChangeDraft, chooseWith, type Draft, isShort } from './draft.ts';
import { close } from './open.ts';

const TYPING_MS = 120;
const ACCOUNTS_MAX = 6;
/** The rates of VAT in force in France, in hundredths of a percent. */
const RATES: readonly number[] = [0, 210, 550, 1000, 2000];

const NOTHING: AccountChoices = { accounts: [], vat: { input: null, output: null } };

/** What is typed and marked, the accounts that fit it, and what taking one does. */
function usePick(lineId: string | null, own: Draft, change: ChangeDraft) {
  const typed = useSignal('');
  const found = useSignal<AccountChoices & { of: string | null }>({ ...NOTHING, of: null });
  // Enter on what was just typed waits for its accounts: what stands there until then is another number's.
  const entered = useSignal<string | null>(null);
  const at = useSignal(0);
  const rate = useSignal<number | null>(null);
  const isCost = isShort(own) || own.amountMinor < 0;
  const vatOf = (choice: AccountChoice | undefined) => ({
    rateBp: rate.value ?? choice?.vat?.rateBp ?? 0,
    account: choice?.vat?.account ?? found.value.vat[isCost ? 'input' : 'output'],
  });
  const take = (choice: AccountChoice | undefined) => {
    if (!choice) return;
    const { rateBp, account } = vatOf(choice);
    const vat = rateBp > 0 && account !== null ? { rateBp, account } : null;
    close();
    change((it) => chooseWith(it, 'other', { account: choice.number, accountName: choice.name, vat }));
  };
  const takeMarked = () => {
    const isHere = found.peek().of === typed.peek();
    entered.value = isHere ? null : typed.peek();
    if (isHere) take(found.peek().accounts[at.peek()]);
  };
  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const stop = typed.subscribe((text) => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const answer = await client.ledgerAccounts(text.trim(), lineId, ACCOUNTS_MAX);
        if (!answer.ok || typed.peek() !== text) return;
        found.value = { ...answer.value, of: text };
        at.value = 0;
        if (entered.peek() === text) takeMarked();
      }, TYPING_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  const chosen = found.value.accounts[at.value];
  return { typed, found, at, rate, chosen, ...vatOf(chosen), take, takeMarked };
}

type Pick = ReturnType<typeof usePick>;

/** Enter takes the account that is marked; the arrows mark another, and to left and right the rate. */
export function AccountPick({ lineId, own, change }: { lineId: string | null; own: Draft; change: ChangeDraft }) {
  const w = words.value.account;
  const field = useRef<HTMLInputElement>(null);
  const pick = usePick(lineId, own, change);
  const { typed, found, at, chosen } = pick;
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <div class="menu pick-account" onKeyDown={(event) => onKey(event, pick, field.current)}>
      <label class="menu-head" for="account-wanted">
        {w.heading}
      </label>
      <input
        id="account-wanted"
        ref={field}
        type="text"
        autocomplete="off"
        role="combobox"
        aria-expanded="true"
        aria-controls="account-choices"
        aria-activedescendant={chosen ? `account-choice-${at.value}` : undefined}
        value={typed.value}
        placeholder={w.placeholder}
        onInput={(event) => (typed.value = event.currentTarget.value)}
      />
      <div id="account-choices" role="listbox" aria-label={w.heading}>
        {found.value.accounts.map((choice, i) => (
          <Choice key={choice.number} choice={choice} index={i} on={i === at.value} onPick={() => pick.take(choice)} />
        ))}
      </div>
      {found.value.accounts.length === 0 && found.value.of === typed.value && typed.value !== '' && (
        <p class="s13 sec" role="status">
          {w.none(typed.value)}
        </p>
      )}
      <Rates pick={pick} />
      <div class="menu-foot s12 sec">{w.foot}</div>
    </div>
  );
}

function onKey(
  event: KeyboardEvent,
  { typed, found, at, rate, rateBp, takeMarked }: Pick,
  field: HTMLInputElement | null,
) {
  const stroke = strokeOf(event);
  const last = found.value.accounts.length - 1;
  event.stopPropagation();
  if (stroke === 'enter') takeMarked();
  else if (stroke === 'escape') close();
  else if (event.key === 'ArrowDown') at.value = Math.min(last, at.value + 1);
  else if (event.key === 'ArrowUp') at.value = Math.max(0, at.value - 1);
  else if (event.key === 'ArrowRight' && atEnd(field)) rate.value = nextRate(rateBp, 1);
  else if (event.key === 'ArrowLeft' && typed.value === '') rate.value = nextRate(rateBp, -1);
  else return;
  event.preventDefault();
}

function Rates({ pick: { rate, rateBp, account } }: { pick: Pick }) {
  const w = words.value.account;
  return (
    <div class="rates" role="radiogroup" aria-label={w.rate}>
      <span class="s12 sec">{w.rate}</span>
      {RATES.map((bp) => (
        <button
          key={bp}
          type="button"
          role="radio"
          aria-checked={bp === rateBp}
          aria-disabled={bp > 0 && account === null}
          onClick={() => (rate.value = bp)}
        >
          {bp === 0 ? w.noVat : write.value.percent(...percentOf(bp))}
        </button>
      ))}
    </div>
  );
}

function Choice(props: { choice: AccountChoice; index: number; on: boolean; onPick: () => void }) {
  const { choice, index, on, onPick } = props;
  return (
    <div id={`account-choice-${index}`} role="option" aria-selected={on} onClick={onPick}>
      <span class="mono">{choice.number}</span> <span class="m el">{choice.name}</span>
      {choice.used > 0 && <span class="s12 sec nw">{words.value.account.used(choice.used)}</span>}
    </div>
  );
}

function nextRate(rateBp: number, by: 1 | -1): number {
  const at = RATES.indexOf(rateBp);
  return RATES[Math.min(RATES.length - 1, Math.max(0, at + by))] ?? 0;
}

function atEnd(field: HTMLInputElement | null): boolean {
  return field === null || field.selectionStart === field.value.length;
}

/** 2000 is 20 %, 550 is 5,5 %. */
export function percentOf(rateBp: number): [number, 0 | 1] {
  return rateBp % 100 === 0 ? [rateBp / 100, 0] : [rateBp / 10, 1];
}
