// What the bank shows and has not booked: pending, for information, future. In no balance, never matched.
import type { StatementView } from '../../../sync/port/statement-view.ts';
import { write } from '../words/index.ts';
import { late } from '../words/late.ts';

export function Apart({ own }: { own: StatementView }) {
  const w = late.value.statement;
  const f = write.value;
  return (
    <details class="apart">
      <summary>{w.apart(own.apartCount, f.count(own.apartCount))}</summary>
      <ul class="s13">
        {own.apart.map((it, i) => (
          <li key={i}>
            <span class="sec nw">{it.day ? f.shortDay(it.day) : '–'}</span>
            <span class="el">
              <bdi>{[it.counterparty, it.label].filter(Boolean).join(' · ') || '–'}</bdi>
            </span>
            <span class="sec nw">{w.status[it.status ?? 'INFO']}</span>
            <span class="num nw">{it.amountMinor === null ? '–' : f.money(it.amountMinor, it.currency)}</span>
          </li>
        ))}
      </ul>
      {own.apart.length < own.apartCount && <p class="s12 mut">{w.apartCut(f.count(own.apart.length))}</p>}
    </details>
  );
}
