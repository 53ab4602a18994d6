// What Odoo says about its books as a whole: sums, locks, the key's end, and whether it was put back from a backup.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import type { Day } from '../../../../sync/model/day.ts';
import type { AccountBalance, LedgerLine } from '../../../../sync/model/ledger.ts';
import type { Books, PullPage } from '../../../../sync/port/erp.ts';
import { all, type Chart } from '../chart.ts';
import type { Domain } from '../dialect/dialect.ts';
import { grouped } from '../group.ts';
import type { Host } from '../host.ts';
import { LINE_FIELDS, lineOf } from '../map/line.ts';
import { day, minor } from '../map/value.ts';
import { together } from '../together.ts';
import { locksOf } from '../write/lock.ts';
import { keptAccounts, postedOn, watchedAccounts } from './ledger.ts';

/** The sums as Odoo adds them up: the control of what we keep. */
export async function balances(host: Host, chart: Chart): Promise<PullPage | Fault> {
  const rows = await sumsOf(host, chart, postedOn(chart, keptAccounts(chart)));
  return isFault(rows) ? rows : { kind: 'balances', rows };
}

/** The same at the end of a day, for customers' accounts, suspense and what is to be issued. */
export function balancesOn(host: Host, chart: Chart, asOf: Day): Promise<AccountBalance[] | Fault> {
  return sumsOf(host, chart, [...postedOn(chart, watchedAccounts(chart)), ['date', '<=', asOf]]);
}

async function sumsOf(host: Host, chart: Chart, domain: Domain): Promise<AccountBalance[] | Fault> {
  const groups = await grouped(host, 'account.move.line', domain, 'account_id', 'balance');
  if (isFault(groups)) return groups;
  return groups.flatMap(({ id, sum }) => {
    const account = chart.accounts.get(id ?? -1);
    return account ? [{ account: account.number, balanceMinor: minor(sum, chart.currency) }] : [];
  });
}

const CHANGES_SHOWN = 10;

/** Posted lines on these accounts that were written after an instant; their documents are not read. */
export async function changedSince(
  host: Host,
  chart: Chart,
  since: string,
  accounts: readonly string[],
): Promise<LedgerLine[] | Fault> {
  const ids = [...chart.accounts].flatMap(([id, { number }]) => (accounts.includes(number) ? [id] : []));
  const fields = await host.fields('account.move.line', LINE_FIELDS);
  if (isFault(fields)) return fields;
  const domain = [...postedOn(chart, ids), ['write_date', '>', since.slice(0, 19).replace('T', ' ')]];
  const named = { domain, fields, order: 'write_date desc, id desc', limit: CHANGES_SHOWN };
  const reply = await host.call({ model: 'account.move.line', method: 'search_read', effect: 'read', named });
  if (!reply.ok) return reply.fault;
  const rows = Array.isArray(reply.value) ? reply.value : [];
  return rows.map((row) => lineOf(row, undefined, chart)).filter((line) => line !== null);
}

/** The locks are those that a write looks at: a day that is chosen by them is not refused for them. */
export async function books(host: Host, chart: Chart, restored: boolean): Promise<Books | Fault> {
  const said = await together([locksOf(host, chart), keyUntil(host)]);
  if (isFault(said)) return said;
  const [{ entries, taxes }, until] = said;
  return { lockedUntil: entries, taxLockedUntil: taxes, keyUntil: until, restored };
}

/** The first end among this user's keys: which of them is in use cannot be read. Hosts before 18 keep no end. */
async function keyUntil(host: Host): Promise<Day | null> {
  const fields = await host.fields('res.users.apikeys', ['expiration_date']);
  if (isFault(fields) || fields.length === 0) return null;
  const keys = await all(host, 'res.users.apikeys', [], ['expiration_date']);
  if (isFault(keys)) return null;
  const ends = keys.map((row) => day(row['expiration_date'])).filter((it) => it !== null);
  return ends.sort()[0] ?? null;
}
