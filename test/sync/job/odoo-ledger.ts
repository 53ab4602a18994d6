// A customer ledger in a live Odoo with everything that makes past days go wrong, and its balances by Odoo's own sums.
import { addDays, type Day } from '../../../sync/model/day.ts';
import type { Books } from '../../connector/erp/odoo/books.ts';
import type { Answer } from '../../odoo/call.ts';

export type Ledger = Awaited<ReturnType<typeof openLedger>>;

type Row = readonly [account: string, minor: number, more?: Record<string, unknown>];

type Base = Awaited<ReturnType<typeof openBase>>;

async function openBase(books: Books) {
  const { call, search } = books;
  const numbers = ['411100', '416000', '419100', '512001', '707100', '471000'];
  const accounts = await search('account.account', [['code', 'in', numbers]], ['code']);
  const account = (code: string): number => accounts.find((row) => row.code === code)?.id;
  const journals = await search('account.journal', [['type', 'in', ['bank', 'general', 'sale']]], ['type', 'code']);
  const journal = (type: string): number => journals.find((row) => row.type === type)?.id;
  const [dollar] = await search('res.currency', [['name', '=', 'USD']], ['name']);
  const names = ['Avance SA', 'Blanc SARL', 'Comptoir SAS', 'Douteux SA', 'Étranger Inc.', 'Fini SARL'];
  const partners: number[] = await call('res.partner', 'create', {
    vals_list: names.map((name) => ({ name, is_company: true })),
  });
  return { ...books, account, journal, dollar: dollar.id as number, partners };
}

function writers({ call, search, account, journal, partners }: Base) {
  /** Posted entries; each answers with the ids of its lines on accounts of customers, in order. */
  const post = async (moves: readonly { move: Record<string, unknown> }[]): Promise<number[][]> => {
    const ids: number[] = await call('account.move', 'create', { vals_list: moves.map((it) => it.move) });
    await call('account.move', 'action_post', { ids });
    const due = [
      '|',
      ['account_id.account_type', '=', 'asset_receivable'],
      ['account_id.code', 'in', ['416000', '419100']],
    ];
    const rows = await search('account.move.line', [['move_id', 'in', ids], ...due], ['move_id']);
    return ids.map((id) => rows.filter((row) => row.move_id[0] === id).map((row) => row.id));
  };
  const invoice = (who: number, amount: number, day: Day, more: Record<string, unknown> = {}) => ({
    move: {
      ...{ move_type: 'out_invoice', partner_id: partners[who], invoice_date: day, date: day },
      // Unsaid, and without terms, Odoo takes the day of the machine.
      ...('invoice_payment_term_id' in more ? {} : { invoice_date_due: addDays(day, 30) }),
      invoice_line_ids: [[0, 0, { name: 'x', quantity: 1, price_unit: amount, tax_ids: [[6, 0, []]] }]],
      ...more,
    },
  });
  const entry = (who: number, type: string, day: Day, rows: readonly Row[], ref = `E ${day}`) => ({
    move: {
      ...{ move_type: 'entry', journal_id: journal(type), date: day, ref },
      line_ids: rows.map(([code, minor, more]) => [
        ...[0, 0],
        {
          account_id: account(code),
          partner_id: partners[who],
          debit: Math.max(minor, 0),
          credit: Math.max(-minor, 0),
          ...more,
        },
      ]),
    },
  });
  const paid = (who: number, amount: number, day: Day) =>
    entry(who, 'bank', day, [
      ['512001', amount],
      ['411100', -amount],
    ]);
  const match = (...ids: number[]): Promise<Answer> => call('account.move.line', 'reconcile', { ids });
  const free = (...ids: number[]): Promise<Answer> => call('account.move.line', 'remove_move_reconcile', { ids });

  return { post, invoice, entry, paid, match, free };
}

export async function openLedger(books: Books) {
  const base = await openBase(books);
  const { call, search } = base;
  const { post, invoice, paid, match, free } = writers(base);
  let kept: Record<string, number> = {};
  return {
    async book(): Promise<void> {
      kept = await bookAll(base);
    },

    /** The receipt of Comptoir was for the later invoice; Fini's match is undone and left so. */
    async rematch(): Promise<void> {
      await free(kept['p4']!, kept['p5']!);
      await match(kept['c2']!, kept['p4']!);
    },

    /** An entry of January that nobody had booked, and one that is taken back. */
    async correct(): Promise<void> {
      await post([paid(5, 70, '2026-01-12'), invoice(0, 33, '2025-12-05')]);
      const [row] = await search('account.move.line', [['id', '=', kept['late']]], ['move_id']);
      await call('account.move', 'button_draft', { ids: [row.move_id[0]] });
      await call('account.move', 'button_cancel', { ids: [row.move_id[0]] });
    },

    /** Partner to cents: posted lines on receivable accounts, doubtful and deposits, up to the day. Read as the accountant. */
    async balances(asOf: Day): Promise<Map<number, number>> {
      const accounts = ['|', ['account_id.account_type', '=', 'asset_receivable'], ['account_id.code', '=like', '41%']];
      const groups = await call('account.move.line', 'formatted_read_group', {
        domain: [['parent_state', '=', 'posted'], ['company_id', '=', 1], ['date', '<=', asOf], ...accounts],
        groupby: ['partner_id'],
        aggregates: ['balance:sum'],
      });
      const rows = groups.map((it: Answer): [number, number] => [
        it.partner_id[0],
        Math.round(it['balance:sum'] * 100),
      ]);
      return new Map(rows.filter(([, minor]: [number, number]) => minor !== 0));
    },
  };
}

/** Everything that was booked before the first pull; the ids of lines that are moved later. */
async function bookAll(base: Base): Promise<Record<string, number>> {
  const { post, invoice, match } = writers(base);
  const lines = await post(entries(base, await terms(base)));
  // A draft counts nowhere.
  await base.create('account.move', invoice(2, 99, '2026-03-01').move);
  const [a, b1, b2, c1, c2, d, e, , f, refund, p1, p2, p3, p4, p5, p6, , , late] = lines.map((ids) => ids[0]!);
  // The doubtful side comes first.
  const transferred = lines[16]![1]!;
  await match(a!, p1!);
  await match(a!, p2!);
  await match(b1!, p3!);
  await match(b2!, refund!);
  await match(c1!, p4!);
  await match(e!, p6!);
  await match(f!, p5!);
  await match(d!, transferred);
  return { c2: c2!, p4: p4!, p5: p5!, late: late! };
}

/** Rates of the dollar, and a payment in two halves. */
async function terms({ create, dollar }: Base): Promise<number> {
  for (const [name, rate] of [
    ['2025-01-01', 1.1],
    ['2026-03-01', 1.25],
  ] as const)
    await create('res.currency.rate', { currency_id: dollar, name, rate, company_id: 1 });
  const half = (days: number) => [0, 0, { value: 'percent', value_amount: 50, nb_days: days }];
  return create('account.payment.term', { name: 'En deux fois', line_ids: [half(30), half(75)] });
}

function entries(base: Base, term: number): readonly { move: Record<string, unknown> }[] {
  const { invoice, paid, entry } = writers(base);
  const usd = { currency_id: base.dollar };
  return [
    invoice(0, 1200, '2025-12-10'),
    invoice(1, 900, '2026-01-05', { invoice_payment_term_id: term }),
    invoice(1, 350, '2026-02-12'),
    invoice(2, 400, '2026-02-20'),
    invoice(2, 400, '2026-03-20'),
    invoice(3, 700, '2025-12-20'),
    invoice(4, 1100, '2026-01-15', usd),
    invoice(4, 550, '2026-04-02', usd),
    invoice(5, 240, '2026-01-31'),
    invoice(1, 80, '2026-03-02', { move_type: 'out_refund' }),
    paid(0, 500, '2026-01-20'),
    paid(0, 1000, '2026-03-15'),
    paid(1, 450, '2026-02-28'),
    paid(2, 400, '2026-04-01'),
    paid(5, 240, '2026-02-27'),
    entry(4, 'bank', '2026-03-10', [
      ['512001', 880, { ...usd, amount_currency: 1100 }],
      ['411100', -880, { ...usd, amount_currency: -1100 }],
    ]),
    entry(
      3,
      'general',
      '2026-03-31',
      [
        ['416000', 700],
        ['411100', -700],
      ],
      'Passage en douteux FAC/2025/00002',
    ),
    entry(0, 'bank', '2026-04-10', [
      ['512001', 300],
      ['419100', -300],
    ]),
    entry(2, 'general', '2026-05-06', [
      ['411100', 60],
      ['471000', -60],
    ]),
  ];
}
