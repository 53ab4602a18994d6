// Both sides of ticking in one shape: a movement with its amount, day and words.
import type { BankAccount } from '../model/company.ts';
import { addDays, type Day, daysBetween } from '../model/day.ts';
import type { LedgerLine } from '../model/ledger.ts';
import type { BankLine } from '../model/statement.ts';
import { TICK_POLICY } from './policy.ts';
import { type Words, wordsOf } from './words.ts';

export type Move = {
  id: string;
  day: Day;
  amountMinor: number;
  words: Words;
  text: string;
  /** Of a bank line that is one of several details of an entry. */
  batch: BankLine['batch'] | null;
};

/** Movements of one bank account: `lines` of its statements, `moves` of its ledger account. */
export type Sides = { lines: Move[]; moves: Move[] };

/** By ledger account. Lines of an account without ledger account are left out: nobody knows where they would be booked. */
export function sidesOf(
  bankLines: readonly BankLine[],
  ledgerLines: readonly LedgerLine[],
  accounts: readonly BankAccount[],
  around: ReadonlyMap<string, readonly LedgerLine[]>,
): Sides[] {
  const sides = new Map<string, Sides>();
  const sideOf = (account: string) => {
    const found = sides.get(account) ?? { lines: [], moves: [] };
    sides.set(account, found);
    return found;
  };
  const byNumber = new Map(accounts.map((account) => [account.account, account]));
  const currencyOf = new Map(accounts.map((account) => [account.ledgerAccount, account.currency]));
  for (const line of bankLines) {
    const ledgerAccount = byNumber.get(line.account)?.ledgerAccount;
    if (ledgerAccount) sideOf(ledgerAccount).lines.push(ofBank(line));
  }
  for (const line of ledgerLines) {
    const currency = currencyOf.get(line.account);
    if (currency === undefined || line.kind === 'opening') continue;
    const amountMinor = line.currency === currency ? line.amountMinor : amountIn(line, currency);
    if (amountMinor !== null && amountMinor !== 0) sideOf(line.account).moves.push(ofLedger(line, amountMinor, around));
  }
  return [...sides.values()].map(({ lines, moves }) => ({ lines: lines.sort(byDay), moves: moves.sort(byDay) }));
}

/** Both sides of each amount, in the order in which they are given. */
export function byAmount(lines: readonly Move[], moves: readonly Move[]): Sides[] {
  const amounts = new Map<number, Sides>();
  const sidesOfAmount = (minor: number) => {
    const found = amounts.get(minor) ?? { lines: [], moves: [] };
    amounts.set(minor, found);
    return found;
  };
  for (const line of lines) sidesOfAmount(line.amountMinor).lines.push(line);
  for (const move of moves) sidesOfAmount(move.amountMinor).moves.push(move);
  return [...amounts.values()];
}

/** Days from the bank to the ledger: positive when it was booked later. */
export function lag(line: Move, move: Move): number {
  return daysBetween(line.day, move.day);
}

/** Near enough for words or an amount alone to tell. */
export function isNear(line: Move, move: Move): boolean {
  const days = lag(line, move);
  return days <= TICK_POLICY.laterDaysMax && days >= -TICK_POLICY.earlierDaysMax;
}

/** Up to `most` moves near a line; `moves` are in order of day, so that a few steps find them. */
export function nearIn(moves: readonly Move[], line: Move, most: number): Move[] {
  return between(
    moves,
    addDays(line.day, -TICK_POLICY.earlierDaysMax),
    addDays(line.day, TICK_POLICY.laterDaysMax),
    most,
  );
}

/** Up to `most` lines near a move. */
export function nearLinesOf(lines: readonly Move[], move: Move, most: number): Move[] {
  return between(
    lines,
    addDays(move.day, -TICK_POLICY.laterDaysMax),
    addDays(move.day, TICK_POLICY.earlierDaysMax),
    most,
  );
}

function between(ordered: readonly Move[], from: Day, to: Day, most: number): Move[] {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]!.day < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < ordered.length && end - low < most && ordered[end]!.day <= to) end++;
  return ordered.slice(low, end);
}

function ofBank(line: BankLine): Move {
  const text = [line.counterparty, line.ultimateParty, line.label].filter((each) => each !== null).join(' ');
  return {
    id: line.id,
    day: line.bookingDay,
    amountMinor: line.amountMinor,
    words: wordsOf(text, line.endToEndId),
    text,
    batch: line.batch ?? null,
  };
}

/** What other lines of the entry say counts where the bank's own line only says 'virement'. */
function ofLedger(line: LedgerLine, amountMinor: number, around: ReadonlyMap<string, readonly LedgerLine[]>): Move {
  const others = (around.get(entryKey(line)) ?? []).flatMap((each) => [each.label, each.document]);
  const own = wordsOf(line.label, line.document);
  const all = wordsOf(line.label, line.document, ...others);
  const words = own.names.size > 0 ? { ...all, names: own.names } : all;
  return { id: line.id, day: line.day, amountMinor, words, text: line.label, batch: null };
}

export function entryKey({ journal, entry, day }: LedgerLine): string {
  return `${journal}\t${entry}\t${day}`;
}

function amountIn({ foreign }: LedgerLine, currency: string): number | null {
  return foreign?.currency === currency ? foreign.minor : null;
}

export function byDay(a: Move, b: Move): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
