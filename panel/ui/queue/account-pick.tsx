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

/** What is typed and marked, the accounts that fit it, and what taking one does. */
function usePick(lineId: string | null, own: Draft, change: ChangeDraft) {
  const typed = useSignal('');
  const found = useSignal<AccountChoices>({ accounts: [], vat: { input: null, output: null } });
  const at = useSignal(0);
  const rate = useSignal<number | null>(null);
  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const stop = typed.subscribe((text) => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const answer = await client.ledgerAccounts(text.trim(), lineId, ACCOUNTS_MAX);
        if (!answer.ok || typed.peek() !== text) return;
        found.value = answer.value;
        at.value = 0;
      }, TYPING_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  const chosen = found.value.accounts[at.value];
  const rateBp = rate.value ?? chosen?.vat?.rateBp ?? 0;
  const isCost = isShort(own) || own.amountMinor < 0;
  const vatAccount = chosen?.vat?.account ?? found.value.vat[isCost ? 'input' : 'output'];
  const take = (choice: AccountChoice | undefined) => {
    if (!choice) return;
    const vat = rateBp > 0 && vatAccount !== null ? { rateBp, account: vatAccount } : null;
    close();
    change((it) => chooseWith(it, 'other', { account: choice.number, accountName: choice.name, vat }));
  };
  return { typed, found, at, rate, chosen, rateBp, vatAccount, take };
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
      <Rates pick={pick} />
      <div class="menu-foot s12 sec">{w.foot}</div>
    </div>
  );
}

function onKey(
  event: KeyboardEvent,
  { typed, found, at, rate, chosen, rateBp, take }: Pick,
  field: HTMLInputElement | null,
) {
  const stroke = strokeOf(event);
  const last = found.value.accounts.length - 1;
  event.stopPropagation();
  if (stroke === 'enter') take(chosen);
  else if (stroke === 'escape') close();
  else if (event.key === 'ArrowDown') at.value = Math.min(last, at.value + 1);
  else if (event.key === 'ArrowUp') at.value = Math.max(0, at.value - 1);
  else if (event.key === 'ArrowRight' && atEnd(field)) rate.value = nextRate(rateBp, 1);
  else if (event.key === 'ArrowLeft' && typed.value === '') rate.value = nextRate(rateBp, -1);
  else return;
  event.preventDefault();
}

function Rates({ pick: { rate, rateBp, vatAccount } }: { pick: Pick }) {
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
          aria-disabled={bp > 0 && vatAccount === null}
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
