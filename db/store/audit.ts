// The audit: appended under a lock, each event chained to the one before by its hash.
import { sql } from 'drizzle-orm';
import type { AuditRows } from '../../sync/port/store.ts';
import { only, type Scope } from './scope.ts';

/** The hash before the first event: of the company itself, so that no chain can stand in for another's. */
const genesis = (company: string) => sql`encode(sha256(convert_to('lettrage ' || ${company}::text, 'UTF8')), 'hex')`;

export function auditRows({ db, company }: Scope): AuditRows {
  return {
    async append(event) {
      const body = canonical(event);
      // Updating the head locks it until the transaction ends, so two events never follow the same one.
      await db.execute(sql`
        with head as (
          update audit_heads set seq = seq + 1,
            hash = encode(sha256(convert_to(hash || ' ' || seq + 1 || ' ' || ${body}::text, 'UTF8')), 'hex')
          where company_id = ${company} returning seq, hash)
        insert into audit_events (company_id, seq, body, hash, subject)
        select ${company}, seq, ${body}::text, hash, ${event.subject} from head`);
    },
    async verify() {
      const rows = await db.execute<{ broken: number | null }>(sql`
        with chain as (
          select row_number() over (order by seq) as place, seq, hash, body, subject,
            lag(hash, 1, ${genesis(company)}) over (order by seq) as previous
          from audit_events where company_id = ${company}),
        broken as (
          select place from chain
          where seq <> place or strpos(body, '"subject":' || to_json(subject)) = 0
            or hash <> encode(sha256(convert_to(previous || ' ' || seq || ' ' || body, 'UTF8')), 'hex')
          union all
          select coalesce(last.seq, 0) + 1 from audit_heads head
            left join lateral (select seq, hash from chain order by seq desc limit 1) last on true
          where head.company_id = ${company}
            and (head.seq <> coalesce(last.seq, 0) or head.hash <> coalesce(last.hash, ${genesis(company)})))
        select min(place) as broken from broken`);
      return only(rows).broken;
    },
  };
}

/** Starts the chain of a new company. */
export async function openChain({ db, company }: Scope): Promise<void> {
  await db.execute(sql`
    insert into audit_heads (company_id, seq, hash) values (${company}, 0, ${genesis(company)})`);
}

/** JSON with sorted keys: the same event always gives the same bytes. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
