// What every repository works in: the transaction, its company, and rows sent whole, an array a column.
import { type SQL, sql } from 'drizzle-orm';
import type { CompanyId } from '../../sync/model/company.ts';
import type { Db } from '../connection.ts';

export type Scope = { db: Db; company: CompanyId };

/** Rows sent in one statement; beyond some ten thousand a parameter only costs memory. */
const ROWS_PER_STATEMENT = 5_000;

/**
 * The rows as a table `r` with these columns ('id text, "dueDay" date'), from one array a column: a third of the time of JSON, which
 * says every name again in every row. What is missing is null.
 */
export function recordset(rows: readonly object[], columns: string): SQL {
  const named = columns.split(',').map((column) => column.trim().split(' '));
  const arrays = named.map(([name = '', type = '']) => {
    const field = name.replaceAll('"', '');
    return columnOf(
      rows.map((row) => (row as Record<string, unknown>)[field] ?? null),
      type,
    );
  });
  return sql`unnest(${sql.join(arrays, sql`, `)}) as r(${sql.raw(named.map(([name]) => name).join(', '))})`;
}

/** Many a column says the same in every row of a page, nothing for the most part: that is sent and read once. */
function columnOf(values: readonly unknown[], type: string): SQL {
  const [first] = values;
  const isSame = values.length > 1 && values.every((value) => value === first);
  const array = sql`${`{${(isSame ? [first] : values).map((value) => element(value, type)).join(',')}}`}::${sql.raw(type)}[]`;
  return isSame ? sql`array_fill((${array})[1], array[${values.length}::int])` : array;
}

function element(value: unknown, type: string): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return quoted(typeof value === 'string' && type !== 'jsonb' ? value : JSON.stringify(value));
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** Any number of texts as one parameter, for `= any(…)`: the planner sees how many there are. */
export function texts(values: readonly string[]): SQL {
  return sql`${`{${values.map(quoted).join(',')}}`}::text[]`;
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
