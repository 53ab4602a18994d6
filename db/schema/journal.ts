// The audit chain, and the answers that a repeated request gets again.
import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { companyOnly, instant, key, now, rawJson } from './column.ts';
import { companies } from './company.ts';

const company = () =>
  key()
    .notNull()
    .references(() => companies.id);

/** Where a company's chain ends: locked by each append, and what shows that the last events were cut off. */
export const auditHeads = pgTable(
  'audit_heads',
  { companyId: company().primaryKey(), seq: bigint({ mode: 'number' }).notNull(), hash: text().notNull() },
  () => [companyOnly()],
);

/** `hash` is SHA-256 over the previous hash, the number and the body; the body is the event as canonical JSON. */
export const auditEvents = pgTable(
  'audit_events',
  {
    companyId: company(),
    seq: bigint({ mode: 'number' }).notNull(),
    body: text().notNull(),
    hash: text().notNull(),
    subject: key().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.seq] }),
    index('audit_events_by_subject').on(t.companyId, t.subject, t.seq),
    companyOnly(),
  ],
);

export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    companyId: company(),
    userId: key().notNull(),
    key: key().notNull(),
    bodyHash: text().notNull(),
    answer: rawJson().notNull(),
    createdAt: instant().notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.userId, t.key] }),
    index('idempotency_keys_oldest').on(t.companyId, t.createdAt),
    companyOnly(),
  ],
);
