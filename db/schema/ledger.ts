// The ledger as the ERP states it, and the settlement facts that say what closes what.
import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { AccountRole, Discount } from '../../sync/model/ledger.ts';
import type { Dealing } from '../../sync/model/party.ts';
import { companyOnly, instant, key, minor, now, transactionId } from './column.ts';
import { companies } from './company.ts';
import { stated } from './stated.ts';

const company = () =>
  key()
    .notNull()
    .references(() => companies.id);

export const parties = pgTable(
  'parties',
  {
    companyId: company(),
    id: key().notNull(),
    name: text().notNull(),
    city: text(),
    country: text(),
    ibans: jsonb().$type<readonly string[]>().notNull(),
    parentId: key(),
    salesperson: text(),
    shared: boolean().notNull(),
    dealing: jsonb().$type<Dealing>(),
    /** Name in lower case without accents: what a search looks into. */
    search: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.id] }), companyOnly()],
);

export const ledgerAccounts = pgTable(
  'ledger_accounts',
  {
    companyId: company(),
    number: key().notNull(),
    name: text().notNull(),
    role: text().$type<AccountRole>().notNull(),
    closed: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.number] }), companyOnly()],
);

/** Balance of every account by the ledger's own totals: the independent control of what we keep. */
export const ledgerBalances = pgTable(
  'ledger_balances',
  {
    companyId: company(),
    account: key().notNull(),
    balanceMinor: minor().notNull(),
    knownSince: instant().notNull().default(now),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.account] }), companyOnly()],
);

export const ledgerLines = pgTable(
  'ledger_lines',
  {
    companyId: key().notNull(),
    id: key().notNull(),
    ...stated(),
    paymentReference: text(),
    clientReference: text(),
    discount: jsonb().$type<Discount>(),
    /** Amount less the settlement facts in force; moved by the very statement that appends a fact. */
    residualMinor: minor().notNull(),
    /** The part that receipts not yet booked took off, with the sign of the amount; kept likewise. */
    receivedMinor: minor().notNull().default(0),
    /** What facts between ledger lines closed of the line's own foreign amount, with the sign of the amount; kept likewise. */
    foreignSettledMinor: minor().notNull().default(0),
    /** What facts that do not say their foreign part closed of the amount, with its sign; kept likewise. */
    unsplitMinor: minor().notNull().default(0),
    search: text().notNull(),
    learnedAt: instant().notNull().default(now),
    /** When the line became as it stands; what it was before is kept in ledger_line_pasts by a trigger. */
    knownSince: instant().notNull().default(now),
    /** When a snapshot no longer named the line. */
    goneAt: instant(),
    /** Set by a trigger with every write: a program that keeps open items in memory reads again what changed. */
    changedIn: transactionId().notNull().default(sql`pg_current_xact_id()`),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.id] }),
    foreignKey({
      columns: [t.companyId, t.partyId],
      foreignColumns: [parties.companyId, parties.id],
      name: 'ledger_lines_party',
    }),
    index('ledger_lines_open')
      .on(t.companyId, t.partyId, t.account)
      .where(
        sql`(residual_minor <> 0 or received_minor <> 0) and gone_at is null and role in ('receivable', 'retention', 'bills', 'doubtful', 'advance')`,
      ),
    // Closed in the company's currency by another rate than the document's: something is left of the document's alone.
    index('ledger_lines_foreign_open')
      .on(t.companyId, t.partyId)
      .where(
        sql`residual_minor = 0 and received_minor = 0 and unsplit_minor = 0 and gone_at is null and foreign_settled_minor <> (foreign_money ->> 'minor')::bigint and role in ('receivable', 'retention', 'bills', 'doubtful', 'advance')`,
      ),
    index('ledger_lines_beside')
      .on(t.companyId)
      .where(sql`residual_minor <> 0 and gone_at is null and role in ('collection', 'payable')`),
    index('ledger_lines_by_party').on(t.companyId, t.partyId),
    // With the amount: the sum of an account over days is read from the index alone.
    index('ledger_lines_account').on(t.companyId, t.account, t.day, t.amountMinor).where(sql`gone_at is null`),
    index('ledger_lines_entry').on(t.companyId, t.journal, t.entry, t.day),
    index('ledger_lines_changed').on(t.companyId, t.changedIn),
    index('ledger_lines_bank').on(t.companyId, t.day).where(sql`role = 'bank' and gone_at is null`),
    companyOnly(),
  ],
);
