// The control line: the report against the ledger's own balances, computed apart; and the money that stands outside.
import { Icon } from '../part/icon.tsx';
import { screen } from '../shell/route.ts';
import { write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { colourOf, columnText } from './column.ts';
import * as aging from './state.ts';

const ACCOUNTS_SHOWN = 6;
/** So many entries are shown without being asked for. */
const FEW = 5;

export function Control() {
  const report = aging.report.value;
  if (!report) return null;
  const w = late.value.aging;
  const f = write.value;
  const { control, currency } = report;
  const even =
    control.differenceMinor === 0 && control.accounts.every((it) => !it.inside || it.ledgerMinor === it.reportMinor);
  return (
    <>
      <div class="bar control s13">
        <span class={`m nw ${even ? 'ok' : 'bad'}`}>
          <Icon name={even ? 'check' : 'warning'} /> {even ? w.even : w.uneven}
        </span>
        {report.amounts === 'document' && <span class="tag">{w.wholeIn(currency)}</span>}
        <span class="proof">
          {f.money(control.ledgerMinor, currency)} = <Accounts />
        </span>
        <span class={`tag ${even ? 'ok' : 'bad'}`}>{w.difference(f.money(control.differenceMinor, currency))}</span>
        <Source />
        <Outside />
        <span class="sp" />
        <Legend />
      </div>
      {control.suspects.length > 0 && <Suspects />}
    </>
  );
}

/** When the ledger was asked, or why it could not be and when it was read last. */
function Source() {
  const source = aging.report.value?.control.source;
  if (!source) return null;
  const w = late.value.aging;
  const f = write.value;
  const { live, at, why } = source;
  if (live && at !== null) return <span class="mut nw">{w.asked(f.hour(at))}</span>;
  const read = at === null ? w.readBefore : w.readAt(w.at(f.dayAt(at), f.hour(at)));
  if (why === null) return <span class="mut nw">{read}</span>;
  return (
    <span class="bad">
      <Icon name="warning" /> {w.notAsked} {why[f.lang]} {read}
    </span>
  );
}

function Outside() {
  const report = aging.report.value;
  if (!report) return null;
  const w = late.value.aging;
  const money = (minor: number) => write.value.money(minor, report.currency);
  const { outside, control } = report;
  const out = [
    outside.receivedNotBookedLines > 0
      ? w.received(outside.receivedNotBookedLines, money(outside.receivedNotBookedMinor))
      : null,
    outside.waitingLines > 0 ? w.waiting(outside.waitingLines, money(outside.waitingMinor)) : null,
    outside.suspenseMinor !== 0 ? w.suspense(money(outside.suspenseMinor)) : null,
    ...control.accounts.filter((it) => !it.inside).map((it) => w.beside(it.account, money(it.ledgerMinor))),
  ].filter((text) => text !== null);
  if (out.length === 0) return null;
  return (
    <span class="sec">
      {w.outside}{' '}
      <button type="button" class="link" onClick={() => screen.go('queue')}>
        {out.join(' · ')}
      </button>
    </span>
  );
}

function Accounts() {
  const w = late.value.aging;
  const report = aging.report.value;
  const accounts = (report?.control.accounts ?? []).filter((it) => it.inside);
  // An account that differs is shown even when there are many.
  const first = [...accounts].sort((a, b) => Number(isEven(a)) - Number(isEven(b))).slice(0, ACCOUNTS_SHOWN);
  const shown = accounts.length > ACCOUNTS_SHOWN ? accounts.filter((it) => first.includes(it)) : accounts;
  return (
    <>
      {shown.map((it, i) => (
        <span
          key={it.account}
          class={isEven(it) ? '' : 'bad'}
          title={w.ledgerOf(write.value.money(it.ledgerMinor), write.value.money(it.reportMinor))}
        >
          {i > 0 && ' + '}
          <span class={isEven(it) ? 'mut' : ''}>{it.account}</span>{' '}
          {write.value.amount(it.reportMinor, report?.currency)}
        </span>
      ))}
      {accounts.length > shown.length && ` + ${w.moreAccounts(accounts.length - shown.length)}`}
    </>
  );
}

function isEven(it: { ledgerMinor: number; reportMinor: number }): boolean {
  return it.ledgerMinor === it.reportMinor;
}

/** Entries that may explain the difference, most likely first. */
function Suspects() {
  const w = late.value.aging;
  const report = aging.report.value;
  const suspects = report?.control.suspects ?? [];
  return (
    <details class="bar suspects s13" open={suspects.length <= FEW}>
      <summary class="bad m">{w.lookAt(suspects.length)}</summary>
      <ul>
        {suspects.map((it) => (
          <li key={it.itemId}>
            {it.account} · {it.journal} {it.entry} · {write.value.day(it.day)} · {it.document ?? ''}{' '}
            <b>{write.value.money(it.amountMinor, report?.currency)}</b> <span class="mut">{w.suspect[it.why]}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Legend() {
  const columns = aging.report.value?.columns ?? [];
  return (
    <span class="leg wide" aria-hidden="true">
      {columns.flatMap((column) => {
        const colour = colourOf(column, columns);
        return colour
          ? [
              <span key={column.key}>
                <i style={{ background: colour }} />
                {columnText(column, late.value)}
              </span>,
            ]
          : [];
      })}
    </span>
  );
}
