// Ticking (pointage): which bank lines the ledger holds already on its bank accounts, and which lines that settles.

import type { StoredLine, Tx } from '../port/store.ts';
import { tickLines } from '../tick/index.ts';
import { restate } from './booked.ts';
import type { Desk } from './desk.ts';
import { rebook } from './rebook.ts';

/**
 * Ticks every bank line that has no ledger line yet, settles anew what was decided about those that are found, and puts the
 * others where the ledger has them. Returns how many were ticked.
 */
export async function tick(tx: Tx, desk: Desk): Promise<number> {
  const lines = await tx.bank.tickedLines(false);
  const ledger = await tx.ledger.untickedBankLines();
  const ticks = tickLines(
    lines,
    ledger,
    await tx.bank.accounts(),
    await tx.ledger.entriesOf(ledger.map((each) => each.id)),
  );
  if (ticks.length > 0) await tx.bank.tick(ticks);
  const found = new Map(ticks.map(({ lineId, ledgerLineIds }) => [lineId, ledgerLineIds]));
  const ticked = lines.flatMap((line): StoredLine[] => {
    const booked = found.get(line.id);
    return booked ? [{ ...line, booked }] : [];
  });
  await rebook(tx, desk, ticked);
  await restate(tx, [...(await tx.bank.tickedLines(true)), ...lines.filter((line) => !found.has(line.id))]);
  desk.log.info('ticked', { lines: ticks.length, of: lines.length });
  return ticks.length;
}
