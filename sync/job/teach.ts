// Decisions teach: each leaves its lesson, and a class that turns out wrong stands down before anything else is settled by it.
import type { Decision } from '../model/decision.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import { lessonOf } from '../trust/lesson.ts';
import type { Desk } from './desk.ts';
import { proposeFor } from './propose.ts';
import { trustAt } from './trust.ts';

/**
 * Keeps what the decision says about its proposal; `about` is the unattended decision that a confirmation looked at. A line that
 * the ledger holds already teaches nothing: its proposal had fewer rivals than the class has in truth.
 */
export async function teach(
  tx: Tx,
  decision: Decision,
  line: StoredLine,
  about: Decision | null = null,
): Promise<void> {
  if (line.booked.length > 0) return;
  const lesson = lessonOf(decision, line.counterpartyAccount ?? line.counterparty ?? '', about);
  if (lesson) await tx.trust.teach(lesson);
}

/** Proposes anew where a class is still called proven that stands down since this decision. */
export async function standDownNow(tx: Tx, desk: Desk, { proposal }: Pick<Decision, 'proposal'>): Promise<void> {
  const signature = proposal?.candidates[0]?.signature;
  if (signature === undefined || proposal?.verdict !== 'auto') return;
  const lines = await tx.proposals.proven(signature);
  if (lines.length === 0) return;
  const { zone } = await tx.company.get();
  const { standDowns } = await trustAt(tx, desk.clock.today(zone));
  if (standDowns.some((it) => it.signature === signature)) await proposeFor(tx, desk, lines);
}
