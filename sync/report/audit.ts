// The audit as a list: who decided what, when, with the hash that chains each event to the one before.
import type { AuditRow } from '../model/report.ts';
import { line, type Sheet } from '../model/sheet.ts';
import type { Heading } from './asked.ts';

/** `broken`: the number of the event at which the chain does not hold; null when it is whole. */
export function auditSheet(events: readonly AuditRow[], broken: number | null, { company, say }: Heading): Sheet {
  return {
    name: 'piste-d-audit',
    title: say('Piste d’audit', 'Audit trail'),
    facts: [company],
    control:
      broken === null
        ? { ok: true, says: say('La chaîne est entière.', 'The chain is whole.') }
        : {
            ok: false,
            says: say(`La chaîne est rompue à l’événement ${broken}.`, `The chain breaks at event ${broken}.`),
          },
    columns: [
      { head: 'N°', kind: 'count', share: 6 },
      { head: say('Instant (UTC)', 'Instant (UTC)'), kind: 'text', share: 22 },
      { head: say('Qui', 'Who'), kind: 'text', share: 14 },
      { head: say('Quoi', 'What'), kind: 'text', share: 10 },
      { head: say('Sur quoi', 'On what'), kind: 'text', share: 20 },
      { head: say('Faits', 'Facts'), kind: 'text', share: 50 },
      { head: 'SHA-256', kind: 'text', share: 30 },
    ],
    rows: events.map((it) => line(it.seq, it.at, it.by, it.what, it.subject, it.facts, it.hash)),
    notes: [],
    currency: 'EUR',
    wide: true,
  };
}
