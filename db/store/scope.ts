// What every repository works in: the transaction, its company, and rows sent whole as one JSON parameter.
import { type SQL, sql } from 'drizzle-orm';
import type { CompanyId } from '../../sync/model/company.ts';
import type { Db } from '../connection.ts';

export type Scope = { db: Db; company: CompanyId };

/** Rows sent in one statement; beyond some ten thousand a parameter only costs memory. */
const ROWS_PER_STATEMENT = 5_000;

/** The rows as a table `r` with these columns ('id text, "dueDay" date'), from one JSON parameter; jsonb takes twice the time. */
export function recordset(rows: readonly object[], columns: string): SQL {
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as r(${sql.raw(columns)})`;
}

/** Any number of texts as one parameter, for `= any(…)`: the planner sees how many there are. */
export function texts(values: readonly string[]): SQL {
  const quoted = values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`);
  return sql`${`{${quoted.join(',')}}`}::text[]`;
}

export function* batches<T>(rows: readonly T[]): Iterable<T[]> {
  for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT) yield rows.slice(i, i + ROWS_PER_STATEMENT);
}

/** The single row of a statement that always answers with one. */
export function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('the database answered with no row where there is always one');
  return row;
}

/** Lower case without accents, blanks collapsed: what searches compare. */
export function searchable(...parts: readonly (string | null)[]): string {
  const text = parts.filter((part) => part !== null).join(' ');
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
