// What the engine proposed, what was decided, and what of it is on its way to the ERP.
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Action, Decision, RejectReason } from '../../sync/model/decision.ts';
import type { EntryLine } from '../../sync/model/entry.ts';
import type { AdjustmentKind, Candidate, Finding, Proposal, Verdict } from '../../sync/model/match.ts';
import type { Grounds } from '../../sync/model/trust.ts';
import type { OutboxRow } from '../../sync/port/store.ts';
import { bankLines } from './bank.ts';
import { companyOnly, day, instant, key, minor, now } from './column.ts';
import { companies } from './company.ts';

const company = () =>
  key()
    .notNull()
    .references(() => companies.id);

/** The engine's latest word on a line; `differenceMinor` and `partyId` are the best candidate's, for the work list. */
export const proposals = pgTable(
  'proposals',
  {
    companyId: key().notNull(),
    lineId: key().notNull(),
    engine: text().notNull(),
    verdict: text().$type<Verdict>().notNull(),
    signature: text(),
    partyId: key(),
    differenceMinor: minor().notNull(),
    candidates: jsonb().$type<Candidate[]>().notNull(),
    findings: jsonb().$type<Finding[]>().notNull(),
    /** Ids of the company's rules that hold for the line. */
    rules: jsonb().$type<string[]>().notNull().default([]),
    proposedAt: instant().notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.lineId] }),
    foreignKey({
      columns: [t.companyId, t.lineId],
      foreignColumns: [bankLines.companyId, bankLines.id],
      name: 'proposals_line',
    }),
    check('proposals_verdict', sql`${t.verdict} in ('auto', 'suggest', 'none')`),
    companyOnly(),
  ],
);

/** The items that a proposal's candidates name: a decision on an item finds the proposals that it makes stale. */
export const proposalItems = pgTable(
  'proposal_items',
  { companyId: key().notNull(), lineId: key().notNull(), itemId: key().notNull() },
  (t) => [
    primaryKey({ columns: [t.companyId, t.lineId, t.itemId] }),
    foreignKey({
      columns: [t.companyId, t.lineId],
      foreignColumns: [proposals.companyId, proposals.lineId],
      name: 'proposal_items_proposal',
    }).onDelete('cascade'),
    index('proposal_items_by_item').on(t.companyId, t.itemId),
    companyOnly(),
  ],
);

/** Appended, never changed: an undo is a decision that names the one it undoes, at most once. */
export const decisions = pgTable(
  'decisions',
  {
    companyId: company(),
    id: key().notNull(),
    /** The order in which they were taken. */
    seq: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    action: text().$type<Action>().notNull(),
    lineId: key(),
    by: jsonb().$type<Decision['by']>().notNull(),
    at: instant().notNull(),
    candidate: jsonb().$type<Candidate>(),
    proposal: jsonb().$type<Proposal>(),
    engine: text().notNull(),
    rejectReason: text().$type<RejectReason>(),
    until: day(),
    comment: text(),
    undoes: key(),
    /** On what trust an unattended acceptance rested. */
    grounds: jsonb().$type<Grounds>(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    foreignKey({
      columns: [t.companyId, t.lineId],
      foreignColumns: [bankLines.companyId, bankLines.id],
      name: 'decisions_line',
    }),
    foreignKey({ columns: [t.companyId, t.undoes], foreignColumns: [t.companyId, t.id], name: 'decisions_undoes' }),
    uniqueIndex('decisions_undone_once').on(t.companyId, t.undoes).where(sql`undoes is not null`),
    index('decisions_in_order').on(t.companyId, t.seq),
    index('decisions_by_line').on(t.companyId, t.lineId, t.seq),
    index('decisions_by_time').on(t.companyId, t.at),
    check('decisions_undo', sql`(${t.action} = 'undo') = (${t.undoes} is not null)`),
    companyOnly(),
  ],
);

/** The differences that a decision posted, each of its kind, one row each. */
export const adjustments = pgTable(
  'adjustments',
  {
    companyId: key().notNull(),
    decisionId: key().notNull(),
    position: integer().notNull(),
    kind: text().$type<AdjustmentKind>().notNull(),
    amountMinor: minor().notNull(),
    account: key(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.decisionId, t.position] }),
    foreignKey({
      columns: [t.companyId, t.decisionId],
      foreignColumns: [decisions.companyId, decisions.id],
      name: 'adjustments_decision',
    }),
    companyOnly(),
  ],
);

export const outbox = pgTable(
  'outbox',
  {
    companyId: key().notNull(),
    id: key().notNull(),
    seq: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    decisionId: key().notNull(),
    kind: text().$type<OutboxRow['kind']>().notNull(),
    state: text().$type<OutboxRow['state']>().notNull(),
    entry: jsonb().$type<EntryLine[]>().notNull(),
    before: jsonb().$type<OutboxRow['before']>().notNull(),
    after: jsonb().$type<OutboxRow['after']>().notNull(),
    answer: jsonb().$type<Record<string, unknown>>(),
    plannedAt: instant().notNull().default(now),
    markedAt: instant().notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    foreignKey({
      columns: [t.companyId, t.decisionId],
      foreignColumns: [decisions.companyId, decisions.id],
      name: 'outbox_decision',
    }),
    index('outbox_by_decision').on(t.companyId, t.decisionId),
    index('outbox_waiting').on(t.companyId, t.seq).where(sql`state in ('planned', 'sent', 'unknown')`),
    check('outbox_state', sql`${t.state} in ('planned', 'sent', 'verified', 'refused', 'unknown')`),
    companyOnly(),
  ],
);
