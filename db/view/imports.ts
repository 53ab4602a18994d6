// The latest imported files, with what each held.
import { sql } from 'drizzle-orm';
import type { ImportRow } from '../../sync/port/view.ts';
import { iso } from '../schema/column.ts';
import type { Scope } from '../store/scope.ts';

export async function imports({ db, company }: Scope, limit: number): Promise<ImportRow[]> {
  const rows = await db.execute<ImportRow>(sql`
    select f.id as "fileId", f.name, f.kind, ${iso(sql`f.imported_at`)} as "importedAt", f.ledger, coalesce((
      select jsonb_agg(jsonb_build_object(
        'statementId', s.id, 'account', s.account, 'number', s.number, 'currency', s.currency, 'openingMinor', s.opening_minor,
        'openingCarried', s.opening_carried, 'closingMinor', s.closing_minor, 'openingDay', s.opening_day,
        'closingDay', s.closing_day, 'lineCount', s.line_count, 'duplicateCount', s.duplicate_count,
        'linesMinor', s.lines_minor,
        'apartCount', jsonb_array_length(s.apart), 'balanced', s.balanced) order by s.closing_day, s.account, s.id)
      from statements s where s.company_id = ${company} and s.file_id = f.id), '[]') as statements
    from (select id, name, kind, imported_at, ledger from files where company_id = ${company}
      order by imported_at desc, id limit ${limit}) f
    order by f.imported_at desc, f.id`);
  return [...rows];
}
