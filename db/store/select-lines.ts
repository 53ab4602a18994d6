// Bank lines as the model has them, and the ticks by which the ledger holds them.
import { type SQL, sql } from 'drizzle-orm';
import type { Scope } from './scope.ts';

/** Bank lines with their ticks, as the model has them; to be followed by conditions on `b`. */
export function selectLines({ company }: Scope): SQL {
  return sql`
    select b.id, b.account, b.entry_ref as "entryRef", b.booking_day::text as "bookingDay", b.value_day::text as "valueDay",
      b.amount_minor as "amountMinor", b.currency, b.counterparty, b.counterparty_account as "counterpartyAccount",
      b.ultimate_party as "ultimateParty", b.end_to_end_id as "endToEndId", b.mandate_id as "mandateId", b.label,
      b."references", b.bank_code as "bankCode", b.instructed, b.return_reason as "returnReason", b.batch,
      b.statement_id as "statementId", b.position, b.state, b.until::text as until, b.flagged, b.decision_id as "decisionId",
      b.erp_id as "erpId", b.waiting_minor as "waitingMinor",
      b.waiting_own_minor as "waitingOwnMinor",
      (select coalesce(jsonb_agg(t.ledger_line_id order by t.ledger_line_id), '[]') ${ticksOf(company)}) as booked
    from bank_lines b`;
}

/** The ticks of bank line `b` against ledger lines that still stand. */
export function ticksOf(company: string): SQL {
  return sql`from ticks t join ledger_lines g on g.company_id = ${company} and g.id = t.ledger_line_id
    where t.company_id = ${company} and t.line_id = b.id and g.gone_at is null`;
}
