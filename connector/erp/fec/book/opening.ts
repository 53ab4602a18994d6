// Which lines of a file carry an earlier exercise forward (à-nouveaux), whatever journal code the program gives them.
import type { Day } from '../../../../sync/model/day.ts';
import { unaccented } from '../../../../sync/model/unaccented.ts';
import type { FecFile } from '../text/file.ts';
import type { Row } from '../text/row.ts';

/** Usual codes; a code alone is not enough (AN may be a purchase journal). */
const CODES = new Set(['AN', 'ANO', 'ANV', 'AND', 'RAN', 'OUV', 'REPORT', 'BI', 'BO']);
const NAMES = /\bA[ -]?NOUV|\bNOUVEAUX?\b|OUVERTURE|\bREPORTS?\b|\bBILAN\b|BALANCE INITIALE|\bRAN\b|OPENING/;
/** A closing journal speaks of the balance sheet too. */
const CLOSES = /CLOTURE|FERMETURE|\bFIN\b/;

/** Balance sheet accounts; expenses, income and memo accounts are never carried forward. */
const BALANCE_SHEET = /^[1-5]/;
/** Capital, retained earnings and result: only an opening entry moves them together with customers and banks. */
const EQUITY = /^1[0-2]/;

/** An opening journal may hold a stray line; one line in ten of other classes says that it is another journal. */
const STRAY_SHARE_MAX = 0.1;

/** The opening rows of the file. */
export function openingsOf(file: FecFile): Set<Row> {
  const journals = openingJournals(file);
  const opening = new Set(file.rows.filter((row) => journals.has(row.journal)));
  const first = firstDay(file.rows.filter((row) => !opening.has(row)));
  for (const entry of dayEntries(file.rows, opening, first)) {
    if (isOpeningEntry(entry)) for (const row of entry) opening.add(row);
  }
  return opening;
}

/** The day on which the balances are carried forward: the latest of the openings that comes before any movement. */
export function openingDayOf(openings: Iterable<Row>, from: Day): Day {
  let day: Day | null = null;
  for (const row of openings) {
    if (row.day <= from && (day === null || row.day > day)) day = row.day;
  }
  return day ?? from;
}

/** The row repeats one earlier document (its own day or its document's is earlier); else it is a sum without detail. */
export function isDetailed(row: Row, openingDay: Day): boolean {
  return row.day < openingDay || (row.detail?.pieceDay ?? row.day) < row.day;
}

function openingJournals(file: FecFile): Set<string> {
  const rowsOf = new Map<string, Row[]>();
  for (const row of file.rows) {
    const rows = rowsOf.get(row.journal);
    if (rows) rows.push(row);
    else rowsOf.set(row.journal, [row]);
  }
  const opening = new Set<string>();
  for (const [journal, rows] of rowsOf) {
    const name = unaccented(file.journalNames.get(journal) ?? '');
    const named = CODES.has(journal) || (NAMES.test(name) && !CLOSES.test(name));
    const stray = rows.filter((row) => !BALANCE_SHEET.test(row.account)).length;
    if (named && stray <= rows.length * STRAY_SHARE_MAX) opening.add(journal);
  }
  return opening;
}

function firstDay(rows: readonly Row[]): Day | null {
  return rows.reduce<Day | null>((first, row) => (first === null || row.day < first ? row.day : first), null);
}

/** Entries of other journals on the file's first day, by journal and number. */
function dayEntries(rows: readonly Row[], opening: ReadonlySet<Row>, first: Day | null): Row[][] {
  const entries = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.day !== first || opening.has(row)) continue;
    const key = `${row.journal}\t${row.number}`;
    const entry = entries.get(key);
    if (entry) entry.push(row);
    else entries.set(key, [row]);
  }
  return [...entries.values()];
}

/** Its words say so, or it moves equity together with customers or banks and nothing but balance sheet accounts. */
function isOpeningEntry(entry: readonly Row[]): boolean {
  if (!entry.every((row) => BALANCE_SHEET.test(row.account))) return false;
  if (entry.every((row) => row.saysOpening)) return true;
  const equity = entry.some((row) => EQUITY.test(row.account));
  return equity && entry.length >= 4 && entry.some((row) => row.detail !== null);
}
