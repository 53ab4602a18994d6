// What a page of a report hands on to the next: what the lines came to since their group began.
import type { Sheet, SheetCell, SheetRow } from '../../sync/model/sheet.ts';

export type Carry = { lines: number; cells: SheetCell[] };

export function nothingCarried({ columns }: Sheet): Carry {
  return { lines: 0, cells: columns.map(() => null) };
}

/** With one line more; nothing in a sheet of which no column is carried. */
export function carried(carry: Carry, row: SheetRow, { columns }: Sheet): Carry {
  if (row.level !== 'line' || columns.every((column) => column.carried === undefined)) return carry;
  const cells = columns.map((column, i): SheetCell => {
    const [before, now] = [carry.cells[i] ?? null, row.cells[i] ?? null];
    if (column.carried === undefined || typeof now !== 'number') return before;
    return column.carried === 'last' ? now : (typeof before === 'number' ? before : 0) + now;
  });
  return { lines: carry.lines + 1, cells };
}
