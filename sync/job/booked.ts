// Which customer lines of the ledger a ticked bank line stands for, and whether they are settled there.
import type { LedgerLine, OpenItem } from '../model/ledger.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import { customersBehind } from '../tick/index.ts';

/** The customer lines behind these bank lines' ledger lines, with what is open of each, by bank line; none where nobody can tell. */
export async function bookedItems(tx: Tx, lines: readonly StoredLine[]): Promise<Map<string, OpenItem[]>> {
  const ticked = lines.filter((line) => line.booked.length > 0);
  if (ticked.length === 0) return new Map();
  const ledger = await around(
    tx,
    ticked.flatMap((each) => each.booked),
  );
  const byId = new Map(ledger.map((line) => [line.id, line]));
  const behind = customersBehind(ledger);
  const customers = new Map(ticked.map((line) => [line.id, behind(line.booked.flatMap((id) => byId.get(id) ?? []))]));
  const items = new Map((await tx.ledger.items([...customers.values()].flat())).map((item) => [item.id, item]));
  return new Map([...customers].map(([id, ids]) => [id, ids.flatMap((each) => items.get(each) ?? [])]));
}

/** The entries of these lines, and where they take a cheque off 511 also those that put it there. */
async function around(tx: Tx, ids: readonly string[]): Promise<LedgerLine[]> {
  const entries = await tx.ledger.entriesOf(ids);
  const accounts = new Set(entries.filter((line) => line.role === 'collection').map((line) => line.account));
  if (accounts.size === 0) return entries;
  const collected = (await tx.ledger.lines()).filter((line) => accounts.has(line.account));
  const known = new Set(entries.map((line) => line.id));
  const deposits = await tx.ledger.entriesOf(collected.map((line) => line.id));
  return [...entries, ...deposits.filter((line) => !known.has(line.id))];
}

/** Puts lines that nobody decided into the state that the ledger gives them: settled when nothing of their entry is open. */
export async function restate(tx: Tx, lines: readonly StoredLine[]): Promise<void> {
  const undecided = lines.filter(
    (line) => line.decisionId === null && (line.state === 'open' || line.state === 'settled'),
  );
  const items = await bookedItems(tx, undecided);
  const settled: string[] = [];
  const open: string[] = [];
  for (const line of undecided) {
    const isSettled = line.booked.length > 0 && (items.get(line.id) ?? []).every((item) => item.residualMinor === 0);
    if (isSettled && line.state === 'open') settled.push(line.id);
    if (!isSettled && line.state === 'settled') open.push(line.id);
  }
  if (settled.length > 0) await tx.bank.setStates(settled, 'settled');
  if (open.length > 0) await tx.bank.setStates(open, 'open');
}
