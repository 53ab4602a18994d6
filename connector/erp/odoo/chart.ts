// The company's frame in Odoo: itself, its accounts by role, its journals and currencies.
import { type Fault, fault, isFault } from '../../../sync/fault/index.ts';
import type { ChartFacts } from '../../../sync/model/chart.ts';
import type { BankAccount, Company } from '../../../sync/model/company.ts';
import type { AccountRole, LedgerAccount } from '../../../sync/model/ledger.ts';
import type { Domain } from './dialect/dialect.ts';
import { grouped } from './group.ts';
import type { Host, Row } from './host.ts';
import { ACCOUNT_FIELDS, isOfChart, namedIn, type Place, type Placed, placed } from './map/account.ts';
import type { Links } from './map/line.ts';
import { linked, text } from './map/value.ts';
import { together } from './together.ts';
import { usableBy } from './usable.ts';

export type Chart = Links & {
  facts: ChartFacts;
  company: number;
  name: string;
  siren: string | null;
  /** All other accounts that an entry may name: of charges, income, VAT. Their lines are not pulled. */
  otherAccounts: LedgerAccount[];
  customerAccounts: number[];
  /** Accounts that hold customers' doubtful debts, deposits and what is to be issued, and are not typed as receivable. */
  besideAccounts: number[];
  /** Those of them that are such by their own number: a person or Odoo named them, so their lines may have been left out before. */
  namedBeside: number[];
  /** Accounts of suppliers: only what is open there is pulled. */
  supplierAccounts: number[];
  /** Where registered payments wait for the bank. */
  outstandingAccounts: number[];
  /** Names of payment terms. */
  terms: ReadonlyMap<number, string>;
  regime: Regime;
  bankAccounts: BankAccount[];
  /** Bank journals by id, with the two accounts that their statement lines stand on. */
  bankJournals: ReadonlyMap<number, BankJournal>;
};

/**
 * Whether a tax says when its VAT is due: "on invoice" is what every tax says until the company uses taxes on payment.
 * `onPayment`: the taxes whose VAT is due when the invoice is paid.
 */
export type Regime = { isTold: boolean; onPayment: number[] };

/** `isLent`: a branch has lines in this journal of the company above it, whose statements are that company's. */
export type BankJournal = {
  code: string;
  account: number | null;
  suspense: number | null;
  currency: string;
  isLent: boolean;
};

/** `roles`: the company's map by account prefix. */
export async function readChart(host: Host, company: number, roles: Company['accounts']): Promise<Chart | Fault> {
  const read = await frame(host, company);
  if (isFault(read)) return read;
  const { own, journals, currencies } = read;
  const outstanding = outstandingAccounts(own, journals, read.paid);
  const inBank = new Map<number, AccountRole>([
    ...outstanding.map((id) => [id, 'collection'] as const),
    ...bankAccountIds(journals).map((id) => [id, roleInBank(id, journals)] as const),
  ]);
  const isMapped = isOfChart(read.accounts, host.dialect, roles);
  const held = isMapped ? roles : namedIn(roles);
  const accounts = read.accounts.map((row) => placed(row, host.dialect, held, inBank));
  const at = (place: Place) => accounts.filter((it) => it.place === place);
  const idsAt = (place: Place) => at(place).map(({ id }) => id);
  const codes = new Map(currencies.map((row) => [row.id, text(row['name']) ?? '']));
  const links: Links = {
    currency: codes.get(linked(own['currency_id']) ?? -1) ?? 'EUR',
    currencies: codes,
    journals: new Map(
      journals.map((row) => [row.id, { code: text(row['code']) ?? '', type: text(row['type']) ?? '' }]),
    ),
    accounts: new Map(accounts.filter(({ place }) => place !== 'other').map(({ id, account }) => [id, account])),
  };
  const banks = journals.filter((row) => row['type'] === 'bank');
  return {
    ...links,
    // One that was taken out of use is named where lines of it are read, and offered to nobody.
    otherAccounts: at('other').flatMap(({ account, inUse }) => (inUse ? [account] : [])),
    facts: { isMapped, uses: usesOf([own, ...read.standard], accounts) },
    company,
    name: text(own['name']) ?? '',
    siren: sirenOf(own),
    customerAccounts: idsAt('customer'),
    besideAccounts: idsAt('beside'),
    namedBeside: at('beside').flatMap(({ id, account }) => (account.number in held ? [id] : [])),
    supplierAccounts: idsAt('supplier'),
    outstandingAccounts: outstanding,
    regime: { isTold: own['tax_exigibility'] === true, onPayment: read.onPayment.map(({ id }) => id) },
    terms: new Map(read.terms.map((row) => [row.id, text(row['name']) ?? ''])),
    bankAccounts: banks.map((row) => bankAccountOf(row, links)),
    bankJournals: new Map(banks.map((row) => [row.id, bankJournalOf(row, links, company)])),
  };
}

type Frame = {
  own: Row;
  journals: Row[];
  /** Every account that the company works with, read once: what each is, is told from its row. */
  accounts: Row[];
  /** Ids of the accounts where registered payments wait. */
  paid: number[];
  currencies: Row[];
  terms: Row[];
  /** Taxes whose VAT is due on payment. */
  onPayment: Row[];
  /** The company as a partner: on the receivable account of everybody who has none of their own. */
  standard: Row[];
};

async function frame(host: Host, company: number): Promise<Frame | Fault> {
  const read = await together([
    all(host, 'res.company', [['id', '=', company]], COMPANY_FIELDS),
    usableJournals(host, company),
    usableRows(host, 'account.account', company, [...ACCOUNT_FIELDS, host.dialect.accountType.field]),
    together(PAYMENT_ACCOUNTS.map(([model, field]) => accountsOfPayments(host, model, field))),
    all(host, 'res.currency', [], ['name']),
    all(host, 'account.payment.term', [], ['name']),
    all(host, 'account.tax', [['tax_exigibility', '=', 'on_payment']], ['name']),
    all(host, 'res.partner', [['ref_company_ids', 'in', [company]]], ['property_account_receivable_id']),
  ]);
  if (isFault(read)) return read;
  const [[own], journals, accounts, paid, currencies, terms, onPayment, standard] = read;
  if (!own) return fault('erp-denied', {}, { erp: 'Odoo', what: `company ${company}` });
  return { own, journals, accounts, paid: paid.flat(), currencies, terms, onPayment, standard };
}

async function usableRows(host: Host, model: string, company: number, fields: string[]): Promise<Row[] | Fault> {
  const usable = await usableBy(host, model, company);
  return isFault(usable) ? usable : all(host, model, [usable], fields);
}

/** Of the bank journals of the company above a branch those count in which it has lines: each account is one company's otherwise. */
async function usableJournals(host: Host, company: number): Promise<Row[] | Fault> {
  const journals = await usableRows(host, 'account.journal', company, JOURNAL_FIELDS);
  if (isFault(journals)) return journals;
  const lent = journals.filter((row) => row['type'] === 'bank' && isLent(row, company)).map(({ id }) => id);
  if (lent.length === 0) return journals;
  const domain: Domain = [
    ['company_id', '=', company],
    ['journal_id', 'in', lent],
  ];
  const used = await grouped(host, 'account.bank.statement.line', domain, 'journal_id');
  if (isFault(used)) return used;
  return journals.filter((row) => !lent.includes(row.id) || used.some(({ id }) => id === row.id));
}

function isLent(journal: Row, company: number): boolean {
  return linked(journal['company_id']) !== company;
}

/** Fields by which Odoo names the account that it posts to by itself; a version has those that it has. */
const USES = {
  property_account_receivable_id: 'receivable',
  downpayment_account_id: 'advance',
  transfer_account_id: 'transfer',
  account_journal_early_pay_discount_loss_account_id: 'discount',
  expense_currency_exchange_account_id: 'exchange',
  income_currency_exchange_account_id: 'exchange_gain',
  default_cash_difference_expense_account_id: 'small',
  default_cash_difference_income_account_id: 'small_gain',
} as const satisfies Record<string, keyof ChartFacts['uses']>;

function usesOf(named: readonly Row[], accounts: readonly Placed[]): ChartFacts['uses'] {
  const numbers = new Map(accounts.map(({ id, account }) => [id, account.number]));
  const uses: ChartFacts['uses'] = {};
  for (const [field, use] of Object.entries(USES)) {
    const id = named.map((row) => linked(row[field])).find((it) => it !== null);
    const number = numbers.get(id ?? -1);
    if (number !== undefined) uses[use] = number;
  }
  return uses;
}

const COMPANY_FIELDS = [
  ...['name', 'currency_id', 'siret', 'company_registry', 'tax_exigibility'],
  ...Object.keys(USES),
  ...['account_journal_payment_debit_account_id', 'account_journal_payment_credit_account_id'],
];

const JOURNAL_FIELDS = [
  ...['company_id', 'code', 'name', 'type', 'currency_id', 'bank_acc_number'],
  ...['default_account_id', 'suspense_account_id'],
  ...['payment_debit_account_id', 'payment_credit_account_id'],
];

const PAYMENT_ACCOUNTS = [
  ['account.payment.method.line', 'payment_account_id'],
  ['account.payment', 'outstanding_account_id'],
] as const;

/** Named by the company, the journals or their payment methods as the host's version has it, and by the payments themselves (`paid`). */
function outstandingAccounts(own: Row, journals: readonly Row[], paid: readonly number[]): number[] {
  const named = [own, ...journals].flatMap((row) =>
    Object.entries(row).flatMap(([field, value]) => (field.includes('payment_') ? (linked(value) ?? []) : [])),
  );
  const ofBank = bankAccountIds(journals);
  return [...new Set([...named, ...paid])].filter((id) => !ofBank.includes(id));
}

async function accountsOfPayments(host: Host, model: string, field: string): Promise<number[] | Fault> {
  const known = await host.fields(model, [field]);
  // A model that this host has not is refused: no account is named there.
  if (isFault(known)) return known.code === 'erp-refused' ? [] : known;
  if (known.length === 0) return [];
  const groups = await grouped(host, model, [], field);
  return isFault(groups) ? groups : groups.flatMap(({ id }) => id ?? []);
}

function bankAccountIds(journals: readonly Row[]): number[] {
  return journals
    .filter((row) => row['type'] === 'bank' || row['type'] === 'cash')
    .flatMap((row) => [linked(row['default_account_id']), linked(row['suspense_account_id'])])
    .filter((id) => id !== null);
}

/** All records of a small table; the tables of a frame have at most some hundred rows. */
export async function all(
  host: Host,
  model: string,
  domain: Domain,
  fields: readonly string[],
): Promise<Row[] | Fault> {
  const rows: Row[] = [];
  for await (const page of host.pages(model, domain, fields)) {
    if ('code' in page) return page;
    rows.push(...page);
  }
  return rows;
}

function roleInBank(account: number, journals: readonly Row[]): AccountRole {
  return journals.some((journal) => linked(journal['default_account_id']) === account) ? 'bank' : 'suspense';
}

function bankAccountOf(row: Row, links: Links): BankAccount {
  const number = links.accounts.get(linked(row['default_account_id']) ?? -1)?.number ?? null;
  const journal = text(row['code']);
  const iban = text(row['bank_acc_number'])?.replace(/\s/g, '') ?? null;
  return {
    account: iban ?? `journal ${journal}`,
    name: text(row['name']) ?? journal ?? '',
    ledgerAccount: number,
    journal,
    currency: currencyOf(row, links),
    iban,
  };
}

function bankJournalOf(row: Row, links: Links, company: number): BankJournal {
  return {
    code: text(row['code']) ?? '',
    account: linked(row['default_account_id']),
    suspense: linked(row['suspense_account_id']),
    currency: currencyOf(row, links),
    isLent: isLent(row, company),
  };
}

function currencyOf(journal: Row, links: Links): string {
  return links.currencies.get(linked(journal['currency_id']) ?? -1) ?? links.currency;
}

/** SIRET is the SIREN and an establishment's five digits; the registry number holds either. */
function sirenOf(company: Row): string | null {
  const digits = (text(company['siret']) ?? text(company['company_registry']) ?? '').replace(/\s/g, '');
  return /^\d{9}(\d{5})?$/.test(digits) ? digits.slice(0, 9) : null;
}
