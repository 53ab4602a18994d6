// The customer accounts as they stood at a moment of two times: by accounting day, and by what had been recorded when.
import { type SQL, sql } from 'drizzle-orm';
import type { Moment } from '../../sync/model/aging.ts';
import type { Scope } from '../store/scope.ts';
import { OPEN_LINE } from './items.ts';

/** What a report reads of a line; the table of what lines said before has the same columns. */
const COLUMNS = [
  ...['id', 'account', 'role', 'party_id', 'journal', 'entry', 'document', 'label', 'day', 'document_day', 'due_day'],
  ...['due_computed', 'amount_minor', 'currency', 'foreign_money', 'kind', 'letter', 'vat_minor', 'vat_waiting_minor'],
];

export const CUSTOMER = sql`('receivable', 'retention', 'bills', 'doubtful', 'advance')`;

const columnsOf = (table: string) => sql.raw(COLUMNS.map((column) => `${table}.${column}`).join(', '));

/** The instant until which things were known: the end of a day in the company's zone, or the instant itself. Null: until now. */
export function knownUntil(company: string, knownOn: Moment['knownOn']): SQL | null {
  if (knownOn === null) return null;
  return knownOn.length === 10
    ? sql`(select ((${knownOn}::date + 1)::timestamp at time zone zone) from companies where id = ${company})`
    : sql`${knownOn}::timestamptz`;
}

/** Lines `l` of any account as they were known then; to be followed by conditions on `l`, in parentheses. */
export function knownLines(company: string, knownOn: Moment['knownOn'], where: SQL): SQL {
  const until = knownUntil(company, knownOn);
  const standing = sql`select ${columnsOf('l')} from ledger_lines l
    where l.company_id = ${company} and l.gone_at is null and ${where}`;
  if (until === null) return standing;
  return sql`${standing} and l.known_since <= ${until}
    union all
    select ${columnsOf('l')} from ledger_line_pasts l
    where l.company_id = ${company} and l.known_from <= ${until} and l.known_until > ${until} and not l.gone and ${where}`;
}

/** Settlement facts that do not count at the moment: of a later accounting day, or learned later. */
export function laterFacts(company: string, { asOf, knownOn }: Moment): SQL {
  const until = knownUntil(company, knownOn);
  return until === null ? sql`day > ${asOf}` : sql`(day > ${asOf} or learned_at > ${until})`;
}

/** In the words of its partial index: closed in the company's currency, not in the document's. */
const FOREIGN_OPEN = sql`l.residual_minor = 0 and l.received_minor = 0 and l.unsplit_minor = 0 and l.gone_at is null
  and l.foreign_settled_minor <> (l.foreign_money ->> 'minor')::bigint
  and l.role in ('receivable', 'retention', 'bills', 'doubtful', 'advance')`;

const foreignSums = (minor: SQL, foreign: SQL) => sql`
  coalesce(sum(${foreign}) filter (where debit_id is not null and credit_id is not null), 0)::bigint as foreign_minor,
  coalesce(sum(${minor}) filter (where debit_id is not null and credit_id is not null and ${foreign} is null), 0)::bigint as unsplit_minor`;

const FOREIGN_THEN = sql`, l.settled_now - coalesce(d.foreign_minor, 0) - coalesce(c.foreign_minor, 0) as foreign_settled,
  l.unsplit_now - coalesce(d.unsplit_minor, 0) - coalesce(c.unsplit_minor, 0) as unsplit_minor`;

const LEFT_IN_FOREIGN = sql`or (unsplit_minor = 0 and foreign_settled <> (foreign_money ->> 'minor')::bigint)`;

/**
 * Expressions for `with`, the last of which is `at`: the lines of the customer accounts with something open in the ledger
 * (`open_minor`), or that only receipts not yet booked closed (`received_minor`). Today's residual with every later fact turned
 * back: the cost is that of what happened since, not of the history. `of`: lines of one customer only. `inForeign`: with
 * `foreign_settled` and `unsplit_minor` as they stood, and with lines of which only a foreign amount is open.
 */
export function linesAt({ company }: Scope, at: Moment, of: SQL | null = null, inForeign = false): SQL {
  const until = knownUntil(company, at.knownOn);
  const known = until === null ? sql`true` : sql`l.known_since <= ${until}`;
  const now = sql`${columnsOf('l')}, l.residual_minor + l.received_minor as open_now, l.received_minor as received_now,
    l.foreign_settled_minor as settled_now, l.unsplit_minor as unsplit_now`;
  const pasts =
    until === null
      ? sql``
      : sql`union all
        select ${columnsOf('p')}, p.amount_minor + l.residual_minor + l.received_minor - l.amount_minor, l.received_minor,
          l.foreign_settled_minor, l.unsplit_minor
        from ledger_line_pasts p join ledger_lines l on l.company_id = ${company} and l.id = p.id
        where p.company_id = ${company} and p.known_from <= ${until} and p.known_until > ${until} and not p.gone
          and p.role in ${CUSTOMER}`;
  const mine = of === null ? sql`` : sql`and ${of}`;
  // What a line was, another customer's perhaps, is known only by its past: then every fact is read.
  const own = (id: SQL) =>
    of === null || until !== null
      ? sql``
      : sql`and ${id} in (select l.id from ledger_lines l where l.company_id = ${company} ${mine})`;
  // Each side by itself: PostgreSQL knows how many debits and credits there are, and chooses between index and hash by that.
  const since = (id: SQL, minor: SQL, foreign: SQL) => sql`
      select ${id} as id, coalesce(sum(${minor}) filter (where debit_id is not null and credit_id is not null), 0)::bigint as ledger_minor,
        coalesce(sum(${minor}) filter (where debit_id is null or credit_id is null), 0)::bigint as waiting_minor
        ${inForeign ? sql`, ${foreignSums(minor, foreign)}` : sql``}
      from settlements
      where company_id = ${company} and ${laterFacts(company, at)} and ${id} is not null ${own(id)} group by ${id}`;
  return sql`since_debit as materialized (${since(sql`debit_id`, sql`amount_minor`, sql`debit_foreign_minor`)}),
    since_credit as materialized (${since(sql`credit_id`, sql`-amount_minor`, sql`-credit_foreign_minor`)}),
    touched as (select id from since_debit union select id from since_credit),
    -- What is open now, what was until something happened since, and what lines said before they changed.
    l as (
      select ${now} from ledger_lines l where l.company_id = ${company} and ${OPEN_LINE} and ${known} ${mine}
      union all
      select ${now} from ledger_lines l where l.company_id = ${company} and l.residual_minor = 0 and l.received_minor = 0
        and l.gone_at is null and l.role in ${CUSTOMER} and l.id in (select id from touched) and ${known} ${mine}
      ${
        inForeign
          ? sql`union all select ${now} from ledger_lines l where l.company_id = ${company} and ${FOREIGN_OPEN} and ${known} ${mine}
        and l.id not in (select id from since_debit) and l.id not in (select id from since_credit)`
          : sql``
      }
      ${pasts}),
    turned as (
      select l.*, l.open_now + coalesce(d.ledger_minor, 0) + coalesce(c.ledger_minor, 0) as open_minor,
        l.received_now - coalesce(d.waiting_minor, 0) - coalesce(c.waiting_minor, 0) as received_minor
        ${inForeign ? FOREIGN_THEN : sql``}
      from l left join since_debit d on d.id = l.id left join since_credit c on c.id = l.id
      where l.day <= ${at.asOf} ${mine}),
    at as (select * from turned where open_minor <> 0 or received_minor <> 0 ${inForeign ? LEFT_IN_FOREIGN : sql``})`;
}
