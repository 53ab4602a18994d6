// What suppliers are owed: the invoices on their accounts that neither a letter nor an equal payment closes, where that is the balance.
import type { AccountRole, LedgerLine } from '../../../../sync/model/ledger.ts';
import { type Party, supplierId } from '../../../../sync/model/party.ts';
import { unaccented } from '../../../../sync/model/unaccented.ts';
import type { Row } from '../text/row.ts';
import { type AccountMap, placeOf } from './account.ts';
import { chained } from './chain.ts';
import { documents } from './document.ts';
import type { Book } from './exercise.ts';
import { idsOf } from './identity.ts';
import { type Item, pairOf } from './item.ts';

/** The account's name is what the chart calls it, not somebody's. */
const COLLECTIVE = /^(CPTE |COMPTE )?(FOURNISSEURS?|EFFETS?|DETTES?|FACTURES?)\b/;

export type Owed = { lines: LedgerLine[]; parties: Party[]; items: [string, Item][] };

/**
 * Ledgers of files often leave suppliers without letters. A payment closes an invoice of its very amount on the same account and
 * auxiliary, the oldest first; a supplier with any payment left over is left out whole, since nobody can tell what it paid.
 * `entryOf` names a row's entry. Lines of nobody in particular are left out too.
 */
export function owedOf(books: readonly Book[], map: AccountMap, entryOf: (book: number, row: Row) => string): Owed {
  const origin = new Map<Row, Row>();
  const { items } = chained(
    books.map((book) => onlyOwed(book, origin)),
    () => null,
    (account) => placeOf(account, map).prefix,
  );
  const codeOf = codesOf(books, map);
  const open = items.filter((item) => item.state === 'open' && item.row.amountMinor !== 0 && codeOf(item.row) !== null);
  const due = [...byPair(open).values()].flatMap(unpaid);
  // Of all lines: an id stays what it is when an equal line is paid.
  const ids = idsOf(items);
  const partyOf = (item: Item) => supplierId(codeOf(item.row) ?? '');
  const documentOf = documents(due, books, partyOf);
  const parties = new Map<string, Party>();
  const lines = due.map((item): LedgerLine => {
    const id = partyOf(item);
    const name = nameOf(item.row, books[item.book]!);
    parties.set(id, { id, name, city: null, country: null, ibans: [], parentId: null, shared: false });
    const facts = { role: placeOf(item.row.account, map).role, document: documentOf(item) };
    return lineOf(item, ids.get(item)!, id, entryOf(item.book, origin.get(item.row)!), facts);
  });
  return { lines, parties: [...parties.values()], items: items.map((item) => [ids.get(item)!, item]) };
}

/** The book with its lines of suppliers alone, as lines that are kept. */
function onlyOwed(book: Book, origin: Map<Row, Row>): Book {
  const openings = new Set<Row>();
  const rows = book.file.rows.flatMap((row) => {
    if (row.owed === null) return [];
    const own = { ...row, detail: row.owed };
    origin.set(own, row);
    if (book.openings.has(row)) openings.add(own);
    return [own];
  });
  return { ...book, file: { ...book.file, rows }, openings };
}

/** The auxiliary, else the end of an account of its own; null where an account is everybody's. */
function codesOf(books: readonly Book[], map: AccountMap): (row: Row) => string | null {
  const shared = new Set<string>();
  for (const { file } of books) {
    for (const { account, owed } of file.rows) {
      if (owed === null) continue;
      const end = account.slice(placeOf(account, map).prefix.length);
      const isNamed = COLLECTIVE.test(unaccented(file.accountNames.get(account) ?? ''));
      if (owed.aux !== '' || /^0*$/.test(end) || isNamed) shared.add(account);
    }
  }
  return ({ account, detail }) => {
    if (detail !== null && detail.aux !== '') return detail.aux;
    return shared.has(account) ? null : account.slice(placeOf(account, map).prefix.length);
  };
}

function nameOf({ account, detail }: Row, { file }: Book): string {
  return (detail?.aux ? detail.auxName : file.accountNames.get(account)) || (detail?.aux ?? '') || account;
}

function byPair(items: readonly Item[]): Map<string, Item[]> {
  const pairs = new Map<string, Item[]>();
  for (const item of items) {
    const pair = pairs.get(pairOf(item.row));
    if (pair) pair.push(item);
    else pairs.set(pairOf(item.row), [item]);
  }
  return pairs;
}

/** Invoices less those that a payment of the same amount closes; none where a payment closes none. */
function unpaid(items: readonly Item[]): Item[] {
  const byDay = [...items].sort((a, b) => (a.row.day < b.row.day ? -1 : a.row.day > b.row.day ? 1 : 0));
  const waiting = byDay.filter(({ row }) => row.amountMinor < 0);
  for (const { row } of byDay.filter((item) => item.row.amountMinor > 0)) {
    const at = waiting.findIndex((item) => item.row.amountMinor === -row.amountMinor);
    if (at < 0) return [];
    waiting.splice(at, 1);
  }
  return waiting;
}

function lineOf(
  { row, now, opening, letter }: Item,
  id: string,
  partyId: string,
  entry: string,
  { role, document }: { role: AccountRole; document: string | null },
): LedgerLine {
  const detail = row.detail!;
  return {
    ...{ id, partyId, entry, role, document, account: row.account, journal: row.journal, label: detail.label },
    ...{ day: row.day, documentDay: detail.pieceDay, dueDay: detail.dueDay ?? now.row.detail?.dueDay ?? null },
    ...{ dueComputed: false, amountMinor: row.amountMinor, currency: 'EUR', foreign: detail.foreign },
    ...{ kind: opening ? 'opening' : 'invoice', letter: letter || null, paymentReference: null, clientReference: null },
    ...{ discount: null, vatMinor: null, vatWaitingMinor: null },
  };
}
