// Lines of a newer ledger that are lines we know: at validation numbers change, the content does not.
import type { LedgerLine, LedgerLineId, Settlement } from '../model/ledger.ts';

/** New id to the id under which the line is known. */
export type Renamed = ReadonlyMap<LedgerLineId, LedgerLineId>;

/**
 * The ids of a newer ledger's lines that are known under another. A line with the same id and content is itself; the others
 * are matched by content: with the entry's number, then without it, then without the words, at last by the document alone; equal ones in order of their ids,
 * as often as both sides have them. What is matched keeps its old id, and so everything that was decided about it. An id that
 * a renumbered entry left to another line is not taken over: that line gets one of its own.
 */
export function recognise(known: readonly LedgerLine[], newer: readonly LedgerLine[]): Renamed {
  const knownById = new Map(known.map((line) => [line.id, line]));
  const isItself = (line: LedgerLine) => {
    const old = knownById.get(line.id);
    return old !== undefined && isSameMovement(old, line);
  };
  const themselves = new Set(newer.filter(isItself).map((line) => line.id));
  let missing = known.filter((line) => !themselves.has(line.id));
  let unknown = newer.filter((line) => !themselves.has(line.id));
  const renamed = new Map<LedgerLineId, LedgerLineId>();
  for (const contentOf of CONTENTS) {
    const open = groupById(missing, contentOf);
    for (const line of [...unknown].sort(byId)) {
      const old = open.get(contentOf(line))?.shift();
      if (old) renamed.set(line.id, old.id);
    }
    const found = new Set(renamed.values());
    missing = missing.filter((line) => !found.has(line.id));
    unknown = unknown.filter((line) => !renamed.has(line.id));
  }
  const taken = new Set([...themselves, ...renamed.values()]);
  for (const line of unknown) {
    let id = line.id;
    while (taken.has(id)) id += '~';
    taken.add(id);
    if (id !== line.id) renamed.set(line.id, id);
  }
  return renamed;
}

/** The lines and settlements of the newer ledger under the ids by which they are known. */
export function rename(
  lines: readonly LedgerLine[],
  settlements: readonly Settlement[],
  renamed: Renamed,
): { lines: LedgerLine[]; settlements: Settlement[] } {
  const idOf = (id: string) => renamed.get(id) ?? id;
  return {
    lines: lines.map((line) => ({ ...line, id: idOf(line.id) })),
    settlements: settlements.map((it) => ({ ...it, debitId: idOf(it.debitId), creditId: idOf(it.creditId) })),
  };
}

function isSameMovement(a: LedgerLine, b: LedgerLine): boolean {
  return JSON.stringify([...FIELDS(a), a.document]) === JSON.stringify([...FIELDS(b), b.document]);
}

const FIELDS = (line: LedgerLine) => [line.account, line.partyId, line.journal, line.day, line.amountMinor];

/** From the strictest to the loosest. The amount never gives way; the day only for a document that an opening entry repeats. */
const CONTENTS: readonly ((line: LedgerLine) => string)[] = [
  (line) => JSON.stringify([...FIELDS(line), line.document, line.label, line.entry]),
  (line) => JSON.stringify([...FIELDS(line), line.document, line.label]),
  (line) => JSON.stringify([...FIELDS(line), line.document]),
  ({ id, account, partyId, amountMinor, document }) =>
    JSON.stringify(document === null ? [id] : [account, partyId, amountMinor, document]),
];

function groupById(lines: readonly LedgerLine[], contentOf: (line: LedgerLine) => string): Map<string, LedgerLine[]> {
  const groups = new Map<string, LedgerLine[]>();
  for (const line of [...lines].sort(byId)) {
    const content = contentOf(line);
    groups.set(content, [...(groups.get(content) ?? []), line]);
  }
  return groups;
}

function byId(a: LedgerLine, b: LedgerLine): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
