// The matrix: one row a customer, its lines under it when open, sums that stay in sight. Only what is in view is drawn.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AgedItem, AgingRow, AgingView } from '../../../sync/model/aging.ts';
import { keepFocus } from '../part/button.tsx';
import { Icon } from '../part/icon.tsx';
import { useVirtual } from '../part/virtual.ts';
import { ItemName } from '../queue/allocation.tsx';
import { words, write } from '../words/index.ts';
import { late as own } from '../words/late.ts';
import { colourOf, columnText, lateShare, percentOf } from './column.ts';
import { cursor, type Line, lines, opened, type Sort, sort, toggle } from './state.ts';

const ROW_PX = 34;
const SUB_PX = 30;

export function Matrix({ report }: { report: AgingView }) {
  const scroller = useRef<HTMLDivElement>(null);
  const all = lines.value;
  const at = all.findIndex((line) => line.key === cursor.value);
  const drawn = useVirtual(scroller, {
    entries: all,
    sizeOf: (line) => (line.kind === 'party' ? ROW_PX : SUB_PX),
    keyOf: (line) => line.key,
  });
  useLayoutEffect(() => {
    if (at >= 0) drawn.scrollTo(at, 'auto');
  }, [cursor.value]);
  const above = drawn.items[0]?.start ?? 0;
  const below = drawn.total - (drawn.items.at(-1)?.end ?? 0);
  const columns = report.columns.length + 5;
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
  const rows = report.rows.length;
  return (
    <thead>
      <tr>
        <SortHead
          by="name"
          text={w.grouping[report.by]}
          note={w.rows(rows, write.value.count(rows), report.currency)}
        />
        <th scope="col" class="share">
          {w.share}
        </th>
        {report.columns.map((column, i) => (
          <SortHead key={column.key} by={i} text={columnText(column, own.value)} number />
        ))}
        <SortHead by="total" text={w.total} number />
        <th scope="col" class="num" title={w.notBookedHint}>
          {w.notBooked}
        </th>
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

function MatrixRow({ line, index, report }: { line: Line; index: number; report: AgingView }) {
  const on = cursor.value === line.key;
  if (line.kind === 'party') return <PartyRow row={line.row} id={line.key} on={on} index={index} report={report} />;
  if (line.kind === 'item') return <ItemLine item={line.item} on={on} index={index} report={report} />;
  return (
    <tr class="sub">
      <td colSpan={report.columns.length + 5}>
        {line.of === 'asking' ? words.value.state.loading : line.of.says || words.value.fault.noAnswer}
      </td>
    </tr>
  );
}

type PartyProps = { row: AgingRow; id: string; on: boolean; index: number; report: AgingView };

function PartyRow({ row, id, on, index, report }: PartyProps) {
  const isOpen = opened.value.has(id);
  const late = lateShare(row.columnsMinor, report.columns);
  const name = row.name ?? row.key ?? own.value.aging.nobody[report.by];
  return (
    <tr
      class={`party ${on ? 'sel' : ''}`}
      aria-level={1}
      aria-expanded={isOpen}
      aria-rowindex={index + 2}
      aria-selected={on}
      onClick={() => toggle(id)}
    >
      <th scope="row" class="first">
        <span class="mut">
          <Icon name={isOpen ? 'down' : 'right'} />
        </span>{' '}
        <span class="m el" title={name}>
          {name}
        </span>
      </th>
      <td class="share">
        <Stack columnsMinor={row.columnsMinor} report={report} />
      </td>
      <Figures columnsMinor={row.columnsMinor} report={report} />
      <td class="num b total">{write.value.amount(row.totalMinor, report.currency)}</td>
      <td class="num sec">
        {row.receivedMinor === 0 ? <Nothing /> : write.value.amount(row.receivedMinor, report.currency)}
      </td>
      <td class={`num ${late !== null && late >= 50 ? 'bad' : 'sec'}`}>
        {late === null ? '' : write.value.percent(late)}
      </td>
    </tr>
  );
}

function Nothing() {
  return <span class="z">·</span>;
}

function Figures({ columnsMinor, report }: { columnsMinor: readonly number[]; report: AgingView }) {
  const last = report.columns.filter((column) => column.kind === 'late').at(-1);
  return (
    <>
      {report.columns.map((column, i) => {
        const minor = columnsMinor[i] ?? 0;
        const aged = column.kind === 'late' || column.kind === 'not-due';
        const weight = column === last && minor !== 0 ? 'b' : aged ? '' : 'sec';
        return (
          <td key={column.key} class={`num ${weight}`}>
            {minor === 0 ? <Nothing /> : write.value.amount(minor, report.currency)}
          </td>
        );
      })}
    </>
  );
}

/** Each open line stands under its own column. */
function ItemLine({ item, on, index, report }: { item: AgedItem; on: boolean; index: number; report: AgingView }) {
  const w = words.value;
  const f = write.value;
  const age = item.daysLate;
  return (
    <tr class={`sub ${on ? 'sel' : ''}`} aria-level={2} aria-rowindex={index + 2} aria-selected={on}>
      <th scope="row" class="first">
        <ItemName item={item} />{' '}
        {item.dueDay && (
          <span class={`mut ${item.dueComputed ? 'computed' : ''}`}>{own.value.aging.dueOn(f.day(item.dueDay))}</span>
        )}{' '}
        {age !== null && report.basis === 'due' && (
          <span class={age > 0 ? 'bad' : ''}>{age > 0 ? own.value.aging.daysLate(age) : w.item.inDays(-age)}</span>
        )}
      </th>
      <td class="share" />
      {report.columns.map((column, i) => (
        <td key={column.key} class="num">
          {i === item.column ? f.amount(item.openMinor, report.currency) : ''}
        </td>
      ))}
      <td class="num sec">
        {item.openForeign &&
          `${item.openForeign.exact ? '' : '≈ '}${f.money(item.openForeign.minor, item.openForeign.currency)}`}
      </td>
      <td class="num sec">{item.receivedMinor === 0 ? '' : f.amount(item.receivedMinor, report.currency)}</td>
      <td />
    </tr>
  );
}

function Stack({ columnsMinor, report }: { columnsMinor: readonly number[]; report: AgingView }) {
  const parts = report.columns.flatMap((column, i) => {
    const colour = colourOf(column, report.columns);
    const minor = Math.max(0, columnsMinor[i] ?? 0);
    return colour && minor > 0 ? [{ column, colour, minor }] : [];
  });
  const w = own.value.aging;
  const text = parts
    .map((part) => `${columnText(part.column, own.value)} ${write.value.money(part.minor, report.currency)}`)
    .join(', ');
  return (
    <div class="stack" role="img" aria-label={text || w.noShare} title={text}>
      {parts.map((part) => (
        <i key={part.column.key} style={{ flexGrow: String(part.minor), background: part.colour }} />
      ))}
    </div>
  );
}

function Foot({ report }: { report: AgingView }) {
  const w = own.value.aging;
  const f = write.value;
  const { columnsMinor, totalMinor, receivedMinor } = report.totals;
  const late = lateShare(columnsMinor, report.columns);
  const rows = report.rows.length;
  return (
    <tfoot>
      <tr class="tot">
        <th scope="row" class="first">
          {w.totalOf(rows, f.count(rows))}
        </th>
        <td class="share" />
        {report.columns.map((column, i) => (
          <td key={column.key} class="num">
            {columnsMinor[i] ? f.amount(columnsMinor[i] ?? 0, report.currency) : <Nothing />}
          </td>
        ))}
        <td class="num total">{f.amount(totalMinor, report.currency)}</td>
        <td class="num">{receivedMinor === 0 ? <Nothing /> : f.amount(receivedMinor, report.currency)}</td>
        <td class="num">{late === null ? '' : f.percent(late)}</td>
      </tr>
      <tr class="pct">
        <th scope="row" class="first">
          {w.shareOf}
        </th>
        <td class="share" />
        {report.columns.map((column, i) => {
          const tenths = percentOf((columnsMinor[i] ?? 0) * 10, totalMinor);
          return (
            <td key={column.key} class="num">
              {tenths === null ? '' : f.percent(tenths, 1)}
            </td>
          );
        })}
        <td class="num total">{totalMinor > 0 ? f.percent(1000, 1) : ''}</td>
        <td />
        <td />
      </tr>
    </tfoot>
  );
}
