// The matrix: one row a customer, its lines under it when open, sums that stay in sight. Only what is in view is drawn.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AgingView } from '../../../sync/model/aging.ts';
import { keepFocus } from '../part/button.tsx';
import { useVirtual } from '../part/virtual.ts';
import { words, write } from '../words/index.ts';
import { late as own } from '../words/late.ts';
import { columnText, hasReceived, widthOf } from './column.ts';
import { Foot } from './foot.tsx';
import { MatrixRow } from './row.tsx';
import { cursor, lines, type Sort, sort } from './state.ts';

const ROW_PX = 34;
const SUB_PX = 30;

export function Matrix({ report }: { report: AgingView }) {
  const scroller = useRef<HTMLDivElement>(null);
  const all = lines.value;
  const at = all.findIndex((line) => line.key === cursor.value);
  const drawn = useVirtual(scroller, {
    entries: all,
    sizeOf: (line) => (line.kind === 'party' || line.kind === 'currency' ? ROW_PX : SUB_PX),
    keyOf: (line) => line.key,
  });
  useLayoutEffect(() => {
    if (at >= 0) drawn.scrollTo(at, 'auto');
  }, [cursor.value]);
  const above = drawn.items[0]?.start ?? 0;
  const below = drawn.total - (drawn.items.at(-1)?.end ?? 0);
  const columns = widthOf(report);
  return (
    <div
      class="scroll matrix"
      ref={scroller}
      tabIndex={0}
      id="aging"
      role="region"
      aria-label={words.value.screen.aging}
    >
      <table class="mx" role="treegrid" aria-rowcount={all.length + 1} aria-busy={false}>
        <Head report={report} />
        <tbody>
          <Spacer px={above} columns={columns} />
          {drawn.items.map(({ index }) => {
            const line = all[index];
            return line ? <MatrixRow key={line.key} line={line} index={index} report={report} /> : null;
          })}
          <Spacer px={below} columns={columns} />
        </tbody>
        <Foot report={report} />
      </table>
    </div>
  );
}

function Spacer({ px, columns }: { px: number; columns: number }) {
  if (px <= 0) return null;
  return (
    <tr aria-hidden="true" class="spacer">
      <td colSpan={columns} style={{ height: `${px}px` }} />
    </tr>
  );
}

function Head({ report }: { report: AgingView }) {
  const w = own.value.aging;
  const isDocument = report.amounts === 'document';
  const tables = isDocument ? report.currencies : [report];
  const rows = tables.reduce((count, table) => count + table.rows.length, 0);
  const text = write.value.count(rows);
  return (
    <thead>
      <tr>
        <SortHead
          by="name"
          text={w.grouping[report.by]}
          note={isDocument ? w.rowsIn(rows, text) : w.rows(rows, text, report.currency)}
        />
        <th scope="col" class="share">
          {w.share}
        </th>
        {report.columns.map((column, i) => (
          <SortHead key={column.key} by={i} text={columnText(column, own.value)} number />
        ))}
        <SortHead by="total" text={w.total} number />
        {hasReceived(report) && (
          <th scope="col" class="num" title={w.notBookedHint}>
            {w.notBooked}
          </th>
        )}
        <th scope="col" class="num">
          {w.late}
        </th>
      </tr>
    </thead>
  );
}

function SortHead({ by, text, note, number }: { by: Sort; text: string; note?: string; number?: boolean }) {
  const on = sort.value === by;
  const direction = by === 'name' ? 'ascending' : 'descending';
  return (
    <th
      scope="col"
      class={number ? (by === 'total' ? 'num total' : 'num') : 'first'}
      aria-sort={on ? direction : 'none'}
    >
      <button type="button" onMouseDown={keepFocus} onClick={() => (sort.value = by)}>
        {text}
        {on && (by === 'name' ? ' ↑' : ' ↓')}
      </button>
      {note && <span class="mut"> · {note}</span>}
    </th>
  );
}
