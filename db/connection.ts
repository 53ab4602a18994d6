// How a database is named and connected to: one URL form for postgres.js, pg-boss and the tools.
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

export type Client = postgres.Sql<{ bigint: number }>;
/** A database or a transaction of it. */
export type Db = PostgresJsDatabase;

/** Counts and minor units come as numbers; one beyond safe integers is our error and throws. */
const bigint = {
  to: 20,
  from: [20],
  serialize: (value: number) => String(value),
  parse: (text: string) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new Error(`${text} is not a safe integer`);
    return value;
  },
};

/**
 * Opens a pool; no connection is made before the first query.
 * `postgres://user@localhost/name?host=/socket/dir` is understood as libpq does: a socket in that directory.
 */
export function connect(url: string, options: postgres.Options<Record<string, postgres.PostgresType>> = {}): Client {
  const parsed = new URL(url);
  const host = parsed.searchParams.get('host');
  parsed.searchParams.delete('host');
  return postgres(parsed.href, {
    ...(host === null ? {} : { host }),
    connect_timeout: 10,
    // Types are fixed here; asking the server for them costs a query per connection.
    fetch_types: false,
    onnotice: () => {},
    ...options,
    types: { ...options.types, bigint },
  }) as unknown as Client;
}

/** Drizzle over a pool; columns are named in snake case. */
export function databaseOf(client: Client): Db {
  return drizzle(client, { casing: 'snake_case' });
}

/** The URL of the same server's database of another name. */
export function withDatabase(url: string, name: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${name}`;
  return parsed.href;
}
