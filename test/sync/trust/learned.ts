// Lessons as short as a test needs them: what is not said is ordinary.
import type { Learned } from '../../../sync/model/trust.ts';

export const CLASS = 'whole exact name one #0';

/** A lesson at a place among the decisions; its id, line and match follow from the place unless said. */
export function learned(seq: number, kind: Learned['kind'], facts: Partial<Learned> = {}): Learned {
  return {
    seq,
    kind,
    decisionId: `d${seq}`,
    lineId: `l${seq}`,
    signature: CLASS,
    payer: `p${seq}`,
    day: '2026-06-01',
    proven: true,
    facts: `match of l${seq}`,
    about: null,
    undoneSeq: null,
    ...facts,
  };
}
