// The engine's latest word on each line.
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Candidate, Proposal } from '../../sync/model/match.ts';
import { sum } from '../../sync/model/money.ts';
import type { ProposalRows } from '../../sync/port/store.ts';
import { proposals } from '../schema/decision.ts';
import { batches, recordset, type Scope, texts } from './scope.ts';
import { freshStatistics } from './statistics.ts';

const FIELDS = `"lineId" text, verdict text, signature text, "partyId" text, "differenceMinor" bigint, candidates jsonb,
  findings jsonb, rules jsonb`;

/** Enough for the next screen of lines; a payer of thousands would be proposed anew at each of them. */
const SAME_PAYER_MAX = 20;

export function proposalRows(scope: Scope): ProposalRows {
  const { db, company } = scope;
  return {
    async put(rows, engine) {
      const flat = rows.map((row) => ({
        ...row,
        rules: row.rules ?? [],
        partyId: row.candidates[0]?.partyId ?? null,
        differenceMinor: differenceOf(row.candidates[0]),
      }));
      for (const batch of batches(flat)) await putBatch(scope, batch, engine);
      await freshStatistics(scope, 'proposals', rows.length);
      await freshStatistics(scope, 'proposal_items', rows.length);
    },
    async get(lineId) {
      const [row] = await db
        .select()
        .from(proposals)
        .where(and(eq(proposals.companyId, company), eq(proposals.lineId, lineId)));
      if (!row) return null;
      const { verdict, signature, candidates, findings, rules, engine } = row;
      return { proposal: { lineId, verdict, signature, candidates, findings, rules }, engine };
    },
    async touching(itemIds) {
      const rows = await db.execute<{ lineId: string }>(sql`
        select distinct i.line_id as "lineId" from proposal_items i
          join bank_lines b on b.company_id = ${company} and b.id = i.line_id
        where i.company_id = ${company} and i.item_id = any(${texts(itemIds)}) and b.state in ('open', 'later')
        order by i.line_id`);
      return rows.map((row) => row.lineId);
    },
    async ofPayer(lineId, partyId) {
      const rows = await db.execute<{ lineId: string }>(sql`
        select b.id as "lineId" from bank_lines own
          join bank_lines b on b.company_id = ${company} and b.state in ('open', 'later') and b.id <> own.id
            and (b.counterparty_account = own.counterparty_account or b.counterparty = own.counterparty)
          left join proposals p on p.company_id = ${company} and p.line_id = b.id
        where own.company_id = ${company} and own.id = ${lineId} and p.party_id is distinct from ${partyId}
        order by b.booking_day < own.booking_day, b.booking_day, b.id limit ${SAME_PAYER_MAX}`);
      return rows.map((row) => row.lineId);
    },
    ofClass: (signature) => waitingOf(scope, signature, sql``),
    proven: (signature) => waitingOf(scope, signature, sql`and p.verdict = 'auto'`),
    async clear(lineIds) {
      await db.execute(sql`delete from proposals where company_id = ${company} and line_id = any(${texts(lineIds)})`);
    },
  };
}

async function waitingOf({ db, company }: Scope, signature: string, which: SQL): Promise<string[]> {
  const rows = await db.execute<{ lineId: string }>(sql`
    select p.line_id as "lineId" from proposals p
      join bank_lines b on b.company_id = ${company} and b.id = p.line_id
    where p.company_id = ${company} and p.signature = ${signature} and b.state in ('open', 'later') ${which}
    order by p.line_id`);
  return rows.map((row) => row.lineId);
}

async function putBatch({ db, company }: Scope, rows: readonly Proposal[], engine: string): Promise<void> {
  await db.execute(sql`
    insert into proposals (company_id, line_id, engine, verdict, signature, party_id, difference_minor, candidates, findings,
      rules)
    select ${company}, "lineId", ${engine}, verdict, signature, "partyId", "differenceMinor", candidates, findings, rules
    from ${recordset(rows, FIELDS)}
    on conflict (company_id, line_id) do update set engine = excluded.engine, verdict = excluded.verdict,
      signature = excluded.signature, party_id = excluded.party_id, difference_minor = excluded.difference_minor,
      candidates = excluded.candidates, findings = excluded.findings, rules = excluded.rules, proposed_at = now()`);
  const items = rows.flatMap(({ lineId, candidates }) => {
    const ids = new Set(candidates.flatMap((it) => it.allocations.map((allocation) => allocation.itemId)));
    return [...ids].map((itemId) => ({ lineId, itemId }));
  });
  const lineIds = rows.map((row) => row.lineId);
  await db.execute(sql`delete from proposal_items where company_id = ${company} and line_id = any(${texts(lineIds)})`);
  await db.execute(sql`
    insert into proposal_items (company_id, line_id, item_id)
    select ${company}, "lineId", "itemId" from ${recordset(items, '"lineId" text, "itemId" text')}`);
}

/** What the line has beyond its allocations: adjustments and rest. A return of a collection and a transfer allocate nothing and tie. */
function differenceOf(best: Candidate | undefined): number {
  if (!best || best.reverses !== null || best.signature === 'transfer') return 0;
  return sum([...best.adjustments.map((it) => it.amountMinor), best.restMinor]);
}
