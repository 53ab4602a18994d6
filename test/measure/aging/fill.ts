// A ledger of any size made in the database itself: three years of invoices and receipts, three partial matches on ten lines.
import { asOwner } from '../../db/rows.ts';

export const PAST = '2025-06-30';
export const TODAY = '2026-11-25';

/** Six lines of ten are invoices, four are receipts; a match joins the k-th invoice with a receipt of the same customer. */
export async function fillLedger(url: string, company: string, size: number): Promise<string> {
  const invoices = Math.round(size * 0.6);
  const matches = Math.round(size * 0.3);
  const parties = Math.max(20, Math.round(size / 100));
  return asOwner(url, async (session) => {
    await session`insert into parties (company_id, id, name, ibans, shared, search)
      select ${company}, 'C' || i, 'Client ' || i, '[]', false, 'client' from generate_series(0, ${parties - 1}::int) i`;
    await session`insert into ledger_accounts (company_id, number, name, role) values (${company}, '411000', 'Clients', 'receivable')`;
    await session`
      insert into ledger_lines (company_id, id, account, role, party_id, journal, entry, document, label, day, due_day,
        due_computed, amount_minor, currency, kind, residual_minor, unsplit_minor, search)
      select ${company}, (case when sold then 'I' else 'P' end) || n, '411000', 'receivable', 'C' || n % ${parties}::int,
        case when sold then 'VE' else 'BQ' end, n::text, n::text, 'ligne ' || n,
        date '2024-01-01' + (n * 7 % 1000) + (case when sold then 0 else 45 end),
        case when sold then date '2024-01-01' + (n * 7 % 1000) + 30 end, false,
        case when sold then 10000 + n % 5000 else -8000 - n % 3000 end, 'EUR',
        case when sold then 'invoice' else 'payment' end,
        case when sold then 10000 + n % 5000 else -8000 - n % 3000 end
          + case when n < ${matches}::int then (case when sold then -1 else 1 end) * (5000 + n % 2000) else 0 end,
        case when n < ${matches}::int then (case when sold then 1 else -1 end) * (5000 + n % 2000) else 0 end, ''
      from (select i as n, true as sold from generate_series(0, ${invoices - 1}::int) i
        union all select i, false from generate_series(0, ${size - invoices - 1}::int) i) made`;
    await session`
      insert into settlements (company_id, id, turn, debit_id, credit_id, amount_minor, day, origin)
      select ${company}, 'S' || k, 1, 'I' || k, 'P' || k, 5000 + k % 2000, date '2024-01-01' + (k * 7 % 1000) + 45, 'ledger'
      from generate_series(0, ${matches - 1}::int) k`;
    await session`insert into ledger_balances (company_id, account, balance_minor)
      select ${company}, '411000', sum(amount_minor) from ledger_lines where company_id = ${company}`;
    // As autovacuum leaves them, or a sum would look up every row that its index names.
    for (const table of ['parties', 'ledger_lines', 'settlements']) await session.unsafe(`vacuum analyze ${table}`);
    const [row] = await session<{ now: string }[]>`select clock_timestamp()::text as now`;
    return row?.now ?? '';
  });
}
