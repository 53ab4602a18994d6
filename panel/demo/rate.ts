// Sums with rates: dollars in euros by the month's rate, and a discount split into its net part and its VAT.
import type { Day } from '../../sync/model/day.ts';
import { mulDiv } from '../../sync/model/money.ts';
import type { LineSpec } from './ledger.ts';

/** Euro cents for a hundred dollars, January to December: invented, near what such rates are. */
const EUROS_FOR_100_USD = [9_240, 9_185, 9_210, 9_160, 9_105, 9_130, 9_080, 9_045, 9_090, 9_125, 9_170, 9_205] as const;

function rateOf(day: Day): number {
  return EUROS_FOR_100_USD[Number(day.slice(5, 7)) - 1] ?? 9_100;
}

/** Euro cents of so many US cents, at the rate of the day's month. */
export function eurosOf(usdMinor: number, day: Day): number {
  return mulDiv(usdMinor, rateOf(day), 10_000, 'half-up');
}

/** US cents of so many euro cents, at the rate of the day's month. */
export function dollarsOf(eurMinor: number, day: Day): number {
  return mulDiv(eurMinor, 10_000, rateOf(day), 'half-up');
}

/** A discount of goods at 20 % lowers the VAT as well: 665 for the net part, 44571 for its tax. `minor` is negative. */
export function discountParts(minor: number): LineSpec[] {
  const net = mulDiv(minor, 100, 120, 'half-up');
  return [
    { account: '665000', minor: -net },
    { account: '445710', minor: -(minor - net) },
  ];
}
