// One line of a FEC as facts: what every line gives, and what only kept lines give.
import { type Fault, fault } from '../../../../sync/fault/index.ts';
import { type Day, parseCompactDay } from '../../../../sync/model/day.ts';
import type { Money } from '../../../../sync/model/money.ts';
import { parseAmount, parseSense } from './amount.ts';
import type { Column } from './column-table.ts';
import type { Header } from './header.ts';

export type Row = {
  /** Physical line in its file, counted from 1. */
  line: number;
  /** In capitals: its case changes inside one file. */
  journal: string;
  /** '' when empty or zeros only: a draft, or a program that numbers nothing. */
  number: string;
  day: Day;
  account: string;
  /** Debit positive, credit negative, in cents. */
  amountMinor: number;
  /** ValidDate is filled. */
  validated: boolean;
  /** A separator inside a text puts the later columns out of their places: the line is read and never written. */
  shifted: boolean;
  /** The line's own words call it an opening entry. */
  saysOpening: boolean;
  /** Null for accounts that are kept as totals only: wages are in the file. */
  detail: Detail | null;
  /** The same of a line of a supplier's account. */
  owed: Detail | null;
};

export type Detail = {
  aux: string;
  auxName: string;
  piece: string;
  pieceDay: Day | null;
  label: string;
  /** '' when the line carries none. */
  letter: string;
  letterDay: Day | null;
  foreign: Money | null;
  /** Stated by a further column; A47 A-1 has none. */
  dueDay: Day | null;
};

/** What a line's own words say when it carries a balance forward. */
const SAYS_OPENING = /(?:^|[^a-z])[aà][ -]?nouveau|\breport\b|ouverture|\bbilan\b|balance initiale|\bran\b/i;

const ZEROS = /^0*$/;
const EURO = new Set(['', 'EUR', 'EURO', '€']);

export type Cells = (column: Column) => string;

/** The cells of a line by column, trimmed; '' for a column that the file or the line lacks. */
export function cellsOf(fields: readonly string[], header: Header): Cells {
  return (column) => {
    const index = header.at[column];
    const text = index === undefined ? '' : (fields[index]?.trim() ?? '');
    return header.quoted
      ? text
          .replace(/^"(.*)"$/, '$1')
          .replaceAll('""', '"')
          .trim()
      : text;
  };
}

/** The row, or the fault of what cannot be read: a day, an amount, a sense, or a line that ends before its amount. */
export function rowOf(
  fields: readonly string[],
  header: Header,
  place: { file: string; line: number },
  keeps: (account: string) => boolean,
  owes: (account: string) => boolean,
): Row | Fault {
  const cells = cellsOf(fields, header);
  const last = header.amounts === 'debit-credit' ? header.at.debit! : header.at.sense!;
  if (fields.length <= last) return fault('fec-line-short', place, { found: fields.length, expected: header.width });
  const day = parseCompactDay(cells('day'));
  if (day === null) return fault('date-unreadable', place, { text: cells('day') });
  const amountMinor = amountOf(cells, header);
  if (typeof amountMinor !== 'number') return fault(amountMinor.code, place, { text: amountMinor.text });
  const account = cells('account');
  const number = cells('number');
  return {
    line: place.line,
    journal: cells('journal').toUpperCase(),
    number: ZEROS.test(number) ? '' : number,
    day,
    account,
    amountMinor,
    shifted: false,
    validated: parseCompactDay(cells('validDay')) !== null,
    saysOpening: SAYS_OPENING.test(cells('label')),
    detail: keeps(account) ? detailOf(cells, amountMinor) : null,
    owed: owes(account) ? detailOf(cells, amountMinor) : null,
  };
}

type Unread = { code: 'amount-unreadable' | 'fec-sense'; text: string };

/** Debit less credit; either may be signed or both filled. */
function amountOf(cells: Cells, header: Header): number | Unread {
  const [first, second] =
    header.amounts === 'debit-credit' ? (['debit', 'credit'] as const) : (['amount', null] as const);
  const left = parseAmount(cells(first));
  if (left === null) return { code: 'amount-unreadable', text: cells(first) };
  if (second === null) {
    const sense = parseSense(cells('sense'));
    if (sense === null) return { code: 'fec-sense', text: cells('sense') };
    return left === 0 ? 0 : left * sense;
  }
  const right = parseAmount(cells(second));
  return right === null ? { code: 'amount-unreadable', text: cells(second) } : left - right;
}

function detailOf(cells: Cells, amountMinor: number): Detail {
  return {
    aux: cells('aux'),
    auxName: clean(cells('auxName')),
    piece: clean(cells('piece')),
    pieceDay: parseCompactDay(cells('pieceDay')),
    label: clean(cells('label')),
    letter: cells('letter'),
    letterDay: parseCompactDay(cells('letterDay')),
    foreign: foreignOf(cells, amountMinor),
    dueDay: parseCompactDay(cells('dueDay')),
  };
}

/** Programs that fill the currency columns always repeat the euros there: that is no foreign amount. */
function foreignOf(cells: Cells, amountMinor: number): Money | null {
  const currency = cells('currency').toUpperCase();
  if (EURO.has(currency) || !/^[A-Z]{3}$/.test(currency)) return null;
  const minor = parseAmount(cells('foreignAmount'), currency);
  if (minor === null || minor === 0) return null;
  return { minor: amountMinor < 0 ? -Math.abs(minor) : Math.abs(minor), currency };
}

/** Blanks made single; a character that was cut in the middle is dropped. */
function clean(text: string): string {
  return text.replaceAll('�', '').replaceAll(/\s+/g, ' ').trim();
}
