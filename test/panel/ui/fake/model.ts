// What the made-up company consists of, and the dice by which it is made.

import type { BankAccount } from '../../../../sync/model/company.ts';
import type { Day } from '../../../../sync/model/day.ts';
import type { Finding } from '../../../../sync/model/match.ts';
import type { MoveRow } from '../../../../sync/port/ledger-view.ts';
import type { CandidateView, HistoryRow, ImportRow, ItemRow, LineView, QueueRow } from '../../../../sync/port/view.ts';
import type { StatementGap } from '../../../../sync/port/view-import.ts';

export type Party = { id: string; name: string };

export type FakeLine = { line: LineView; row: QueueRow; candidates: CandidateView[]; findings: Finding[] };

export type World = {
  today: Day;
  currency: string;
  demo: boolean;
  role: string;
  /** The Odoo beside it: how it is connected, and whether its books were read; `reading`: questions until they are. */
  odoo: { by: 'none' | 'code' | 'typed' | 'configured'; lacksRights: boolean; read: boolean; reading: number };
  /** People sign in with what they have in the ERP. */
  signIn: boolean;
  signedIn: boolean;
  /** By how much the ledger's total is off what the items say. */
  ledgerOffMinor: number;
  /** Every third item of the aged balance is of a document in dollars. */
  dollars: boolean;
  parties: Party[];
  items: Map<string, ItemRow>;
  lines: Map<string, FakeLine>;
  history: HistoryRow[];
  /** Receipts on the wrong customer. */
  moves: MoveRow[];
  imports: ImportRow[];
  /** Where statements are missing. */
  gaps: StatementGap[];
  banks: BankAccount[];
  /** By how much the statement's closing is off its lines, and its opening off the closing before. */
  statement: { offMinor: number; gapMinor: number };
  /** Of a ledger without letters: the days of its open lines are those of the items. */
  start: { startDay: Day | null } | null;
};

export type Dice = (below: number) => number;

export const TODAY: Day = '2026-11-20';

/** Numbers that look random and never change (a linear congruence; nothing depends on its quality). */
export function dice(seed: number): Dice {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

export function openItems(world: World): ItemRow[] {
  return [...world.items.values()].filter((item) => item.residualMinor !== 0);
}
