// Finds ledger lines by number, customer, label or amount: customers', and for a bank line also what waits beside them; and customers by name.
import { type SQL, sql } from 'drizzle-orm';
import { supplierId } from '../../sync/model/party.ts';
import type { PartyRow } from '../../sync/port/account-view.ts';
import type { ItemRow } from '../../sync/port/view.ts';
import { BESIDE_LINE, CUSTOMER_LINE } from '../store/ledger.ts';
import { only, type Scope, searchable } from '../store/scope.ts';
import { itemColumns, withParty } from './items.ts';
import { type Term, termsOf } from './query.ts';

/**
 * Open lines first, then by due day. Text is looked for anywhere in a word, which no index serves under row level
 * security (its conditions have to be leak-proof): the scan of a company's customer lines is measured in the tests.
 */
export async function searchItems(
  { db, company }: Scope,
  query: string,
  limit: number,
  beside = false,
): Promise<ItemRow[]> {
  const { currency, erp } = only(
    await db.execute<{ currency: string; erp: string }>(sql`select currency, erp from companies where id = ${company}`),
  );
  const terms = termsOf(query, currency);
  if (terms.length === 0) return [];
  // What a ledger of files leaves open on accounts of collection was never lettered.
  const ofFiles = erp === 'fec' ? sql`and l.role = 'payable'` : sql``;
  const others = beside ? sql`or (${BESIDE_LINE} ${ofFiles} and l.residual_minor <> 0)` : sql``;
  const rows = await db.execute<ItemRow>(sql`
    select ${itemColumns()} from ledger_lines l ${withParty(company)}
    where l.company_id = ${company} and (${CUSTOMER_LINE} ${others}) and l.gone_at is null and ${sql.join(
      terms.map((term) => fits(company, term)),
      sql` and `,
    )}
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

function fits(company: string, { text, minor }: Term): SQL {
  const ways = [
    ...(text === null
      ? []
      : [
          sql`strpos(l.search, ${text}) > 0`,
          sql`l.party_id in (select id from parties where company_id = ${company} and strpos(search, ${text}) > 0)`,
        ]),
    ...(minor === null
      ? []
      : [
          sql`abs(l.residual_minor) between ${minor.from} and ${minor.to}`,
          sql`abs(l.amount_minor) between ${minor.from} and ${minor.to}`,
        ]),
  ];
  return sql`(${sql.join(ways, sql` or `)})`;
}
