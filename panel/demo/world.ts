// Builds the demo company's two years: customers, sales, situations, payments, costs; then numbers and bookings.
import type { Day } from '../../sync/model/day.ts';
import { BANKS } from './account.ts';
import { compactDay } from './bank-text.ts';
import { book } from './booking.ts';
import { buy, declareVat, openBooks, run, sweep } from './cost.ts';
import { customersOf } from './customer.ts';
import { type Document, number } from './document.ts';
import { appropriate } from './fec.ts';
import type { Ledger } from './ledger.ts';
import type { Movement } from './movement.ts';
import { randomOf } from './random.ts';
import { receive } from './receipt.ts';
import { sell } from './sale.ts';
import { type Stage, sceneOf } from './scene.ts';
import { SITUATIONS } from './situation/index.ts';
import { type Accounts, accountsOf } from './statement.ts';
import { type Timeline, timelineOf } from './timeline.ts';

export type World = {
  time: Timeline;
  ledger: Ledger;
  documents: readonly Document[];
  movements: readonly Movement[];
  accounts: Accounts;
  /** Documents that show a situation, beside its bank lines. */
  shown: ReadonlyMap<number, readonly (() => string)[]>;
};

/** How many customers each serve one scene alone. */
const RESERVED = 40;

/** The world on a day. The seed is fixed: another day moves the dates, not the people. */
export function worldOf(today: Day): World {
  const time = timelineOf(today);
  const random = randomOf('verdanne');
  const customers = customersOf(random.fork('customers'));
  const ledger: Ledger = { entries: [] };
  openBooks(ledger, time);
  const documents = sell(ledger, customers, time, random.fork('sales'));
  const transferring = customers.filter(({ castName, medium }) => castName === null && medium === 'transfer');
  const stage: Stage = {
    ledger,
    time,
    random: random.fork('situations'),
    customers,
    documents,
    movements: [],
    afterNumbers: [],
    shown: new Map(),
    // Neither the largest nor the smallest are taken alone: a whole balance has a few lines.
    reserve: transferring.slice(60, 60 + RESERVED),
    pool: [...transferring.slice(0, 60), ...transferring.slice(60 + RESERVED)],
  };
  for (const situation of SITUATIONS) {
    for (const scenario of situation.scenarios) {
      for (let turn = 0; turn < scenario.times; turn++) {
        scenario.play(sceneOf(stage, situation.number, scenario, turn), turn);
      }
    }
  }
  number(documents);
  for (const work of stage.afterNumbers) work();
  const history = receive(ledger, documents, time);
  const movements = [...stage.movements, ...history, ...buy(ledger, time), ...run(ledger, time)];
  movements.push(...sweep(movements, time));
  bookAll(ledger, movements);
  const taxes = declareVat(ledger, time);
  bookAll(ledger, taxes);
  movements.push(...taxes);
  appropriate(ledger, time);
  return { time, ledger, documents, movements, accounts: accountsOf(movements), shown: stage.shown };
}

/** Books what is not waiting, in the order of days; the piece is the journal, the month and a running number. */
function bookAll(ledger: Ledger, movements: readonly Movement[]): void {
  const counts = new Map<string, number>();
  const booked = movements.filter((move) => move.state !== 'waiting' && move.entry === null);
  booked.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  for (const move of booked) {
    const series = `${BANKS[move.bank].journal}-${compactDay(move.day).slice(2, 6)}`;
    const n = (counts.get(series) ?? 0) + 1;
    counts.set(series, n);
    book(ledger, move, `${series}-${String(n).padStart(3, '0')}`);
  }
}
