// Everything about one line: what the engine read and proposes, with the entry that each candidate would post.
import { entryOf, toAllocate } from '../entry/index.ts';
import type { Fault } from '../fault/index.ts';
import { isFault } from '../fault/index.ts';
import type { Day } from '../model/day.ts';
import type { EntryLine } from '../model/entry.ts';
import type { Candidate, Finding, Verdict } from '../model/match.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import type { ItemRow } from '../port/view.ts';
import { bodyOf } from './accept.ts';
import { bookedItems } from './booked.ts';
import { complete, incomplete, type Wanted } from './complete.ts';
import { refuse } from './desk.ts';
import { leftOf } from './left.ts';
import { rowsIn } from './line-items.ts';
import { postingDay } from './posting-day.ts';
import { TRANSFER, transferBody } from './transfer.ts';

export type Weighed = {
  candidate: Candidate;
  partyName: string | null;
  allocations: (ItemRow & { allocatedMinor: number })[];
  entry: EntryLine[];
};

export type Detail = {
  line: StoredLine;
  /** The line's amount, or what the customer lines of its booked entry still hold. */
  toAllocateMinor: number;
  /** The day of what accepting it posts. */
  postingDay: Day;
  verdict: Verdict;
  findings: Finding[];
  candidates: Weighed[];
};

/** A line with its candidates, best first; refused when it is unknown. Candidates of a decided line are those of its proposal. */
export async function detailOf(tx: Tx, lineId: string): Promise<Detail> {
  const line = await tx.bank.line(lineId);
  if (!line) refuse('line-unknown');
  const stored = await tx.proposals.get(lineId);
  const candidates: Weighed[] = [];
  for (const [index, candidate] of (stored?.proposal.candidates ?? []).entries()) {
    candidates.push(await weighed(tx, line, candidate, index));
  }
  const booked = (await bookedItems(tx, [line])).get(line.id) ?? [];
  const isBooked = line.booked.length > 0;
  return {
    line,
    toAllocateMinor: toAllocate({ amountMinor: leftOf(line, await tx.company.get()) }, isBooked, booked),
    postingDay: await postingDay(tx, line.bookingDay, isBooked && line.state === 'open'),
    verdict: stored?.proposal.verdict ?? 'none',
    findings: stored?.proposal.findings ?? [],
    candidates,
  };
}

/** What the body would post, what is left of the line, and what forbids it yet. The entry is empty while the sum is open. */
export async function preview(
  tx: Tx,
  lineId: string,
  wanted: Wanted,
): Promise<{ entry: EntryLine[]; differenceMinor: number; fault: Fault | null }> {
  const line = await tx.bank.line(lineId);
  if (!line) refuse('line-unknown');
  const completed = await complete(tx, line, wanted);
  if (isFault(completed)) return { entry: [], differenceMinor: 0, fault: completed };
  const wrong = incomplete(completed);
  const entry = completed.openMinor === 0 ? entryOf(completed.decided) : [];
  return { entry, differenceMinor: completed.openMinor, fault: wrong };
}

async function weighed(tx: Tx, line: StoredLine, candidate: Candidate, index: number): Promise<Weighed> {
  const found = await tx.view.items(candidate.allocations.map((it) => it.itemId));
  const rows = await rowsIn(tx, line.currency, found);
  const byId = new Map(rows.map((row) => [row.itemId, row]));
  const allocations = candidate.allocations.flatMap(({ itemId, amountMinor }) => {
    const row = byId.get(itemId);
    return row ? [{ ...row, allocatedMinor: amountMinor }] : [];
  });
  const { partyId } = candidate;
  const names = partyId === null ? {} : await tx.view.names([partyId]);
  const isTransfer = candidate.signature === TRANSFER;
  const body = isTransfer ? await transferBody(tx, line) : bodyOf(candidate, index);
  const { entry } = await preview(tx, line.id, body);
  const shown = isTransfer ? { ...candidate, reverses: await halfOf(tx, candidate) } : candidate;
  return { candidate: shown, partyName: partyId === null ? null : (names[partyId] ?? null), allocations, entry };
}

/** The line that the engine saw as the other half of an internal transfer, while it still waits. */
async function halfOf(tx: Tx, { reasons }: Candidate): Promise<string | null> {
  const said = reasons.find((reason) => reason.params['line'] !== undefined)?.params['line'];
  const half = typeof said === 'string' ? await tx.bank.line(said) : null;
  return half?.state === 'open' || half?.state === 'later' ? half.id : null;
}
