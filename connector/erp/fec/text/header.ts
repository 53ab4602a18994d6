// The first line of a FEC: which separator, which column stands where, and how amounts are written.
import { COLUMNS, type Column, type ColumnWords } from './column-table.ts';

export type Header = {
  separator: '\t' | '|' | ';';
  /** Fields of the first line, an empty last one included. */
  width: number;
  at: Readonly<Partial<Record<Column, number>>>;
  /** Two columns Debit and Credit, or Montant with Sens (A47 A-1 allows either). */
  amounts: 'debit-credit' | 'amount-sense';
  /** Every field stands in quotation marks. A single mark inside a text (27") means nothing. */
  quoted: boolean;
};

const SEPARATORS = ['\t', '|', ';'] as const;

/** Fewer known words than this make no FEC. */
const KNOWN_MIN = 8;

/** The header, or the legal words of what is missing (all of them when the line is no header at all). */
export function headerOf(firstLine: string): Header | { missing: string[] } {
  const separator = SEPARATORS.reduce((best, each) =>
    knownIn(firstLine, each) > knownIn(firstLine, best) ? each : best,
  );
  const words = firstLine.split(separator).map(plain);
  const at = placesOf(words);
  const known = Object.keys(at).length;
  const signed = at.amount !== undefined && at.sense !== undefined;
  const required: Column[] = ['journal', 'day', 'account', ...(signed ? [] : (['debit', 'credit'] as const))];
  const missing = required.filter((column) => at[column] === undefined);
  if (known < KNOWN_MIN || missing.length > 0) {
    const named = known < KNOWN_MIN ? required : missing;
    return { missing: COLUMNS.filter((each) => named.includes(each.column)).map((each) => each.legal) };
  }
  const quoted = firstLine.split(separator).every((word) => /^\s*".*"\s*$/.test(word));
  return { separator, width: words.length, at, amounts: signed ? 'amount-sense' : 'debit-credit', quoted };
}

/** Enough words of the law to mean a FEC, also when a column is missing. */
export function looksLikeHeader(firstLine: string): boolean {
  return SEPARATORS.some((separator) => knownIn(firstLine, separator) >= KNOWN_MIN);
}

/** A FEC whose first line was lost: eighteen fields with days where the law puts them. */
export function looksHeadless(firstLine: string): boolean {
  return SEPARATORS.some((separator) => {
    const fields = firstLine.split(separator);
    return fields.length >= 18 && /^\s*\d{8}\s*$/.test(fields[3] ?? '') && /^\s*\d/.test(fields[4] ?? '');
  });
}

function knownIn(line: string, separator: string): number {
  const words = new Set(line.split(separator).map(plain));
  return COLUMNS.filter((each) => wordsOf(each).some((word) => words.has(word))).length;
}

/** Exact words first; then a word at its legal place that resembles it (EcrtureLet, CompteAuxNum, a damaged accent). */
function placesOf(words: readonly string[]): Partial<Record<Column, number>> {
  const at: Partial<Record<Column, number>> = {};
  const taken = new Set<number>();
  const take = (column: Column, index: number) => {
    if (index < 0 || taken.has(index) || at[column] !== undefined) return;
    at[column] = index;
    taken.add(index);
  };
  for (const each of COLUMNS) take(each.column, words.indexOf(plain(each.legal)));
  for (const each of COLUMNS)
    take(
      each.column,
      words.findIndex((word) => each.also.includes(word)),
    );
  for (const { column, like } of COLUMNS)
    if (like)
      take(
        column,
        words.findIndex((word) => like.test(word)),
      );
  for (const each of COLUMNS) {
    if (each.place === null) continue;
    const word = words[each.place];
    if (word !== undefined && resembles(word, plain(each.legal))) take(each.column, each.place);
  }
  return at;
}

function wordsOf(each: ColumnWords): string[] {
  return [plain(each.legal), ...each.also];
}

/** 'Débit ' and '"DEBIT"' are one word. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

function resembles(word: string, legal: string): boolean {
  return Math.abs(word.length - legal.length) <= 2 && editDistance(word, legal) <= 2;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
