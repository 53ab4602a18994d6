// The company's bank accounts: which account of the ledger each one is, and in which journal its entries stand.
import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BankAccount } from '../../../sync/model/company.ts';
import type { FaultView } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { say } from '../lane.ts';
import { newKey } from '../wire.ts';
import { words, write } from '../words/index.ts';
import { takeWanted } from './new-account.ts';

const accounts = signal<readonly BankAccount[] | null>(null);
const fault = signal<FaultView | null>(null);

async function open(): Promise<void> {
  const answer = await client.bankAccounts();
  if (answer.ok) accounts.value = answer.value;
}

async function link(form: HTMLFormElement): Promise<void> {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').replace(/\s/g, '');
  const answer = await client.linkBankAccount(
    { account: text('account'), ledgerAccount: text('ledgerAccount'), journal: text('journal') },
    newKey(),
  );
  fault.value = answer.ok ? null : answer.fault;
  if (!answer.ok) return;
  accounts.value = answer.value;
  form.reset();
  say(words.peek().settings.linked);
}

export function BankAccounts() {
  const w = words.value.settings;
  const section = useRef<HTMLElement>(null);
  useEffect(() => void open(), []);
  const [wanted] = useState(takeWanted);
  const isHere = accounts.value !== null;
  // Once the known accounts stand above the form: before, they would push it out of sight.
  useEffect(() => {
    if (wanted === null || !isHere) return;
    section.current?.scrollIntoView({ block: 'center' });
    section.current?.querySelector<HTMLInputElement>(wanted === '' ? '#account-new' : '#ledger-new')?.focus();
  }, [isHere]);
  return (
    <section class="sect" ref={section}>
      <header>
        <h2>{w.banks}</h2>
        <span class="s12 mut">{w.banksNote}</span>
      </header>
      {(accounts.value ?? []).map((it) => (
        <LinkForm key={it.account} it={it} />
      ))}
      <LinkForm it={null} wanted={accounts.value?.some((it) => it.account === wanted) ? null : wanted} />
      {fault.value && (
        <p class="msg" role="alert">
          {fault.value.says || words.value.fault.noAnswer}
        </p>
      )}
    </section>
  );
}

/** A known account with its links, or an empty form for a new one. */
function LinkForm({ it, wanted = null }: { it: BankAccount | null; wanted?: string | null }) {
  const [w, id] = [words.value.settings, it?.account ?? 'new'];
  return (
    <form
      class="field link-form"
      onSubmit={(event) => {
        event.preventDefault();
        void link(event.currentTarget);
      }}
    >
      {it ? (
        <span class="mono">
          {write.value.account(it.account)}
          {it.ledgerAccount === null && <small class="s12 warn">{w.unlinked}</small>}
          <input type="hidden" name="account" value={it.account} />
        </span>
      ) : (
        <label>
          {w.newAccount}
          <input
            id="account-new"
            name="account"
            class="fld mono"
            size={27}
            required
            defaultValue={wanted ?? ''}
            placeholder="FR76 …"
          />
        </label>
      )}
      <label for={`ledger-${id}`}>
        {w.ledgerAccount}
        <input
          id={`ledger-${id}`}
          name="ledgerAccount"
          class="fld"
          required
          size={8}
          defaultValue={it?.ledgerAccount ?? ''}
          placeholder="512000"
        />
      </label>
      <label for={`journal-${id}`}>
        {w.journal}
        <input
          id={`journal-${id}`}
          name="journal"
          class="fld"
          required
          size={5}
          defaultValue={it?.journal ?? ''}
          placeholder="BQ"
        />
      </label>
      <button type="submit" class="btn out sm">
        {w.link}
      </button>
    </form>
  );
}
