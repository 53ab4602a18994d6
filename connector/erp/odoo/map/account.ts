// account.account as an account of the ledger, and what a pull has to do with it.
import { type Company, roleOf } from '../../../../sync/model/company.ts';
import { type AccountRole, CUSTOMER_ROLES, type LedgerAccount } from '../../../../sync/model/ledger.ts';
import { unaccented } from '../../../../sync/model/unaccented.ts';
import type { Dialect } from '../dialect/dialect.ts';
import type { Row } from '../host.ts';
import { text } from './value.ts';

/** An account that was taken out of use is `deprecated` before 19, then not `active`. */
export const ACCOUNT_FIELDS = ['code', 'name', 'deprecated', 'active'];

/**
 * 'beside': customers' doubtful debts, deposits and what is to be issued, where it is not typed as receivable. 'other': its lines
 * are not pulled, and while it is in use an entry may name it.
 */
export type Place = 'customer' | 'beside' | 'supplier' | 'bank' | 'other';

export type Placed = {
  id: number;
  place: Place;
  account: LedgerAccount;
  inUse: boolean;
};

/** Of an account of payments, or of a journal's bank or suspense account: what it is there. */
export type InBank = ReadonlyMap<number, AccountRole>;

/** A longer entry of a map is one account's whole number, which Odoo or a person named. */
const PREFIX_DIGITS_MAX = 4;

/** Whole numbers of a map: they hold in any chart, and do not tell whose map it is. */
export function namedIn(roles: Company['accounts']): Company['accounts'] {
  return Object.fromEntries(Object.entries(roles).filter(([number]) => number.length > PREFIX_DIGITS_MAX));
}

/**
 * Whether a map is of this chart, told by how Odoo types its accounts: 411 are customers in the French one, recoverable VAT in the
 * Belgian one, and in that of Luxembourg 401 are customers. A chart without typed accounts contradicts nothing.
 */
export function isOfChart(rows: readonly Row[], { accountType }: Dialect, map: Company['accounts']): boolean {
  const { field, receivable, payable } = accountType;
  const roles = Object.fromEntries(Object.entries(map).filter(([number]) => number.length <= PREFIX_DIGITS_MAX));
  const typed = rows.filter((row) => row[field] === receivable || row[field] === payable);
  const count = (type: string, set: ReadonlySet<AccountRole>): number =>
    typed.filter((row) => row[field] === type && set.has(roleOf(roles, text(row['code']) ?? ''))).length;
  return typed.length === 0 || count(receivable, CUSTOMERS) > count(receivable, SUPPLIERS) + count(payable, CUSTOMERS);
}

/** `roles`: the company's map by account prefix; it says which receivable accounts hold bills, retentions or doubtful debts. */
export function placed(row: Row, dialect: Dialect, roles: Company['accounts'], inBank: InBank): Placed {
  const number = text(row['code']) ?? `#${row.id}`;
  const name = text(row['name']) ?? '';
  const [place, role] = placeOf(
    row[dialect.accountType.field],
    name,
    dialect,
    roleOf(roles, number),
    inBank.get(row.id),
  );
  const inUse = row['deprecated'] !== true && row['active'] !== false;
  return {
    id: row.id,
    place,
    account: { number, name, role, ...(inUse ? {} : { closed: true }) },
    inUse,
  };
}

const CUSTOMERS: ReadonlySet<AccountRole> = new Set([...CUSTOMER_ROLES, 'accrual'] as const);
const SUPPLIERS: ReadonlySet<AccountRole> = new Set(['payable'] as const);

/** Where the numbers say nothing, the name does: who stands there is never settled alone. */
const DOUBTFUL = /\b(?:DOUTEU|DUBIEU|DOUBTFUL|BAD DEBT|ZWEIFELHAFT|DUDOSO|SOFFERENZ|CREDITI DUBBI)/;

function placeOf(
  type: unknown,
  name: string,
  { accountType }: Dialect,
  mapped: AccountRole,
  banks: AccountRole | undefined,
): [Place, AccountRole] {
  // A receivable account that neither the map nor its name tells apart is a plain one.
  const told = DOUBTFUL.test(unaccented(name)) ? 'doubtful' : 'receivable';
  if (type === accountType.receivable) return ['customer', mapped === 'other' ? told : mapped];
  if (type === accountType.payable) return ['supplier', 'payable'];
  if (banks !== undefined) return ['bank', banks];
  // 416 and 4191 are not typed as receivable in the French chart.
  return CUSTOMERS.has(mapped) ? ['beside', mapped] : ['other', 'other'];
}
