// The aged balance of lines in memory, one by one: the plain reading that the database's sums are held against.
import { columnAt, columnsOf } from '../../../sync/aging/index.ts';
import type { Cell, Grouping } from '../../../sync/model/aging.ts';
import { type Basis, type Cuts, USUAL_CUTS } from '../../../sync/model/aging.ts';
import type { Day } from '../../../sync/model/day.ts';
import type { AccountRole, LineKind } from '../../../sync/model/ledger.ts';

export type NaiveLine = {
  partyId: string | null;
  partyName: string | null;
  account: string;
  currency?: string;
  role: AccountRole;
  kind: LineKind;
  day: Day;
  documentDay: Day | null;
  dueDay: Day | null;
  openMinor: number;
  receivedMinor: number;
};

const KEY: Partial<Record<Grouping, (line: NaiveLine) => string | null>> = {
  party: (line) => line.partyId,
  account: (line) => line.account,
};

export function cellsOf(
  lines: readonly NaiveLine[],
  asOf: Day,
  basis: Basis = 'due',
  cuts: Cuts = USUAL_CUTS,
  by: Grouping = 'party',
): Cell[] {
  const { bounds } = columnsOf(basis, cuts);
  return lines.map((line) => ({
    key: KEY[by]?.(line) ?? null,
    name: by === 'party' ? line.partyName : (KEY[by]?.(line) ?? null),
    column: columnAt(line, asOf, basis, bounds),
    openMinor: line.openMinor,
    receivedMinor: line.receivedMinor,
    items: line.openMinor === 0 ? 0 : 1,
  }));
}

export function accountsOf(lines: readonly NaiveLine[]) {
  return lines.map(({ account, role, openMinor }) => ({ account, role, openMinor }));
}
