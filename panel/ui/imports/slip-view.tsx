// The form for a cheque slip: number, day, account, one row a cheque, and its total beside the credit that it will explain.
import { useEffect, useRef } from 'preact/hooks';
import { AmountInput } from '../part/amount-input.tsx';
import { DayInput } from '../part/day-input.tsx';
import { Icon } from '../part/icon.tsx';
import { write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { Assistant } from './assistant.tsx';
import {
  accounts,
  type Cheque,
  change,
  changeCheque,
  closeSlip,
  credit,
  currency,
  dropCheque,
  fillCheque,
  keepSlip,
  missing,
  nextCheque,
  payers,
  type Slip,
  sending,
  slip,
  slipFault,
  suggestPayers,
  totalMinor,
} from './slip.ts';

const payerId = (id: number) => `slip-payer-${id}`;

export function SlipForm() {
  const it = slip.value;
  if (!it) return null;
  const w = late.value.slip;
  return (
    <Assistant
      title={w.title}
      note={w.note}
      of="slip"
      why={missing(it)}
      ready={<Against />}
      busy={sending.value}
      fault={slipFault.value}
      keep={w.keep}
      onKeep={() => void keepSlip()}
      onClose={closeSlip}
    >
      <Head it={it} />
      <Cheques it={it} />
    </Assistant>
  );
}

function Head({ it }: { it: Slip }) {
  const w = late.value.slip;
  const number = useRef<HTMLInputElement>(null);
  useEffect(() => number.current?.focus(), []);
  return (
    <div class="fields">
      <label>
        {w.number}
        <input
          ref={number}
          class="fld"
          value={it.number}
          maxLength={35}
          autocomplete="off"
          onInput={(event) => change({ number: event.currentTarget.value })}
        />
      </label>
      <label for="slip-day">
        {w.day}
        <DayInput
          id="slip-day"
          day={it.day}
          onDay={(day) => change({ day })}
          onEnter={() => document.getElementById(payerId(it.cheques[0]?.id ?? 0))?.focus()}
          onEscape={closeSlip}
        />
      </label>
      <Account it={it} />
    </div>
  );
}

function Account({ it }: { it: Slip }) {
  const w = late.value.slip;
  const f = write.value;
  const [only, ...others] = accounts.value;
  if (only && others.length === 0) {
    return (
      <div>
        {w.account}
        <b class="mono nw">{f.account(only.account)}</b>
      </div>
    );
  }
  return (
    <label>
      {w.account}
      <select class="fld" value={it.account} onChange={(event) => change({ account: event.currentTarget.value })}>
        {accounts.value.map(({ account, name }) => (
          <option key={account} value={account}>
            {[name, f.account(account)].filter(Boolean).join(' · ')}
          </option>
        ))}
      </select>
    </label>
  );
}

function Cheques({ it }: { it: Slip }) {
  const w = late.value.slip;
  return (
    <div class="held">
      <table class="t">
        <thead>
          <tr>
            <th scope="col">{w.payer}</th>
            <th scope="col">{w.invoice}</th>
            <th scope="col" class="num">
              {w.amount}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {it.cheques.map((cheque, i) => (
            <ChequeRow key={cheque.id} it={cheque} n={i + 1} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {w.total(it.cheques.length)}
            </th>
            <td class="num">
              <b>{write.value.amount(totalMinor.value, currency.value)}</b>
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
      <datalist id="slip-payers">
        {payers.value.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}

function ChequeRow({ it, n }: { it: Cheque; n: number }) {
  const w = late.value.slip;
  const goOn = () => {
    const next = nextCheque(it.id);
    // The row is there once the screen has followed.
    requestAnimationFrame(() => document.getElementById(payerId(next))?.focus());
  };
  return (
    <tr>
      <td>
        <input
          id={payerId(it.id)}
          class="fld"
          list="slip-payers"
          maxLength={140}
          autocomplete="off"
          aria-label={w.of(w.payer, n)}
          value={it.payer}
          onInput={(event) => {
            changeCheque(it.id, { payer: event.currentTarget.value });
            void suggestPayers(event.currentTarget.value);
          }}
        />
      </td>
      <td>
        <input
          class="fld"
          maxLength={140}
          autocomplete="off"
          aria-label={w.of(w.invoice, n)}
          value={it.invoice}
          onInput={(event) => changeCheque(it.id, { invoice: event.currentTarget.value })}
        />
      </td>
      <td class="num">
        <AmountInput
          minor={it.amountMinor}
          currency={currency.value}
          label={w.of(w.amount, n)}
          fault={it.amountMinor !== null && it.amountMinor <= 0 ? w.needsAmount : null}
          onAmount={(amountMinor) => changeCheque(it.id, { amountMinor })}
          onFill={() => fillCheque(it.id)}
          onDone={goOn}
          onCancel={closeSlip}
        />
      </td>
      <td>
        <button type="button" class="btn ghost sm" aria-label={w.removeOf(n)} onClick={() => dropCheque(it.id)}>
          <Icon name="cross" />
        </button>
      </td>
    </tr>
  );
}

/** The total against the waiting credit that is nearest. */
function Against() {
  const w = late.value.slip;
  const f = write.value;
  const it = credit.value;
  if (!it) return <span class="sec">{w.noCredit}</span>;
  const amount = f.money(it.amountMinor, it.currency);
  const rest = it.amountMinor - totalMinor.value;
  if (rest === 0) {
    return (
      <span class="ok">
        <Icon name="check" /> {w.explains(amount, f.shortDay(it.day), it.label)}
      </span>
    );
  }
  return (
    <span class="warn-text">
      {w.differs(amount, f.shortDay(it.day), f.money(Math.abs(rest), it.currency), rest > 0)}
    </span>
  );
}
