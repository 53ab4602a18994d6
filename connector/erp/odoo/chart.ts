// The company's frame in Odoo: itself, its accounts by role, its journals and currencies.
import { type Fault, fault } from '../../../sync/fault/index.ts';
import type { BankAccount, Company } from '../../../sync/model/company.ts';
import type { AccountRole } from '../../../sync/model/ledger.ts';
import type { Domain } from './dialect/dialect.ts';
import type { Host, Row } from './host.ts';
import type { Links } from './map/line.ts';
import { linked, text } from './map/value.ts';

export type Chart = Links & {
  company: number;
  siren: string | null;
  names: ReadonlyMap<number, string>;
  customerAccounts: number[];
  bankAccounts: BankAccount[];
};

/** `roles`: the company's map by account prefix; it says which receivable accounts hold bills, retentions or doubtful debts. */
export async function readChart(host: Host, company: number, roles: Company['accounts']): Promise<Chart | Fault> {
  const companies = await all(
    host,
    'res.company',
    [['id', '=', company]],
    ['name', 'currency_id', 'siret', 'company_registry'],
  );
  const journals = await all(host, 'account.journal', ofCompany(company), JOURNAL_FIELDS);
  const receivable = await all(host, 'account.account', host.dialect.receivableAccounts, ['code', 'name']);
  const others = await all(host, 'account.account', bankDomain(journals), ['code', 'name']);
  const currencies = await all(host, 'res.currency', [], ['name']);
  for (const rows of [companies, journals, receivable, others, currencies]) if ('code' in rows) return rows;
  const own = rowsOf(companies)[0];
  if (!own) return fault('erp-denied', {}, { erp: 'Odoo', what: `company ${company}` });
  const codes = new Map(rowsOf(currencies).map((row) => [row.id, text(row['name']) ?? '']));
  const currency = codes.get(linked(own['currency_id']) ?? -1) ?? 'EUR';
  const links: Links = {
    currency,
    currencies: codes,
    journals: new Map(
      rowsOf(journals).map((row) => [row.id, { code: text(row['code']) ?? '', type: text(row['type']) ?? '' }]),
    ),
    accounts: new Map([
      ...rowsOf(others).map((row) => [row.id, accountOf(row, roleInBank(row, rowsOf(journals)))] as const),
      ...rowsOf(receivable).map((row) => [row.id, accountOf(row, roleByPrefix(row, roles))] as const),
    ]),
  };
  return {
    ...links,
    company,
    siren: sirenOf(own),
    names: new Map([...rowsOf(others), ...rowsOf(receivable)].map((row) => [row.id, text(row['name']) ?? ''])),
    customerAccounts: rowsOf(receivable).map((row) => row.id),
    bankAccounts: rowsOf(journals)
      .filter((row) => row['type'] === 'bank')
      .flatMap((row) => bankAccountOf(row, links)),
  };
}

const JOURNAL_FIELDS = [
  'code',
  'name',
  'type',
  'currency_id',
  'bank_acc_number',
  'default_account_id',
  'suspense_account_id',
];

function ofCompany(company: number): Domain {
  return [['company_id', '=', company]];
}

/** All records of a small table; the tables of a frame have at most some hundred rows. */
async function all(
  host: Host,
  model: string,
  domain: Domain | Fault,
  fields: readonly string[],
): Promise<Row[] | Fault> {
  if ('code' in domain) return domain;
  const rows: Row[] = [];
  for await (const page of host.pages(model, domain, fields)) {
    if ('code' in page) return page;
    rows.push(...page);
  }
  return rows;
}

function rowsOf(rows: Row[] | Fault): Row[] {
  return 'code' in rows ? [] : rows;
}

function bankDomain(journals: Row[] | Fault): Domain | Fault {
  if ('code' in journals) return journals;
  const ids = journals
    .filter((row) => row['type'] === 'bank' || row['type'] === 'cash')
    .flatMap((row) => [linked(row['default_account_id']), linked(row['suspense_account_id'])])
    .filter((id) => id !== null);
  return [['id', 'in', ids]];
}

function accountOf(row: Row, role: AccountRole): { number: string; role: AccountRole } {
  return { number: text(row['code']) ?? `#${row.id}`, role };
}

function roleInBank(row: Row, journals: readonly Row[]): AccountRole {
  return journals.some((journal) => linked(journal['default_account_id']) === row.id) ? 'bank' : 'suspense';
}

/** The longest prefix wins; a receivable account that the map does not know is a plain one. */
function roleByPrefix(row: Row, roles: Company['accounts']): AccountRole {
  const number = text(row['code']) ?? '';
  const prefix = Object.keys(roles)
    .filter((it) => number.startsWith(it))
    .sort((a, b) => b.length - a.length)[0];
  return (prefix === undefined ? undefined : roles[prefix]) ?? 'receivable';
}

function bankAccountOf(row: Row, links: Links): BankAccount[] {
  const number = links.accounts.get(linked(row['default_account_id']) ?? -1)?.number ?? null;
  const journal = text(row['code']);
  return [
    {
      account: text(row['bank_acc_number'])?.replace(/\s/g, '') ?? `journal ${journal}`,
      name: text(row['name']) ?? journal ?? '',
      ledgerAccount: number,
      journal,
      currency: links.currencies.get(linked(row['currency_id']) ?? -1) ?? links.currency,
    },
  ];
}

/** SIRET is the SIREN and an establishment's five digits; the registry number holds either. */
function sirenOf(company: Row): string | null {
  const digits = (text(company['siret']) ?? text(company['company_registry']) ?? '').replace(/\s/g, '');
  return /^\d{9}(\d{5})?$/.test(digits) ? digits.slice(0, 9) : null;
}
