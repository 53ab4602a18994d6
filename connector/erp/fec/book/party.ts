// Who a customer line belongs to: the auxiliary, else the end of the account number, else the account that all share.
import { CUSTOMER_ROLES } from '../../../../sync/model/ledger.ts';
import type { Party } from '../../../../sync/model/party.ts';
import { unaccented } from '../../../../sync/model/unaccented.ts';
import { isSharedAccount } from '../../shared.ts';
import type { FecFile } from '../text/file.ts';
import type { Row } from '../text/row.ts';
import { type AccountMap, placeOf } from './account.ts';

/** The account's name is what the chart of accounts calls it, not somebody's. */
const COLLECTIVE = /^(CPTE |COMPTE )?(CLIENTS?|CREANCES?|EFFETS?|AVANCES?|ACOMPTES?)\b/;

type Placed = { row: Row; file: FecFile };

export type Parties = {
  /** The party of a kept line; null for lines that are no customer's. */
  of: (row: Row) => string | null;
  rows: Party[];
};

/** Over all files together, so that a customer keeps one id through the exercises; `rows` are the lines that are kept. */
export function partiesOf(files: readonly FecFile[], rows: readonly Placed[], map: AccountMap): Parties {
  const collective = collectiveAccounts(files, map);
  const found = new Map<string, Party>();
  const of = (row: Row) => partyIdOf(row, map, collective);
  for (const { row, file } of rows) {
    const id = of(row);
    if (id === null) continue;
    const name = nameOf(row, id, file);
    const known = found.get(id);
    // The receivable account names a customer best: doubtful and bill accounts may carry the chart's own names.
    if (known && (known.name !== known.id || name === '')) continue;
    const shared = isShared(row, id, file);
    found.set(id, { id, name: name || id, city: null, country: null, ibans: [], parentId: null, shared });
  }
  return { of, rows: [...found.values()] };
}

/** Accounts with an auxiliary on some line, or named by the chart: what stands there without auxiliary has no customer. */
function collectiveAccounts(files: readonly FecFile[], map: AccountMap): Set<string> {
  const collective = new Set<string>();
  for (const file of files) {
    for (const row of file.rows) {
      if (row.detail === null || !isCustomerRole(row, map)) continue;
      const end = row.account.slice(placeOf(row.account, map).prefix.length);
      const named = COLLECTIVE.test(unaccented(file.accountNames.get(row.account) ?? ''));
      if (row.detail.aux !== '' || /^0*$/.test(end) || (named && /^\d*$/.test(end))) collective.add(row.account);
    }
  }
  return collective;
}

function partyIdOf(row: Row, map: AccountMap, collective: ReadonlySet<string>): string | null {
  const aux = row.detail?.aux ?? '';
  if (!isCustomerRole(row, map)) return row.account.startsWith('41') && aux !== '' ? aux : null;
  if (aux !== '') return aux;
  if (collective.has(row.account)) return row.account;
  return row.account.slice(placeOf(row.account, map).prefix.length);
}

function isShared(row: Row, id: string, file: FecFile): boolean {
  return id === row.account || isSharedAccount(id, nameOf(row, id, file));
}

/** '' where an account of one customer only repeats the chart's name ('Clients douteux'). */
function nameOf(row: Row, id: string, file: FecFile): string {
  const { aux = '', auxName = '' } = row.detail ?? {};
  if (aux !== '') return auxName;
  const name = file.accountNames.get(row.account) ?? '';
  const isChart = id !== row.account && COLLECTIVE.test(unaccented(name)) && !isSharedAccount('', name);
  return isChart ? '' : name;
}

function isCustomerRole(row: Row, map: AccountMap): boolean {
  const { role } = placeOf(row.account, map);
  return CUSTOMER_ROLES.some((each) => each === role);
}
