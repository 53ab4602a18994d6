// The decisions since one that a browser knows, by the index on their order.
import { sql } from 'drizzle-orm';
import type { Day } from '../../sync/model/day.ts';
import type { News } from '../../sync/port/news.ts';
import { only, type Scope } from '../store/scope.ts';
import { counters, rowsOf } from './queue.ts';

/** More than this at once is the night's work: the browser opens its list again. */
const LINES_MAX = 200;

export async function news(scope: Scope, after: number | null, today: Day): Promise<News> {
  const { db, company } = scope;
  const { at, files } = only(
    await db.execute<{ at: number; files: string }>(sql`
      select coalesce((select seq from decisions where company_id = ${company} order by seq desc limit 1), 0)::bigint as at,
        coalesce((select imported_at::text from files where company_id = ${company} order by imported_at desc limit 1), '') as files`),
  );
  if (after === null || at <= after) return { at, files, decided: [], letters: [], rows: [], counters: [] };
  const decided = await db.execute<News['decided'][number]>(sql`
    select distinct on (d.line_id) d.line_id as "lineId", coalesce(d.by ->> 'name', 'night') as by, d.by ->> 'id' as "userId"
    from decisions d where d.company_id = ${company} and d.seq > ${after} and d.seq <= ${at} and d.line_id is not null
    order by d.line_id, d.seq desc limit ${LINES_MAX}`);
  const letters = await db.execute<News['letters'][number]>(sql`
    select d.action, coalesce(d.by ->> 'name', 'night') as by, d.by ->> 'id' as "userId", d.comment
    from decisions d where d.company_id = ${company} and d.seq > ${after} and d.seq <= ${at} and d.line_id is null
    order by d.seq limit ${LINES_MAX}`);
  const rows = await rowsOf(
    scope,
    decided.map((it) => it.lineId),
    today,
  );
  return {
    at,
    files,
    decided: [...decided],
    letters: [...letters],
    rows,
    counters: await counters(scope, today, null),
  };
}
