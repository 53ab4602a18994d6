// Beside a customer's items: what they owe against their limit, what they dispute, how they pay, whom to write to.
import type { CustomerView } from '../../../sync/model/customer.ts';
import { write } from '../words/index.ts';
import { late } from '../words/late.ts';

export function Exposure({ it }: { it: CustomerView }) {
  const w = late.value.customer;
  const money = (minor: number) => write.value.money(minor, it.currency);
  const limit = it.party.dealing?.creditLimitMinor ?? null;
  const over = limit === null ? 0 : it.openMinor - limit;
  return (
    <section class="sect">
      <header>
        <h2>{w.exposure}</h2>
      </header>
      <p class="big b">{money(it.openMinor)}</p>
      <p class={`s13 ${it.overdueMinor > 0 ? 'bad' : 'sec'}`}>{w.overdue(money(it.overdueMinor))}</p>
      {it.creditMinor !== 0 && <p class="s13 sec">{w.credits(money(it.creditMinor))}</p>}
      {it.receivedMinor !== 0 && <p class="s13 sec">{w.received(money(it.receivedMinor))}</p>}
      {limit !== null && (
        <p class={`s13 ${over > 0 ? 'bad' : 'sec'}`}>
          {over > 0 ? w.overLimit(money(limit), money(over)) : w.limit(money(limit))}
        </p>
      )}
    </section>
  );
}

export function Claims({ it }: { it: CustomerView }) {
  const w = late.value.customer;
  const f = write.value;
  if (it.claims.length === 0) return null;
  return (
    <section class="sect">
      <header>
        <h2>{w.claims}</h2>
      </header>
      {it.claims.map((claim) => (
        <p key={claim.id} class="s13">
          <b>{claim.document ?? ''}</b> {w.claim[claim.kind]} · {f.money(claim.amountMinor, it.currency)}{' '}
          <span class="sec">{w.since(f.day(claim.openedOn))}</span>
          {claim.note !== null && <span class="sec"> · {claim.note}</span>}
        </p>
      ))}
    </section>
  );
}

export function Habit({ it }: { it: CustomerView }) {
  const w = late.value.customer;
  const f = write.value;
  const { daysLate, daysToPay, paidLateShare, lastPayment, paidInvoices } = it.behaviour;
  const terms = it.party.dealing?.terms ?? null;
  const facts: [string, string][] = [
    ...(terms === null ? [] : [[w.terms, terms] as [string, string]]),
    ...(daysLate === null
      ? []
      : [[w.daysLate, daysLate < 0 ? w.early(f.count(-daysLate)) : w.days(f.count(daysLate))] as [string, string]]),
    ...(daysToPay === null ? [] : [[w.daysToPay, w.days(f.count(daysToPay))] as [string, string]]),
    ...(paidLateShare === null ? [] : [[w.paidLateShare, f.percent(paidLateShare, 1)] as [string, string]]),
    [w.paidInvoices, f.count(paidInvoices)],
    [
      w.lastPayment,
      lastPayment === null ? w.unknown : `${f.money(lastPayment.amountMinor, it.currency)}, ${f.day(lastPayment.day)}`,
    ],
  ];
  return (
    <section class="sect">
      <header>
        <h2>{w.habit}</h2>
      </header>
      <dl class="habit s13">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt class="sec">{name}</dt>
            <dd class="m">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Contact({ it }: { it: CustomerView }) {
  const contact = it.party.dealing?.contact ?? null;
  if (contact === null) return null;
  const ways = [contact.email, contact.phone].filter((text) => text !== null);
  return (
    <section class="sect">
      <header>
        <h2>{late.value.customer.contact}</h2>
      </header>
      <p class="s13">
        <b>{contact.name}</b> <span class="sec">{ways.join(' · ')}</span>
      </p>
    </section>
  );
}
