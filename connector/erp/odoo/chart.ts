// The company's frame in Odoo: itself, its accounts by role, its journals and currencies.
import { type Fault, fault, isFault } from '../../../sync/fault/index.ts';
import type { BankAccount, Company } from '../../../sync/model/company.ts';
import { type AccountRole, CUSTOMER_ROLES } from '../../../sync/model/ledger.ts';
import type { Domain } from './dialect/dialect.ts';
import { grouped } from './group.ts';
import type { Host, Row } from './host.ts';
import type { Links } from './map/line.ts';
import { linked, text } from './map/value.ts';
import { together } from './together.ts';
import { usableBy } from './usable.ts';

export type Chart = Links & {
  company: number;
  name: string;
  siren: string | null;
  names: ReadonlyMap<number, string>;
  /** All other accounts that an entry may name: of charges, income, VAT. Their lines are not pulled. */
  otherAccounts: { number: string; name: string }[];
  customerAccounts: number[];
  /** Accounts that hold customers' doubtful debts, deposits and what is to be issued, and are not typed as receivable. */
  besideAccounts: number[];
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

/** `roles`: the company's map by account prefix; it says which receivable accounts hold bills, retentions or doubtful debts. */
export async function readChart(host: Host, company: number, roles: Company['accounts']): Promise<Chart | Fault> {
  const read = await frame(host, company, roles);
  if (isFault(read)) return read;
  const { own, journals, receivable, payable, outstanding, others, currencies } = read;
  const beside = read.classed.filter((row) => ![...receivable, ...payable, ...others].some(({ id }) => id === row.id));
  const codes = new Map(currencies.map((row) => [row.id, text(row['name']) ?? '']));
  const currency = codes.get(linked(own['currency_id']) ?? -1) ?? 'EUR';
  const waiting = new Set(outstanding);
  const links: Links = {
    currency,
    currencies: codes,
    journals: new Map(
      journals.map((row) => [row.id, { code: text(row['code']) ?? '', type: text(row['type']) ?? '' }]),
    ),
    accounts: new Map([
      ...others.map(
        (row) => [row.id, accountOf(row, waiting.has(row.id) ? 'collection' : roleInBank(row, journals))] as const,
      ),
      ...payable.map((row) => [row.id, accountOf(row, 'payable')] as const),
      ...[...receivable, ...beside].map((row) => [row.id, accountOf(row, roleByPrefix(row, roles))] as const),
    ]),
  };
  const banks = journals.filter((row) => row['type'] === 'bank');
  return {
    ...links,
    otherAccounts: read.postable
      .filter((row) => !links.accounts.has(row.id))
      .map((row) => ({ number: text(row['code']) ?? `#${row.id}`, name: text(row['name']) ?? '' })),
    company,
    name: text(own['name']) ?? '',
    siren: sirenOf(own),
    names: new Map([...others, ...payable, ...receivable, ...beside].map((row) => [row.id, text(row['name']) ?? ''])),
    customerAccounts: receivable.map((row) => row.id),
    besideAccounts: beside.map((row) => row.id),
    supplierAccounts: payable.map((row) => row.id),
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
  receivable: Row[];
  /** By number among those of customers, whatever their type. */
  classed: Row[];
  payable: Row[];
  /** Ids of the outstanding accounts; their rows are among `others`. */
  outstanding: number[];
  others: Row[];
  /** Every account that is in use. */
  postable: Row[];
  currencies: Row[];
  terms: Row[];
  /** Taxes whose VAT is due on payment. */
  onPayment: Row[];
};

async function frame(host: Host, company: number, roles: Company['accounts']): Promise<Frame | Fault> {
  const accounts = (domain: Domain) => all(host, 'account.account', domain, ['code', 'name']);
  const read = await together([
    all(host, 'res.company', [['id', '=', company]], COMPANY_FIELDS),
    usableJournals(host, company),
    accounts(host.dialect.receivableAccounts),
    accounts(numbered(roles)),
    accounts(host.dialect.payableAccounts),
    postableAccounts(host, company),
    all(host, 'res.currency', [], ['name']),
    all(host, 'account.payment.term', [], ['name']),
    all(host, 'account.tax', [['tax_exigibility', '=', 'on_payment']], ['name']),
  ]);
  if (isFault(read)) return read;
  const [[own], journals, receivable, classed, payable, postable, currencies, terms, onPayment] = read;
  if (!own) return fault('erp-denied', {}, { erp: 'Odoo', what: `company ${company}` });
  const paid = await together(PAYMENT_ACCOUNTS.map(([model, field]) => accountsOfPayments(host, model, field)));
  if (isFault(paid)) return paid;
  const outstanding = outstandingAccounts(own, journals, paid.flat());
  const others = await accounts([['id', 'in', [...bankAccountIds(journals), ...outstanding]]]);
  if (isFault(others)) return others;
  return { own, journals, receivable, classed, payable, outstanding, others, postable, currencies, terms, onPayment };
}

/** Of the bank journals of the company above a branch those count in which it has lines: each account is one company's otherwise. */
async function usableJournals(host: Host, company: number): Promise<Row[] | Fault> {
  const usable = await usableBy(host, 'account.journal', company);
  if (isFault(usable)) return usable;
  const journals = await all(host, 'account.journal', [usable], JOURNAL_FIELDS);
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

/** An account that was taken out of use is named where lines of it are read, and offered to nobody. */
async function postableAccounts(host: Host, company: number): Promise<Row[] | Fault> {
  const known = await host.fields('account.account', ['active', 'deprecated']);
  if (isFault(known)) return known;
  const used: Domain = known.includes('deprecated')
    ? [['deprecated', '=', false]]
    : known.includes('active')
      ? [['active', '=', true]]
      : [];
  const usable = await usableBy(host, 'account.account', company);
  return isFault(usable) ? usable : all(host, 'account.account', [usable, ...used], ['code', 'name']);
}

const COMPANY_FIELDS = [
  ...['name', 'currency_id', 'siret', 'company_registry', 'tax_exigibility'],
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

function accountOf(row: Row, role: AccountRole): { number: string; role: AccountRole } {
  return { number: text(row['code']) ?? `#${row.id}`, role };
}

function roleInBank(row: Row, journals: readonly Row[]): AccountRole {
  return journals.some((journal) => linked(journal['default_account_id']) === row.id) ? 'bank' : 'suspense';
}

const CUSTOMERS: ReadonlySet<AccountRole> = new Set([...CUSTOMER_ROLES, 'accrual'] as const);

/** Accounts that the map gives to customers: 416 and 4191 are not typed as receivable in the French chart. */
function numbered(roles: Company['accounts']): Domain {
  const prefixes = Object.entries(roles).flatMap(([prefix, role]) => (CUSTOMERS.has(role) ? [prefix] : []));
  const conditions = prefixes.map((prefix) => ['code', '=like', `${prefix}%`] as const);
  if (conditions.length === 0) return [['id', '=', 0]];
  return [...conditions.slice(1).map(() => '|' as const), ...conditions];
}

/** The longest prefix wins; a receivable account that the map does not know is a plain one. */
function roleByPrefix(row: Row, roles: Company['accounts']): AccountRole {
  const number = text(row['code']) ?? '';
  const prefix = Object.keys(roles)
    .filter((it) => number.startsWith(it))
    .sort((a, b) => b.length - a.length)[0];
  return (prefix === undefined ? undefined : roles[prefix]) ?? 'receivable';
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
