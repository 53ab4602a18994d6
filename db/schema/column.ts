// The columns that mean the same in every table, and the policy that keeps companies apart.
import { type SQL, sql } from 'drizzle-orm';
import { bigint, customType, date, pgPolicy, pgRole } from 'drizzle-orm/pg-core';
import type { Day } from '../../sync/model/day.ts';

/** The role that `Store.within` takes: it sees one company and bypasses nothing. */
export const app = pgRole('lettrage_app').existing();
/** The role that knows which companies exist, and nothing else. */
export const scheduler = pgRole('lettrage_scheduler').existing();

/** An identifier: compared byte by byte, in any database's collation. */
export const key = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** Bytes, read as a Uint8Array. */
export const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** JSON kept as it was written, key order included. */
export const rawJson = customType<{ data: unknown }>({
  dataType: () => 'json',
  toDriver: (value) => JSON.stringify(value),
});

/** Minor units of a currency: a safe integer. */
export const minor = () => bigint({ mode: 'number' });

export const day = () => date({ mode: 'string' }).$type<Day>();

/** An instant, read as ISO 8601 in UTC. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  fromDriver: (text) => new Date(text).toISOString(),
});

/** The transaction that last wrote a row, as PostgreSQL counts them for ever: what changed since a moment is found by it. */
export const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' });

export const now = sql`now()`;

/** An instant as ISO 8601 in UTC, for hand-written SQL. */
export const iso = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The company of the transaction; after a transaction the setting is empty, not null, hence nullif. */
export const currentCompany = sql`nullif(current_setting('lettrage.company', true), '')`;

/**
 * A row is visible and writable only inside its own company. Tables whose rows refer to rows of their company
 * do not refer to the company itself: a bulk write would check that same row once for each of a hundred thousand lines.
 */
export const companyOnly = () =>
  pgPolicy('company_only', {
    to: app,
    using: sql`company_id = ${currentCompany}`,
    withCheck: sql`company_id = ${currentCompany}`,
  });
