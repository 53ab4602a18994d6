// The ledger as FEC files (LPF article A47 A-1), one an exercise: tabs, windows-1252, customers in CompAuxNum, opening entries in detail.
import { addDays, addMonths, type Day, endOfMonth } from '../../sync/model/day.ts';
import { formatMinor, type Money, sum } from '../../sync/model/money.ts';
import { ACCOUNT_NAMES, JOURNAL_NAMES, SIREN } from './account.ts';
import { compactDay, windows1252 } from './bank-text.ts';
import type { Journal, Ledger, Line } from './ledger.ts';
import { post } from './ledger.ts';
import { type Lettering, letters } from './letter.ts';
import type { Exercise, Timeline } from './timeline.ts';

export type DemoFile = { name: string; bytes: Uint8Array };

const HEADER =
  'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise';

/** The result of the years before goes to the reserves five months into a year. */
export function appropriate(ledger: Ledger, time: Timeline): void {
  for (const exercise of time.exercises) {
    const day = endOfMonth(addMonths(exercise.from, 5));
    if (day > time.ledgerEnd) return;
    const before = ledger.entries.filter((entry) => entry.day < exercise.from).flatMap(({ lines }) => lines);
    const result = sum(before.filter(({ account }) => /^[67]|^120/.test(account)).map(({ minor }) => minor));
    post(ledger, { journal: 'OD', day, piece: `AFF${exercise.from.slice(0, 4)}`, label: 'Affectation du résultat' }, [
      { account: '120000', minor: -result },
      { account: '106800', minor: result },
    ]);
  }
}

/** One file an exercise, oldest first; the running one ends where the ledger does. */
export function fecFiles(ledger: Ledger, time: Timeline): DemoFile[] {
  const lettering = letters(ledger);
  return time.exercises.map((exercise) => ({
    name: `${SIREN}FEC${compactDay(exercise.to)}.txt`,
    bytes: windows1252(fec(ledger, lettering, exercise, time)),
  }));
}

function fec(ledger: Ledger, lettering: Lettering, exercise: Exercise, time: Timeline): string {
  const rows: string[] = [HEADER];
  const opening = { journal: 'AN' as const, number: 1, day: exercise.from };
  for (const line of openings(ledger, lettering, exercise)) rows.push(row(opening, line, time));
  const entries = ledger.entries.filter(({ day }) => day >= exercise.from && day <= exercise.to);
  entries.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  entries.forEach((entry, i) => {
    const head = { journal: entry.journal, number: i + 2, day: entry.day };
    for (const line of entry.lines) rows.push(row(head, writtenOf(line, lettering, exercise), time));
  });
  return `${rows.join('\r\n')}\r\n`;
}

type Written = {
  account: string;
  auxiliary: { code: string; name: string } | null;
  piece: string;
  pieceDay: Day;
  label: string;
  minor: number;
  letter: { letter: string; day: Day } | null;
  foreign: Money | null;
};

function writtenOf(line: Line, lettering: Lettering, exercise: Exercise): Written {
  const { entry } = line;
  return {
    account: line.account,
    auxiliary: line.auxiliary,
    piece: entry.piece,
    pieceDay: entry.day,
    label: line.label ? `${entry.piece} ${line.label}` : entry.label,
    minor: line.minor,
    letter: lettering.of(line, exercise),
    foreign: line.foreign,
  };
}

/**
 * The opening balance: lines of customers and suppliers that were open on that day in detail, other balance sheet
 * accounts as one line each, and the result of the years before on 120000.
 */
function openings(ledger: Ledger, lettering: Lettering, exercise: Exercise): Written[] {
  const detail: Written[] = [];
  const balances = new Map<string, { minor: number; foreign: Money | null }>();
  for (const entry of ledger.entries) {
    if (entry.day >= exercise.from) continue;
    for (const line of entry.lines) {
      if (line.auxiliary) {
        if (lettering.settledBefore(line, exercise.from)) continue;
        const written = writtenOf(line, lettering, exercise);
        detail.push({ ...written, label: `Report ${written.label}` });
        continue;
      }
      const account = /^[67]/.test(line.account) ? '120000' : line.account;
      const before = balances.get(account);
      const foreign = line.foreign && { ...line.foreign, minor: line.foreign.minor + (before?.foreign?.minor ?? 0) };
      balances.set(account, { minor: (before?.minor ?? 0) + line.minor, foreign: foreign ?? before?.foreign ?? null });
    }
  }
  const piece = `AN${exercise.from.slice(0, 4)}`;
  const totals = [...balances].sort(([a], [b]) => (a < b ? -1 : 1)).filter(([, { minor }]) => minor !== 0);
  return [
    ...detail.sort((a, b) => (a.account + a.auxiliary?.code < b.account + b.auxiliary?.code ? -1 : 1)),
    ...totals.map(([account, { minor, foreign }]) => ({
      account,
      auxiliary: null,
      piece,
      pieceDay: exercise.from,
      label: 'Report à nouveau',
      minor,
      letter: null,
      foreign,
    })),
  ];
}

function row(head: { journal: Journal; number: number; day: Day }, line: Written, time: Timeline): string {
  const { foreign } = line;
  return [
    head.journal,
    JOURNAL_NAMES[head.journal],
    String(head.number),
    compactDay(head.day),
    line.account,
    accountName(line.account),
    line.auxiliary?.code ?? '',
    line.auxiliary?.name ?? '',
    line.piece,
    compactDay(line.pieceDay),
    line.label,
    comma(Math.max(line.minor, 0)),
    comma(Math.max(-line.minor, 0)),
    line.letter?.letter ?? '',
    line.letter ? compactDay(line.letter.day) : '',
    // Months are validated on the tenth of the next; what is younger is a draft.
    head.day <= time.validatedUntil ? compactDay(addDays(endOfMonth(head.day), 10)) : '',
    foreign ? comma(Math.abs(foreign.minor)) : '',
    foreign ? foreign.currency : '',
  ].join('\t');
}

function accountName(account: string): string {
  const name = ACCOUNT_NAMES[account];
  if (!name) throw new Error(`fec: account ${account} has no name`);
  return name;
}

function comma(minor: number): string {
  return formatMinor(minor, 'EUR').replace('.', ',');
}
