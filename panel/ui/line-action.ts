// What can be done to a line, as the panel asks for it.
import type { Day } from '../../sync/model/day.ts';
import type { RejectReason } from '../../sync/model/decision.ts';
import type { AcceptBody, Shown } from '../../sync/port/view.ts';

/** The part of an address after /api/lines/:id/ and its body. */
export type LineAction =
  | { act: 'accept'; body: AcceptBody }
  | { act: 'reject'; body: { reason: RejectReason; comment?: string; shown: Shown } }
  | { act: 'later'; body: { until: Day; comment?: string } }
  | { act: 'flag'; body: { flagged: boolean; comment?: string } }
  | { act: 'transfer'; body: { otherLineId: string | null } }
  | { act: 'set-aside'; body: { reason: string } }
  | { act: 'confirm'; body: Record<string, never> };
