// One bank account in the ledger against its statements at a day: what each side has that the other lacks.
import { type SQL, sql } from 'drizzle-orm';
import type { Moment } from '../../sync/model/aging.ts';
import type { BankReconciliation, LoneMovement } from '../../sync/model/report.ts';
import type { Scope } from '../store/scope.ts';

type Head = Omit<BankReconciliation, 'inLedgerOnly' | 'atBankOnly' | 'beforeMinor'> & {
  openingMinor: number | null;
  earlierMinor: number;
  earlierLaterMinor: number;
};

export async function bankReconciliations(
  scope: Scope,
  { asOf }: Moment,
  account: string | null,
): Promise<BankReconciliation[]> {
  const heads = await headsOf(scope, asOf, account);
  const found: BankReconciliation[] = [];
  for (const { openingMinor, earlierMinor, earlierLaterMinor, ...head } of heads) {
    found.push({
      ...head,
      // What the ledger held before the statements begin, but for the part that they show later.
      beforeMinor: openingMinor === null ? 0 : earlierMinor - earlierLaterMinor - openingMinor,
      inLedgerOnly: await inLedgerOnly(scope, head, asOf),
      atBankOnly: await atBankOnly(scope, head, asOf),
    });
  }
  return found;
}

/**
 * The bank's balance at the day is the opening of the first statement and every line since: each statement is proved to add up when
 * it is imported, so no closing is trusted twice.
 */
async function headsOf({ db, company }: Scope, asOf: Moment['asOf'], account: string | null): Promise<Head[]> {
  const rows = await db.execute<Head>(sql`
    with own as (
      select account, name, ledger_account, currency from bank_accounts
      where company_id = ${company} and ledger_account is not null ${account === null ? sql`` : sql`and account = ${account}`}),
    first as (
      select distinct on (s.account) s.account, s.opening_minor, lines.first_day
      from statements s join lateral (
        select min(b.booking_day) as first_day from bank_lines b where b.company_id = ${company} and b.account = s.account) lines on true
      where s.company_id = ${company} and s.opening_minor is not null
      order by s.account, coalesce(s.opening_day, s.closing_day), s.closing_day, s.imported_at),
    last as (
      select distinct on (s.account) s.account, s.number, s.closing_day from statements s
      where s.company_id = ${company} and s.closing_day <= ${asOf} order by s.account, s.closing_day desc, s.imported_at desc)
    select own.account, own.name, own.ledger_account as "ledgerAccount", own.currency, first.opening_minor as "openingMinor",
      first.first_day::text as "firstDay", last.number as "statementNumber", last.closing_day::text as "bankDay",
      coalesce((select sum(${amountIn(sql`own.currency`)}) from ledger_lines l where l.company_id = ${company} and l.account = own.ledger_account
        and l.gone_at is null and l.day <= ${asOf}), 0)::bigint as "ledgerMinor",
      case when first.opening_minor is not null then (first.opening_minor + coalesce((
        select sum(b.amount_minor) from bank_lines b where b.company_id = ${company} and b.account = own.account
          and b.booking_day <= ${asOf}), 0))::bigint end as "bankMinor",
      coalesce((select sum(${amountIn(sql`own.currency`)}) from ledger_lines l where l.company_id = ${company} and l.account = own.ledger_account
        and l.gone_at is null and l.day < first.first_day and l.day <= ${asOf}), 0)::bigint as "earlierMinor",
      coalesce((select sum(${amountIn(sql`own.currency`)}) from ledger_lines l where l.company_id = ${company} and l.account = own.ledger_account
        and l.gone_at is null and l.day < first.first_day and l.day <= ${asOf}
        and exists (select from ticks t where t.company_id = ${company} and t.ledger_line_id = l.id)), 0)::bigint as "earlierLaterMinor"
    from own left join first on first.account = own.account left join last on last.account = own.account
    order by own.ledger_account, own.account`);
  return [...rows];
}

/** In the ledger by the day, and at the bank later or not at all. Before the first statement only what the bank shows later is known. */
async function inLedgerOnly({ db, company }: Scope, head: BankHead, asOf: Moment['asOf']): Promise<LoneMovement[]> {
  const rows = await db.execute<LoneMovement>(sql`
    select l.day::text as day, l.label, l.journal || ' ' || l.entry as reference, ${amountIn(sql`${head.currency}::text`)} as "amountMinor"
    from ledger_lines l left join lateral (
      select max(b.booking_day) as day from ticks t join bank_lines b on b.company_id = ${company} and b.id = t.line_id
      where t.company_id = ${company} and t.ledger_line_id = l.id) seen on true
    where l.company_id = ${company} and l.account = ${head.ledgerAccount} and l.gone_at is null and l.day <= ${asOf}
      and (seen.day > ${asOf} or (seen.day is null and l.day >= ${head.firstDay ?? asOf}::date))
    order by l.day, l.id`);
  return [...rows];
}

async function atBankOnly({ db, company }: Scope, head: BankHead, asOf: Moment['asOf']): Promise<LoneMovement[]> {
  const rows = await db.execute<LoneMovement>(sql`
    select b.booking_day::text as day, coalesce(nullif(b.counterparty, b.label) || ' · ', '') || b.label as label,
      coalesce(b.entry_ref, b.end_to_end_id, '') as reference, b.amount_minor as "amountMinor"
    from bank_lines b
    where b.company_id = ${company} and b.account = ${head.account} and b.booking_day <= ${asOf}
      and not exists (
        select from ticks t join ledger_lines l on l.company_id = ${company} and l.id = t.ledger_line_id and l.gone_at is null
        where t.company_id = ${company} and t.line_id = b.id and l.day <= ${asOf})
    order by b.booking_day, b.statement_id, b.position`);
  return [...rows];
}

type BankHead = Pick<Head, 'account' | 'ledgerAccount' | 'firstDay' | 'currency'>;

/** Of ledger line `l` in the account's currency: an account in another currency than the company's is reconciled in its own. */
function amountIn(currency: SQL): SQL {
  return sql`(case when l.currency = ${currency} then l.amount_minor
    when l.foreign_money ->> 'currency' = ${currency} then sign(l.amount_minor) * abs((l.foreign_money ->> 'minor')::bigint) else 0 end)::bigint`;
}
