// The line of time: invoices as bars (grey until due, dark while late), payments as marks, today as a rule.
import type { CustomerView } from '../../../sync/model/customer.ts';
import { write } from '../words/index.ts';
import { late } from '../words/late.ts';
import { type Bar, lifeOf } from './life.ts';

const share = (at: number) => `${at / 100}%`;

export function Life({ it }: { it: CustomerView }) {
  const w = late.value.customer;
  const f = write.value;
  const life = lifeOf(it);
  const { months, bars, payments } = life;
  return (
    <section class="sect">
      <header>
        <h2>{w.life}</h2>
        <span class="sp" />
        <span class="leg" aria-hidden="true">
          {[
            ['before', w.before],
            ['late', w.late],
            ['paid', w.paidLate],
          ].map(([kind, text]) => (
            <span key={kind}>
              <i class={`life-${kind}`} />
              {text}
            </span>
          ))}
        </span>
      </header>
      <div class="life" role="img" aria-label={w.lifeSays(it.items.length, it.paid.length)}>
        <div class="life-months s12 sec">
          {months.map((month) => (
            <span key={month.key} style={{ left: share(month.at) }}>
              {f.shortDay(month.day)}
            </span>
          ))}
        </div>
        <div class="life-rows">
          {months.map((month) => (
            <i key={month.key} class="life-rule" style={{ left: share(month.at) }} />
          ))}
          {bars.map((bar) => (
            <Row key={bar.key} bar={bar} />
          ))}
          <div class="life-row life-marks">
            {payments.map((mark) => (
              <i
                key={mark.key}
                class="life-mark"
                style={{ left: share(mark.at) }}
                title={`${f.money(mark.amountMinor, it.currency)}, ${f.day(mark.day)}`}
              />
            ))}
          </div>
          <i class="life-today" style={{ left: share(life.today) }} title={w.today} />
        </div>
      </div>
    </section>
  );
}

function Row({ bar }: { bar: Bar }) {
  const late = bar.end > bar.due;
  const right = bar.start > 2_500;
  return (
    <div class="life-row">
      <i class="life-before" style={{ left: share(bar.start), width: share(Math.max(20, bar.due - bar.start)) }} />
      {late && (
        <i
          class={bar.open ? 'life-late' : 'life-paid'}
          style={{ left: share(bar.due), width: share(bar.end - bar.due) }}
        />
      )}
      <span class="s12 sec" style={right ? { right: share(10_000 - bar.start) } : { left: share(bar.end) }}>
        {bar.name}
      </span>
    </div>
  );
}
