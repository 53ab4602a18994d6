// A company's FEC files as its ERP: read together as one ledger, which letters and entries leave as files, never by a write.
import { type Fault, fault, says } from '../../../sync/fault/index.ts';
import type { Day } from '../../../sync/model/day.ts';
import type { AccountBalance } from '../../../sync/model/ledger.ts';
import type { Check, Erp, PullPage, Receipt } from '../../../sync/port/erp.ts';
import { balancesByDay } from './book/daily.ts';
import type { Book } from './book/exercise.ts';
import type { FecConfig } from './config.ts';
import { type Ledger, readLedger } from './ledger.ts';

export type { FecConfig } from './config.ts';
export { type EntryContext, exportEntries } from './export/entry.ts';
export { exportFec, type Lettered, type LetterGroup } from './export/index.ts';
export { letterList } from './export/list.ts';
export { sniffFec } from './text/file.ts';
export { sirenOfName } from './text/name.ts';

const ROWS_PER_PAGE = 1_000;

/** The files as an ERP that can be read and not written. Each pull reads them again and gives the whole ledger as a snapshot. */
export function openFec(config: FecConfig): Erp {
  // The files never change: read once, only sums are kept.
  let stated: ReturnType<typeof statedBy> | null = null;
  const refuse = async (): Promise<Receipt | Fault> => fault('fec-read-only');
  return {
    name: 'fec',
    can: { write: false, undo: false, attached: false, lines: false },
    check: async () => checks(config),
    pull: () => pages(config),
    balances: async (asOf) => {
      if (config.start && asOf < config.start) return null;
      stated ??= statedBy(config);
      return Array.isArray(stated) ? (stated[0] ?? fault('fec-read-only')) : stated(asOf);
    },
    changed: async () => [],
    post: refuse,
    foresee: async () => [],
    undo: refuse,
    foreseeUndo: async () => [],
    inverse: async () => null,
    find: async () => fault('not-found'),
    attached: nothing,
    makeLines: async () => fault('fec-read-only'),
  };
}

/** Sums of the files' rows by day; what lies before the start of matching is one balance for each customer, of no earlier day. */
function statedBy(config: FecConfig): ((asOf: Day) => AccountBalance[]) | Fault[] {
  if (config.files.length === 0) return () => [];
  const ledger = readLedger(config);
  return Array.isArray(ledger) ? ledger : balancesByDay(ledger);
}

async function* nothing(): AsyncGenerator<never> {}

/** Which files are in force, and the days that each covers: a file that is not among them was replaced by a later one. */
export function exercisesOf(config: FecConfig): { name: string; from: Day; to: Day }[] | Fault[] {
  const ledger = readLedger(config);
  return Array.isArray(ledger) ? ledger : ledger.books.map(({ file, from, to }) => ({ name: file.name, from, to }));
}

async function* pages(config: FecConfig): AsyncGenerator<PullPage> {
  const ledger = config.files.length === 0 ? null : readLedger(config);
  if (Array.isArray(ledger)) {
    yield { kind: 'refused', faults: ledger };
    return;
  }
  if (ledger) yield* ledgerPages(ledger);
  yield { kind: 'end', snapshot: true, cursor: null };
}

function* ledgerPages(ledger: Ledger): Generator<PullPage> {
  const { siren, books } = ledger;
  const source = books.map(({ file }) => file.name).join(', ');
  yield { kind: 'company', siren, ...spanOf(books), source, inForce: books.map(({ place }) => place) };
  for (const warning of ledger.warnings) yield { kind: 'warning', fault: warning };
  for (const rows of paged(ledger.accounts)) yield { kind: 'accounts', rows };
  for (const rows of paged(ledger.parties)) yield { kind: 'parties', rows };
  for (const rows of paged(ledger.lines)) yield { kind: 'lines', rows };
  for (const rows of paged(ledger.settlements)) yield { kind: 'settlements', rows };
  for (const rows of paged(ledger.balances)) yield { kind: 'balances', rows };
}

function spanOf(books: readonly Book[]): { from: Day; to: Day } {
  const [first, ...rest] = books;
  if (!first) throw new Error('fec: a ledger without books was read');
  return { from: first.from, to: rest.reduce((to, book) => (book.to > to ? book.to : to), first.to) };
}

function* paged<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += ROWS_PER_PAGE) yield rows.slice(start, start + ROWS_PER_PAGE);
}

function checks(config: FecConfig): Check[] {
  if (config.files.length === 0) {
    return [
      { name: 'fec', ok: false, says: { fr: 'Aucun FEC chargé : importez-en un.', en: 'No FEC loaded: import one.' } },
    ];
  }
  const ledger = readLedger(config);
  if (Array.isArray(ledger)) {
    return ledger.map((each) => ({ name: 'fec', ok: false, says: { fr: says(each, 'fr'), en: says(each, 'en') } }));
  }
  return ledger.books.map(({ file, from, to }) => ({
    name: `fec ${file.name}`,
    ok: true,
    says: {
      fr: `${file.rows.length} lignes, du ${from} au ${to}`,
      en: `${file.rows.length} lines, from ${from} to ${to}`,
    },
  }));
}
