// Whoever owes or is owed: a customer (or supplier) of the company.

export type PartyId = string;

export type Party = {
  id: PartyId;
  name: string;
  city: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** Accounts that the ERP knows as this party's, without blanks. */
  ibans: readonly string[];
  /** The group parent that the ERP records. */
  parentId: PartyId | null;
  /** Who sells to this party, by name, where the ERP says. */
  salesperson?: string | null;
  /** An account on which occasional customers share one number (411DIVERS): a balance of it means nothing. */
  shared: boolean;
  /** What the ERP knows for reminding and for credit; absent where it does not say. */
  dealing?: Dealing | null;
};

/** How one deals with a party: its terms in the ERP's words, how much it may owe, and whom to write to. */
export type Dealing = {
  terms: string | null;
  creditLimitMinor: number | null;
  /** Whom reminders go to: the contact for invoices, else the party itself. */
  contact: { name: string; email: string | null; phone: string | null; language: string | null } | null;
};

const SUPPLIER = 'supplier:';

/** The id of a supplier of a ledger of files: a customer of the same code is another party, and is matched without it. */
export function supplierId(code: string): PartyId {
  return `${SUPPLIER}${code}`;
}

/** The code of such a supplier in the ledger; null for any other party. */
export function supplierCode(id: PartyId): string | null {
  return id.startsWith(SUPPLIER) ? id.slice(SUPPLIER.length) : null;
}

/** Unrelated customers for whom one account must pay before it identifies nobody; a parent with two children is none. */
const DEBTORS_MANY = 3;

/** Accounts that pay for several customers who have nothing in common. `paid`: an account, and the head of the group it paid for. */
export function payingForMany(paid: Iterable<readonly [account: string, head: PartyId]>): Set<string> {
  const heads = new Map<string, Set<PartyId>>();
  for (const [account, head] of paid) heads.set(account, (heads.get(account) ?? new Set()).add(head));
  return new Set([...heads].filter(([, all]) => all.size >= DEBTORS_MANY).map(([account]) => account));
}
