// One customer's page: what is open, what was paid and when, and how they pay, in plain figures.
import type { AgedItem } from './aging.ts';
import type { Claim } from './claim.ts';
import type { Day } from './day.ts';
import type { Dealing } from './party.ts';

/** An invoice that payments closed, wholly or in part, with the day of the last of them. */
export type PaidInvoice = {
  itemId: string;
  document: string | null;
  issueDay: Day;
  dueDay: Day | null;
  paidDay: Day;
  amountMinor: number;
};

export type Payment = { day: Day; amountMinor: number; reference: string };

/** Weighted by amount, in whole days; null where nothing was paid. Late is counted from the due day, early payments as negative. */
export type Behaviour = {
  paidInvoices: number;
  daysLate: number | null;
  daysToPay: number | null;
  /** In tenths of a percent of what was paid. */
  paidLateShare: number | null;
  lastPayment: Payment | null;
};

/** Part of an open item that the customer disputes, or that we claim back. */
export type OpenClaim = Pick<Claim, 'id' | 'kind' | 'itemId' | 'amountMinor' | 'openedOn' | 'note'> & {
  document: string | null;
};

export type CustomerView = {
  asOf: Day;
  currency: string;
  party: {
    id: string;
    name: string;
    city: string | null;
    country: string | null;
    group: string | null;
    salesperson: string | null;
    /** Terms, limit and contact as the ERP has them; null where it says nothing. */
    dealing: Dealing | null;
  };
  items: AgedItem[];
  openMinor: number;
  overdueMinor: number;
  creditMinor: number;
  receivedMinor: number;
  paid: PaidInvoice[];
  payments: Payment[];
  behaviour: Behaviour;
  claims: OpenClaim[];
};
