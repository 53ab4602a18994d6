// What is known of each company's ERP beside its books, and the nights that were run.
import { index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { NightSummary } from '../../sync/port/night.ts';
import type { Link } from '../../sync/port/store.ts';
import { companyOnly, instant, key } from './column.ts';
import { companies } from './company.ts';

const company = () =>
  key()
    .notNull()
    .references(() => companies.id);

/** One row a company, from its first pull on. */
export const erpLinks = pgTable(
  'erp_links',
  {
    companyId: company().primaryKey(),
    cursor: text(),
    pulledAt: instant(),
    progress: jsonb().$type<NonNullable<Link['progress']>>(),
    books: jsonb().$type<NonNullable<Link['books']>>(),
    halted: jsonb().$type<NonNullable<Link['halted']>>(),
    attachedAfter: text(),
  },
  () => [companyOnly()],
);

export const nights = pgTable(
  'nights',
  {
    companyId: company(),
    id: key().notNull(),
    startedAt: instant().notNull(),
    summary: jsonb().$type<NightSummary>(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    index('nights_by_time').on(t.companyId, t.startedAt),
    companyOnly(),
  ],
);
