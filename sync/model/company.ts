// The company whose books these are, with the data that the code must not know by heart.
import type { Day } from './day.ts';
import type { AccountRole } from './ledger.ts';
import type { Currency } from './money.ts';
import type { Tolerance } from './trust.ts';

export type CompanyId = string;

/** shadow: decide and show, write nothing. suggest: a person accepts each. auto: proven classes act alone. */
export type Mode = 'shadow' | 'suggest' | 'auto';

/** Payment terms: due = document day + days, then the end of that month if `endOfMonth`, then `extraDays` more. */
export type Terms = { days: number; endOfMonth: boolean; extraDays: number };

export type Company = {
  id: CompanyId;
  name: string;
  /** Nine digits; null until the first ledger names it. */
  siren: string | null;
  currency: Currency;
  /** IANA zone: decides when the night runs and what today is, nothing else. */
  zone: string;
  mode: Mode;
  erp: 'fec' | 'odoo';
  terms: Terms;
  /**
   * Matching begins on this day: what was open on customer accounts before it is one balance for each customer, without detail.
   * Null: everything that the ledger leaves open is an item.
   */
  startDay: Day | null;
  /** Account prefix to role; the longest prefix wins. */
  accounts: Readonly<Record<string, AccountRole>>;
  /** Accounts that differences are posted to, and the VAT account of a discount. */
  differenceAccounts: Readonly<Record<DifferenceKind, string>>;
  /** Accounts that a person named for good: they go before what the map and the ERP say. */
  chosenAccounts?: ChosenAccounts;
  /** Cents that may be written off without asking; absent or null: none. */
  tolerance?: Tolerance | null;
  /** When VAT that a ledger books as collected is due, as a person says it for invoices whose entries do not tell. */
  vatDue?: VatDue | null;
};

/** debits: at the invoice. receipts: when the invoice is paid. */
export type VatDue = 'debits' | 'receipts';

/** The `_gain` kinds are for differences in the company's favour (more came than was due). */
export type DifferenceKind =
  | 'discount'
  | 'bank_fee'
  | 'small'
  | 'small_gain'
  | 'withholding'
  | 'exchange'
  | 'exchange_gain'
  | 'discount_vat';

/** What an account can be named for: a difference, or a role of which a decision needs the general account. */
export type AccountUse = DifferenceKind | 'advance' | 'retention' | 'transfer';

export type ChosenAccounts = Readonly<Partial<Record<AccountUse, string>>>;

/** What an account is for, by the longest prefix of the map. */
export function roleOf(accounts: Company['accounts'], account: string): AccountRole {
  for (let length = account.length; length > 0; length -= 1) {
    const role = accounts[account.slice(0, length)];
    if (role !== undefined) return role;
  }
  return 'other';
}

/** One bank account of the company: which ledger account and journal it is. */
export type BankAccount = {
  /** IBAN without blanks, or the number that the bank's files give. */
  account: string;
  name: string;
  /** Null until it is known which account of the ledger this is: its lines can be read, not posted. */
  ledgerAccount: string | null;
  journal: string | null;
  currency: Currency;
  /**
   * How the bank signs entries that reverse others (RvslInd): as they are booked, or turned, so that the import turns them
   * back. Absent until a statement with such an entry and both balances has shown it.
   */
  reversals?: 'as-booked' | 'turned' | null;
  /** Its IBAN where `account` is another name (an ERP's journal without a number); found by statements that name it. */
  iban?: string | null;
};

/** The French chart's map: the start of every FEC company, editable. */
export const PLAN_COMPTABLE: Company['accounts'] = {
  '411': 'receivable',
  '4117': 'retention',
  '413': 'bills',
  '416': 'doubtful',
  '418': 'accrual',
  '419': 'advance',
  '4191': 'advance',
  '4198': 'accrual',
  '512': 'bank',
  '511': 'collection',
  '58': 'transfer',
  '47': 'suspense',
  '401': 'payable',
  '403': 'payable',
  '404': 'payable',
};

export const PLAN_DIFFERENCES: Company['differenceAccounts'] = {
  discount: '665000',
  bank_fee: '627000',
  small: '658000',
  small_gain: '758000',
  withholding: '467000',
  exchange: '656000',
  exchange_gain: '756000',
  discount_vat: '445710',
};
