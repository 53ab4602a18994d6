// Statement lines of the ERP among our bank lines: those that we made, those that a file brought too, and those born there.
import { sum } from '../model/money.ts';
import type { BankLine } from '../model/statement.ts';
import type { ErpBankLine } from '../port/erp.ts';
import type { StoredLine, Tx } from '../port/store.ts';

/**
 * Adds or changes these lines and says which ledger lines they are. A line that we made
 * keeps its id and the words of its file. Returns how many are new here.
 */
export async function putErpLines(tx: Tx, rows: readonly ErpBankLine[]): Promise<number> {
  const byJournal = new Map((await tx.bank.accounts()).map((it) => [it.journal, it.account]));
  const stored = new Map((await tx.bank.byErpIds(rows.map((row) => row.line.id))).map((it) => [it.erpId ?? '', it]));
  const files = await withoutName(tx, rows, stored);
  const born: Parameters<Tx['bank']['putErpLines']>[0] = [];
  const named: { lineId: string; erpId: string }[] = [];
  const waiting: Parameters<Tx['bank']['setWaiting']>[0] = [];
  const ticked: { lineId: string; ledgerLineIds: readonly string[] }[] = [];
  const decided = new Set<string>();
  for (const row of rows) {
    const { ledgerLineIds, waitingMinor, waitingOwnMinor = null } = row;
    const erpId = row.line.id;
    const account = byJournal.get(row.journal);
    if (account === undefined) continue;
    const line = { ...row.line, account };
    const known = stored.get(erpId) ?? null;
    const ours = known ?? takeTwin(files, line, row.ours);
    const lineId = ours?.id ?? erpId;
    if (ours && !known) named.push({ lineId, erpId });
    if (lineId === erpId) born.push({ line, statementId: row.statement, erpId, waitingMinor, waitingOwnMinor });
    else waiting.push({ lineId, waitingMinor, waitingOwnMinor });
    ticked.push({ lineId, ledgerLineIds });
    const isPartly = waitingMinor !== 0 && (waitingOwnMinor ?? waitingMinor) !== (ours ?? line).amountMinor;
    if (!ours?.decisionId) continue;
    const isHeld = ledgerLineIds.length > 0 || (isPartly && !(await isUnsent(tx, ours.decisionId, waitingMinor)));
    if (isHeld) decided.add(ours.decisionId);
  }
  if (named.length > 0) await tx.bank.nameInErp(named);
  const added = born.length === 0 ? 0 : await tx.bank.putErpLines(born);
  await tx.bank.tick(ticked);
  if (waiting.length > 0) await tx.bank.setWaiting(waiting);
  // Where the ERP holds the movement now, or a part of it, its own facts count: ours on the same lines go first, else an item
  // would be settled twice. Whether it did what was decided is told once its facts are here.
  for (const decisionId of decided) await tx.ledger.revokeDecision(decisionId);
  return added;
}

/** Lines of files that the ERP does not hold yet, as far as one of these rows may be one of them. */
async function withoutName(
  tx: Tx,
  rows: readonly ErpBankLine[],
  stored: ReadonlyMap<string, StoredLine>,
): Promise<StoredLine[]> {
  return rows.every((row) => stored.has(row.line.id)) ? [] : tx.bank.outsideErp();
}

/** The file's line that this one is: by the id that we wrote there, else the same day, amount and account. Each is taken once. */
function takeTwin(files: StoredLine[], line: BankLine, ours: string | null): StoredLine | null {
  const at = files.findIndex((it) =>
    ours === null
      ? it.account === line.account && it.bookingDay === line.bookingDay && it.amountMinor === line.amountMinor
      : it.id === ours,
  );
  return at < 0 ? null : (files.splice(at, 1)[0] ?? null);
}

/** The decision was about this very rest, which somebody left in suspense: it is not done yet, so our facts are the only ones. */
async function isUnsent(tx: Tx, decisionId: string, waitingMinor: number): Promise<boolean> {
  const posts = (await tx.outbox.byDecision(decisionId)).filter((row) => row.kind === 'post');
  const bank = posts.at(-1)?.entry.filter((line) => line.part === 'bank') ?? [];
  return bank.length > 0 && sum(bank.map((line) => line.amountMinor)) === waitingMinor;
}
