// The record in Odoo behind a thing here, and the address that shows it.
import { type Fault, fault, isFault } from '../../../sync/fault/index.ts';
import type { ErpRecord, ErpThing } from '../../../sync/port/erp.ts';
import { all } from './chart.ts';
import type { Host } from './host.ts';
import { linked } from './map/value.ts';

/** A customer is a partner; items and bank lines are shown as the journal entry that they belong to. */
export async function find(host: Host, url: string, { kind, id }: ErpThing): Promise<ErpRecord | Fault> {
  const number = Number(kind === 'line' ? /^stl\/(\d+)$/.exec(id)?.[1] : id);
  if (!Number.isSafeInteger(number) || number < 1) return fault('not-found');
  if (kind === 'party') return recordOf(url, 'res.partner', number);
  const model = kind === 'line' ? 'account.bank.statement.line' : 'account.move.line';
  const rows = await all(host, model, [['id', '=', number]], ['move_id']);
  if (isFault(rows)) return rows;
  const move = linked(rows[0]?.['move_id']);
  return move === null ? fault('not-found') : recordOf(url, 'account.move', move);
}

/** Every version understands this form of address; newer ones turn it into their own. */
function recordOf(url: string, model: string, id: number): ErpRecord {
  return { model, id, url: new URL(`/web#id=${id}&model=${model}&view_type=form`, url).href };
}
