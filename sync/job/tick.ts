// Ticking (pointage): which bank lines the ledger holds already on its bank accounts, and which lines that settles.

import type { StoredLine, Tx } from '../port/store.ts';
import { tickLines } from '../tick/index.ts';
import { restate } from './booked.ts';
import type { Desk } from './desk.ts';
import { rebook } from './rebook.ts';

/**
 * Ticks every bank line that has no ledger line yet, settles anew what was decided about those that are found, and puts the
 * others where the ledger has them. Returns how many were ticked. An ERP that keeps statements says itself which line is which.
 */
export async function tick(tx: Tx, desk: Desk): Promise<number> {
  const lines = await tx.bank.tickedLines(false);
  if ((await tx.company.get()).erp !== 'fec') {
    await restate(tx, lines);
    return 0;
  }
  const ledger = lines.length === 0 ? [] : await tx.ledger.untickedBankLines();
  const around = ledger.length === 0 ? [] : await tx.ledger.entriesOf(ledger.map((line) => line.id));
  const ticks = tickLines(lines, ledger, await tx.bank.accounts(), around);
  if (ticks.length > 0) await tx.bank.tick(ticks);
  const found = new Map(ticks.map(({ lineId, ledgerLineIds }) => [lineId, ledgerLineIds]));
  const now = lines.map((line): StoredLine => ({ ...line, booked: found.get(line.id) ?? [] }));
  const ticked = now.filter((line) => line.booked.length > 0);
  await rebook(tx, desk, ticked);
  await restate(tx, now);
  desk.log.info('ticked', { lines: ticks.length, of: lines.length });
  return ticks.length;
}
