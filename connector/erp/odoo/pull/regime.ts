// When the VAT of an invoice is due, as its taxes in Odoo say: of a tax "on payment" it waits until the invoice is paid.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import { all, type Chart } from '../chart.ts';
import type { Domain } from '../dialect/dialect.ts';
import type { Host, Row } from '../host.ts';
import { linked, minor } from '../map/value.ts';

/** VAT that waits, by invoice: positive on an invoice, negative on a credit note. Those that do not tell are left out. */
export type Waiting = ReadonlyMap<number, number>;

/**
 * Odoo's taxes are "on invoice" unless somebody said otherwise, and that can only be said where the company uses taxes on payment
 * at all: without that switch an invoice does not tell. What Odoo itself declares of a payment goes by the tax of each tax line too.
 * A deposit does not tell either: receipt makes its VAT due, whatever its tax says.
 */
export async function waitingOf(host: Host, chart: Chart, moves: readonly Row[]): Promise<Waiting | Fault> {
  const sales = moves.filter((move) => SALES.has(String(move['move_type']))).map(({ id }) => id);
  const { isTold, onPayment } = chart.regime;
  if (sales.length === 0 || !(isTold || onPayment.length > 0)) return new Map();
  const advances = [...chart.accounts].flatMap(([id, { role }]) => (role === 'advance' ? [id] : []));
  const telling: Domain = ['|', ['tax_line_id', 'in', onPayment], ['account_id', 'in', advances]];
  const fields = ['move_id', 'account_id', 'balance', 'tax_line_id'];
  const rows = await all(host, 'account.move.line', [['move_id', 'in', sales], ...telling], fields);
  if (isFault(rows)) return rows;
  const waiting = new Map(isTold ? sales.map((id) => [id, 0]) : []);
  const deposits = new Map<number, number>();
  for (const row of rows) {
    const sums = linked(row['tax_line_id']) === null ? deposits : waiting;
    const move = linked(row['move_id']) ?? -1;
    sums.set(move, (sums.get(move) ?? 0) - minor(row['balance'], chart.currency));
  }
  // A final invoice takes its deposits off again: only what adds to them is one.
  for (const [move, added] of deposits) if (added > 0 && waiting.get(move) === 0) waiting.delete(move);
  return waiting;
}

const SALES = new Set(['out_invoice', 'out_refund', 'out_receipt']);
