// Account numbers of an entry as Odoo's ids.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import type { EntryLine } from '../../../../sync/model/entry.ts';
import type { Chart } from '../chart.ts';
import type { Host } from '../host.ts';
import { text } from '../map/value.ts';
import { usableBy } from '../usable.ts';
import { readRows } from './read.ts';

/**
 * Of the lines that settle no item: an item's line stands on the item's own account. '' is VAT on a discount, whose account the
 * invoice's taxes name. Fault erp-refused: no such account.
 */
export async function accountIds(
  host: Host,
  chart: Chart,
  entry: readonly EntryLine[],
): Promise<ReadonlyMap<string, number> | Fault> {
  const numbers = new Set(entry.filter((line) => line.settles === null).map((line) => line.account));
  numbers.delete('');
  const ids = new Map<string, number>();
  for (const [id, { number }] of chart.accounts) if (numbers.has(number)) ids.set(number, id);
  const missing = [...numbers].filter((number) => !ids.has(number));
  if (missing.length === 0) return ids;
  const usable = await usableBy(host, 'account.account', chart.company);
  if (isFault(usable)) return usable;
  const found = await readRows(host, 'account.account', [['code', 'in', missing], usable], ['code']);
  if (isFault(found)) return found;
  for (const row of found) ids.set(text(row['code']) ?? '', row.id);
  const unknown = missing.find((number) => !ids.has(number));
  return unknown === undefined
    ? ids
    : fault('erp-refused', {}, { erp: 'Odoo', what: `account ${unknown} does not exist` });
}
