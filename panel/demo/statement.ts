// The bank's side: movements in order with the bank's references, cut into statements that continue each other.
import type { Day } from '../../sync/model/day.ts';
import { BANK_KEYS, BANKS, type BankKey } from './account.ts';
import { compactDay } from './bank-text.ts';
import { bankDays } from './calendar.ts';
import { OPENING_BALANCES } from './cost.ts';
import { type Movement, totalOf } from './movement.ts';
import type { Timeline } from './timeline.ts';

export type BankStatement = {
  bank: BankKey;
  id: string;
  /** Running number of the statement. */
  number: number;
  from: Day;
  to: Day;
  openingMinor: number;
  closingMinor: number;
  movements: readonly Movement[];
};

/** Movements by account in the order of their days, each with its reference. */
export type Accounts = Readonly<Record<BankKey, readonly Movement[]>>;

/** Sorts the movements of every account and gives each the bank's reference: account, day, running number. */
export function accountsOf(movements: readonly Movement[]): Accounts {
  const of = (key: BankKey): Movement[] => {
    const own = movements.filter(({ bank }) => bank === key);
    own.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    own.forEach((move, i) => {
      move.ref = `${BANKS[key].mark}${compactDay(move.day)}${String(i + 1).padStart(6, '0')}`;
    });
    return own;
  };
  const [main, second, collection, dollar] = BANK_KEYS.map(of);
  return { main: main ?? [], second: second ?? [], collection: collection ?? [], dollar: dollar ?? [] };
}

/** One statement for each bank day of a period; a day without movements has one too, as banks send them. */
export function dailyStatements(accounts: Accounts, bank: BankKey, from: Day, to: Day): BankStatement[] {
  const days = bankDays(from, to);
  return days.map((day, i) => statementOf(accounts, bank, day, day, 1 + i));
}

/** One statement of a whole period. */
export function statementOf(accounts: Accounts, bank: BankKey, from: Day, to: Day, number: number): BankStatement {
  const own = accounts[bank];
  const openingMinor = balanceBefore(own, bank, from);
  const movements = own.filter(({ day }) => day >= from && day <= to);
  const closingMinor = openingMinor + bookedTotal(movements);
  const id = `${BANKS[bank].journal}-${compactDay(to)}`;
  return { bank, id, number, from, to, openingMinor, closingMinor, movements };
}

/** What the bank held at the end of its last day. */
export function closingBalance(accounts: Accounts, bank: BankKey, time: Timeline): number {
  return OPENING_BALANCES[bank] + bookedTotal(accounts[bank].filter(({ day }) => day <= time.lastBankDay));
}

function balanceBefore(own: readonly Movement[], bank: BankKey, day: Day): number {
  return OPENING_BALANCES[bank] + bookedTotal(own.filter((move) => move.day < day));
}

function bookedTotal(movements: readonly Movement[]): number {
  return movements.reduce((total, move) => total + (move.status === 'BOOK' ? totalOf(move) : 0), 0);
}
