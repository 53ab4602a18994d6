// Differences of receipts that the ledger held already: their entry leaves alone, and comes back with the next ledger.
import { type Day, laterOf } from '../model/day.ts';
import type { Decision } from '../model/decision.ts';
import { type EntryLine, pieceOf } from '../model/entry.ts';
import type { OpenItem } from '../model/ledger.ts';
import type { OutboxRow, StoredLine, Tx } from '../port/store.ts';

/** The row's entry holds only what the ledger's own entry of the receipt lacks. */
export function isDifference({ kind, entry }: OutboxRow): boolean {
  return kind === 'post' && entry.length > 0 && entry.every((line) => line.part !== 'bank');
}

/**
 * The open ledger lines that are this entry's lines on customer accounts: known by the piece that it left under, or by day and
 * label where the accounting program gave it another. Null while one of them is not there.
 */
export function cameBack(
  { decisionId, entry }: OutboxRow,
  line: Pick<StoredLine, 'bookingDay'>,
  open: readonly OpenItem[],
): OpenItem[] | null {
  const found: OpenItem[] = [];
  for (const posted of entry.filter((it) => it.partyId !== null)) {
    const item = open.find((it) => !found.includes(it) && isSame(it, posted, pieceOf(decisionId), line));
    if (!item) return null;
    found.push(item);
  }
  return found.length === 0 ? null : found;
}

/** Letters whose entry came back with the ledger that was just imported, with its lines on the customer's account. */
export async function lettersOfDifferences(
  tx: Tx,
): Promise<{ row: OutboxRow; decision: Decision; back: OpenItem[] }[]> {
  const rows = (await tx.outbox.waiting()).filter(isDifference);
  const found: { row: OutboxRow; decision: Decision; back: OpenItem[] }[] = [];
  const open = rows.length === 0 ? [] : await tx.ledger.openItems();
  for (const row of rows) {
    const decision = await tx.decisions.get(row.decisionId);
    if (decision?.action !== 'letter') continue;
    const items = await tx.ledger.items(decision.candidate?.allocations.map((it) => it.itemId) ?? []);
    const bookingDay = items
      .map((item) => item.day)
      .reduce<Day | null>((day, it) => (day ? laterOf(day, it) : it), null);
    const back = bookingDay === null ? null : cameBack(row, { bookingDay }, open);
    if (back) found.push({ row, decision, back });
  }
  return found;
}

/** Bank lines whose difference came back with the ledger that was just imported. */
export async function linesOfDifferences(tx: Tx): Promise<StoredLine[]> {
  const rows = (await tx.outbox.waiting()).filter(isDifference);
  if (rows.length === 0) return [];
  const open = await tx.ledger.openItems();
  const lines: StoredLine[] = [];
  for (const row of rows) {
    const decision = await tx.decisions.get(row.decisionId);
    const line = decision?.lineId ? await tx.bank.line(decision.lineId) : null;
    if (line && line.booked.length > 0 && cameBack(row, line, open)) lines.push(line);
  }
  return lines;
}

function isSame(item: OpenItem, posted: EntryLine, piece: string, line: Pick<StoredLine, 'bookingDay'>): boolean {
  const isOne = item.account === posted.account && item.partyId === posted.partyId;
  if (!isOne || item.amountMinor !== posted.amountMinor || item.residualMinor !== item.amountMinor) return false;
  return item.document === piece || (item.day === line.bookingDay && squashed(item.label) === squashed(posted.label));
}

function squashed(text: string): string {
  return text.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '');
}
