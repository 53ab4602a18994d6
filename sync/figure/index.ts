// The figures that the trade works out of customer accounts: days sales outstanding in its variants, delay, effectiveness.
// All amounts gross of VAT and in one currency; days and percents in tenths, halves away from zero. Definitions: Credit Research
// Foundation (simple DSO, best possible DSO, average days delinquent, collection effectiveness index); the trade's count-back.
import type { AgedItem } from '../model/aging.ts';
import { type Day, daysBetween, endOfMonth, startOfMonth } from '../model/day.ts';
import type { CountedBack, MonthlySales, Tenths } from '../model/figure.ts';
import { mulDiv, sum } from '../model/money.ts';
import type { SettledPart } from '../model/report.ts';

/** Receivables ÷ sales × days of the period. Negative where customers are in credit; null where nothing was sold. */
export function daysOutstanding(openMinor: number, salesMinor: number, days: number): Tenths {
  return salesMinor <= 0 ? null : mulDiv(openMinor, days * 10, salesMinor, 'half-up');
}

/**
 * Count-back ("méthode par épuisement"): the newest months' sales are taken off the receivables, each for its calendar days, until
 * less is left than a month sold; of that month, the share that is left. A month of which more was credited than sold passes with
 * its days and takes nothing off. The month of `asOf` has the days that have passed. Receivables of nothing or less are no days.
 */
export function countedBack(openMinor: number, sales: readonly MonthlySales[], asOf: Day): CountedBack {
  let left = openMinor;
  let days = 0;
  if (left <= 0) return { days, exhausted: false };
  for (const { month, salesMinor } of [...sales].sort((a, b) => (a.month < b.month ? 1 : -1))) {
    const end = endOfMonth(month);
    const long = (daysBetween(month, end < asOf ? end : asOf) + 1) * 10;
    if (salesMinor > left) return { days: days + mulDiv(left, long, salesMinor, 'half-up'), exhausted: false };
    left -= Math.max(0, salesMinor);
    days += long;
    if (left === 0) return { days, exhausted: false };
  }
  return { days, exhausted: true };
}

/**
 * True DSO (Oracle): of each open invoice the days since it was issued, by what is open of it, over all sales of its month. Exact to the
 * tenth over the sum. Claims without an invoice of a month in which more was sold than credited, carried over or transferred, are left out.
 */
export function trueOutstanding(
  items: readonly AgedItem[],
  sales: readonly MonthlySales[],
  asOf: Day,
): { days: Tenths; leftOut: number } {
  const sold = new Map(sales.map((it) => [it.month, it.salesMinor]));
  const claims = items.filter((it) => it.openMinor > 0 && it.role !== 'advance');
  const counted = claims.filter((it) => it.kind === 'invoice' && (sold.get(startOfMonth(it.day)) ?? 0) > 0);
  const months = new Map<Day, number>();
  for (const it of counted) {
    const month = startOfMonth(it.day);
    months.set(month, (months.get(month) ?? 0) + it.openMinor * daysBetween(it.documentDay ?? it.day, asOf));
  }
  const leftOut = claims.length - counted.length;
  if (counted.length === 0) return { days: claims.length === 0 ? 0 : null, leftOut };
  const fine = sum([...months].map(([month, weighted]) => mulDiv(weighted, 100_000, sold.get(month) ?? 1, 'half-up')));
  return { days: mulDiv(fine, 1, 10_000, 'half-up'), leftOut };
}

/** Of what was invoiced in the period, what is more than so many days overdue: what a period's sales leave unpaid. */
export function unpaidMinor(items: readonly AgedItem[], from: Day, daysLate: number): number {
  const issued = items.filter((it) => it.kind === 'invoice' && it.openMinor > 0 && it.day >= from);
  return sum(issued.filter((it) => (it.daysLate ?? 0) > daysLate).map((it) => it.openMinor));
}

/**
 * Collection effectiveness index in tenths of a percent: of what could be collected in the period, what was. `salesMinor` are those
 * of the whole period of `months`. Above 1000 where customers paid ahead. Null where nothing was to be collected.
 */
export function effectiveness(of: {
  openingMinor: number;
  salesMinor: number;
  months: number;
  closingMinor: number;
  currentMinor: number;
}): number | null {
  const collectable = of.openingMinor + mulDiv(of.salesMinor, 1, of.months, 'half-up');
  const due = collectable - of.currentMinor;
  return due <= 0 ? null : mulDiv(collectable - of.closingMinor, 1000, due, 'half-up');
}

export type Standing = {
  openMinor: number;
  currentMinor: number;
  overdueMinor: number;
  claims: number;
  overdue: number;
};

/**
 * Claims of either age: `currentMinor` is not yet due or has no due day, due on the day itself is not overdue. `openMinor` is all
 * that is open, payments and credit notes that nothing closed taken off.
 */
export function standingOf(items: readonly AgedItem[]): Standing {
  const claims = items.filter((it) => it.openMinor > 0 && it.role !== 'advance');
  const overdue = claims.filter((it) => (it.daysLate ?? 0) > 0);
  const [all, late] = [claims, overdue].map((each) => sum(each.map((it) => it.openMinor))) as [number, number];
  return {
    openMinor: sum(items.map((it) => it.openMinor)),
    currentMinor: all - late,
    overdueMinor: late,
    claims: claims.length,
    overdue: overdue.length,
  };
}

/** A share in tenths of a percent; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole <= 0 ? null : mulDiv(part, 1000, whole, 'half-up');
}

/**
 * Of what payments closed, weighted by amount: days granted, days taken, and days late, which are the one less the other. Parts
 * without a due day count for none of the three.
 */
export function paidIn(parts: readonly SettledPart[]): { granted: Tenths; taken: Tenths; late: Tenths } {
  const paid = parts.flatMap((it) =>
    it.dueDay === null || it.paymentKind !== 'payment' ? [] : [{ ...it, dueDay: it.dueDay }],
  );
  const whole = sum(paid.map((it) => it.amountMinor));
  const weighted = (days: (it: (typeof paid)[number]) => number) =>
    whole <= 0 ? null : mulDiv(sum(paid.map((it) => it.amountMinor * days(it))), 10, whole, 'half-up');
  return {
    granted: weighted((it) => daysBetween(it.issueDay, it.dueDay)),
    taken: weighted((it) => daysBetween(it.issueDay, it.paymentDay)),
    late: weighted((it) => daysBetween(it.dueDay, it.paymentDay)),
  };
}
