// Which customer lines of the ledger a ticked bank line stands for, and whether they are settled there.
import type { LedgerLine, OpenItem } from '../model/ledger.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import { customersBehind, detailCustomers } from '../tick/index.ts';

/**
 * The customer lines behind these bank lines' ledger lines, with what is open of each, by bank line; none where nobody can tell.
 * Of an entry that the ledger holds as one sum, each detail has its own.
 */
export async function bookedItems(tx: Tx, lines: readonly StoredLine[]): Promise<Map<string, OpenItem[]>> {
  return itemsOf(tx, await customersOf(tx, lines), ({ own }) => own);
}

type Customers = ReturnType<typeof detailCustomers>;

async function customersOf(tx: Tx, lines: readonly StoredLine[]): Promise<Map<string, Customers>> {
  const ticked = lines.filter((line) => line.booked.length > 0);
  if (ticked.length === 0) return new Map();
  const ledger = await around(
    tx,
    ticked.flatMap((each) => each.booked),
  );
  const byId = new Map(ledger.map((line) => [line.id, line]));
  const behind = customersBehind(ledger);
  const parties = ticked.some((line) => line.batch) ? await tx.ledger.parties() : [];
  const names = new Map(parties.map((party) => [party.id, party.name]));
  const found = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  return new Map(
    ticked.map((line) => {
      const bank = found(line.booked);
      return [line.id, detailCustomers(line, bank, found(behind(bank)), (id) => names.get(id) ?? null)];
    }),
  );
}

async function itemsOf(
  tx: Tx,
  customers: ReadonlyMap<string, Customers>,
  which: (of: Customers) => readonly LedgerLine[],
): Promise<Map<string, OpenItem[]>> {
  const ids = [...customers.values()].flatMap((each) => which(each).map((line) => line.id));
  const items = new Map((await tx.ledger.items([...new Set(ids)])).map((item) => [item.id, item]));
  return new Map([...customers].map(([id, each]) => [id, which(each).flatMap((line) => items.get(line.id) ?? [])]));
}

/** The bank lines whose movement these customer lines belong to: the other way round of `bookedItems`. */
export async function linesBehind(tx: Tx, itemIds: readonly string[]): Promise<StoredLine[]> {
  const banks = (await around(tx, itemIds)).filter((line) => line.role === 'bank');
  return banks.length === 0 ? [] : tx.bank.tickedAgainst(banks.map((line) => line.id));
}

/** The entries of these lines, and where they take a cheque off 511 also those that put it there. */
async function around(tx: Tx, ids: readonly string[]): Promise<LedgerLine[]> {
  const entries = await tx.ledger.entriesOf(ids);
  const collections = entries.filter((line) => line.role === 'collection');
  if (collections.length === 0) return entries;
  const opposites = new Set(collections.map((line) => -line.amountMinor));
  const collected = await tx.ledger.linesOn([...new Set(collections.map((line) => line.account))], [...opposites]);
  const known = new Set(entries.map((line) => line.id));
  const deposits = await tx.ledger.entriesOf(collected.map((line) => line.id));
  return [...entries, ...deposits.filter((line) => !known.has(line.id))];
}

/**
 * Puts lines that nobody decided, or that somebody put off, into the state that the ledger gives them: settled when nothing of
 * their entry is open. A line that is put off and not settled there stays put off.
 */
export async function restate(tx: Tx, lines: readonly StoredLine[]): Promise<void> {
  const waiting = lines.filter(
    (line) =>
      line.state === 'later' || (line.decisionId === null && (line.state === 'open' || line.state === 'settled')),
  );
  const items = await itemsOf(tx, await customersOf(tx, waiting), ({ possible }) => possible);
  const settled: string[] = [];
  const open: string[] = [];
  for (const line of waiting) {
    const isSettled = line.booked.length > 0 && (items.get(line.id) ?? []).every((item) => item.residualMinor === 0);
    if (isSettled && line.state === 'later') await tx.bank.setState(line.id, 'settled', { decisionId: null });
    if (isSettled && line.state === 'open') settled.push(line.id);
    if (!isSettled && line.state === 'settled') open.push(line.id);
  }
  if (settled.length > 0) await tx.bank.setStates(settled, 'settled');
  if (open.length > 0) await tx.bank.setStates(open, 'open');
}
