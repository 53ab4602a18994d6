// Two years of sales: who buys when and for how much, and on which day they pay by habit.
import { addDays, addMonths, type Day, endOfMonth, partsOf, startOfMonth } from '../../sync/model/day.ts';
import { bankDayFrom, bankDays } from './calendar.ts';
import type { Customer } from './customer.ts';
import { type Document, issue, type Part, type Rate } from './document.ts';
import type { Ledger } from './ledger.ts';
import { PRODUCTS } from './product.ts';
import type { Random } from './random.ts';
import { dueDay } from './terms.ts';
import type { Timeline } from './timeline.ts';

/** Documents of the ordinary trade over the whole history, before situations add theirs. */
const ORDINARY_DOCUMENTS = 3_250;
/** Sales of a month against the year's mean, January to December: hotels buy for the summer and for the feasts. */
const SEASON = [82, 84, 95, 101, 108, 117, 112, 70, 98, 104, 109, 120] as const;
/** In a hundred: never paid within the demo's time, a credit note for part of an invoice. */
const NEVER_PAID_PERCENT = 1;
const CREDIT_NOTE_PERCENT = 2;

/** Sales start this long before the first exercise, so that its opening balance has open invoices. */
export function firstSalesDay(time: Timeline): Day {
  return addMonths(time.start, -3);
}

/**
 * Books the ordinary sales from three months before the first exercise until the ledger's last day.
 * Invoices that would be paid by habit during the waiting month are left out: situations bring that month's invoices.
 */
export function sell(ledger: Ledger, customers: readonly Customer[], time: Timeline, random: Random): Document[] {
  const buyers = customers.filter((customer) => customer.weight > 0);
  const total = buyers.reduce((n, customer) => n + customer.weight, 0);
  const months = monthsOf(firstSalesDay(time), time.ledgerEnd);
  const documents: Document[] = [];
  for (const [index, month] of months.entries()) {
    const days = bankDays(month, endOfMonth(month));
    for (const customer of buyers) {
      const chance = random.fork(`${customer.code}/${index}`);
      const season = SEASON[partsOf(month).month - 1] ?? 100;
      const expected = ((ORDINARY_DOCUMENTS / months.length) * customer.weight * season) / total;
      const count = Math.floor(expected / 100) + (chance.chance(expected % 100) ? 1 : 0);
      for (let i = 0; i < count; i++) {
        const day = customer.habit === 'statement' ? (days.at(-1) ?? month) : chance.pick(days);
        if (day <= time.ledgerEnd) documents.push(...sale(ledger, customer, day, time, chance));
      }
      const first = days[0];
      if (customer.contractMinor && first && first <= time.ledgerEnd) {
        const parts: Part[] = [{ rate: 2000, netMinor: customer.contractMinor }];
        documents.push(...invoiced(ledger, customer, first, parts, time, chance));
      }
    }
  }
  return documents;
}

/** One delivery at an ordinary size: what was bought, by VAT rate. */
export function basket(random: Random): Part[] {
  const nets = new Map<Rate, number>();
  const kinds = random.int(1, 5);
  for (let i = 0; i < kinds; i++) {
    const product = random.pick(PRODUCTS);
    const price = product.priceMinor + (random.chance(30) ? -Math.round(product.priceMinor / 20) : 0);
    nets.set(product.rate, (nets.get(product.rate) ?? 0) + price * random.int(1, product.most));
  }
  return [...nets].map(([rate, netMinor]) => ({ rate, netMinor }));
}

function sale(ledger: Ledger, customer: Customer, day: Day, time: Timeline, random: Random): Document[] {
  const parts = basket(random);
  const documents = invoiced(ledger, customer, day, parts, time, random);
  const first = parts[0];
  // Paid together with the invoice: habit pays what is due, less what was credited.
  if (documents[0]?.payDay && random.chance(CREDIT_NOTE_PERCENT) && first) {
    const credited: Part[] = [{ rate: first.rate, netMinor: -Math.max(500, Math.round(first.netMinor / 5)) }];
    const creditDay = bankDayFrom(addDays(day, 4));
    const { payDay } = documents[0];
    if (creditDay < payDay) documents.push(issue(ledger, { customer, day: creditDay, parts: credited, payDay }));
  }
  return documents;
}

function invoiced(
  ledger: Ledger,
  customer: Customer,
  day: Day,
  parts: readonly Part[],
  time: Timeline,
  random: Random,
): Document[] {
  const payDay = payDayOf(customer, day, random);
  if (payDay > time.bookedUntil && payDay <= time.lastBankDay) return [];
  const paid = payDay <= time.bookedUntil && !random.chance(NEVER_PAID_PERCENT);
  const order = random.chance(12) ? `45${String(random.int(0, 99_999_999)).padStart(8, '0')}` : null;
  return [issue(ledger, { customer, day, parts, order, payDay: paid ? payDay : null })];
}

function payDayOf(customer: Customer, day: Day, random: Random): Day {
  const due = dueDay(day, customer.terms);
  return bankDayFrom(habitual(customer, day, due, random));
}

function habitual(customer: Customer, day: Day, due: Day, random: Random): Day {
  if (customer.medium === 'debit' || customer.medium === 'bill') return due;
  switch (customer.habit) {
    case 'prompt':
      return addDays(due, random.int(-3, 4));
    case 'late':
      return addDays(due, random.int(6, 35));
    case 'slow':
      return addDays(due, random.int(30, 85));
    case 'discount':
      return addDays(day, random.int(4, 8));
    case 'grouped':
      return nextOf(addDays(due, random.int(0, 10)), [10, 25]);
    case 'statement':
      return nextOf(addDays(due, 1), [5]);
    case 'none':
      return addDays(due, 2);
  }
}

/** The next day with one of these days of month. */
function nextOf(day: Day, daysOfMonth: readonly number[]): Day {
  const here = partsOf(day).dayOfMonth;
  const wanted = daysOfMonth.find((n) => n >= here);
  const first = daysOfMonth[0] ?? 1;
  return wanted === undefined ? addDays(startOfMonth(addMonths(day, 1)), first - 1) : addDays(day, wanted - here);
}

function monthsOf(from: Day, to: Day): Day[] {
  const months: Day[] = [];
  for (let month = startOfMonth(from); month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}
