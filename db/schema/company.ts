// Companies, and the files that were imported into them.
import { sql } from 'drizzle-orm';
import { boolean, check, index, jsonb, pgPolicy, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Company } from '../../sync/model/company.ts';
import type { FileRow } from '../../sync/port/store.ts';
import { app, bytes, companyOnly, currentCompany, day, instant, key, now, scheduler } from './column.ts';

export const companies = pgTable(
  'companies',
  {
    id: key().primaryKey(),
    name: text().notNull(),
    siren: text(),
    currency: text().notNull(),
    zone: text().notNull(),
    mode: text().$type<Company['mode']>().notNull(),
    erp: text().$type<Company['erp']>().notNull(),
    terms: jsonb().$type<Company['terms']>().notNull(),
    startDay: day(),
    accounts: jsonb().$type<Company['accounts']>().notNull(),
    differenceAccounts: jsonb().$type<Company['differenceAccounts']>().notNull(),
    chosenAccounts: jsonb().$type<NonNullable<Company['chosenAccounts']>>().notNull().default({}),
    tolerance: jsonb().$type<NonNullable<Company['tolerance']>>(),
    vatDue: text().$type<NonNullable<Company['vatDue']>>(),
    createdAt: instant().notNull().default(now),
  },
  (t) => [
    check('companies_mode', sql`${t.mode} in ('shadow', 'suggest', 'auto')`),
    check('companies_vat_due', sql`${t.vatDue} in ('debits', 'receipts')`),
    check('companies_siren', sql`${t.siren} ~ '^[0-9]{9}$'`),
    check('companies_id', sql`${t.id} <> ''`),
    pgPolicy('company_only', { to: app, using: sql`id = ${currentCompany}`, withCheck: sql`id = ${currentCompany}` }),
    pgPolicy('every_company', { to: scheduler, for: 'select', using: sql`true` }),
  ],
);

export const files = pgTable(
  'files',
  {
    companyId: key()
      .notNull()
      .references(() => companies.id),
    id: key().notNull(),
    name: text().notNull(),
    hash: key().notNull(),
    kind: text().$type<FileRow['kind']>().notNull(),
    bytes: bytes().notNull(),
    importedAt: instant().notNull(),
    current: boolean().notNull(),
    ledger: jsonb().$type<FileRow['ledger']>(),
    collected: jsonb().$type<NonNullable<FileRow['collected']>>(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    uniqueIndex('files_hash').on(t.companyId, t.hash),
    index('files_by_time').on(t.companyId, t.importedAt),
    check('files_kind', sql`${t.kind} in ('fec', 'pain', 'slip', 'camt', 'ofx', 'mt940', 'cfonb120', 'csv', 'xlsx')`),
    check('files_hash_shape', sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
    companyOnly(),
  ],
);
