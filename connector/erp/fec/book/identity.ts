// The id of a line: what a program never changes when it validates a draft, so that a newer export finds the same lines.
import type { Row } from '../text/row.ts';

/** A row and the index of its book. */
type Placed = { row: Row; book: number };

/** Longer parts are cut; an ordinal keeps what then looks equal apart. */
const PART_LENGTH_MAX = 40;

/**
 * Journal, day, account, auxiliary, piece and amount, with an ordinal among equals: EcritureNum and ValidDate change at
 * validation, letters at any time. Equals are ordered by their label, so that another order of lines renames nothing.
 */
export function idsOf<T extends Placed>(items: readonly T[]): Map<T, string> {
  const equals = new Map<string, T[]>();
  for (const item of items) {
    const key = contentOf(item.row);
    const found = equals.get(key);
    if (found) found.push(item);
    else equals.set(key, [item]);
  }
  const ids = new Map<T, string>();
  for (const [key, group] of equals) {
    group.sort(byLabel).forEach((item, index) => {
      ids.set(item, index === 0 ? key : `${key}.${index + 1}`);
    });
  }
  return ids;
}

/** An entry's name within its journal and day; where numbers are empty or repeat, with an ordinal ('0#12'). */
export function entryNames(entries: readonly (readonly Row[])[]): Map<Row, string> {
  const names = new Map<Row, string>();
  const count = new Map<string, number>();
  const first = (entry: readonly Row[]) => `${entry[0]!.journal}\t${entry[0]!.day}\t${entry[0]!.number}`;
  const all = new Map<string, number>();
  for (const entry of entries) all.set(first(entry), (all.get(first(entry)) ?? 0) + 1);
  for (const entry of entries) {
    const key = first(entry);
    const ordinal = (count.get(key) ?? 0) + 1;
    count.set(key, ordinal);
    const unique = entry[0]!.number !== '' && all.get(key) === 1;
    for (const row of entry) names.set(row, unique ? row.number : `${row.number}#${ordinal}`);
  }
  return names;
}

function contentOf(row: Row): string {
  const { aux, piece } = row.detail ?? { aux: '', piece: '' };
  const parts = [row.journal, row.day.replaceAll('-', ''), row.account, aux, piece, String(row.amountMinor)];
  return parts.map(squashed).join('.');
}

/** Only characters that need no care in addresses and logs. */
export function squashed(part: string): string {
  return part.replaceAll(/[^A-Za-z0-9_-]+/g, '_').slice(0, PART_LENGTH_MAX);
}

function byLabel(a: Placed, b: Placed): number {
  const [x, y] = [a.row.detail?.label ?? '', b.row.detail?.label ?? ''];
  return a.book - b.book || (x < y ? -1 : x > y ? 1 : a.row.line - b.row.line);
}
