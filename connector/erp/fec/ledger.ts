// All FEC files of a company as one ledger in the model's words, with the file and line behind each of its lines.
import { type Fault, fault } from '../../../sync/fault/index.ts';
import { laterOf } from '../../../sync/model/day.ts';
import type { AccountBalance, LedgerAccount, LedgerLine, Settlement } from '../../../sync/model/ledger.ts';
import type { Party } from '../../../sync/model/party.ts';
import { isKept, isOwed, placeOf } from './book/account.ts';
import { balancesOf } from './book/balance.ts';
import { type Chain, chained } from './book/chain.ts';
import { checkBalanced } from './book/check.ts';
import { documents } from './book/document.ts';
import { withDueDays } from './book/due.ts';
import { entriesOf } from './book/entry.ts';
import { type Book, bookOf, booksInForce } from './book/exercise.ts';
import { entryNames, idsOf } from './book/identity.ts';
import type { Fact, Item } from './book/item.ts';
import { type EntryFacts, factsOf } from './book/kind.ts';
import { type Parties, partiesOf } from './book/party.ts';
import { earlierLines, startedOn } from './book/start.ts';
import { owedOf } from './book/supplier.ts';
import { vatBook } from './book/vat.ts';
import { warningsOf } from './book/warning.ts';
import type { FecConfig } from './config.ts';
import { type FecFile, readFec } from './text/file.ts';
import type { Row } from './text/row.ts';

export type Ledger = {
  siren: string | null;
  /** In force, oldest first. */
  books: Book[];
  accounts: LedgerAccount[];
  parties: Party[];
  lines: LedgerLine[];
  settlements: Settlement[];
  balances: AccountBalance[];
  /** What openings on collective accounts state of items that stay on their own. */
  moved: Chain['moved'];
  warnings: Fault[];
  /** Where each line of the ledger stands now: letters are written there. */
  items: ReadonlyMap<string, Item>;
};

/** The ledger, or the faults that forbid to import any of it. */
export function readLedger(config: FecConfig): Ledger | Fault[] {
  const files = readAll(config);
  if (!('siren' in files)) return files;
  const { books, warnings } = booksInForce(files.read.map(bookOf));
  const entries = books.map((book) => entriesOf(book.file.rows));
  const checked = books.map((book, index) => checkBalanced(book.file, entries[index]!, config.accounts));
  const refused = checked.flatMap((each) => each.faults);
  if (refused.length > 0) return refused;
  const facts = new Map<Row, EntryFacts>();
  for (const [index, { balanced }] of entries.entries()) {
    const vat = vatBook(books[index]!.file.accountNames, balanced);
    for (const entry of balanced) for (const [row, each] of factsOf(entry, config.accounts, vat)) facts.set(row, each);
  }
  const chain = chained(
    books,
    (row) => facts.get(row) ?? null,
    (account) => placeOf(account, config.accounts).prefix,
  );
  const parties = partiesOf(
    books.map((book) => book.file),
    chain.items.map((item) => ({ row: item.row, file: books[item.book]!.file })),
    config.accounts,
  );
  const ids = idsOf(chain.items);
  const names = entries.map((each) => entryNames([...each.balanced, ...each.unbalanced]));
  const entryOf = (book: number, row: Row) => names[book]?.get(row) ?? row.number;
  const owed = owedOf(books, config.accounts, entryOf);
  const start = config.start ?? null;
  const started = startedOn(chain.items, start, config.accounts);
  const earlier =
    start === null ? [] : earlierLines(started.earlier, start, config.accounts, (item) => parties.of(item.row));
  return {
    siren: files.siren,
    books,
    accounts: accountsOf(books, config),
    parties: [...parties.rows, ...owed.parties],
    lines: [...linesOf(chain.items, started.kept, ids, books, entryOf, parties, config), ...earlier, ...owed.lines],
    settlements: chain.facts.map((fact) => settlementOf(fact, ids)),
    balances: [...balancesOf(books, chain.moved)].map(([account, balanceMinor]) => ({ account, balanceMinor })),
    moved: chain.moved,
    warnings: [...warnings, ...checked.flatMap((each) => each.warnings), ...warningsOf(books, chain, config)],
    items: new Map([...itemsById(started.kept, ids), ...owed.items]),
  };
}

/** Every file read whole; files of another company are refused before anything else is said. */
function readAll(config: FecConfig): { siren: string | null; read: FecFile[] } | Fault[] {
  const read: FecFile[] = [];
  const faults: Fault[] = [];
  let siren = config.siren;
  for (const file of config.files) {
    const { accounts } = config;
    const result = readFec(
      file,
      (account) => isKept(account, accounts),
      (account) => isOwed(account, accounts),
    );
    if (Array.isArray(result)) {
      faults.push(...result);
      continue;
    }
    if (siren !== null && result.siren !== null && result.siren !== siren) {
      faults.push(fault('fec-siren', { file: file.name }, { found: result.siren, expected: siren }));
    }
    siren ??= result.siren;
    read.push(result);
  }
  return faults.length > 0 ? faults : { siren, read };
}

/**
 * By id, and also by the id that an opening row has when its file is loaded alone: what was decided before the earlier exercise
 * came is about the same item.
 */
function itemsById(items: readonly Item[], ids: ReadonlyMap<Item, string>): Map<string, Item> {
  const found = new Map<string, Item>();
  const repeated = items.filter((item) => item.now.row !== item.row).map((item) => ({ ...item.now, item }));
  for (const [{ item }, id] of idsOf(repeated)) found.set(id, item);
  for (const item of items) found.set(ids.get(item)!, item);
  return found;
}

function accountsOf(books: readonly Book[], config: FecConfig): LedgerAccount[] {
  const accounts = new Map<string, LedgerAccount>();
  for (const { file } of books) {
    for (const { account: number } of file.rows) {
      const name = file.accountNames.get(number) ?? number;
      accounts.set(number, { number, name, role: placeOf(number, config.accounts).role });
    }
  }
  return [...accounts.values()];
}

/** The lines of the items that are kept; what their documents are is told by all of them. */
function linesOf(
  items: readonly Item[],
  kept: readonly Item[],
  ids: ReadonlyMap<Item, string>,
  books: readonly Book[],
  entryOf: (book: number, row: Row) => string,
  parties: Parties,
  config: FecConfig,
): LedgerLine[] {
  const partyOf = (item: Item) => parties.of(item.row);
  const documentOf = documents(items, books, partyOf);
  const lines = kept.map((item): LedgerLine => {
    const { row, facts } = item;
    const detail = row.detail!;
    return {
      id: ids.get(item)!,
      account: row.account,
      role: placeOf(row.account, config.accounts).role,
      partyId: partyOf(item),
      journal: row.journal,
      entry: entryOf(item.book, row),
      document: documentOf(item),
      label: detail.label,
      day: row.day,
      documentDay: detail.pieceDay,
      dueDay: detail.dueDay ?? item.now.row.detail?.dueDay ?? null,
      dueComputed: false,
      amountMinor: row.amountMinor,
      currency: 'EUR',
      foreign: detail.foreign,
      kind: item.opening ? 'opening' : (facts?.kind ?? 'other'),
      letter: item.letter || null,
      paymentReference: null,
      clientReference: null,
      discount: null,
      vatMinor: facts?.vatMinor ?? null,
      vatWaitingMinor: facts?.vatWaitingMinor ?? null,
    };
  });
  return withDueDays(
    lines,
    (partyId) => (partyId === null ? undefined : config.termsByParty?.[partyId]) ?? config.terms,
  );
}

function settlementOf({ debit, credit, amountMinor, foreignMinor }: Fact, ids: ReadonlyMap<Item, string>): Settlement {
  const [debitId, creditId] = [ids.get(debit)!, ids.get(credit)!];
  const day = laterOf(debit.row.day, credit.row.day);
  const part = ({ row }: Item) => (row.detail?.foreign ? foreignMinor : null);
  return {
    ...{ id: `${debitId}~${creditId}~${amountMinor}`, debitId, creditId, amountMinor, day },
    ...{ debitForeignMinor: part(debit), creditForeignMinor: part(credit) },
  };
}
