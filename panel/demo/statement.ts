// The bank's side: movements in order with the bank's references, cut into statements that continue each other.
import { type Day, dayOf, partsOf } from '../../sync/model/day.ts';
import { BANK_KEYS, BANKS, type BankKey } from './account.ts';
import { compactDay } from './bank-text.ts';
import { bankDays } from './calendar.ts';
import { OPENING_BALANCES } from './cost.ts';
import { type Movement, totalOf } from './movement.ts';

export type BankStatement = {
  bank: BankKey;
  id: string;
  /** Running number within the year. */
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
  const whole = statementOf(accounts, bank, from, to, bankDays(dayOf(partsOf(from).year, 1, 1) ?? from, from).length);
  let { openingMinor, number } = whole;
  return bankDays(from, to).map((day) => {
    const movements = whole.movements.filter((move) => move.day === day);
    const closingMinor = openingMinor + bookedTotal(movements);
    const id = `${BANKS[bank].journal}-${compactDay(day)}`;
    const statement = { bank, id, number, from: day, to: day, openingMinor, closingMinor, movements };
    openingMinor = closingMinor;
    number += 1;
    return statement;
  });
}

/** One statement of a whole period. */
export function statementOf(accounts: Accounts, bank: BankKey, from: Day, to: Day, number: number): BankStatement {
  const own = accounts[bank];
  const openingMinor = OPENING_BALANCES[bank] + bookedTotal(own.filter((move) => move.day < from));
  const movements = own.filter(({ day }) => day >= from && day <= to);
  const id = `${BANKS[bank].journal}-${compactDay(to)}`;
  return { bank, id, number, from, to, openingMinor, closingMinor: openingMinor + bookedTotal(movements), movements };
}

function bookedTotal(movements: readonly Movement[]): number {
  return movements.reduce((total, move) => total + (move.status === 'BOOK' ? totalOf(move) : 0), 0);
}
