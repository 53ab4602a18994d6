// Letters (lettrage): which groups of ledger lines are settled, and the letters they bear in each exercise's file.
import type { Day } from '../../sync/model/day.ts';
import { type Ledger, type Line, rootOf } from './ledger.ts';
import type { Exercise } from './timeline.ts';

/** A group of lines of one account and customer whose debits equal their credits. */
export type Group = { lines: Line[]; account: string; code: string; completeOn: Day };

/** The settled groups of customers and suppliers, as they were completed. A group that does not balance is none. */
function groupsOf(ledger: Ledger): Group[] {
  const byRoot = new Map<Line, Line[]>();
  for (const entry of ledger.entries) {
    for (const line of entry.lines) {
      if (!line.auxiliary) continue;
      const root = rootOf(line);
      const lines = byRoot.get(root);
      if (lines) lines.push(line);
      else byRoot.set(root, [line]);
    }
  }
  const groups: Group[] = [];
  for (const lines of byRoot.values()) {
    const [first] = lines;
    if (!first || lines.length < 2 || lines.reduce((total, line) => total + line.minor, 0) !== 0) continue;
    const completeOn = lines.reduce((last, line) => (line.entry.day > last ? line.entry.day : last), first.entry.day);
    groups.push({ lines, account: first.account, code: first.auxiliary?.code ?? '', completeOn });
  }
  return groups.sort((a, b) => (a.completeOn < b.completeOn ? -1 : a.completeOn > b.completeOn ? 1 : 0));
}

export type Lettering = {
  /** Letter and day of a line within the exercise that is asked for; null: open there. */
  of(line: Line, exercise: Exercise): { letter: string; day: Day } | null;
  /** Settled before that day: an opening balance does not carry it. */
  settledBefore(line: Line, day: Day): boolean;
};

/** Letters run on through the exercises, an account and customer at a time, as the program does that this ledger looks like. */
export function letters(ledger: Ledger): Lettering {
  const next = new Map<string, number>();
  const byLine = new Map<Line, { group: Group; letter: string }>();
  for (const group of groupsOf(ledger)) {
    const key = `${group.account}/${group.code}`;
    const n = next.get(key) ?? 0;
    next.set(key, n + 1);
    for (const line of group.lines) byLine.set(line, { group, letter: letterOf(n) });
  }
  return {
    of: (line, exercise) => {
      const found = byLine.get(line);
      if (!found || found.group.completeOn < exercise.from || found.group.completeOn > exercise.to) return null;
      return { letter: found.letter, day: found.group.completeOn };
    },
    settledBefore: (line, day) => (byLine.get(line)?.group.completeOn ?? '9999') < day,
  };
}

/** AA, AB … AZ, BA … ZZ, then AAA. */
export function letterOf(n: number): string {
  const two = 26 * 26;
  const letter = (i: number) => String.fromCharCode(65 + (i % 26));
  if (n < two) return letter(Math.floor(n / 26)) + letter(n);
  const m = n - two;
  return letter(Math.floor(m / two)) + letter(Math.floor(m / 26)) + letter(m);
}
