// After a pull: does the ERP hold what was decided here? What it does is verified; what it settled otherwise or undid is closed.
import type { Decision } from '../model/decision.ts';
import { BESIDE_ROLES, type LedgerLineId, type Settlement } from '../model/ledger.ts';
import { sum } from '../model/money.ts';
import type { OutboxRow, StoredLine, Tx } from '../port/store.ts';
import { bookedItems } from './booked.ts';
import type { Desk } from './desk.ts';
import { takenBack } from './undo.ts';

const BESIDE: ReadonlySet<string> = new Set(BESIDE_ROLES);

/** Looks at every line of which the ERP may not say what the decision says. */
export async function closeByErp(tx: Tx, desk: Desk): Promise<void> {
  const lines = await tx.bank.doubtfulInErp();
  if (lines.length === 0) return;
  const booked = await bookedItems(tx, lines);
  const accounts = await tx.ledger.accounts();
  const suspense = new Set(accounts.filter(({ role }) => role === 'suspense').map(({ number }) => number));
  for (const line of lines) {
    const decision = line.decisionId === null ? null : await tx.decisions.get(line.decisionId);
    const post = decision?.action === 'accept' ? await lastPost(tx, decision.id) : undefined;
    if (!decision || !post) continue;
    const own = [...(booked.get(line.id) ?? []).map((item) => item.id), ...(await besideOf(tx, line))];
    const inSuspense = line.booked.length === 0 ? (line.waitingMinor ?? 0) : 0;
    // A part was decided to stay in suspense, and just that is there: no undo.
    if (inSuspense !== 0 && inSuspense === keptInSuspense(post, suspense)) continue;
    if (line.booked.length === 0) await closeUnbooked(tx, desk, decision, post);
    else await closeBooked(tx, desk, line, decision, post, own);
  }
}

/** A letter that somebody took off in the ERP does not stand here either. */
export async function closeLetters(tx: Tx, desk: Desk): Promise<void> {
  for (const decision of await tx.decisions.lettersUndoneInErp()) await takenBack(tx, desk, decision, 'erp-undone');
}

/**
 * Decisions whose items the ledger settles by now as well: one that waited loses its ground, one that was written is the
 * ledger's own. Before the transaction ends, since no line may be settled twice.
 */
export async function closeOvertaken(tx: Tx, desk: Desk): Promise<void> {
  for (const id of await tx.ledger.overtaken()) {
    const decision = await tx.decisions.get(id);
    const post = await lastPost(tx, id);
    if (decision && post?.state === 'planned') {
      await tx.outbox.mark(post.id, 'refused', { overtaken: true });
      await takenBack(tx, desk, decision, 'erp-item-settled');
    } else await tx.ledger.revokeDecision(id);
  }
}

/** The lines of the movement's own entry on accounts beside those of customers: what a waiting payment or a supplier's item is settled by. */
async function besideOf(tx: Tx, { booked }: StoredLine): Promise<LedgerLineId[]> {
  if (booked.length === 0) return [];
  return (await tx.ledger.entriesOf(booked)).filter(({ role }) => BESIDE.has(role)).map((line) => line.id);
}

async function lastPost(tx: Tx, decisionId: string): Promise<OutboxRow | undefined> {
  return (await tx.outbox.byDecision(decisionId)).filter((row) => row.kind === 'post').at(-1);
}

/** How much of the movement the decision leaves in suspense, signed as the bank line. */
function keptInSuspense({ entry }: OutboxRow, suspense: ReadonlySet<string>): number {
  return -sum(entry.filter((line) => suspense.has(line.account)).map((line) => line.amountMinor));
}

/** The movement waits in the ERP: nothing was sent, or what was sent did not arrive, or somebody took it back there. */
async function closeUnbooked(tx: Tx, desk: Desk, decision: Decision, post: OutboxRow): Promise<void> {
  if (post.state === 'sent' || post.state === 'unknown') await tx.outbox.mark(post.id, 'planned', { notDone: true });
  if (post.state === 'verified') await takenBack(tx, desk, decision, 'erp-undone');
}

async function closeBooked(
  tx: Tx,
  desk: Desk,
  line: StoredLine,
  decision: Decision,
  post: OutboxRow,
  own: readonly LedgerLineId[],
): Promise<void> {
  const isForeign = line.currency !== (await tx.company.get()).currency;
  const extent = await doneOf(tx, decision, own, isForeign);
  const answer = { ...post.answer, erpId: line.erpId, ledgerLines: line.booked, at: desk.clock.now() };
  // What was sent and not answered is asked again: its receipt is what an undo needs.
  if (extent === 'all') return post.state === 'planned' ? tx.outbox.mark(post.id, 'verified', answer) : undefined;
  // A part of what was decided stands there: only a person can say what is right.
  if (extent === 'some') return tx.outbox.mark(post.id, 'unknown', { ...answer, partly: true });
  await tx.outbox.mark(post.id, 'refused', { ...answer, settledOtherwise: true });
  await takenBack(tx, desk, decision, 'erp-settled-otherwise');
}

/** How much of the decision the ERP holds: its items settled by this movement's own lines or among themselves, by as much. */
async function doneOf(
  tx: Tx,
  { candidate }: Decision,
  own: readonly LedgerLineId[],
  isForeign: boolean,
): Promise<'all' | 'some' | 'none'> {
  const allocations = candidate?.allocations ?? [];
  const items = allocations.map((it) => it.itemId);
  const partners = new Set([...own, ...items]);
  const facts = await tx.ledger.ledgerFactsOn(items);
  const done = allocations.map(({ itemId }) => {
    const mine = facts.filter((it) => it.debitId === itemId || it.creditId === itemId);
    const through = mine.filter((it) => partners.has(it.debitId === itemId ? it.creditId : it.debitId));
    // A foreign line decides in its own currency; the company's amounts are the ERP's to say.
    const foreign = (it: Settlement) => (it.debitId === itemId ? it.debitForeignMinor : it.creditForeignMinor) ?? 0;
    return sum(through.map((it) => (isForeign ? foreign(it) : it.amountMinor)));
  });
  if (allocations.every(({ amountMinor }, i) => done[i] === Math.abs(amountMinor))) return 'all';
  return done.some((amount) => amount > 0) ? 'some' : 'none';
}
