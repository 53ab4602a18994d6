// Choosing the account that a line, or what is left of it, goes to: by number or words, with the VAT that it contains.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AccountChoice, AccountChoices } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { strokeOf } from '../part/keyboard.ts';
import { words, write } from '../words/index.ts';
import { changeDraft } from './detail.ts';
import { chooseWith, type Draft, isShort } from './draft.ts';
import { close } from './open.ts';

const TYPING_MS = 120;
const ACCOUNTS_MAX = 6;
/** The rates of VAT in force in France, in hundredths of a percent. */
const RATES: readonly number[] = [0, 210, 550, 1000, 2000];

/** Enter takes the account that is marked; the arrows mark another, and to left and right the rate. */
export function AccountPick({ lineId, own }: { lineId: string; own: Draft }) {
  const w = words.value.account;
  const typed = useSignal('');
  const found = useSignal<AccountChoices>({ accounts: [], vat: { input: null, output: null } });
  const at = useSignal(0);
  const rate = useSignal<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
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
  const vatAccount = chosen?.vat?.account ?? found.value.vat[isShort(own) || own.amountMinor < 0 ? 'input' : 'output'];
  const take = (choice: AccountChoice | undefined) => {
    if (!choice) return;
    const vat = rateBp > 0 && vatAccount !== null ? { rateBp, account: vatAccount } : null;
    close();
    changeDraft((it) => chooseWith(it, 'other', { account: choice.number, accountName: choice.name, vat }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const stroke = strokeOf(event);
    const last = found.value.accounts.length - 1;
    if (stroke === 'enter') take(chosen);
    else if (stroke === 'escape') close();
    else if (event.key === 'ArrowDown') at.value = Math.min(last, at.value + 1);
    else if (event.key === 'ArrowUp') at.value = Math.max(0, at.value - 1);
    else if (event.key === 'ArrowRight' && atEnd(field.current)) rate.value = nextRate(rateBp, 1);
    else if (event.key === 'ArrowLeft' && typed.value === '') rate.value = nextRate(rateBp, -1);
    else {
      event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="menu pick-account" onKeyDown={onKeyDown}>
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
          <Choice key={choice.number} choice={choice} index={i} on={i === at.value} onPick={() => take(choice)} />
        ))}
      </div>
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
      <div class="menu-foot s12 sec">{w.foot}</div>
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
