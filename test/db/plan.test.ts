// At a hundred thousand ledger lines every question of a screen that asks for little reads little: the plans say so.
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, connect, type Db, databaseOf } from '../../db/connection.ts';
import { bankRows } from '../../db/store/bank.ts';
import { decisionRows } from '../../db/store/decisions.ts';
import { KeptItems } from '../../db/store/kept-items.ts';
import { ledgerRows } from '../../db/store/ledger.ts';
import { proposalRows } from '../../db/store/proposals.ts';
import type { Scope } from '../../db/store/scope.ts';
import { viewOf } from '../../db/view/index.ts';
import { company, type Fresh, freshStore, hasDatabase } from './harness.ts';
import { asOwner } from './rows.ts';

const TODAY = '2026-11-25';

type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Plan Rows': number;
  Plans?: Plan[];
};

/** What a question read: tables scanned from end to end, and the indexes it used. */
type Reading = { nodes: Plan[]; scanned: string[]; indexes: string[] };

describe.skipIf(!hasDatabase())('among 100,000 ledger lines and 10,000 bank lines', { timeout: 120_000 }, () => {
  let fresh: Fresh;
  let session: Client;
  beforeAll(async () => {
    fresh = await freshStore();
    session = connect(fresh.url, { max: 1 });
    for (const id of ['big', 'other']) await fresh.store.createCompany(company(id));
    await asOwner(fresh.url, fill);
  });
  afterAll(async () => {
    await session.end();
    await fresh.close();
  });

  /** Asks as the application, with the plan of every statement that the question needs. */
  async function reading(ask: (scope: Scope) => Promise<unknown>): Promise<Reading> {
    const nodes: Plan[] = [];
    await databaseOf(session).transaction(async (tx) => {
      await tx.execute(sql`select set_config('role', 'lettrage_app', true), set_config('lettrage.company', 'big', true),
        set_config('work_mem', '32MB', true)`);
      const explaining = new Proxy(tx as Db, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name);
          if (name !== 'execute') return typeof value === 'function' ? value.bind(target) : value;
          return async (query: SQL) => {
            const [row] = await target.execute<{ 'QUERY PLAN': { Plan: Plan }[] }>(sql`explain (format json) ${query}`);
            nodes.push(...flat(row?.['QUERY PLAN'][0]?.Plan));
            return target.execute(query);
          };
        },
      });
      await ask({ db: explaining, company: 'big' });
    });
    return {
      nodes,
      scanned: nodes.filter((it) => it['Node Type'] === 'Seq Scan').map((it) => it['Relation Name'] ?? ''),
      indexes: nodes.flatMap((it) => it['Index Name'] ?? []),
    };
  }

  const page = { offset: 0, limit: 200, bank: null };

  it.each<[string, (scope: Scope) => Promise<unknown>, string]>([
    ['the open items', (it) => ledgerRows(it, new KeptItems()).openItems(), 'ledger_lines_open'],
    ['some items', (it) => ledgerRows(it, new KeptItems()).items(['L1', 'L50000']), 'ledger_lines_company_id_id_pk'],
    ['the entry of a line', (it) => ledgerRows(it, new KeptItems()).entriesOf(['L70000']), 'ledger_lines_entry'],
    ['an open account', (it) => viewOf(it).accountItems('C1999', '411000'), 'ledger_lines_open'],
    [
      'a whole account',
      (it) => viewOf(it).accountBook('C7', '411000', { year: null, offset: 0, limit: 200 }),
      'ledger_lines_by_party',
    ],
    ['the accounts to letter', (it) => viewOf(it).accountsToLetter(), 'ledger_lines_open'],
    ['the items of today', (it) => viewOf(it).itemsAt({ asOf: TODAY, knownOn: null }), 'ledger_lines_open'],
    [
      'the matches of a line',
      (it) => ledgerRows(it, new KeptItems()).ledgerFactsOn(['L1', 'L2']),
      'settlements_by_debit',
    ],
    [
      'the items of a customer on a past day',
      (it) => viewOf(it).itemsAt({ asOf: '2025-06-30', knownOn: null }, { by: 'party', key: 'C7' }),
      'settlements_by_debit',
    ],
    [
      "a ledger's totals at the end of a month",
      (it) => viewOf(it).ledgerBalances({ asOf: '2026-05-31', knownOn: null }),
      'ledger_lines_account',
    ],
    ['items by id', (it) => viewOf(it).items(['L1', 'L2']), 'ledger_lines_company_id_id_pk'],
    ['one bank line', (it) => bankRows(it).line('B17'), 'bank_lines_company_id_id_pk'],
    ['the bank lines that wait', (it) => bankRows(it).openLines(), 'bank_lines_state'],
    [
      'bank lines of some days',
      (it) => bankRows(it).linesBetween('FR1', '2026-03-02', '2026-03-03'),
      'bank_lines_by_account',
    ],
    ['rows of the work list', (it) => viewOf(it).rows(['B1', 'B2'], TODAY), 'bank_lines_company_id_id_pk'],
    ['proposals that an item makes stale', (it) => proposalRows(it).touching(['L96000']), 'proposal_items_by_item'],
    ['what is received, not booked', (it) => decisionRows(it).unbooked(), 'bank_lines_by_decision'],
    ['a statement', (it) => viewOf(it).statement('ST500'), 'bank_lines_by_statement'],
    ['the statements beside it', (it) => viewOf(it).statement('ST500'), 'statements_by_account'],
    [
      'a page of a statement',
      (it) => viewOf(it).statementLines('ST500', TODAY, { offset: 0, limit: 200, waiting: false, lineId: null }),
      'bank_lines_by_statement',
    ],
    [
      'the page of one of its lines',
      (it) => viewOf(it).statementLines('ST900', TODAY, { offset: 0, limit: 200, waiting: true, lineId: 'B9000' }),
      'bank_lines_by_statement',
    ],
    ['the decisions on a line', (it) => viewOf(it).history(20, 'B1'), 'decisions_by_line'],
    ['the latest decisions', (it) => viewOf(it).history(20, null), 'decisions_in_order'],
  ])('%s are found by index', async (_, ask, index) => {
    const { scanned, indexes } = await reading(ask);
    expect(indexes).toContain(index);
    expect(
      scanned.filter((table) => ['ledger_lines', 'bank_lines', 'settlements', 'decisions'].includes(table)),
    ).toEqual([]);
  });

  it('a past day reads each table once, however many facts are turned back', async () => {
    const { nodes } = await reading((it) => viewOf(it).itemsAt({ asOf: '2025-01-31', knownOn: null }));
    // One look-up by index for each of 30,000 facts is what made this grow faster than the ledger.
    const loops = nodes.filter((it) => it['Node Type'] === 'Nested Loop' && it['Plan Rows'] > 1_000);
    expect(loops).toEqual([]);
  });

  it('the page of the work list reads the lines that wait; only its counters read all bank lines', async () => {
    const { scanned, indexes } = await reading((it) => viewOf(it).queue('to-do', TODAY, page));
    expect(indexes).toContain('bank_lines_state');
    expect(scanned.filter((table) => ['ledger_lines', 'settlements', 'decisions'].includes(table))).toEqual([]);
  });

  it('the answers are those that were put in', async () => {
    await fresh.store.within('big', async (tx) => {
      expect(await tx.ledger.openItems()).toHaveLength(5_000);
      expect(await tx.view.itemsAt({ asOf: TODAY, knownOn: null })).toHaveLength(5_000);
      expect((await tx.view.queue('to-do', TODAY, page)).total).toBe(2_000);
      expect(await tx.view.searchItems('FAC-099999', 20)).toHaveLength(1);
      expect(await tx.ledger.drifted()).toEqual([]);
    });
  });
});

/** 95,000 settled and 5,000 open customer lines, 8,000 decided and 2,000 open bank lines, beside another company. */
async function fill(session: Client): Promise<void> {
  const statements = [
    `insert into parties (company_id, id, name, ibans, shared, search)
      select c, 'C' || i, 'Client ' || i, '[]', false, 'client ' || i from generate_series(0, 1999) i, (values ('big'), ('other')) v(c)`,
    `insert into ledger_lines (company_id, id, account, role, party_id, journal, entry, document, label, day, due_day,
        due_computed, amount_minor, currency, kind, residual_minor, unsplit_minor, search)
      select c, 'L' || i, '411000', 'receivable', 'C' || i % 2000, case when i % 2 = 0 then 'VE' else 'BQ' end, 'E' || i,
        'FAC-' || lpad(i::text, 6, '0'), 'ligne ' || i, date '2024-01-01' + i % 900, date '2024-02-01' + i % 900, true,
        sign * (1000 + i / 2), 'EUR', case when i % 2 = 0 then 'invoice' else 'payment' end,
        case when i < 95000 then 0 else sign * (1000 + i / 2) end, case when i < 95000 then sign * (1000 + i / 2) else 0 end, 'fac-' || lpad(i::text, 6, '0') || ' ligne ' || i
      from (select i, 1 - 2 * (i % 2) as sign from generate_series(0, 99999) i) lines, (values ('big')) v(c)`,
    `insert into ledger_lines (company_id, id, account, role, journal, entry, label, day, due_computed, amount_minor, currency,
        kind, residual_minor, search)
      select 'other', 'L' || i, '411000', 'receivable', 'VE', 'E' || i, 'x', date '2026-01-01', false, 5, 'EUR', 'invoice', 5, 'x'
      from generate_series(0, 9999) i`,
    `insert into settlements (company_id, id, turn, debit_id, credit_id, amount_minor, day, origin)
      select 'big', 'S' || i, 1, 'L' || 2 * i, 'L' || 2 * i + 1, 1000 + i, date '2024-01-01' + i % 900, 'ledger'
      from generate_series(0, 47499) i`,
    `insert into files (company_id, id, name, hash, kind, bytes, imported_at, current)
      values ('big', 'F', 'f', repeat('a', 64), 'camt', '', now(), true)`,
    `insert into statements (company_id, id, file_id, account, format, currency, opening_carried, closing_day, line_count,
        duplicate_count, apart)
      select 'big', 'ST' || i, 'F', 'FR1', 'camt', 'EUR', false, date '2026-01-01' + i / 5, 10, 0, '[]' from generate_series(0, 999) i`,
    `insert into bank_lines (company_id, id, statement_id, position, account, booking_day, value_day, amount_minor, currency,
        label, "references", state)
      select 'big', 'B' || i, 'ST' || i / 10, i, 'FR1', date '2026-01-01' + i / 50, date '2026-01-01' + i / 50, 1000 + i, 'EUR', 'VIR ' || i,
        '[]', case when i < 8000 then 'settled' else 'open' end from generate_series(0, 9999) i`,
    `insert into decisions (company_id, id, action, line_id, by, at, engine)
      select 'big', 'D' || i, 'accept', 'B' || i, '{"kind": "night", "signature": "s"}', now(), '1' from generate_series(0, 7999) i`,
    `update bank_lines set decision_id = 'D' || position where position < 100`,
    `insert into proposals (company_id, line_id, engine, verdict, difference_minor, candidates, findings)
      select 'big', 'B' || i, '1', 'suggest', 0, '[]', '[]' from generate_series(8000, 9999) i`,
    `insert into proposal_items (company_id, line_id, item_id)
      select 'big', 'B' || i, 'L' || 95000 + i % 5000 from generate_series(8000, 9999) i`,
    'analyze',
  ];
  for (const statement of statements) await session.unsafe(statement);
}

function flat(plan: Plan | undefined): Plan[] {
  return plan ? [plan, ...(plan.Plans ?? []).flatMap(flat)] : [];
}
