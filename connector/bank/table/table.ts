// A table as its file has it: rows of cells, each with its place; and what one may cost.

export type Row = { cells: string[]; line: number };

export type Table = {
  rows: Row[];
  separator: string | null;
  /** The last row may be unfinished: the file stops without the end of a line. */
  isOpenEnded: boolean;
};

/** Far above what banks export; a table is held whole. */
export const TABLE_LIMITS = {
  rowsMax: 200_000,
  columnsMax: 200,
  /** UTF-16 units of one cell. */
  cellMax: 32_768,
};
