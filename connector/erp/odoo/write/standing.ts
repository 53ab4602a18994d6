// Whether an entry stands in Odoo as planned: its lines, and what each is matched with. Read from the lines and the partials alone.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import { sum } from '../../../../sync/model/money.ts';
import type { Chart } from '../chart.ts';
import type { Domain } from '../dialect/dialect.ts';
import type { Host, Row } from '../host.ts';
import { linked, minor, text } from '../map/value.ts';
import { together } from '../together.ts';
import type { ItemSide } from './item.ts';
import type { Join, Part } from './plan.ts';
import { readRows } from './read.ts';

/** `part` with the entry's line that is it; `matchedMinor` how much of it its item has taken, in the item's currency. */
export type Placed = {
  part: Part;
  line: number;
  partner: number | null;
  wantedMinor: number;
  matchedMinor: number;
};

export const ENTRY_FIELDS = ['account_id', 'partner_id', 'balance', 'amount_currency', 'currency_id', 'name'];
const PARTIAL_FIELDS = [
  ...['debit_move_id', 'credit_move_id', 'amount', 'debit_amount_currency', 'credit_amount_currency'],
];

/** Null where the entry is another one: a part that has no line. */
export async function placedIn(
  host: Host,
  chart: Chart,
  move: number,
  parts: readonly Part[],
): Promise<Placed[] | null | Fault> {
  const read = await together([
    readRows(host, 'account.move.line', [['move_id', '=', move]], ENTRY_FIELDS),
    readRows(host, 'account.partial.reconcile', ofEntry(move), PARTIAL_FIELDS),
  ]);
  if (isFault(read)) return read;
  const [rows, partials] = read;
  const found = rowsOfParts(host, chart, rows, parts);
  return found?.map(([part, row]) => placed(part, row, partials, chart)) ?? null;
}

/** The same of an entry whose lines are read already (ENTRY_FIELDS). */
export async function placedAmong(
  host: Host,
  chart: Chart,
  rows: readonly Row[],
  parts: readonly Part[],
): Promise<Placed[] | null | Fault> {
  const found = rowsOfParts(host, chart, rows, parts);
  if (found === null || found.length === 0) return found === null ? null : [];
  const partials = await partialsOf(
    host,
    found.map(([, row]) => row.id),
  );
  return isFault(partials) ? partials : found.map(([part, row]) => placed(part, row, partials, chart));
}

function ofEntry(move: number): Domain {
  return ['|', ['debit_move_id.move_id', '=', move], ['credit_move_id.move_id', '=', move]];
}

function rowsOfParts(
  host: Host,
  chart: Chart,
  rows: readonly Row[],
  parts: readonly Part[],
): (readonly [Part, Row])[] | null {
  const free = new Set(rows);
  const found: (readonly [Part, Row])[] = [];
  for (const part of parts) {
    const row = [...free].find((it) => isPart(it, part, chart, host.dialect.write.partner === 'own'));
    if (!row) return null;
    free.delete(row);
    found.push([part, row]);
  }
  return found;
}

export function isWhole({ wantedMinor, matchedMinor }: Placed): boolean {
  return wantedMinor === matchedMinor;
}

/** The partials between these lines and anything. */
export async function partialsOf(host: Host, lines: readonly number[]): Promise<Row[] | Fault> {
  const domain = ['|', ['debit_move_id', 'in', lines], ['credit_move_id', 'in', lines]] as const;
  return readRows(host, 'account.partial.reconcile', domain, PARTIAL_FIELDS);
}

/** The partials that are this join, or a part of it. */
export function partialsOfJoin(partials: readonly Row[], { debit, credit }: Join): Row[] {
  return partials.filter(
    (row) => linked(row['debit_move_id']) === debit.id && linked(row['credit_move_id']) === credit.id,
  );
}

function isPart(row: Row, part: Part, chart: Chart, withPartner: boolean): boolean {
  return (
    linked(row['account_id']) === part.account &&
    (!withPartner || linked(row['partner_id']) === part.partner) &&
    isAmount(row, part, chart) &&
    (text(row['name']) ?? '') === part.name.trim()
  );
}

/** A host that converts by itself rounds each line for itself: what is exact of a foreign line is its amount in that currency. */
function isAmount(row: Row, { foreign, balanceMinor }: Part, chart: Chart): boolean {
  const balance = minor(row['balance'], chart.currency);
  if (!foreign) return balance === balanceMinor;
  const own = chart.currencies.get(linked(row['currency_id']) ?? -1) === foreign.currency;
  return (
    own && minor(row['amount_currency'], foreign.currency) === foreign.minor && Math.abs(balance - balanceMinor) <= 1
  );
}

function placed(part: Part, row: Row, partials: readonly Row[], chart: Chart): Placed {
  const { settles } = part;
  const partner = linked(row['partner_id']);
  if (settles === null) return { part, line: row.id, partner, wantedMinor: 0, matchedMinor: 0 };
  const isOurs = (it: Row) => {
    const ends = [linked(it['debit_move_id']), linked(it['credit_move_id'])];
    return ends.includes(row.id) && ends.includes(settles.id);
  };
  return {
    part,
    line: row.id,
    partner,
    wantedMinor: Math.abs(part.foreign?.minor ?? part.balanceMinor),
    matchedMinor: sum(partials.filter(isOurs).map((it) => takenMinor(it, settles, chart))),
  };
}

/** How much of the item a partial took, in the item's own currency. */
export function takenMinor(partial: Row, item: ItemSide, chart: Chart): number {
  if (!item.foreign) return minor(partial['amount'], chart.currency);
  const isDebit = linked(partial['debit_move_id']) === item.id;
  return minor(partial[isDebit ? 'debit_amount_currency' : 'credit_amount_currency'], item.foreign.currency);
}
