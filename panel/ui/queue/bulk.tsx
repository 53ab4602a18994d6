// Before several lines are accepted together: exactly what will happen, line by line, and what is left out.
import { useEffect } from 'preact/hooks';
import type { QueueRow } from '../../../sync/port/view.ts';
import { Button } from '../part/button.tsx';
import { Dialog } from '../part/dialog.tsx';
import { words, write } from '../words/index.ts';
import { acceptChecked, nameOf } from './decide.ts';
import { detailOf } from './detail.ts';
import { close } from './open.ts';
import { isPlain, sumOf } from './order.ts';
import * as queue from './state.ts';

/** Beyond this the items of each line are not asked for: the sum and the names still stand. */
const DETAILED_MAX = 100;

export function Bulk() {
  const w = words.value;
  const chosen = queue.walk.value.filter((row) => queue.checked.value.has(row.lineId)).map(queue.rowNow);
  const plain = chosen.filter((row) => isPlain(row) && !queue.decidedNow(row));
  const others = chosen.filter((row) => !plain.includes(row));
  const total = sumOf(plain);
  useEffect(() => {
    for (const row of plain.slice(0, DETAILED_MAX)) detailOf(row.lineId);
  }, []);
  return (
    <Dialog
      title={w.bulk.title(plain.length)}
      {...(total === null ? {} : { note: write.value.money(total, plain[0]?.currency) })}
      broad
      onClose={close}
    >
      <div class="held bulk" tabIndex={0} role="region" aria-label={w.bulk.title(plain.length)}>
        {plain.length > 0 && <Rows rows={plain} label={w.bulk.title(plain.length)} />}
        {others.length > 0 && (
          <>
            <h3 class="left-out">{w.bulk.leftOut(others.length)}</h3>
            <Rows rows={others} label={w.bulk.leftOut(others.length)} />
          </>
        )}
      </div>
      <p class="bulk-act">
        <Button
          look="pri"
          caps={['⇧⏎']}
          off={plain.length === 0 ? w.queue.nonePlain : null}
          onPress={() => {
            close();
            acceptChecked();
          }}
        >
          {w.queue.acceptAll(plain.length)}
        </Button>
      </p>
    </Dialog>
  );
}

function Rows({ rows, label }: { rows: readonly QueueRow[]; label: string }) {
  const w = words.value;
  return (
    <table class="t" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{w.item.day}</th>
          <th scope="col">{w.history.who}</th>
          <th scope="col" class="x640">
            {w.item.party}
          </th>
          <th scope="col">{w.history.documents}</th>
          <th scope="col" class="num">
            {w.history.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.lineId}>
            <td>{write.value.shortDay(row.day)}</td>
            <td class="el party" title={nameOf(row)}>
              {nameOf(row)}
            </td>
            <td class="el party x640">{row.partyName ?? '–'}</td>
            <td class="el party">
              <Documents row={row} />
            </td>
            <td class="num">{write.value.money(row.amountMinor, row.currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Documents({ row }: { row: QueueRow }) {
  const now = detailOf(row.lineId).value;
  if (now.at !== 'here') return <span class="mut">…</span>;
  const best = now.detail.candidates[0];
  return <>{best ? best.allocations.map((it) => it.document ?? it.label).join(', ') : '–'}</>;
}
