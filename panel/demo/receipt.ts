// How two years of invoices were paid by habit: transfers, cheques by the slip, batches of direct debits, bills at maturity.
import { addDays, type Day, weekday } from '../../sync/model/day.ts';
import { mulDiv, sum } from '../../sync/model/money.ts';
import { compactDay } from './bank-text.ts';
import { bankDayFrom } from './calendar.ts';
import type { Customer } from './customer.ts';
import { type Document, numberOf } from './document.ts';
import { join, type Ledger, type Line, linesOn, post } from './ledger.ts';
import { history, type Movement, movement, type Payment, payment, type Truth, transferFrom } from './movement.ts';
import type { Timeline } from './timeline.ts';
import { cited } from './wording.ts';

/** Early payers keep two percent. */
export const DISCOUNT_PERCENT = 2;

/** The movements that pay the ordinary documents; cheques and bills also make entries of their own. Documents have numbers. */
export function receive(ledger: Ledger, documents: readonly Document[], time: Timeline): Movement[] {
  const paid = documents.filter(({ payDay }) => payDay !== null && payDay <= time.bookedUntil);
  const of = (medium: Customer['medium']) => paid.filter(({ customer }) => customer.medium === medium);
  return [
    ...transfers(of('transfer')),
    ...cheques(ledger, of('cheque'), time),
    ...directDebits(of('debit')),
    ...bills(ledger, of('bill')),
  ];
}

function transfers(documents: readonly Document[]): Movement[] {
  return groups(documents, (d) => `${d.payDay}/${d.customer.code}`).map((group) => {
    const { customer, payDay } = head(group);
    const truth = customer.habit === 'discount' ? discounted(customer, group) : history(customer, paysOf(group));
    return movement({
      bank: customer.bank,
      kind: transferFrom(customer.country),
      day: payDay,
      payments: [
        payment({
          minor: sum(truth.pays.map((pay) => pay.minor)) + sum(truth.adjustments.map((a) => a.minor)),
          name: customer.bankName,
          iban: customer.iban,
          town: customer.town,
          country: customer.country,
          text: () => [group.map(cited).join(' ')],
          truth,
        }),
      ],
    });
  });
}

function discounted(customer: Customer, group: readonly Document[]): Truth {
  const truth = history(customer, paysOf(group));
  const total = sum(truth.pays.map((pay) => pay.minor));
  return { ...truth, adjustments: [{ kind: 'discount', minor: -mulDiv(total, DISCOUNT_PERCENT, 100, 'half-up') }] };
}

/** Cheques are booked when they come and wait on 5112 for the week's slip. */
function cheques(ledger: Ledger, documents: readonly Document[], time: Timeline): Movement[] {
  const received = groups(documents, (d) => `${d.payDay}/${d.customer.code}`).map((group) => {
    const { customer, payDay } = head(group);
    const total = sum(group.map((d) => d.totalMinor));
    const piece = `CHQ${compactDay(payDay).slice(2)}`;
    const entry = post(ledger, { journal: 'CH', day: payDay, piece, label: `Chèque ${customer.name}` }, [
      { account: '511200', minor: total },
      { account: '411000', auxiliary: customer, minor: -total },
    ]);
    joinAll(
      linesOn(entry, '411')[0],
      group.flatMap((d) => d.lines),
    );
    return { day: payDay, line: linesOn(entry, '5112')[0]! };
  });
  return groups(received, ({ day }) => slipDay(day)).map((slip) =>
    chequeSlip(
      slip.map(({ line }) => line),
      slipDay(slip[0]!.day),
      time,
    ),
  );
}

/** One slip of cheques that wait on 5112. */
export function chequeSlip(lines: readonly Line[], day: Day, time: Timeline): Movement {
  const total = sum(lines.map((line) => line.minor));
  const number = compactDay(day).slice(2);
  return movement({
    bank: 'collection',
    kind: 'cheques',
    day,
    valueDay: addDays(day, 1),
    state: day <= time.bookedUntil ? 'booked' : 'waiting',
    payments: [
      payment({
        minor: total,
        text: () => [`REMISE ${number} ${lines.length} CHEQUE${lines.length > 1 ? 'S' : ''}`],
        contra: [{ account: '511200', minor: -total }],
        settles: lines,
        truth: {
          ...history(
            null,
            lines.map((line) => ({ line, minor: line.minor })),
          ),
          situation: day <= time.bookedUntil ? 0 : 12,
          scenario: 'slip of cheques booked on 5112',
          expected: 'suggest',
        },
      }),
    ],
  });
}

function directDebits(documents: readonly Document[]): Movement[] {
  return groups(documents, (d) => `${d.payDay}`).map((batch) => {
    const day = head(batch).payDay;
    const payments = groups(batch, (d) => d.customer.code).map((group) => collected(group));
    return movement({ bank: 'collection', kind: 'debits', day, payments });
  });
}

/** One collection by direct debit, with the mandate and the end-to-end id that we gave it. */
export function collected(group: readonly Document[], truth?: Partial<Truth>): Payment {
  const [first] = group;
  if (!first) throw new Error('receipt: a collection of nothing');
  const { customer } = first;
  return payment({
    minor: sum(group.map((d) => d.totalMinor)),
    name: customer.bankName,
    iban: customer.iban,
    text: () => group.map(numberOf),
    endToEnd: endToEndOf(first),
    mandate: `RUM-${customer.code}`,
    truth: { ...history(customer, paysOf(group)), ...truth },
  });
}

export function endToEndOf(document: Document): string {
  return `PRLV-${document.customer.code}-${compactDay(document.day)}`;
}

/** A bill is accepted ten days after its invoice (411 to 413) and collected when it falls due. */
function bills(ledger: Ledger, documents: readonly Document[]): Movement[] {
  return groups(documents, (d) => `${d.payDay}/${d.customer.code}`).map((group) => {
    const { customer, payDay } = head(group);
    const lines = group.map((document) => {
      const line = accept(ledger, document);
      nameBill(document, line);
      return line;
    });
    return movement({
      bank: 'collection',
      kind: 'bills',
      day: payDay,
      payments: [
        payment({
          minor: sum(lines.map((line) => line.minor)),
          name: customer.bankName,
          text: () => [`LCR ECHEANCE ${payDay.slice(8)}/${payDay.slice(5, 7)} ${group.map(numberOf).join(' ')}`],
          truth: history(
            customer,
            lines.map((line) => ({ line, minor: line.minor })),
          ),
        }),
      ],
    });
  });
}

/** The customer's bill for an invoice: 411 to 413, ten days after it. Returns the line on 413; `nameBill` gives it its words. */
export function accept(ledger: Ledger, document: Document): Line {
  const { customer, totalMinor } = document;
  const day = bankDayFrom(addDays(document.day, 10));
  const entry = post(ledger, { journal: 'EF', day, piece: '', label: '' }, [
    { account: '413000', auxiliary: customer, minor: totalMinor },
    { account: '411000', auxiliary: customer, minor: -totalMinor },
  ]);
  joinAll(linesOn(entry, '411')[0], document.lines);
  return linesOn(entry, '413')[0]!;
}

export function nameBill(document: Document, bill: Line): void {
  bill.entry.piece = numberOf(document);
  bill.entry.label = `LCR acceptée ${numberOf(document)} ${document.customer.name}`;
}

export function paysOf(documents: readonly Document[]): { line: Line; minor: number }[] {
  return documents.flatMap((document) => document.lines.map((line) => ({ line, minor: line.minor })));
}

function joinAll(line: Line | undefined, others: readonly Line[]): void {
  if (line) for (const other of others) join(line, other);
}

/** The bank takes the week's cheques on Thursday. */
function slipDay(day: Day): Day {
  return bankDayFrom(addDays(day, (3 - weekday(day) + 7) % 7));
}

function head(group: readonly Document[]): { customer: Customer; payDay: Day } {
  const [first] = group;
  if (!first?.payDay) throw new Error('receipt: a group without a paid document');
  return { customer: first.customer, payDay: first.payDay };
}

function groups<T>(rows: readonly T[], keyOf: (row: T) => string): T[][] {
  const byKey = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = byKey.get(key);
    if (group) group.push(row);
    else byKey.set(key, [row]);
  }
  return [...byKey.values()];
}
