// The audit event: who did what, on which evidence. The store appends it and chains it by hash.
import type { Actor } from './model/decision.ts';

export type AuditEvent = {
  /** ISO 8601 UTC. */
  at: string;
  by: Actor | { kind: 'program' };
  what:
    | 'import'
    | 'accept'
    | 'reject'
    | 'later'
    | 'flag'
    | 'set-aside'
    | 'letter'
    | 'close-claim'
    | 'undo'
    | 'confirm'
    | 'keep-apart'
    | 'export'
    | 'setting'
    | 'post';
  /** The line, file, decision or setting it is about. */
  subject: string;
  facts: Record<string, unknown>;
};
