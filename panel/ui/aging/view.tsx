// The screen "Balance âgée": the day first, the control against the ledger, then who owes what since when.
import { useEffect } from 'preact/hooks';
import { endOfLastMonth } from '../day.ts';
import { Button, Caps, Segments } from '../part/button.tsx';
import { DayInput } from '../part/day-input.tsx';
import { Icon } from '../part/icon.tsx';
import { Empty, Failed, Skeleton } from '../part/state.tsx';
import { screen } from '../shell/route.ts';
import { today, words, write } from '../words/index.ts';
import { RAMP } from './bucket.ts';
import { exportCsv } from './export.ts';
import * as aging from './state.ts';
import { Matrix } from './table.tsx';

const focusAging = () => document.getElementById('aging')?.focus({ preventScroll: true });

export function Aging() {
  useEffect(() => {
    void aging.openReport().then(focusAging);
  }, []);
  return (
    <>
      <Dates />
      <Control />
      <Body />
    </>
  );
}

function Body() {
  const report = aging.report.value;
  const fault = aging.fault.value;
  if (fault) return <Failed fault={fault} onRetry={() => void aging.openReport()} />;
  if (!report) return <Skeleton rows={14} />;
  if (report.rows.length === 0) return <Empty title={words.value.aging.none(write.value.day(report.asOf))} />;
  return (
    <>
      <Matrix report={report} />
      <Hints />
    </>
  );
}

function Hints() {
  const w = words.value.aging;
  return (
    <div class="foot sec s12">
      <span>
        <Caps keys={['↓', '↑']} /> {w.keys.party}
      </span>
      <span>
        <Caps keys={['→']} /> {w.keys.unfold}
      </span>
      <span>
        <Caps keys={['D']} /> {w.keys.day}
      </span>
      <span class="sp" />
      <span class="mut el wide">{w.rule}</span>
    </div>
  );
}

function Dates() {
  const w = words.value.aging;
  const day = aging.asOf.value ?? today.value;
  const month = endOfLastMonth(today.value);
  const usual = day === today.value ? 'today' : day === month ? 'month' : 'other';
  return (
    <div class="bar">
      <label class="s13 sec nw" for="as-of">
        {w.asOf}
      </label>
      <DayInput id="as-of" day={day} onDay={aging.setDay} onEnter={focusAging} onEscape={focusAging} />
      <Segments
        label={w.usual}
        value={usual as string}
        choices={[
          { value: 'today', text: w.today },
          { value: 'month', text: w.endOf(write.value.heading(month).split(' ')[2] ?? '') },
        ]}
        onPick={(which) => aging.setDay(which === 'today' ? today.peek() : month)}
      />
      <Segments
        label={w.basis}
        value={aging.basis.value}
        choices={[
          { value: 'due', text: w.due },
          { value: 'issue', text: w.issue },
        ]}
        onPick={aging.setBasis}
      />
      {aging.asking.value && <span class="s12 mut">{words.value.state.loading}</span>}
      <span class="sp" />
      <Button caps={['E']} onPress={exportCsv}>
        <Icon name="up" />
        {w.export}
      </Button>
    </div>
  );
}

/** The report against the ledger's own balances, computed apart; and the money that no customer account holds yet. */
function Control() {
  const report = aging.report.value;
  if (!report) return null;
  const w = words.value.aging;
  const f = write.value;
  const { control, outside, currency } = report;
  const even = control.differenceMinor === 0;
  const out = [
    outside.receivedNotBookedMinor !== 0 || outside.receivedNotBookedLines > 0
      ? w.received(outside.receivedNotBookedLines, f.money(outside.receivedNotBookedMinor, currency))
      : null,
    outside.suspenseMinor !== 0 ? w.suspense(f.money(outside.suspenseMinor, currency)) : null,
  ].filter((text) => text !== null);
  return (
    <div class="bar control s13">
      <span class={`m nw ${even ? 'ok' : 'bad'}`}>
        <Icon name={even ? 'check' : 'warning'} /> {even ? w.even : w.uneven}
      </span>
      <span class="nw">
        {f.money(control.ledgerMinor, currency)} = <Accounts />
      </span>
      <span class={`tag ${even ? 'ok' : 'bad'}`}>{w.difference(f.money(control.differenceMinor, currency))}</span>
      {out.length > 0 && (
        <span class="sec nw">
          {w.outside}{' '}
          <button type="button" class="link" onClick={() => screen.go('queue')}>
            {out.join(' · ')}
          </button>
        </span>
      )}
      <span class="sp" />
      <Legend />
    </div>
  );
}

function Accounts() {
  const w = words.value.aging;
  const accounts = aging.report.value?.control.accounts ?? [];
  const shown = accounts.length > 5 ? accounts.slice(0, 5) : accounts;
  return (
    <>
      {shown.map((it, i) => (
        <span
          key={it.account}
          class={it.ledgerMinor === it.reportMinor ? '' : 'bad'}
          title={w.ledgerOf(write.value.money(it.ledgerMinor), write.value.money(it.reportMinor))}
        >
          {i > 0 && ' + '}
          <span class="mut">{it.account}</span> {write.value.amount(it.reportMinor)}
        </span>
      ))}
      {accounts.length > shown.length && ` + ${w.moreAccounts(accounts.length - shown.length)}`}
    </>
  );
}

function Legend() {
  const w = words.value.aging;
  const report = aging.report.value;
  return (
    <span class="leg wide" aria-hidden="true">
      {report?.buckets.flatMap((bucket) => {
        const colour = RAMP[bucket];
        return colour
          ? [
              <span key={bucket}>
                <i style={{ background: colour }} />
                {w.bucket[bucket]}
              </span>,
            ]
          : [];
      })}
    </span>
  );
}
