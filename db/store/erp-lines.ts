// Statement lines that the ERP keeps: under its own names, changed as it changes them, gone when it no longer knows them.
import { type SQL, sql } from 'drizzle-orm';
import type { BankRows, StatementRow, StoredLine } from '../../sync/port/store.ts';
import { CUSTOMER_LINE } from './ledger.ts';
import { batches, only, recordset, type Scope, texts } from './scope.ts';
import { ticksOf } from './select-lines.ts';
import { freshStatistics } from './statistics.ts';

type ErpLineRows = Pick<
  BankRows,
  | 'putStatements'
  | 'byErpIds'
  | 'nameInErp'
  | 'setWaiting'
  | 'putErpLines'
  | 'retireErpLinesExcept'
  | 'outsideErp'
  | 'statement'
  | 'doubtfulInErp'
  | 'settleWhole'
  | 'restatable'
  | 'bornInErp'
  | 'count'
  | 'totals'
>;

/** `lines` reads stored lines, also those that are gone. */
export function erpLineRows({ db, company }: Scope, lines: (where: SQL) => Promise<StoredLine[]>): ErpLineRows {
  const scope = { db, company };
  return {
    async putStatements(rows) {
      for (const batch of batches(rows)) await putStatements(scope, batch);
    },
    byErpIds: (erpIds) => lines(sql`b.erp_id = any(${texts(erpIds)})`),
    async setWaiting(rows) {
      await db.execute(sql`
        update bank_lines b set waiting_minor = r."waitingMinor", waiting_own_minor = r."waitingOwnMinor"
        from ${recordset(rows, '"lineId" text, "waitingMinor" bigint, "waitingOwnMinor" bigint')}
        where b.company_id = ${company} and b.id = r."lineId" and (b.waiting_minor is distinct from r."waitingMinor"
          or b.waiting_own_minor is distinct from r."waitingOwnMinor")`);
    },
    async nameInErp(rows) {
      await db.execute(sql`
        update bank_lines b set erp_id = r."erpId", gone_at = null
        from ${recordset(rows, '"lineId" text, "erpId" text')} where b.company_id = ${company} and b.id = r."lineId"`);
    },
    async putErpLines(rows) {
      let added = 0;
      for (const batch of batches(rows)) added += await putLines(scope, batch);
      await freshStatistics(scope, 'bank_lines', rows.length);
      return added;
    },
    async retireErpLinesExcept(erpIds) {
      const rows = await db.execute<{ id: string }>(sql`
        update bank_lines set gone_at = now() where company_id = ${company} and gone_at is null and erp_id is not null
          and erp_id <> all(${texts(erpIds)}) returning id`);
      return rows.length === 0 ? [] : lines(sql`b.id = any(${texts(rows.map((row) => row.id))})`);
    },
    doubtfulInErp: () =>
      lines(sql`b.gone_at is null and b.erp_id is not null and b.decision_id is not null and b.state = 'settled'
        and (not exists (select ${ticksOf(company)}) or exists (
          select from outbox o where o.company_id = ${company} and o.decision_id = b.decision_id and o.kind = 'post'
            and o.state in ('planned', 'sent', 'unknown')))`),
    settleWhole: () => settleWhole(scope),
    restatable: (...which) => lines(sql`b.id in (${restatable(company, ...which)})`),
    outsideErp: () => lines(sql`b.erp_id is null and b.gone_at is null and b.state <> 'set-aside'`),
    bornInErp: (account, amountMinor) =>
      lines(sql`b.gone_at is null and b.erp_id = b.id and b.account = ${account} and b.amount_minor = ${amountMinor}`),
    async count() {
      const rows = await db.execute<{ count: number }>(
        sql`select count(*) from bank_lines where company_id = ${company} and gone_at is null`,
      );
      return only(rows).count;
    },
    totals: () => totals(scope),
    async statement(id) {
      const [row] = await db.execute<StatementRow & Record<string, unknown>>(sql`
        select id, file_id as "fileId", format, account, number, currency, opening_minor as "openingMinor",
          opening_day::text as "openingDay", closing_minor as "closingMinor", closing_day::text as "closingDay", balanced,
          opening_carried as "openingCarried", line_count as "lineCount", lines_minor as "linesMinor",
          duplicate_count as "duplicateCount", apart
        from statements where company_id = ${company} and id = ${id}`);
      return row ?? null;
    },
  };
}

/** `b` is ticked, and in the entries of its ledger lines nothing is open on customers' accounts and nothing stands in collection. */
function isWhole(company: string): SQL {
  return sql`exists (select ${ticksOf(company)}) and not exists (
    select from ticks t join ledger_lines g on g.company_id = ${company} and g.id = t.ledger_line_id and g.gone_at is null
      join ledger_lines l on l.company_id = ${company} and (l.journal, l.entry, l.day) = (g.journal, g.entry, g.day)
    where t.company_id = ${company} and t.line_id = b.id and l.gone_at is null
      and (l.role = 'collection' or (l.residual_minor <> 0 and ${CUSTOMER_LINE})))`;
}

async function settleWhole({ db, company }: Scope): Promise<void> {
  await db.execute(sql`
    update bank_lines b set state = 'settled' where b.company_id = ${company} and b.gone_at is null and b.state = 'open'
      and b.decision_id is null and ${isWhole(company)}`);
}

function restatable(company: string, ...[erpIds, after, limit]: Parameters<BankRows['restatable']>): SQL {
  return sql`
    select b.id from bank_lines b where b.company_id = ${company} and b.gone_at is null and b.id > ${after}
      and (b.state in ('open', 'later') and exists (select ${ticksOf(company)})
        or b.state = 'settled' and b.decision_id is null and b.erp_id is not null
          and ${erpIds === null ? sql`true` : sql`b.erp_id = any(${texts(erpIds)})`} and not (${isWhole(company)}))
    order by b.id limit ${limit}`;
}

const STATEMENT = `id text, account text, format text, number text, currency text, "openingMinor" bigint, "openingDay" date,
  "closingMinor" bigint, "closingDay" date, balanced boolean, "openingCarried" boolean, "lineCount" int,
  "linesMinor" bigint, "duplicateCount" int, apart jsonb`;

async function putStatements({ db, company }: Scope, rows: readonly StatementRow[]): Promise<void> {
  await db.execute(sql`
    insert into statements (company_id, id, account, format, number, currency, opening_minor, opening_day, closing_minor,
      closing_day, balanced, opening_carried, line_count, lines_minor, duplicate_count, apart)
    select ${company}, id, account, format, number, currency, "openingMinor", "openingDay", "closingMinor", "closingDay",
      balanced, "openingCarried", "lineCount", "linesMinor", "duplicateCount", apart from ${recordset(rows, STATEMENT)}
    on conflict (company_id, id) do update set number = excluded.number, opening_minor = excluded.opening_minor,
      opening_day = excluded.opening_day, closing_minor = excluded.closing_minor, closing_day = excluded.closing_day,
      account = excluded.account, balanced = excluded.balanced`);
}

/** What the ERP may change on a line of its own. */
const FACTS = [
  ['statement_id', 'statementId', 'text'],
  ['account', 'account', 'text'],
  ['entry_ref', 'entryRef', 'text'],
  ['booking_day', 'bookingDay', 'date'],
  ['value_day', 'valueDay', 'date'],
  ['amount_minor', 'amountMinor', 'bigint'],
  ['currency', 'currency', 'text'],
  ['counterparty', 'counterparty', 'text'],
  ['counterparty_account', 'counterpartyAccount', 'text'],
  ['ultimate_party', 'ultimateParty', 'text'],
  ['end_to_end_id', 'endToEndId', 'text'],
  ['mandate_id', 'mandateId', 'text'],
  ['label', 'label', 'text'],
  ['"references"', 'references', 'jsonb'],
  ['bank_code', 'bankCode', 'text'],
  ['instructed', 'instructed', 'jsonb'],
  ['return_reason', 'returnReason', 'text'],
  ['waiting_minor', 'waitingMinor', 'bigint'],
  ['waiting_own_minor', 'waitingOwnMinor', 'bigint'],
] as const;

const RECORD = ['id text', '"erpId" text', ...FACTS.map(([, field, type]) => `"${field}" ${type}`)].join(', ');
const COLUMNS = sql.raw(FACTS.map(([column]) => column).join(', '));
const VALUES = sql.raw(FACTS.map(([, field]) => `r."${field}"`).join(', '));
const [STORED, EXCLUDED] = ['b', 'excluded'].map((table) =>
  sql.raw(FACTS.map(([column]) => `${table}.${column}`).join(', ')),
);

/**
 * A line keeps its place: positions follow the ERP's ids, which follow the order of creation. One of which nothing waits there comes in
 * as settled, as nearly all such are; the end of the pull opens again what is not whole, and most lines are so written once.
 */
async function putLines({ db, company }: Scope, rows: Parameters<BankRows['putErpLines']>[0]): Promise<number> {
  const flat = rows.map(({ line, ...named }) => ({ ...line, ...named }));
  const written = await db.execute<{ added: boolean }>(sql`
    insert into bank_lines as b (company_id, id, erp_id, position, state, ${COLUMNS})
    select ${company}, r.id, r."erpId", row_number() over () - 1,
      case when r."waitingMinor" = 0 then 'settled' else 'open' end, ${VALUES} from ${recordset(flat, RECORD)}
    on conflict (company_id, id) do update set (${COLUMNS}) = row(${EXCLUDED}), gone_at = null
      where (${STORED}) is distinct from (${EXCLUDED}) or b.gone_at is not null
    returning xmax = 0 as added`);
  return written.filter((row) => row.added).length;
}

/**
 * Lines in no statement with a closing, of the day of the last closing and later: Odoo puts what came before into the statement. Of
 * statements of one day that one reading brought the last is that of the greatest number.
 */
async function totals({ db, company }: Scope) {
  const rows = await db.execute<Awaited<ReturnType<BankRows['totals']>>[number]>(sql`
    select a.account, a.ledger_account as "ledgerAccount", a.currency,
      (coalesce(last.closing_minor, 0) + coalesce((
        select sum(b.amount_minor) from bank_lines b
          join statements s on s.company_id = ${company} and s.id = b.statement_id
        where b.company_id = ${company} and b.account = a.account and b.gone_at is null
          and (last.closing_day is null or case when s.closing_minor is null or s.closing_day is null
            then b.booking_day >= last.closing_day else s.closing_day > last.closing_day end)), 0))::bigint as "statedMinor",
      coalesce((
        select sum(coalesce(b.waiting_minor, case when exists (select ${ticksOf(company)}) then 0 else b.amount_minor end))
        from bank_lines b where b.company_id = ${company} and b.account = a.account
          and b.gone_at is null and b.erp_id is not null), 0)::bigint as "waitingMinor",
      (select sum((g.foreign_money->>'minor')::bigint) from ledger_lines g where g.company_id = ${company}
          and g.account = a.ledger_account and g.gone_at is null and g.foreign_money->>'currency' = a.currency)::bigint
        as "foreignMinor"
    from bank_accounts a left join lateral (
      select closing_minor, closing_day from statements s where s.company_id = ${company} and s.account = a.account
        and s.closing_minor is not null and s.closing_day is not null
      order by closing_day desc, s.imported_at desc, length(s.id) desc, s.id desc limit 1) last on true
    where a.company_id = ${company} and a.ledger_account is not null order by a.account`);
  return [...rows];
}
