// Finds ledger lines by number, customer, label or amount: customers', and for a bank line also what waits beside them; and customers by name.
import { type SQL, sql } from 'drizzle-orm';
import type { Currency } from '../../sync/model/money.ts';
import { supplierId } from '../../sync/model/party.ts';
import type { PartyRow } from '../../sync/port/account-view.ts';
import type { ItemRow, ItemSearch } from '../../sync/port/view.ts';
import { BESIDE_LINE, CUSTOMER_LINE } from '../store/ledger.ts';
import { FOREIGN_OPEN } from '../store/line.ts';
import { only, type Scope, searchable } from '../store/scope.ts';
import { itemColumns, withParty } from './items.ts';
import { type Range, type Term, termsOf } from './query.ts';

/**
 * Open lines first, then by due day. Text is looked for anywhere in a word, which no index serves under row level
 * security (its conditions have to be leak-proof): the scan of a company's customer lines is measured in the tests.
 */
export async function searchItems(
  { db, company }: Scope,
  query: string,
  limit: number,
  { beside = false, currency: own }: ItemSearch = {},
): Promise<ItemRow[]> {
  const { currency, erp } = only(
    await db.execute<{ currency: string; erp: string }>(sql`select currency, erp from companies where id = ${company}`),
  );
  const isForeign = own !== undefined && own !== currency && erp !== 'fec';
  const foreign = isForeign ? termsOf(query, own) : [];
  const terms = termsOf(query, currency).map((term, i) => fits(company, term, own, foreign[i]?.minor ?? null));
  if (terms.length === 0) return [];
  // What a ledger of files leaves open on accounts of collection was never lettered.
  const ofFiles = erp === 'fec' ? sql`and l.role = 'payable'` : sql``;
  const others = beside ? sql`or (${BESIDE_LINE} ${ofFiles} and l.residual_minor <> 0)` : sql``;
  const rows = await db.execute<ItemRow>(sql`
    select ${itemColumns()} from ledger_lines l ${withParty(company)}
    where l.company_id = ${company} and (${CUSTOMER_LINE} ${others}) and l.gone_at is null
      and ${sql.join(terms, sql` and `)}
    order by (l.residual_minor = 0), coalesce(l.due_day, l.day), l.id limit ${limit}`);
  return [...rows];
}

/** Names that begin with the query first. A party without any ledger line may become a customer, but for suppliers of files. */
export async function searchParties({ db, company }: Scope, query: string, limit: number): Promise<PartyRow[]> {
  const words = searchable(query)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const named = words.map((word) => sql`strpos(p.search, ${word}) > 0`);
  const lines = (role: SQL) => sql`exists (select from ledger_lines l
    where l.company_id = ${company} and l.party_id = p.id and l.gone_at is null and ${role})`;
  const rows = await db.execute<PartyRow>(sql`
    select p.id as "partyId", p.name, p.city from parties p
    where p.company_id = ${company} and ${sql.join(named, sql` and `)}
      and p.id not like ${`${supplierId('')}%`} and (${lines(CUSTOMER_LINE)} or not ${lines(sql`true`)})
    order by strpos(p.search, ${searchable(query)}) <> 1, p.search, p.id limit ${limit}`);
  return [...rows];
}

/** `foreign`: the term's amount in the currency `own`, in which documents of that currency are compared. */
function fits(company: string, { text, minor }: Term, own: Currency | undefined, foreign: Term['minor']): SQL {
  const ways = [
    ...(text === null
      ? []
      : [
          sql`strpos(l.search, ${text}) > 0`,
          sql`l.party_id in (select id from parties where company_id = ${company} and strpos(search, ${text}) > 0)`,
        ]),
    ...(minor === null ? [] : [amountFits(minor, own, foreign)]),
  ];
  return sql`(${sql.join(ways, sql` or `)})`;
}

/** As `inCurrency` has it: a document of which nobody can tell what is open in its own currency is compared in the company's. */
function amountFits(minor: Range, own: Currency | undefined, foreign: Range | null): SQL {
  const within = (amount: SQL, { from, to }: Range) => sql`abs(${amount}) between ${from} and ${to}`;
  const home = sql`(${within(sql`l.residual_minor`, minor)} or ${within(sql`l.amount_minor`, minor)})`;
  if (foreign === null) return home;
  const said = sql`(l.foreign_money ->> 'minor')::bigint`;
  return sql`case when l.foreign_money ->> 'currency' = ${own} and sign(${FOREIGN_OPEN}) = sign(l.residual_minor)
    then ${within(FOREIGN_OPEN, foreign)} or ${within(said, foreign)} else ${home} end`;
}
