// Lessons, switches, marks and rules as short as a test needs them.
import type { Agreement } from '../../sync/model/agreement.ts';
import type { MemoryMark } from '../../sync/model/memory.ts';
import type { StoredRule } from '../../sync/model/rule.ts';
import type { ClassSwitch, Lesson, SwitchState } from '../../sync/model/trust.ts';

export const MANAGER = { kind: 'person', id: 'm1', name: 'Paul Roux' } as const;
const AT = '2026-03-12T09:00:00.000Z';

export function lesson(decisionId: string, lineId: string, facts: Partial<Lesson> = {}): Lesson {
  return {
    decisionId,
    lineId,
    kind: 'accepted',
    signature: 'x #0',
    payer: `payer of ${lineId}`,
    day: '2026-03-12',
    proven: true,
    facts: `match of ${lineId}`,
    about: null,
    ...facts,
  };
}

export function classSwitch(signature: string, state: SwitchState, afterSeq: number): ClassSwitch {
  const shown = { seeded: { seen: 300, right: 300 }, own: { seen: 2, right: 2 }, bound: 990_000 };
  return { signature, state, by: MANAGER, at: AT, afterSeq, shown };
}

export function memoryMark(kind: MemoryMark['kind'], text: string, partyId: string | null): MemoryMark {
  return { kind, text, partyId, verdict: 'forget', by: MANAGER, at: AT, afterSeq: 0 };
}

export function rule(id: string, facts: Partial<StoredRule> = {}): StoredRule {
  const said = { when: { label: 'EDF*' }, outcome: { kind: 'never' } } as const;
  return { id, name: id, ...said, state: 'draft', trial: null, replaces: null, by: MANAGER, at: AT, ...facts };
}

export function agreement(id: string, facts: Partial<Agreement> = {}): Agreement {
  const parties = { customerId: 'p', supplierId: 'q' };
  return { id, ...parties, since: '2026-01-01', note: null, by: MANAGER, at: AT, ended: null, ...facts };
}
