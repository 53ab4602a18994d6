// The figures of the customer accounts at a day, over a period that ends on it.
import {
  countedBack,
  daysOutstanding,
  effectiveness,
  paidIn,
  shareOf,
  standingOf,
  trueOutstanding,
  unpaidMinor,
} from '../figure/index.ts';
import { addDays, addMonths, type Day, daysBetween, startOfMonth } from '../model/day.ts';
import { sum } from '../model/money.ts';
import type { Period } from '../model/report.ts';
import type { Tx } from '../port/store.ts';
import { type Figures, UNPAID_DAYS } from '../report/figures.ts';
import { agedBalance, agedItems } from './aged.ts';

/** How far count-back looks. */
const MONTHS_BACK = 24;

/** The calendar quarter of most definitions: three months, the one of the day included. */
export function quarterTo(asOf: Day): Day {
  return addMonths(startOfMonth(asOf), -2);
}

export async function figuresOf(tx: Tx, period: Period): Promise<Figures> {
  const { asOf, knownOn } = period;
  const month = startOfMonth(asOf);
  const items = await agedItems(tx, { asOf, knownOn });
  const standing = standingOf(items);
  const { openMinor, currentMinor, overdueMinor, claims, overdue } = standing;
  const back = addMonths(month, 1 - MONTHS_BACK);
  // Of every month of which an invoice is open, however far back.
  const first = items.map((it) => startOfMonth(it.day)).reduce((a, b) => (b < a ? b : a), back);
  const sales = await tx.view.monthlySales({ asOf, knownOn, from: first });
  const months = sales.filter((it) => it.month >= back);
  const salesMinor = await tx.view.salesMinor(period);
  const days = daysBetween(period.from, asOf) + 1;
  const parts = await tx.view.settledParts(period);
  const opening = await agedBalance(tx, { asOf: addDays(month, -1), knownOn });
  return {
    ...{ openMinor, currentMinor, overdueMinor, overdue, salesMinor },
    outstanding: daysOutstanding(openMinor, salesMinor, days),
    countedBack: countedBack(openMinor, whole(months), asOf),
    trueDays: trueOutstanding(items, sales, asOf),
    unpaidShare: shareOf(unpaidMinor(items, period.from, UNPAID_DAYS), salesMinor),
    bestPossible: daysOutstanding(currentMinor, salesMinor, days),
    overdueShare: shareOf(overdueMinor, currentMinor + overdueMinor),
    overdueCountShare: shareOf(overdue, claims),
    effectiveness: effectiveness({
      openingMinor: opening.totals.totalMinor,
      salesMinor: sum(months.filter((it) => it.month === month).map((it) => it.salesMinor)),
      months: 1,
      closingMinor: openMinor,
      currentMinor,
    }),
    paid: paidIn(parts.filter((it) => it.day >= period.from)),
  };

  /** Months without a document between the first that has one and the day have sold nothing, and pass with their days. */
  function whole(known: typeof months): typeof months {
    const sold = new Map(known.map((it) => [it.month, it.salesMinor]));
    const all: typeof months = [];
    for (let at = known[0]?.month ?? month; at <= month; at = addMonths(at, 1))
      all.push({ month: at, salesMinor: sold.get(at) ?? 0 });
    return all;
  }
}
