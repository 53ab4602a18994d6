// VAT on payments: in which month Odoo will date it, against the month of the receipt.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import { type Day, laterOf } from '../../../../sync/model/day.ts';
import type { Chart } from '../chart.ts';
import type { Host, Row } from '../host.ts';
import { day, linked } from '../map/value.ts';
import { together } from '../together.ts';
import type { ItemSide } from './item.ts';
import { type Locks, locksOf, openTaxDay } from './lock.ts';
import type { Join, Plan } from './plan.ts';
import { readRows } from './read.ts';
import { movesOnPayment } from './tax.ts';

/**
 * `day` is the entry's. `isReceipt`: it is the day on which the money came; a miscellaneous entry has another day than the
 * credits that it uses. `released`: partials that come off.
 */
export type Happening = { day: Day; isReceipt: boolean; released: readonly Row[] };

type Dated = { name: string; received: Day; vat: Day };

/** The locks and, by them, the warnings: what every write looks at before. */
export async function locksAndWarnings(
  host: Host,
  chart: Chart,
  plan: Plan,
  it: Happening,
): Promise<{ locks: Locks; warnings: Fault[] } | Fault> {
  const moves = [...plan.items.values()].map((item) => item.move);
  const read = await together([locksOf(host, chart), movesOnPayment(host, moves)]);
  if (isFault(read)) return read;
  const [locks, onPayment] = read;
  const warnings = await vatWarnings(host, plan, it, locks, onPayment);
  return isFault(warnings) ? warnings : { locks, warnings };
}

/**
 * Odoo dates the VAT of a match on the later of its two lines, past the tax lock on the end of the first open month, and that
 * of a match taken off on the end of the receipt's month. One warning for each document whose month differs.
 */
async function vatWarnings(
  host: Host,
  plan: Plan,
  it: Happening,
  locks: Locks,
  onPayment: ReadonlySet<number>,
): Promise<Fault[] | Fault> {
  if (onPayment.size === 0) return [];
  const isDue = (item: ItemSide) => onPayment.has(item.move);
  const credits = [...plan.items.values()].filter((item) => !isDue(item)).map((item) => item.date);
  const dated: Dated[] = [
    ...plan.parts.flatMap((part) =>
      part.settles && isDue(part.settles) ? [ofPart(part.settles, it, credits, locks)] : [],
    ),
    ...plan.joins.flatMap((join) => (isDue(join.debit) && !isDue(join.credit) ? [ofJoin(join, it, locks)] : [])),
  ];
  const freed = await ofReleased(host, plan, it, locks, onPayment);
  if (isFault(freed)) return freed;
  return [...dated, ...freed]
    .filter(({ received, vat }) => month(received) !== month(vat))
    .map(({ name, received, vat }) =>
      fault('vat-other-month', {}, { document: name, month: month(vat), received: month(received) }),
    );
}

function ofPart(item: ItemSide, { day: entry, isReceipt }: Happening, credits: readonly Day[], locks: Locks): Dated {
  const received = isReceipt ? entry : (credits[0] ?? entry);
  return { name: item.name, received, vat: openTaxDay(laterOf(entry, item.date), locks.taxes) };
}

/** Under the global lock an existing receipt is matched today, and its VAT with it. */
function ofJoin({ debit, credit }: Join, { day: today }: Happening, locks: Locks): Dated {
  const later = laterOf(debit.date, credit.date);
  const isLocked = locks.entries !== null && later <= locks.entries;
  return { name: debit.name, received: credit.date, vat: isLocked ? today : openTaxDay(later, locks.taxes) };
}

async function ofReleased(
  host: Host,
  plan: Plan,
  { day: returned, released }: Happening,
  locks: Locks,
  onPayment: ReadonlySet<number>,
): Promise<Dated[] | Fault> {
  const dated: Dated[] = [];
  for (const row of released) {
    const debit = plan.items.get(String(linked(row['debit_move_id'])));
    const was = day(row['max_date']);
    if (!debit || !was || !onPayment.has(debit.move)) continue;
    const entries = await readRows(host, 'account.move', [['tax_cash_basis_rec_id', '=', row.id]], ['date']);
    if (isFault(entries)) return entries;
    const vat = day(entries[0]?.['date']) ?? was;
    dated.push({ name: debit.name, received: returned, vat: openTaxDay(vat, locks.taxes) });
  }
  return dated;
}

function month(it: Day): string {
  return it.slice(0, 7);
}
