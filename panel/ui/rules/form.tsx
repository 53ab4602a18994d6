// The form of a rule: plain conditions, one outcome. A changed rule is a new draft in the old one's place.
import { signal } from '@preact/signals';
import type { RuleView } from '../../../sync/port/trust-view.ts';
import { readAmount } from '../money.ts';
import { Button } from '../part/button.tsx';
import { accounts } from '../queue/state.ts';
import { home, words, write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { fault, findParties, form, parties, type RuleBody, saveRule } from './state.ts';

type Kind = 'party' | 'account' | 'never';

const kind = signal<Kind>('party');
const wrong = signal<string | null>(null);

export function RuleForm({ old }: { old: RuleView | null }) {
  const w = late.value.rules;
  const f = write.value;
  const when = old?.when ?? {};
  const amount = (minor: number | undefined) => (minor === undefined ? '' : f.amount(minor));
  return (
    <form
      class="rule-form"
      onSubmit={(event) => {
        event.preventDefault();
        const body = read(event.currentTarget, old);
        if (body) void saveRule(body);
      }}
    >
      <Field name="name" label={w.name} value={old?.name ?? ''} required />
      <Field name="label" label={w.label} value={when.label ?? ''} hint={w.labelHint} />
      <Field name="payer" label={w.payerAccount} value={when.counterpartyAccount ?? ''} mono />
      <label>
        <span>{w.bank}</span>
        <select class="fld" name="bank" defaultValue={when.account ?? ''}>
          <option value="">{w.anyBank}</option>
          {accounts.value.map((account) => (
            <option key={account} value={account} selected={account === when.account}>
              {f.account(account)}
            </option>
          ))}
        </select>
      </label>
      <Field name="from" label={w.from} value={amount(when.amountMinorFrom)} />
      <Field name="to" label={w.to} value={amount(when.amountMinorTo)} />
      <Outcome old={old} />
      {(wrong.value ?? fault.value) !== null && (
        <p class="msg" role="alert">
          {wrong.value ?? fault.value?.says}
        </p>
      )}
      <div class="btns">
        <button type="submit" class="btn pri sm">
          {w.save}
        </button>
        <Button
          small
          onPress={() => {
            form.value = 'closed';
            fault.value = null;
            wrong.value = null;
          }}
        >
          {words.value.act.close}
        </Button>
      </div>
    </form>
  );
}

function Outcome({ old }: { old: RuleView | null }) {
  const w = late.value.rules;
  const outcome = old?.outcome;
  return (
    <fieldset>
      <legend>{w.outcomeTitle}</legend>
      {(['party', 'account', 'never'] as const).map((value) => (
        <label key={value} class="radio">
          <input
            type="radio"
            name="kind"
            value={value}
            defaultChecked={value === (outcome?.kind ?? 'party')}
            onChange={() => (kind.value = value)}
          />
          {w.outcome[value]}
        </label>
      ))}
      <label>
        <span>{w.party}</span>
        <input
          class="fld"
          name="party"
          list="rule-parties"
          autocomplete="off"
          placeholder={w.partyHint}
          defaultValue={old?.partyName ?? ''}
          onInput={(event) => void findParties(event.currentTarget.value)}
        />
      </label>
      <datalist id="rule-parties">
        {[...parties.value.keys()].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Field name="account" label={w.account} value={outcome?.kind === 'account' ? outcome.account : ''} />
    </fieldset>
  );
}

function Field(props: {
  name: string;
  label: string;
  value: string;
  hint?: string;
  required?: boolean;
  mono?: boolean;
}) {
  return (
    <label>
      <span>
        {props.label}
        {props.hint && <small class="s12 mut">{props.hint}</small>}
      </span>
      <input
        class={`fld ${props.mono ? 'mono' : ''}`}
        name={props.name}
        defaultValue={props.value}
        required={props.required ?? false}
        autocomplete="off"
      />
    </label>
  );
}

/** Null when something cannot be read, which is then said. */
function read(element: HTMLFormElement, old: RuleView | null): RuleBody | null {
  const w = late.peek().rules;
  const data = new FormData(element);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  const given = <T,>(name: string, value: T) => (text(name) === '' ? undefined : value);
  const [from, to] = [
    given('from', readAmount(text('from'), home.peek())),
    given('to', readAmount(text('to'), home.peek())),
  ];
  wrong.value = from === null || to === null ? w.unreadable : null;
  if (from === null || to === null) return null;
  const outcome = outcomeOf(text, old);
  if (!outcome) {
    wrong.value = w.unknownParty;
    return null;
  }
  const when = {
    label: given('label', text('label')),
    counterpartyAccount: given('payer', text('payer').replace(/\s/g, '')),
    account: given('bank', text('bank')),
    amountMinorFrom: from,
    amountMinorTo: to,
  };
  return { name: text('name'), when, outcome, replaces: old?.id ?? null };
}

function outcomeOf(text: (name: string) => string, old: RuleView | null): RuleBody['outcome'] | null {
  const chosen = text('kind');
  if (chosen === 'never') return { kind: 'never' };
  if (chosen === 'account') return { kind: 'account', account: text('account') };
  const same = old?.outcome.kind === 'party' && text('party') === old.partyName ? old.outcome.partyId : undefined;
  const partyId = parties.peek().get(text('party')) ?? same;
  return partyId === undefined ? null : { kind: 'party', partyId };
}
