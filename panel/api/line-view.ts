// A line's candidates in the words of whoever reads them, with the entry as debit and credit.
import type { Language } from '../../sync/fault/index.ts';
import type { Detail, Weighed } from '../../sync/job/detail.ts';
import { explain } from '../../sync/match/explain.ts';
import type { EntryLine } from '../../sync/model/entry.ts';
import type { CandidateView, EntryRow, QueueRow } from '../../sync/port/view.ts';

/** The proposal's certainty belongs to its best candidate; the others are possible. */
export function candidateViews({ verdict, candidates }: Detail, language: Language): CandidateView[] {
  return candidates.map((it, index) => candidateView(it, certaintyOf(verdict, index), language));
}

/** One of the two sides is 0. */
export function entryRows(entry: readonly EntryLine[]): EntryRow[] {
  return entry.map(({ account, label, amountMinor, foreign }) => ({
    account,
    label,
    debitMinor: Math.max(0, amountMinor),
    creditMinor: Math.max(0, -amountMinor),
    ...(foreign ? { foreign: { ...foreign, minor: Math.abs(foreign.minor) } } : {}),
  }));
}

function candidateView(it: Weighed, certainty: QueueRow['certainty'], language: Language): CandidateView {
  const { partyId, adjustments, restMinor, signature, reverses, reasons, doubts } = it.candidate;
  return {
    partyId,
    partyName: it.partyName,
    allocations: it.allocations,
    adjustments,
    restMinor,
    certainty,
    reasons: reasons.map((reason) => explain(reason, language)),
    doubts: doubts.map((doubt) => explain(doubt, language)),
    signature,
    reverses,
    entry: entryRows(it.entry),
  };
}

function certaintyOf(verdict: Detail['verdict'], index: number): QueueRow['certainty'] {
  if (verdict === 'none') return 'none';
  return verdict === 'auto' && index === 0 ? 'strong' : 'medium';
}
