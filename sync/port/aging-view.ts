// The questions behind the aged balance and every dated report of the customer accounts.
import type {
  AccountSum,
  AgingOutside,
  Cell,
  CellQuery,
  DatedItem,
  DocumentCell,
  LedgerSum,
  Member,
  Moment,
  Suspect,
} from '../model/aging.ts';

export type AgingQuestions = {
  /** Lines of customer accounts open at the moment, or that only receipts not yet booked closed; of one row where it is named. */
  itemsAt(at: Moment, only?: Member | null): Promise<DatedItem[]>;
  /** The open lines summed by row and column, and all of them by account. */
  cells(query: CellQuery): Promise<{ cells: Cell[]; accounts: AccountSum[] }>;
  /** The same lines, each in the currency of its document. */
  documentCells(query: CellQuery): Promise<DocumentCell[]>;
  /**
   * Balance of each account of class 41 and each suspense account at the moment: the ledger's own total, as the ERP stated it, less
   * what later lines moved.
   */
  ledgerBalances(at: Moment): Promise<LedgerSum[]>;
  /** Entries that may explain why the report differs from the ledger on these accounts, a few of each kind. */
  suspects(at: Moment, differing: readonly { account: string; differenceMinor: number }[]): Promise<Suspect[]>;
  outside(at: Moment): Promise<Omit<AgingOutside, 'suspenseMinor'>>;
};
