// How accounting programs letter, as data: what a file's own letters show always comes first.
import type { FecFile } from '../text/file.ts';

export type Program = {
  name: string;
  /** What a FEC of this program looks like; all must hold. The first program that fits is taken. */
  signs: {
    separator?: '\t' | '|';
    amounts?: 'debit-credit' | 'amount-sense';
    /** EcritureNum of some line. */
    number?: RegExp;
    /** Code of some journal. */
    journal?: RegExp;
    /** Fields of the header beyond the eighteen of the law, at least. */
    furtherMin?: number;
  };
  /** The first letter of an account; its shape is the program's alphabet. */
  first: string;
  /** One sequence for the whole file, or one for each account. */
  scope: 'file' | 'account';
};

export const PROGRAMS: readonly Program[] = [
  { name: 'Odoo', signs: { separator: '|', number: /^[A-Z0-9]+\/\d{4}\/\d+$/ }, first: '1', scope: 'file' },
  { name: 'Coala', signs: { separator: '|', furtherMin: 4 }, first: '1', scope: 'account' },
  { name: 'Ciel', signs: { separator: '\t', amounts: 'amount-sense' }, first: 'A1', scope: 'account' },
  { name: 'ACD', signs: { separator: '|', furtherMin: 1 }, first: 'AA', scope: 'account' },
  { name: 'Cegid', signs: { separator: '\t', journal: /^(VTE|ACH|BQE)$/ }, first: 'AAAA', scope: 'account' },
  { name: 'Pennylane', signs: { separator: '|', journal: /^(VT|AC|BQ\d*)$/ }, first: 'A', scope: 'account' },
  { name: 'Sage, EBP and others', signs: {}, first: 'A', scope: 'account' },
];

const LEGAL_COLUMNS = 18;

export function programOf(file: FecFile): Program {
  const fits = ({ signs }: Program) =>
    (signs.separator === undefined || signs.separator === file.header.separator) &&
    (signs.amounts === undefined || signs.amounts === file.header.amounts) &&
    (signs.furtherMin === undefined || file.header.width >= LEGAL_COLUMNS + signs.furtherMin) &&
    (signs.number === undefined || file.rows.some((row) => signs.number!.test(row.number))) &&
    (signs.journal === undefined || file.rows.some((row) => signs.journal!.test(row.journal)));
  return PROGRAMS.find(fits) ?? PROGRAMS.at(-1)!;
}
