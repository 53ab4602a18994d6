// Which opening row repeats which item: same amount, and the same document, document day, or document named in the label.
import type { Row } from '../text/row.ts';
import type { Item } from './item.ts';

export type Matched = { repeated: { item: Item; row: Row }[]; items: Item[]; rows: Row[] };

/** A key of what both sides tell; null when that side does not tell it. */
type Sign = { item: (item: Row) => string | null; opening: (row: Row) => string | null };

const SIGNS: readonly Sign[] = [
  both((row) => (row.detail?.piece && row.detail.pieceDay ? `${row.detail.piece}\t${row.detail.pieceDay}` : null)),
  both((row) => row.detail?.piece || null),
  // The document's day, not the opening's own: every opening balance has that.
  { item: (row) => row.detail?.pieceDay ?? row.day, opening: (row) => notOwnDay(row) },
  // Some programs keep the day of the item itself (à-nouveaux détaillés).
  { item: (row) => row.day, opening: (row) => row.day },
];

/** A shorter document number would be found inside other words. */
const NAMED_LENGTH_MIN = 3;

/** Pairs within one account and auxiliary, the surest sign first; equal ones in their order. */
export function matchedOpenings(items: readonly Item[], rows: readonly Row[]): Matched {
  const matched: Matched = { repeated: [], items: [...items], rows: [...rows] };
  for (const sign of SIGNS) matchBy(sign, matched);
  matchNamed(matched);
  return matched;
}

function matchBy(sign: Sign, matched: Matched): void {
  const waiting = new Map<string, Item[]>();
  for (const item of matched.items) {
    const key = sign.item(item.row);
    if (key === null) continue;
    const whole = `${item.row.amountMinor}\t${key}`;
    const list = waiting.get(whole);
    if (list) list.push(item);
    else waiting.set(whole, [item]);
  }
  for (const list of waiting.values()) list.reverse();
  keepPairs(matched, (row) => {
    const key = sign.opening(row);
    return key === null ? undefined : waiting.get(`${row.amountMinor}\t${key}`)?.pop();
  });
}

/** 'Report Facture FC0010 Fromagerie' names the document although the row's own piece is 'AN'. */
function matchNamed(matched: Matched): void {
  const byAmount = new Map<number, Item[]>();
  for (const item of matched.items) {
    const list = byAmount.get(item.row.amountMinor);
    if (list) list.push(item);
    else byAmount.set(item.row.amountMinor, [item]);
  }
  keepPairs(matched, (row) => {
    const list = byAmount.get(row.amountMinor) ?? [];
    const at = list.findIndex(({ row: { detail } }) => {
      const piece = detail?.piece ?? '';
      return piece.length >= NAMED_LENGTH_MIN && (row.detail?.label.includes(piece) ?? false);
    });
    return at < 0 ? undefined : list.splice(at, 1)[0];
  });
}

function keepPairs(matched: Matched, find: (row: Row) => Item | undefined): void {
  const taken = new Set<Item>();
  const rows: Row[] = [];
  for (const row of matched.rows) {
    const item = find(row);
    if (item === undefined) {
      rows.push(row);
      continue;
    }
    matched.repeated.push({ item, row });
    taken.add(item);
  }
  matched.rows = rows;
  if (taken.size > 0) matched.items = matched.items.filter((item) => !taken.has(item));
}

function both(key: (row: Row) => string | null): Sign {
  return { item: key, opening: key };
}

function notOwnDay(row: Row): string | null {
  const day = row.detail?.pieceDay ?? null;
  return day === row.day ? null : day;
}
