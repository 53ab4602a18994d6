// What a situation can do: take customers, issue invoices in time for a payment, and let the bank tell of it.
import { addDays, type Day, partsOf } from '../../sync/model/day.ts';
import type { AdjustmentKind } from '../../sync/model/match.ts';
import { sum } from '../../sync/model/money.ts';
import type { BankKey } from './account.ts';
import { book } from './booking.ts';
import { bankDayUntil } from './calendar.ts';
import type { CastName, Payer } from './cast.ts';
import type { Customer, Medium } from './customer.ts';
import { type Document, type DocumentSpec, issue, partsOfTotal } from './document.ts';
import { type Entry, type Ledger, type Line, type LineSpec, post } from './ledger.ts';
import {
  type Expected,
  type Kind,
  type Movement,
  type MovementSpec,
  movement,
  type Pay,
  type Payment,
  type PaymentSpec,
  payment,
  type Truth,
  transferFrom,
} from './movement.ts';
import type { Random } from './random.ts';
import { accept, nameBill, paysOf } from './receipt.ts';
import { basket } from './sale.ts';
import { documentDayFor } from './terms.ts';
import type { Timeline } from './timeline.ts';

/** One kind of event. Its row says how often it happens; the first `byHand` of them are in the ledger already, not lettered. */
export type Scenario = {
  name: string;
  times: number;
  byHand?: number;
  expected: Expected;
  play(scene: Scene, turn: number): void;
};

export type Situation = { number: number; scenarios: readonly Scenario[] };

/** All that situations add to: shared by every scene. */
export type Stage = {
  readonly ledger: Ledger;
  readonly time: Timeline;
  readonly random: Random;
  readonly customers: readonly Customer[];
  readonly documents: Document[];
  readonly movements: Movement[];
  /** Run once documents have their numbers. */
  readonly afterNumbers: (() => void)[];
  /** Documents that show a situation without a bank line. */
  readonly shown: Map<number, (() => string)[]>;
  /** Ordinary customers that pay by transfer, in turn; and those that one scene has for itself. */
  readonly pool: Customer[];
  readonly reserve: Customer[];
};

export type InvoiceSpec = Partial<Pick<DocumentSpec, 'kind' | 'order' | 'shares' | 'note' | 'parts' | 'foreign'>> & {
  totalMinor?: number;
  /** Instead of the day that follows from the payment. */
  issuedOn?: Day;
  /** Paid on that day by the customer's habit, booked and lettered long ago. */
  settled?: true;
};

export type ReceiptSpec = Partial<Omit<PaymentSpec, 'truth'>> & {
  from: Customer | Payer;
  day: Day;
  pays: readonly Pay[];
  adjustments?: readonly { kind: AdjustmentKind; minor: number }[];
  restMinor?: number;
  customer?: Customer | null;
  kind?: Kind;
  bank?: BankKey;
  expected?: Expected;
  valueDay?: Day;
};

export type Scene = ReturnType<typeof sceneOf>;

/** The scene of one turn of a scenario. */
export function sceneOf(stage: Stage, situation: number, scenario: Scenario, turn: number) {
  const { time } = stage;
  const random = stage.random.fork(`${situation}/${scenario.name}/${turn}`);
  const byHand = turn < (scenario.byHand ?? 0);
  const truth = (spec: Partial<Truth>): Truth => ({
    situation,
    scenario: scenario.name,
    expected: scenario.expected,
    customer: null,
    pays: [],
    adjustments: [],
    restMinor: 0,
    reverses: null,
    ...spec,
  });
  /** Adds a movement: by hand in the first turns, else waiting. */
  const move = (spec: MovementSpec): Movement => {
    const made = movement({ state: byHand && spec.day <= time.ledgerEnd ? 'by-hand' : 'waiting', ...spec });
    stage.movements.push(made);
    return made;
  };
  return {
    random,
    time,
    truth,
    move,
    /** A day of the waiting month: more at its ends, on the tenth and the twenty-fifth, as due days are. */
    day: (): Day => dayIn(time, byHand, random),
    ...peopleOf(stage),
    ...papersOf(stage, random),
    receive: (spec: ReceiptSpec): Movement => move(receiptSpec(spec, truth)),
    /** A receipt of before the waiting month, booked then; `lettered` false: nobody joined it with what it pays. */
    receivedEarlier: (spec: ReceiptSpec, lettered = true): Movement =>
      move({ ...receiptSpec(spec, truth), state: lettered ? 'booked' : 'by-hand' }),
    /** Documents that show the situation without a bank line. */
    show: (...documents: (() => string)[]): void => {
      stage.shown.set(situation, [...(stage.shown.get(situation) ?? []), ...documents]);
    },
  };
}

function peopleOf(stage: Stage) {
  return {
    ordinary: (fits: (customer: Customer) => boolean = anyone): Customer => rotate(stage.pool, fits),
    /** A customer that no other scene will touch. */
    alone: (): Customer => taken(stage.reserve, anyone),
    /** The customers of one medium, from the `skip`th on. */
    payingBy: (medium: Medium, count: number, skip = 0): Customer[] => payingBy(stage, medium, count, skip),
    cast: (name: CastName): Customer => named(stage, name),
  };
}

function papersOf(stage: Stage, random: Random) {
  const { ledger, documents, time } = stage;
  return {
    /** An invoice that falls due shortly before a payment; a credit note where the total is negative. */
    invoice: (customer: Customer, paidOn: Day, spec: InvoiceSpec = {}): Document => {
      const document = issueFor(stage, customer, paidOn, spec, random);
      documents.push(document);
      return document;
    },
    /** Documents of this customer that habit leaves open, issued until a day. */
    openUntil: (customer: Customer, day: Day): Document[] =>
      documents.filter(
        (d) => d.customer === customer && d.day <= day && (d.payDay === null || d.payDay > time.lastBankDay),
      ),
    /** The customer's bill for an invoice; returns the line on 413. */
    accept: (document: Document): Line => {
      const line = accept(ledger, document);
      stage.afterNumbers.push(() => nameBill(document, line));
      return line;
    },
    post: (head: Parameters<typeof post>[1], lines: readonly LineSpec[]): Entry => post(ledger, head, lines),
    /** Books a movement at once, so that its lines can be settled; its text must not need a number. */
    bookNow: (made: Movement, piece: string): Entry => book(ledger, made, piece),
  };
}

/** A receipt as a movement: the amount is what it pays, with its differences and its rest. */
export function receiptSpec(spec: ReceiptSpec, truth: (spec: Partial<Truth>) => Truth): MovementSpec {
  const { from, day, pays, adjustments = [], restMinor = 0, customer, kind, bank, expected, valueDay, ...rest } = spec;
  const payer = 'code' in from ? from : null;
  const minor = sum([...pays.map((pay) => pay.lineMinor ?? pay.minor), ...adjustments.map((a) => a.minor), restMinor]);
  const paid: Payment = payment({
    minor,
    name: from.bankName,
    iban: from.iban,
    town: payer?.town ?? null,
    country: payer?.country ?? null,
    ...rest,
    truth: truth({
      customer: customer === undefined ? payer : customer,
      pays,
      adjustments,
      restMinor,
      ...(expected ? { expected } : {}),
    }),
  });
  return {
    bank: bank ?? payer?.bank ?? 'main',
    kind: kind ?? transferFrom(payer?.country ?? 'FR'),
    day,
    payments: [paid],
    ...(valueDay ? { valueDay } : {}),
  };
}

/** Everything that these documents leave open. */
export function full(...documents: readonly Document[]): Pay[] {
  return paysOf(documents);
}

/** A part of the first open line of a document. */
export function part(document: Document, minor: number): Pay {
  const [line] = document.lines;
  if (!line) throw new Error('scene: a document without an open line');
  return { line, minor };
}

function issueFor(stage: Stage, customer: Customer, paidOn: Day, spec: InvoiceSpec, random: Random): Document {
  const { totalMinor, issuedOn, parts, settled, ...rest } = spec;
  const day = issuedOn ?? bankDayUntil(addDays(documentDayFor(paidOn, customer.terms), -lateness(customer, random)));
  const sold = parts ?? (totalMinor === undefined ? basket(random) : partsOfTotal(totalMinor));
  return issue(stage.ledger, { customer, day, parts: sold, payDay: settled ? paidOn : null, ...rest });
}

/** Days by which this customer's payment comes after the due day, by habit. */
function lateness({ habit }: Customer, random: Random): number {
  if (habit === 'slow') return random.int(30, 75);
  return habit === 'late' ? random.int(6, 35) : random.int(0, 9);
}

function dayIn(time: Timeline, byHand: boolean, random: Random): Day {
  const days = byHand ? time.window.filter((day) => day <= time.ledgerEnd) : time.window;
  const busy = days.filter((day) => [1, 2, 3, 5, 10, 25, 28, 30, 31].includes(partsOf(day).dayOfMonth));
  return random.pick([...days, ...busy]);
}

const anyone = (): boolean => true;

function rotate(pool: Customer[], fits: (customer: Customer) => boolean): Customer {
  const customer = taken(pool, fits);
  pool.push(customer);
  return customer;
}

function taken(pool: Customer[], fits: (customer: Customer) => boolean): Customer {
  const [customer] = pool.splice(pool.findIndex(fits), 1);
  if (!customer) throw new Error('scene: no customer is left');
  return customer;
}

function payingBy(stage: Stage, medium: Medium, count: number, skip: number): Customer[] {
  const all = stage.customers.filter((customer) => customer.medium === medium && customer.castName === null);
  if (all.length < skip + count) throw new Error(`scene: fewer than ${skip + count} customers pay by ${medium}`);
  return all.slice(skip, skip + count);
}

function named(stage: Stage, name: CastName): Customer {
  const customer = stage.customers.find(({ castName }) => castName === name);
  if (!customer) throw new Error(`scene: nobody plays ${name}`);
  return customer;
}
