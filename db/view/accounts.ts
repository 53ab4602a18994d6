// Accounts of the ledger that a bank line can be posted to, and those that must be nil at the end of a month.
import { type SQL, sql } from 'drizzle-orm';
import type { AccountChoice, AccountChoices, WaitingAccount } from '../../sync/port/ledger-view.ts';
import { inForce } from '../store/lessons.ts';
import { type Scope, searchable } from '../store/scope.ts';

/** Digits by which an account of VAT is known again in a ledger with longer numbers. */
const VAT_DIGITS = 5;

export async function accountChoices(
  scope: Scope,
  query: string,
  lineId: string | null,
  limit: number,
): Promise<AccountChoices> {
  const { db, company } = scope;
  const words = searchable(query);
  const fits = sql`(a.number like ${`${words.replace(/[%_\\]/g, '')}%`} or strpos(lower(a.name), ${words}) > 0)`;
  const accounts = await db.execute<AccountChoice>(sql`
    with used as (${usedBefore(scope, lineId)})
    select a.number, a.name, coalesce(used.times, 0) as used, used.vat
    from ledger_accounts a left join used on used.account = a.number
    where a.company_id = ${company} and not a.closed
      and a.role not in ('receivable', 'retention', 'bills', 'doubtful', 'advance', 'bank')
      and ${words === '' ? sql`true` : fits}
    order by used desc, (a.number not like '6%'), a.number limit ${limit}`);
  return { accounts: [...accounts], vat: await vatAccounts(scope) };
}

/** Who it is, in the bank's words: the name, else the label without its numbers and days. */
const payer = (line: 'b' | 'own') =>
  sql.raw(`coalesce(${line}.counterparty, regexp_replace(upper(${line}.label), '[0-9]+', '', 'g'))`);

/** Where earlier lines of the same payer and direction went, with the VAT of the latest. */
function usedBefore({ company }: Scope, lineId: string | null): SQL {
  return sql`
    select part ->> 'account' as account, count(*) as times, (array_agg(part -> 'vat' order by d.seq desc))[1] as vat
    from bank_lines own
      join bank_lines b on b.company_id = ${company} and ${payer('b')} = ${payer('own')}
        and sign(b.amount_minor) = sign(own.amount_minor) and b.decision_id is not null
      join decisions d on d.company_id = ${company} and d.id = b.decision_id and d.action = 'accept' and ${inForce}
      cross join jsonb_array_elements(d.candidate -> 'adjustments') part
    where own.company_id = ${company} and own.id = ${lineId} and part ->> 'kind' = 'other' group by 1`;
}

async function vatAccounts({ db, company }: Scope): Promise<AccountChoices['vat']> {
  const [found] = await db.execute<AccountChoices['vat']>(sql`
    with map as (
      select coalesce(difference_accounts ->> 'input_vat', '445660') as input,
        coalesce(chosen_accounts ->> 'discount_vat', difference_accounts ->> 'discount_vat') as output
      from companies where id = ${company})
    select
      (select min(a.number) from ledger_accounts a where a.company_id = ${company}
        and left(a.number, ${VAT_DIGITS}) = left(map.input, ${VAT_DIGITS})) as input,
      (select min(a.number) from ledger_accounts a where a.company_id = ${company}
        and left(a.number, ${VAT_DIGITS}) = left(map.output, ${VAT_DIGITS})) as output
    from map`);
  return found ?? { input: null, output: null };
}

export async function waitingAccounts({ db, company }: Scope): Promise<WaitingAccount[]> {
  const rows = await db.execute<WaitingAccount>(sql`
    with planned as (
      select line ->> 'account' as account, sum((line ->> 'amountMinor')::bigint) as minor
      from outbox o cross join jsonb_array_elements(o.entry) line
      where o.company_id = ${company} and o.state in ('planned', 'sent', 'unknown') group by 1)
    select a.role, a.number as account, a.name,
      (coalesce(b.balance_minor, 0) + coalesce(planned.minor, 0))::bigint as "balanceMinor"
    from ledger_accounts a
      left join ledger_balances b on b.company_id = ${company} and b.account = a.number
      left join planned on planned.account = a.number
    where a.company_id = ${company} and a.role in ('suspense', 'collection', 'transfer')
      and coalesce(b.balance_minor, 0) + coalesce(planned.minor, 0) <> 0
    order by a.number`);
  return [...rows];
}
