// Bank accounts, statements and their lines, and which ledger lines are the same movement.
import { sql } from 'drizzle-orm';
import {
  boolean,
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
import type { BankAccount } from '../../sync/model/company.ts';
import type { LineState } from '../../sync/model/decision.ts';
import type { BankLine } from '../../sync/model/statement.ts';
import type { TableMapping } from '../../sync/model/table.ts';
import type { StatementRow } from '../../sync/port/store.ts';
import { companyOnly, day, instant, key, minor, now } from './column.ts';
import { companies, files } from './company.ts';
import { ledgerLines } from './ledger.ts';

const company = () =>
  key()
    .notNull()
    .references(() => companies.id);

export const bankAccounts = pgTable(
  'bank_accounts',
  {
    companyId: company(),
    account: key().notNull(),
    name: text().notNull(),
    ledgerAccount: key(),
    journal: key(),
    currency: text().notNull(),
    reversals: text().$type<BankAccount['reversals']>(),
    iban: key(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.account] }),
    check('bank_accounts_reversals', sql`${t.reversals} in ('as-booked', 'turned')`),
    companyOnly(),
  ],
);

/** What the columns of an account's tables (CSV, XLSX) are, as a person confirmed it; `signature` is their headings. */
export const tableMappings = pgTable(
  'table_mappings',
  {
    companyId: company(),
    account: key().notNull(),
    signature: key().notNull(),
    mapping: jsonb().$type<TableMapping>().notNull(),
    confirmedAt: instant().notNull().default(now),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.account, t.signature] }), companyOnly()],
);

export const statements = pgTable(
  'statements',
  {
    companyId: company(),
    id: key().notNull(),
    /** Null: the ERP keeps the statement itself. */
    fileId: key(),
    account: key().notNull(),
    format: text().$type<StatementRow['format']>().notNull(),
    number: text(),
    currency: text().notNull(),
    openingMinor: minor(),
    openingDay: day(),
    closingMinor: minor(),
    closingDay: day(),
    balanced: boolean(),
    openingCarried: boolean().notNull(),
    lineCount: integer().notNull(),
    linesMinor: minor().notNull().default(0),
    duplicateCount: integer().notNull(),
    /** What is shown but never matched: entries that are not booked. */
    apart: jsonb().$type<StatementRow['apart']>().notNull(),
    importedAt: instant().notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    foreignKey({
      columns: [t.companyId, t.fileId],
      foreignColumns: [files.companyId, files.id],
      name: 'statements_file',
    }),
    index('statements_by_account').on(t.companyId, t.account, t.closingDay),
    index('statements_by_file').on(t.companyId, t.fileId),
    companyOnly(),
  ],
);

export const bankLines = pgTable(
  'bank_lines',
  {
    companyId: key().notNull(),
    id: key().notNull(),
    statementId: key().notNull(),
    /** Place within the statement, from 0. */
    position: integer().notNull(),
    account: key().notNull(),
    entryRef: text(),
    bookingDay: day().notNull(),
    valueDay: day().notNull(),
    amountMinor: minor().notNull(),
    currency: text().notNull(),
    counterparty: text(),
    counterpartyAccount: text(),
    ultimateParty: text(),
    endToEndId: text(),
    mandateId: text(),
    label: text().notNull(),
    references: jsonb().$type<string[]>().notNull(),
    bankCode: text(),
    instructed: jsonb().$type<BankLine['instructed']>(),
    returnReason: text(),
    batch: jsonb().$type<NonNullable<BankLine['batch']>>(),
    state: text().$type<LineState>().notNull().default('open'),
    until: day(),
    flagged: boolean().notNull().default(false),
    decisionId: key(),
    /** The ERP's own name of the line. */
    erpId: key(),
    /** How much of it the ERP keeps in suspense, in the company's currency, signed as the line; null while nobody has read it. */
    waitingMinor: minor(),
    /** The same in the line's own currency, where that is another one. */
    waitingOwnMinor: minor(),
    /** When the ERP no longer knew the line. */
    goneAt: instant(),
    importedAt: instant().notNull().default(now),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    foreignKey({
      columns: [t.companyId, t.statementId],
      foreignColumns: [statements.companyId, statements.id],
      name: 'bank_lines_statement',
    }),
    index('bank_lines_state').on(t.companyId, t.state, t.bookingDay, t.statementId, t.position),
    index('bank_lines_by_account').on(t.companyId, t.account, t.bookingDay),
    index('bank_lines_by_statement').on(t.companyId, t.statementId, t.position),
    index('bank_lines_by_decision').on(t.companyId, t.decisionId).where(sql`decision_id is not null`),
    uniqueIndex('bank_lines_by_erp').on(t.companyId, t.erpId).where(sql`erp_id is not null`),
    check('bank_lines_state', sql`${t.state} in ('open', 'settled', 'later', 'set-aside')`),
    check('bank_lines_until', sql`(${t.state} = 'later') = (${t.until} is not null)`),
    companyOnly(),
  ],
);

/** A bank line and a ledger line on a bank account that are the very same movement of money. */
export const ticks = pgTable(
  'ticks',
  { companyId: key().notNull(), lineId: key().notNull(), ledgerLineId: key().notNull() },
  (t) => [
    primaryKey({ columns: [t.companyId, t.lineId, t.ledgerLineId] }),
    foreignKey({
      columns: [t.companyId, t.lineId],
      foreignColumns: [bankLines.companyId, bankLines.id],
      name: 'ticks_bank_line',
    }),
    foreignKey({
      columns: [t.companyId, t.ledgerLineId],
      foreignColumns: [ledgerLines.companyId, ledgerLines.id],
      name: 'ticks_ledger_line',
    }),
    index('ticks_by_ledger_line').on(t.companyId, t.ledgerLineId),
    companyOnly(),
  ],
);
