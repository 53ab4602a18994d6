// Many records in a throw-away Odoo: a few made by its own rules, then copied in its database, since making them takes hours.
import { administer } from '../../odoo/base.ts';

/** More than any id of the few that are copied. */
const STEP = 100_000;

/** Columns that name other copied records; everything else of a copy is as in its model. */
const TABLES: readonly (readonly [table: string, links: readonly string[]])[] = [
  ['account_bank_statement', []],
  ['account_move', ['statement_line_id']],
  ['account_bank_statement_line', ['move_id', 'statement_id']],
  ['account_move_line', ['move_id', 'statement_line_id', 'statement_id']],
  ['account_partial_reconcile', ['debit_move_id', 'credit_move_id']],
];

/** Makes the copies from this number to that one of all entries, bank lines and matches. `url`: the database, as its administrator. */
export async function multiply(url: string, from: number, to: number): Promise<void> {
  if (to < from) return;
  const copies = TABLES.map(
    ([table, links]) => `
    if to_regclass('${table}') is not null then
      select string_agg(quote_ident(column_name), ', '),
        string_agg(case
          when column_name in ('id', ${['id', ...links].map((it) => `'${it}'`).join(', ')})
            then format('s.%I + g * ${STEP}', column_name)
          when column_name = 'name' and '${table}' = 'account_move' then 's.name || ''-'' || g'
          when column_name = 'move_name' then 's.move_name || ''-'' || g'
          else format('s.%I', column_name) end, ', ')
      into names, vals from information_schema.columns
      where table_name = '${table}' and table_schema = 'public' and is_generated = 'NEVER';
      execute format('insert into ${table} (%s) select %s from ${table} s, generate_series(${from}, ${to}) g
        where s.id < ${STEP}', names, vals);
    end if;`,
  );
  const body = `declare names text; vals text; begin ${copies.join('\n')} end`;
  // Links go both ways between entries and bank lines: they are whole only once all tables are copied.
  await administer(url, `set session_replication_role = replica; do $copy$ ${body} $copy$; analyze`);
}
