// The list as it is drawn and walked: day groups and rows in the frozen order. Pure.
import type { QueueRow } from '../../../sync/port/view.ts';

/** What this browser knows of a line beyond the row that the server last gave. */
export type Overlay =
  | { phase: 'sending'; verb: Verb }
  | { phase: 'done'; verb: Verb; row: QueueRow | null }
  | { phase: 'refused'; says: string; row: QueueRow | null };

export type Verb = 'accept' | 'reject' | 'later' | 'flag' | 'set-aside' | 'confirm' | 'undo';

/** A run of rows under one heading; to-do rows are grouped by day, the rest by what they are. */
export type Section = {
  key: string;
  kind: 'day' | 'later' | 'auto' | 'brought';
  rows: readonly QueueRow[];
  whole: number;
  wholeMinor: number | null;
};

export type Entry =
  | { kind: 'group'; key: string; section: Section; open: boolean }
  | { kind: 'row'; key: string; section: Section; row: QueueRow; at: number };

/** Groups rows, which come in order, by their day. */
export function sectionsByDay(rows: readonly QueueRow[]): Section[] {
  const sections: { day: string; rows: QueueRow[] }[] = [];
  for (const row of rows) {
    const last = sections.at(-1);
    if (last && last.day === row.day) last.rows.push(row);
    else sections.push({ day: row.day, rows: [row] });
  }
  return sections.map(({ day, rows: own }, i) => ({
    key: `${day}#${i}`,
    kind: 'day',
    rows: own,
    whole: own.length,
    wholeMinor: sumOf(own),
  }));
}

/** Flattens sections for the virtual list; `at` counts rows only, folded ones left out. */
export function entriesOf(sections: readonly Section[], folded: ReadonlySet<string>): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  for (const section of sections) {
    const open = !folded.has(section.key);
    entries.push({ kind: 'group', key: section.key, section, open });
    if (!open) continue;
    for (const row of section.rows) {
      entries.push({ kind: 'row', key: row.lineId, section, row, at });
      at += 1;
    }
  }
  return entries;
}

/** The sum, or null when the rows are in several currencies: such a sum means nothing. */
export function sumOf(rows: readonly QueueRow[]): number | null {
  if (rows.some((row) => row.currency !== rows[0]?.currency)) return null;
  return rows.reduce((total, row) => total + row.amountMinor, 0);
}

/** Nothing more to decide on it: settled, put off, set aside, or on its way to be. */
export function isDecided(row: QueueRow, overlay: Overlay | undefined): boolean {
  if (!overlay || overlay.phase === 'refused') return (overlay?.row ?? row).state !== 'open';
  if (overlay.phase === 'sending')
    return overlay.verb === 'accept' || overlay.verb === 'later' || overlay.verb === 'set-aside';
  return (overlay.row ?? row).state !== 'open';
}

/** May be accepted without looking: strong evidence and nothing to explain. */
export function isPlain(row: QueueRow): boolean {
  return row.state === 'open' && row.certainty === 'strong' && row.differenceMinor === 0;
}

/** The index of the next row that passes, from `from` exclusive, forward then (for a decision) back to the first above. */
export function nextAfter(rows: readonly QueueRow[], from: number, passes: (row: QueueRow) => boolean): number {
  for (let i = from + 1; i < rows.length; i += 1) if (passes(rows[i] as QueueRow)) return i;
  for (let i = 0; i < from; i += 1) if (passes(rows[i] as QueueRow)) return i;
  return -1;
}

/** The nearest passing row in one direction only; -1 when there is none. */
export function stepTo(
  rows: readonly QueueRow[],
  from: number,
  by: 1 | -1,
  passes: (row: QueueRow) => boolean,
): number {
  for (let i = from + by; i >= 0 && i < rows.length; i += by) if (passes(rows[i] as QueueRow)) return i;
  return -1;
}

/** The counter that a row stands in. */
export function counterOf(row: QueueRow): 'approve' | 'difference' | 'none' | 'later' | null {
  if (row.state === 'later') return 'later';
  if (row.state !== 'open') return null;
  if (row.certainty === 'none') return 'none';
  return row.differenceMinor === 0 ? 'approve' : 'difference';
}
