// The questions behind the reports for an auditor and for the month's end.
import type { Member, Moment } from '../model/aging.ts';
import type { Day } from '../model/day.ts';
import type { MonthlySales } from '../model/figure.ts';
import type {
  AuditRow,
  BankReconciliation,
  BookLine,
  BookOpening,
  Issued,
  Period,
  SettledPart,
} from '../model/report.ts';

export type ReportQuestions = {
  /** Lines of the customer accounts booked in the period, by account, customer and day; of one customer where it is named. */
  book(period: Period, only?: Member | null): Promise<BookLine[]>;
  /** What each customer's account held before the period. */
  bookOpenings(period: Period, only?: Member | null): Promise<BookOpening[]>;
  /** Which lines settled each other, in whole or in part, by the end of the period. */
  ties(period: Period): Promise<{ debitId: string; creditId: string }[]>;
  /**
   * Parts of claims settled by lines of the ledger up to the end of the period, oldest first, of claims settled in it: of invoices, of
   * what an opening carried over, and of bills and doubtful debts, which have the issue day and the VAT of the invoice they took over.
   */
  settledParts(period: Period, only?: Member | null): Promise<SettledPart[]>;
  /** The same of credit notes, in negative amounts: what paid them back is the other line. */
  creditedParts(period: Period): Promise<SettledPart[]>;
  /** Invoices booked in the period, VAT included, without their credit notes. */
  issued(period: Period): Promise<Issued>;
  /** Invoices less credit notes booked in the period, VAT included. */
  salesMinor(period: Period): Promise<number>;
  /** The same by calendar month, oldest first; a month without a document is not named. */
  monthlySales(period: Period): Promise<MonthlySales[]>;
  /** Bank accounts that are linked with the ledger; of one where it is named. Ticks have one time: true at the day only. */
  bankReconciliations(at: Moment, account: string | null): Promise<BankReconciliation[]>;
  auditEvents(from: Day | null, until: Day): Promise<AuditRow[]>;
};
