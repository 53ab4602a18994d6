// A company of euros with a bank account in dollars in a live Odoo, a desk beside it, and what the accountant reads of both.
import { expect } from 'vitest';
import { acceptLine } from '../../../sync/job/accept.ts';
import type { Desk } from '../../../sync/job/desk.ts';
import { detailOf } from '../../../sync/job/detail.ts';
import { flushOutbox } from '../../../sync/job/flush.ts';
import { runNight } from '../../../sync/job/night.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import { verify } from '../../../sync/job/verify.ts';
import type { Day } from '../../../sync/model/day.ts';
import type { Erp } from '../../../sync/port/erp.ts';
import type { Tx } from '../../../sync/port/store.ts';
import type { AcceptBody } from '../../../sync/port/view.ts';
import type { Books } from '../../connector/erp/odoo/books.ts';
import { must, request, TODAY, testDesk } from './desk.ts';

/** An acceptance of nothing, with these facts. */
export function body(facts: Partial<AcceptBody>): AcceptBody {
  return { candidate: null, partyId: null, rest: 'none', adjustments: [], allocations: [], ...facts };
}

export function take(item: number, amountMinor: number) {
  return { itemId: String(item), amountMinor };
}

export type DollarDesk = Awaited<ReturnType<typeof dollarDesk>>;

/** 1.10 dollars a euro when invoices are made, 1.25 when they are paid. */
export async function dollarDesk(books: Books, erp: Erp) {
  const it_ = await testDesk();
  const company = await it_.next({ erp: 'odoo', mode: 'auto' });
  it_.link(erp);
  const [{ id: dollar }] = await books.search('res.currency', [['name', '=', 'USD']], ['name']);
  for (const [name, rate] of [
    ['2026-01-01', 1.1],
    ['2026-06-01', 1.25],
  ])
    await books.create('res.currency.rate', { currency_id: dollar, name, rate, company_id: 1 });
  const named = { name: 'Dollars', code: 'BNKUS', type: 'bank', currency_id: dollar };
  const journal = await books.create('account.journal', named);
  return {
    ...{ close: it_.close, see: it_.see, desk: it_.desk, company, dollar, journal },
    invoice: (owner: number, amount: number, more: Record<string, unknown> = {}) =>
      books.invoice(owner, [[amount]], { currency_id: dollar, ...more }),
    received: (amount: number, words: string, more: Record<string, unknown> = {}, day: Day = '2026-06-15') =>
      books.bankLine(amount, day, { journal_id: journal, payment_ref: words, ...more }),
    ...readings(books, it_.see),
    ...deeds(books, it_, company),
  };
}

/** The next night knows that it is closed; the undo opens all of it again, in Odoo and here: what is due in euros and in dollars. */
export async function closedAndOpened(
  it_: DollarDesk,
  { id, line, item }: { id: string; line: number; item: number },
  [euros, own]: [number, number],
): Promise<void> {
  await it_.night();
  expect([await it_.stateOf(line), await it_.ours(item)]).toEqual(['settled', [0, 0]]);
  await it_.undone(id, line);
  expect([await it_.left(item), await it_.ours(item)]).toEqual([
    [euros, own],
    [Math.round(euros * 100), Math.round(own * 100)],
  ]);
}

function readings(books: Books, see: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>) {
  return {
    best: async (line: number) => (await see((tx) => detailOf(tx, `stl/${line}`))).candidates[0]!,
    stateOf: async (line: number) => (await see((tx) => tx.bank.line(`stl/${line}`)))?.state,
    /** What is open of a ledger line, in euros and dollars: as Odoo says, and as we do. */
    async left(id: number): Promise<[number, number]> {
      const [row] = await books.linesWhere([['id', '=', id]]);
      return [row!.residual, row!.foreign];
    },
    async ours(id: number) {
      const [item] = await see((tx) => tx.ledger.items([String(id)]));
      return [item!.residualMinor, item!.foreignResidualMinor];
    },
    /** 'account euros dollars' of a bank line's entry. */
    async entryOf(line: number): Promise<string[]> {
      const domain = [['move_id', '=', await books.moveOf(line)]];
      const rows = await books.search('account.move.line', domain, ['account_id', 'balance', 'amount_currency']);
      return rows
        .map((row) => `${row.account_id[1].split(' ')[0]} ${row.balance.toFixed(2)} ${row.amount_currency.toFixed(2)}`)
        .sort();
    },
    /** Euros that Odoo's own entries of exchange closed of an item: negative for a loss. */
    async exchange(item: number): Promise<number> {
      const others = (await books.partials(item)).map(([debit, credit]) => (debit === item ? credit : debit));
      const [company] = await books.search('res.company', [['id', '=', 1]], ['currency_exchange_journal_id']);
      const domain = [
        ['id', 'in', others],
        ['journal_id', '=', company.currency_exchange_journal_id[0]],
      ];
      const rows = await books.search('account.move.line', domain, ['balance']);
      return Math.round(rows.reduce((total, row) => total + row.balance, 0) * 100) / 100;
    },
    /** Dollars that each partial took of its two lines. */
    async matched(item: number): Promise<number[][]> {
      const domain = ['|', ['debit_move_id', '=', item], ['credit_move_id', '=', item]];
      const fields = ['debit_amount_currency', 'credit_amount_currency'];
      const rows = await books.search('account.partial.reconcile', domain, fields);
      return rows.map((row) => [row.debit_amount_currency, row.credit_amount_currency]).filter(([a, b]) => a || b);
    },
  };
}

/** Terms of 2 % within sixty days, VAT lowered with it, as values of an invoice; nothing where Odoo knows no such terms. */
export async function earlyTerms(books: Books): Promise<Record<string, unknown>> {
  if (!books.modern) return {};
  const early = { early_discount: true, discount_percentage: 2, discount_days: 60 };
  const whole = { value: 'percent', value_amount: 100, nb_days: 90 };
  const named = { name: '2 % à 60 jours', early_pay_discount_computation: 'included', line_ids: [[0, 0, whole]] };
  return { invoice_payment_term_id: await books.create('account.payment.term', { ...named, ...early }) };
}

type Seen = { desk: Desk; see: <T>(work: (tx: Tx) => Promise<T>) => Promise<T> };

function deeds(books: Books, { desk, see }: Seen, company: string) {
  /** After it all figures agree. */
  const night = async () => {
    const done = must(await runNight(desk, company));
    expect(done.control.filter((each) => each.erpMinor !== each.oursMinor)).toEqual([]);
    const broken = (await see((tx) => verify(tx, TODAY))).filter((it) => !it.ok);
    expect(broken).toEqual([]);
    return done;
  };
  return {
    night,
    async accept(line: number, it: AcceptBody): Promise<string> {
      const id = must(await acceptLine(desk, company, `stl/${line}`, it, request()));
      expect(await flushOutbox(desk, company)).toBe(null);
      return id;
    },
    /** As before the decision: all of the line in suspense. */
    async undone(id: string, line: number): Promise<void> {
      must(await undoDecision(desk, company, id, request()));
      expect(await flushOutbox(desk, company)).toBe(null);
      expect((await books.entryOf(line)).some((it) => it.startsWith('SUSPENSE'))).toBe(true);
      await night();
      expect((await see((tx) => tx.bank.line(`stl/${line}`)))?.state).toBe('open');
    },
  };
}
