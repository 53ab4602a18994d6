// What the screen of imports asks besides the files: what a slip may explain, and where statements are missing.
import type { Day } from '../model/day.ts';

/** A waiting credit that a cheque slip may explain. */
export type SlipCredit = { lineId: string; day: Day; amountMinor: number; currency: string; label: string };

/** After the closing of one statement and before the opening of the next the balance changed: statements are missing. */
export type StatementGap = {
  account: string;
  currency: string;
  after: Day;
  before: Day;
  closingMinor: number;
  openingMinor: number;
};
