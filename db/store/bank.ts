// Statements and their lines, where each line stands, and the ledger lines that are the same movement.
import { type SQL, sql } from 'drizzle-orm';
import type { BankRows, StatementRow, StoredLine } from '../../sync/port/store.ts';
import { erpLineRows } from './erp-lines.ts';
import { batches, recordset, type Scope, texts } from './scope.ts';
import { selectLines, ticksOf } from './select-lines.ts';
import { statementRows } from './statements.ts';
import { freshStatistics } from './statistics.ts';

/** Oldest first: the order of the work list. */
export const OLDEST_FIRST = sql`order by b.booking_day, b.statement_id, b.position`;

const LINE_FIELDS = `position int, id text, account text, "entryRef" text, "bookingDay" date, "valueDay" date,
  "amountMinor" bigint, currency text, counterparty text, "counterpartyAccount" text, "ultimateParty" text,
  "endToEndId" text, "mandateId" text, label text, "references" jsonb, "bankCode" text, instructed jsonb,
  "returnReason" text, batch jsonb`;

export function bankRows(scope: Scope): BankRows {
  const { db, company } = scope;
  const everyLine = async (where: SQL): Promise<StoredLine[]> => [
    ...(await db.execute<StoredLine>(
      sql`${selectLines(scope)} where b.company_id = ${company} and ${where} ${OLDEST_FIRST}`,
    )),
  ];
  const lines = (where: SQL) => everyLine(sql`b.gone_at is null and ${where}`);
  return {
    ...statementRows(scope),
    ...erpLineRows(scope, everyLine),
    async known(ids) {
      const rows = await db.execute<{ id: string }>(
        sql`select id from bank_lines where company_id = ${company} and id = any(${texts(ids)})`,
      );
      return new Set(rows.map((row) => row.id));
    },
    async addLines(statementId, rows) {
      const placed = rows.map((row, position) => ({ ...row, position }));
      for (const batch of batches(placed)) await insertLines(scope, statementId, batch);
      await freshStatistics(scope, 'bank_lines', rows.length);
    },
    async linesBetween(account, from, to) {
      const rows = await db.execute<StoredLine & { format: StatementRow['format'] }>(sql`
        select line.*, s.format from (${selectLines(scope)} where b.company_id = ${company} and b.account = ${account}
          and b.gone_at is null and b.booking_day between ${from} and ${to}) line
        join statements s on s.company_id = ${company} and s.id = line."statementId"
        order by line."bookingDay", line."statementId", line.position`);
      return [...rows];
    },
    line: async (id) => (await lines(sql`b.id = ${id}`))[0] ?? null,
    openLines: () => lines(sql`b.state in ('open', 'later')`),
    tickedLines: (ticked) => lines(sql`${ticked ? sql`` : sql`not`} exists (select ${ticksOf(company)})`),
    tickedAgainst: (ids) => lines(sql`exists (select ${ticksOf(company)} and t.ledger_line_id = any(${texts(ids)}))`),
    async setState(id, state, facts) {
      const until = state === 'later' ? sql`coalesce(${facts.until ?? null}::date, until)` : sql`null`;
      const decision = facts.decisionId === undefined ? sql`decision_id` : sql`${facts.decisionId}::text`;
      const { count } = await db.execute(sql`
        update bank_lines set state = ${state}, until = ${until}, decision_id = ${decision},
          flagged = coalesce(${facts.flagged ?? null}::boolean, flagged)
        where company_id = ${company} and id = ${id}`);
      if (count === 0) throw new Error(`bank line ${id} does not exist`);
    },
    async setStates(ids, state) {
      await db.execute(sql`
        update bank_lines set state = ${state}, until = null
        where company_id = ${company} and id = any(${texts(ids)}) and state <> ${state}`);
    },
    async tick(rows) {
      await tick(scope, rows);
      await freshStatistics(scope, 'ticks', rows.length);
    },
  };
}

/** Appends after the lines that the statement already has; a line that is already stored is our error. */
async function insertLines({ db, company }: Scope, statementId: string, rows: readonly object[]): Promise<void> {
  await db.execute(sql`
    with base as (
      select coalesce(max(position) + 1, 0) as base from bank_lines
      where company_id = ${company} and statement_id = ${statementId})
    insert into bank_lines (company_id, statement_id, position, id, account, entry_ref, booking_day, value_day, amount_minor,
      currency, counterparty, counterparty_account, ultimate_party, end_to_end_id, mandate_id, label, "references", bank_code,
      instructed, return_reason, batch)
    select ${company}, ${statementId}, base + row_number() over (order by r.position) - 1, id, account, "entryRef",
      "bookingDay", "valueDay", "amountMinor", currency, counterparty, "counterpartyAccount", "ultimateParty", "endToEndId",
      "mandateId", label, "references", "bankCode", instructed, "returnReason",
      batch
    from base, ${recordset(rows, LINE_FIELDS)}`);
}

/** Replaces the ticks of these lines; an empty list unticks. */
async function tick({ db, company }: Scope, rows: Parameters<BankRows['tick']>[0]): Promise<void> {
  const pairs = rows.flatMap(({ lineId, ledgerLineIds }) =>
    ledgerLineIds.map((ledgerLineId) => ({ lineId, ledgerLineId })),
  );
  await db.execute(sql`
    delete from ticks where company_id = ${company} and line_id = any(${texts(rows.map((row) => row.lineId))})`);
  for (const batch of batches(pairs)) {
    await db.execute(sql`
      insert into ticks (company_id, line_id, ledger_line_id)
      select ${company}, "lineId", "ledgerLineId" from ${recordset(batch, '"lineId" text, "ledgerLineId" text')}`);
  }
}
