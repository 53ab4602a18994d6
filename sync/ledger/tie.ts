// Open lines of one account that cancel each other in a way that a person sees at once.
import { sum } from '../model/money.ts';

/** document: they bear one document's number; amount: one debit and one credit of an amount that no other line has; balance: all of them. */
export type TieKind = 'document' | 'amount' | 'balance';

export type Tie = { itemIds: string[]; by: TieKind };

type Line = { itemId: string; document: string | null; residualMinor: number };

/**
 * Groups that tie, each line in at most one: first by document, then by an amount that is unique on both sides, and the rest
 * together if it makes zero. What several lines could pay equally well is left to the person.
 */
export function ties(lines: readonly Line[]): Tie[] {
  const found: Tie[] = [];
  let open = [...lines];
  const take = (group: readonly Line[], by: TieKind) => {
    found.push({ itemIds: group.map((line) => line.itemId), by });
    open = open.filter((line) => !group.includes(line));
  };
  for (const group of groupsOf(open, (line) => line.document)) if (isTied(group)) take(group, 'document');
  for (const group of groupsOf(open, (line) => String(Math.abs(line.residualMinor)))) {
    if (group.length === 2 && isTied(group)) take(group, 'amount');
  }
  if (open.length > 1 && isTied(open)) take(open, 'balance');
  return found;
}

function isTied(group: readonly Line[]): boolean {
  return group.length > 1 && sum(group.map((line) => line.residualMinor)) === 0;
}

function groupsOf(lines: readonly Line[], keyOf: (line: Line) => string | null): Line[][] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = keyOf(line);
    if (key !== null && key !== '') groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
}
