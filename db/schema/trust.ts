// What decisions taught about the classes of evidence, what managers allowed, what was marked to forget, and the company's rules.
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Agreement } from '../../sync/model/agreement.ts';
import type { Actor } from '../../sync/model/decision.ts';
import type { CompanyRule, MemoryMark } from '../../sync/model/memory.ts';
import type { RuleState, RuleTrial } from '../../sync/model/rule.ts';
import type { ClassRecord, LessonKind, SwitchState } from '../../sync/model/trust.ts';
import { companyOnly, day, instant, key } from './column.ts';
import { decisions } from './decision.ts';

/** One row for each decision that says something about a proposal; written with it, never changed. */
export const lessons = pgTable(
  'lessons',
  {
    companyId: key().notNull(),
    decisionId: key().notNull(),
    lineId: key().notNull(),
    kind: text().$type<LessonKind>().notNull(),
    signature: text().notNull(),
    payer: text().notNull(),
    day: day().notNull(),
    proven: boolean().notNull(),
    facts: text().notNull(),
    about: key(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.decisionId] }),
    foreignKey({
      columns: [t.companyId, t.decisionId],
      foreignColumns: [decisions.companyId, decisions.id],
      name: 'lessons_decision',
    }),
    index('lessons_about').on(t.companyId, t.about).where(sql`about is not null`),
    check('lessons_kind', sql`${t.kind} in ('accepted', 'changed', 'refused', 'unattended', 'confirmed')`),
    companyOnly(),
  ],
);

/** What a manager said about a class, with the numbers that were shown; the last row of a class counts. */
export const classSwitches = pgTable(
  'class_switches',
  {
    companyId: key().notNull(),
    seq: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    signature: text().notNull(),
    state: text().$type<SwitchState>().notNull(),
    by: jsonb().$type<Actor>().notNull(),
    at: instant().notNull(),
    afterSeq: bigint({ mode: 'number' }).notNull(),
    shown: jsonb().$type<ClassRecord>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.seq] }),
    check('class_switches_state', sql`${t.state} in ('on', 'off', 'mode')`),
    companyOnly(),
  ],
);

/** What a person said about something remembered: to forget it, or that an account is indeed a customer's. */
export const memoryMarks = pgTable(
  'memory_marks',
  {
    companyId: key().notNull(),
    seq: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    kind: text().$type<MemoryMark['kind']>().notNull(),
    text: text().notNull(),
    partyId: key(),
    verdict: text().$type<MemoryMark['verdict']>().notNull(),
    by: jsonb().$type<Actor>().notNull(),
    at: instant().notNull(),
    afterSeq: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.seq] }),
    index('memory_marks_about').on(t.companyId, t.kind, t.text),
    check('memory_marks_kind', sql`${t.kind} in ('account', 'name', 'refusal', 'habit')`),
    check('memory_marks_verdict', sql`${t.verdict} in ('forget', 'learn')`),
    companyOnly(),
  ],
);

/** A rule's words never change: a changed rule is another row. */
export const rules = pgTable(
  'rules',
  {
    companyId: key().notNull(),
    id: key().notNull(),
    seq: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    name: text().notNull(),
    when: jsonb().$type<CompanyRule['when']>().notNull(),
    outcome: jsonb().$type<CompanyRule['outcome']>().notNull(),
    state: text().$type<RuleState>().notNull(),
    trial: jsonb().$type<RuleTrial>(),
    replaces: key(),
    by: jsonb().$type<Actor>().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    check('rules_state', sql`${t.state} in ('draft', 'tried', 'on', 'off', 'gone')`),
    check('rules_tried_before_on', sql`${t.state} not in ('tried', 'on') or ${t.trial} is not null`),
    companyOnly(),
  ],
);

/** An agreement's words never change: it is ended, and another one written. */
export const agreements = pgTable(
  'agreements',
  {
    companyId: key().notNull(),
    id: key().notNull(),
    seq: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    customerId: key().notNull(),
    supplierId: key().notNull(),
    since: day().notNull(),
    note: text(),
    by: jsonb().$type<Actor>().notNull(),
    at: instant().notNull(),
    ended: jsonb().$type<Agreement['ended']>(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex('agreements_once').on(t.companyId, t.customerId, t.supplierId).where(sql`ended is null`),
    companyOnly(),
  ],
);
