// The rows of the matrix: a currency's sums, a customer, one of their lines.
import type { AgedItem, AgingView, CurrencyTable } from '../../../sync/model/aging.ts';
import { Icon } from '../part/icon.tsx';
import { ItemName } from '../queue/allocation.tsx';
import { words, write } from '../words/index.ts';
import { late as own } from '../words/late.ts';
import { colourOf, columnText, hasReceived, lateShare, widthOf } from './column.ts';
import { cursor, type Line, opened, type PartyLine, toggle } from './state.ts';

export function MatrixRow({ line, index, report }: { line: Line; index: number; report: AgingView }) {
  const on = cursor.value === line.key;
  if (line.kind === 'party') return <PartyRow line={line} on={on} index={index} report={report} />;
  if (line.kind === 'currency') return <CurrencyRow table={line.table} on={on} index={index} report={report} />;
  if (line.kind === 'item') {
    return <ItemLine item={line.item} currency={line.currency} on={on} index={index} report={report} />;
  }
  return (
    <tr class="sub">
      <td colSpan={widthOf(report)}>
        {line.of === 'asking' ? words.value.state.loading : line.of.says || words.value.fault.noAnswer}
      </td>
    </tr>
  );
}

type Place = { on: boolean; index: number; report: AgingView };

/** The sums of one currency, above its rows: no sum stands under two currencies. */
function CurrencyRow({ table, on, index, report }: Place & { table: CurrencyTable }) {
  const { currency, totals } = table;
  const late = lateShare(totals.columnsMinor, report.columns);
  return (
    <tr class={`currency ${on ? 'sel' : ''}`} aria-level={1} aria-rowindex={index + 2} aria-selected={on}>
      <th scope="row" class="first b">
        {own.value.aging.totalIn(currency)}
      </th>
      <td class="share" />
      <Figures columnsMinor={totals.columnsMinor} currency={currency} report={report} />
      <td class="num b total">{write.value.amount(totals.totalMinor, currency)}</td>
      <td class="num sec">{late === null ? '' : write.value.percent(late)}</td>
    </tr>
  );
}

function PartyRow({ line, on, index, report }: Place & { line: PartyLine }) {
  const { row, key: id, currency } = line;
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
        <Stack columnsMinor={row.columnsMinor} currency={currency} report={report} />
      </td>
      <Figures columnsMinor={row.columnsMinor} currency={currency} report={report} />
      <td class="num b total">{write.value.amount(row.totalMinor, currency)}</td>
      {hasReceived(report) && (
        <td class="num sec">
          {row.receivedMinor === 0 ? <Nothing /> : write.value.amount(row.receivedMinor, currency)}
        </td>
      )}
      <td class={`num ${late !== null && late >= 50 ? 'bad' : 'sec'}`}>
        {late === null ? '' : write.value.percent(late)}
      </td>
    </tr>
  );
}

export function Nothing() {
  return <span class="z">·</span>;
}

type Sums = { columnsMinor: readonly number[]; currency: string; report: AgingView };

function Figures({ columnsMinor, currency, report }: Sums) {
  const last = report.columns.filter((column) => column.kind === 'late').at(-1);
  return (
    <>
      {report.columns.map((column, i) => {
        const minor = columnsMinor[i] ?? 0;
        const aged = column.kind === 'late' || column.kind === 'not-due';
        const weight = column === last && minor !== 0 ? 'b' : aged ? '' : 'sec';
        return (
          <td key={column.key} class={`num ${weight}`}>
            {minor === 0 ? <Nothing /> : write.value.amount(minor, currency)}
          </td>
        );
      })}
    </>
  );
}

/** Each open line stands under its own column. */
function ItemLine({ item, currency, on, index, report }: Place & { item: AgedItem; currency: string }) {
  const w = words.value;
  const f = write.value;
  const age = item.daysLate;
  const { openForeign } = item;
  const isDocument = report.amounts === 'document';
  const about = openForeign && !openForeign.exact ? '≈ ' : '';
  const amount =
    isDocument && openForeign
      ? `${about}${f.amount(openForeign.minor, currency)}`
      : f.amount(item.openMinor, report.currency);
  // The same in the other of the two currencies.
  const beside = isDocument
    ? f.money(item.openMinor, report.currency)
    : openForeign && `${about}${f.money(openForeign.minor, openForeign.currency)}`;
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
          {i === item.column ? amount : ''}
        </td>
      ))}
      <td class="num sec">{openForeign && beside}</td>
      {hasReceived(report) && (
        <td class="num sec">{item.receivedMinor === 0 ? '' : f.amount(item.receivedMinor, report.currency)}</td>
      )}
      <td />
    </tr>
  );
}

function Stack({ columnsMinor, currency, report }: Sums) {
  const parts = report.columns.flatMap((column, i) => {
    const colour = colourOf(column, report.columns);
    const minor = Math.max(0, columnsMinor[i] ?? 0);
    return colour && minor > 0 ? [{ column, colour, minor }] : [];
  });
  const w = own.value.aging;
  const text = parts
    .map((part) => `${columnText(part.column, own.value)} ${write.value.money(part.minor, currency)}`)
    .join(', ');
  return (
    <div class="stack" role="img" aria-label={text || w.noShare} title={text}>
      {parts.map((part) => (
        <i key={part.column.key} style={{ flexGrow: String(part.minor), background: part.colour }} />
      ))}
    </div>
  );
}
