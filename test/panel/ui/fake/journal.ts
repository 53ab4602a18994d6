// What is decided about the made-up company: recorded, applied, and taken back.
import type { AcceptBody, DecisionView, HistoryRow } from '../../../../sync/port/view.ts';
import type { FakeLine, World } from './model.ts';
import { countersOf } from './read.ts';

type Action = HistoryRow['action'];
type Extra = { documents?: string[]; undo?: () => void; comment?: string | null };

export type Journal = {
  record(it: FakeLine | null, action: Action, extra: Extra): HistoryRow;
  decide(it: FakeLine, action: Action, change: Partial<FakeLine['row']>, extra?: Extra): DecisionView;
  settle(it: FakeLine, body: AcceptBody): DecisionView;
  /** False when there is nothing to undo. */
  undo(decisionId: string): boolean;
};

const NOW = '2026-11-20T09:12:00Z';

export function makeJournal(world: World): Journal {
  const undoers = new Map<string, () => void>();
  const journal: Journal = {
    record(it, action, { documents = [], undo = () => {}, comment = null }) {
      const row = rowOf(world, `n${undoers.size + 1}`, it, action, documents, comment);
      world.history.unshift(row);
      undoers.set(row.decisionId, undo);
      return row;
    },
    decide(it, action, change, extra = {}) {
      const before = { ...it.row };
      const undo = () => {
        it.row = { ...before };
        it.line.state = before.state;
        extra.undo?.();
      };
      const decision = journal.record(it, action, { ...extra, undo });
      it.row = { ...it.row, ...change, decisionId: decision.decisionId };
      if (change.state) it.line.state = change.state;
      return { decision, row: it.row, counters: countersOf(world) };
    },
    settle(it, body) {
      const touched = body.allocations.map(({ itemId, amountMinor }) => ({
        item: world.items.get(itemId),
        amountMinor,
      }));
      const move = (by: 1 | -1) => {
        for (const { item, amountMinor } of touched) if (item) item.residualMinor += by * amountMinor;
      };
      move(-1);
      const documents = touched.map(({ item }) => item?.document ?? '');
      return journal.decide(
        it,
        'accept',
        { state: 'settled', settledBy: 'person', settledAt: NOW },
        { documents, undo: () => move(1) },
      );
    },
    undo(decisionId) {
      const past = world.history.find((row) => row.decisionId === decisionId);
      const undo = undoers.get(decisionId);
      if (!past || past.undone || !undo) return false;
      undo();
      past.undone = true;
      return true;
    },
  };
  return journal;
}

function rowOf(
  world: World,
  decisionId: string,
  it: FakeLine | null,
  action: Action,
  documents: string[],
  comment: string | null,
): HistoryRow {
  return {
    decisionId,
    action,
    at: NOW,
    by: 'C. Royer',
    lineId: it?.line.id ?? null,
    wage: false,
    payer: it?.row.payer ?? null,
    amountMinor: it?.row.amountMinor ?? null,
    currency: world.currency,
    documents,
    undone: false,
    undoes: null,
    comment,
  };
}
