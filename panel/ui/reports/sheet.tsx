// One table of a report: title and facts, control, rows, notes; what is too long for a screen is cut and says so.
import type { CellKind, Sheet, SheetCell, SheetColumn, SheetRow } from '../../../sync/model/sheet.ts';
import { readDay } from '../day.ts';
import { Icon } from '../part/icon.tsx';
import { write } from '../words/index.ts';
import { late } from '../words/late.ts';

const ROWS_SHOWN = 400;

export function SheetTable({ sheet }: { sheet: Sheet }) {
  const shown = sheet.rows.slice(0, ROWS_SHOWN);
  const w = late.value.reports;
  return (
    <section class="sheet-one">
      <h2>{sheet.title}</h2>
      <p class="s12 sec">{sheet.facts.slice(1).join(' · ')}</p>
      {sheet.control && (
        <p class={`s13 m ${sheet.control.ok ? 'ok' : 'bad'}`}>
          <Icon name={sheet.control.ok ? 'check' : 'warning'} /> {sheet.control.says}
        </p>
      )}
      <table class="mx">
        <thead>
          <tr>
            {sheet.columns.map((column, i) => (
              <th key={i} scope="col" class={isFigure(column.kind) ? 'num' : ''}>
                {column.head === '' ? <span class="hear">{sheet.title}</span> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, i) => (
            <Row key={i} row={row} columns={sheet.columns} sheet={sheet} />
          ))}
        </tbody>
      </table>
      {sheet.rows.length > shown.length && (
        <p class="s13 warn">{w.cut(shown.length, write.value.count(sheet.rows.length))}</p>
      )}
      {sheet.notes.map((note) => (
        <p key={note} class="s12 sec">
          {note}
        </p>
      ))}
    </section>
  );
}

function Row({ row, columns, sheet }: { row: SheetRow; columns: readonly SheetColumn[]; sheet: Sheet }) {
  const whole = row.level === 'note' || (row.level === 'head' && row.cells.length === 1);
  if (whole) {
    return (
      <tr class={row.level === 'head' ? 'group' : 'sub'}>
        <td colSpan={columns.length} class={row.level === 'head' ? 'b' : 'sec'}>
          {textOf(row.cells[0] ?? null, 'text', sheet)}
        </td>
      </tr>
    );
  }
  return (
    <tr class={row.level === 'total' ? 'tot' : ''}>
      {columns.map((column, i) => {
        const kind = row.as && isFigure(column.kind) ? row.as : column.kind;
        return (
          <td key={i} class={isFigure(column.kind) ? 'num' : column.kind === 'day' ? 'nw' : ''}>
            {textOf(row.cells[i] ?? null, kind, sheet)}
          </td>
        );
      })}
    </tr>
  );
}

function textOf(cell: SheetCell, kind: CellKind, sheet: Sheet): string {
  const f = write.value;
  if (cell === null) return '';
  if (typeof cell === 'object') return f.money(cell.minor, cell.currency);
  if (typeof cell === 'number') {
    if (kind === 'money') return f.amount(cell, sheet.currency);
    if (kind === 'tenths') return f.tenths(cell);
    return kind === 'percent' ? f.percent(cell, 1) : f.count(cell);
  }
  const day = kind === 'day' ? readDay(cell) : null;
  return day === null ? cell : f.day(day);
}

function isFigure(kind: CellKind): boolean {
  return kind !== 'text' && kind !== 'day';
}
