// What the figures of the customer accounts are worked out from, and what they are.
import type { Day } from './day.ts';

/** Invoices less credit notes booked in a calendar month, VAT included. `month`: its first day. */
export type MonthlySales = { month: Day; salesMinor: number };

/** Tenths of a day. Null where the definition gives none: nothing was sold, nothing was paid. */
export type Tenths = number | null;

/** `exhausted`: the months known do not reach back far enough; it is more than so many days. */
export type CountedBack = { days: number; exhausted: boolean };
