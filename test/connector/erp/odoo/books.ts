// Made-up books in a live Odoo, kept by the accountant who checks: what the product's user did is read by another.
import type { Seat } from '../../../odoo/ask.ts';
import { type Answer, callAs } from '../../../odoo/call.ts';

/** What a line of the ledger looks like to the accountant: amounts as decimal numbers of the company's currency. */
export type Line = {
  id: number;
  account: string;
  partner: number | null;
  balance: number;
  residual: number;
  foreign: number;
};

export type Invoice = { move: number; lines: number[]; name: string };

export type Books = Awaited<ReturnType<typeof openBooks>>;

/** Everything is done and read by `controle`, in one company: the first, or this one. `bank`: the journal, where it has none of its own. */
export async function openBooks(seat: Seat, company: number | null = null, bank?: Answer) {
  const base = await openCalls(seat, company, bank);
  const read = readers(base);
  return {
    ...base,
    ...writers(base),
    ...read,

    /** Registers a payment on an invoice as a person does in Odoo; the line that waits for the bank. */
    async registered(move: number, day: string): Promise<Line> {
      const context = { active_model: 'account.move', active_ids: [move] };
      const wizard = await base.call('account.payment.register', 'create', {
        vals_list: [{ payment_date: day }],
        context,
      });
      await base.call('account.payment.register', 'action_create_payments', { ids: wizard, context });
      const [owner] = await base.search('account.move', [['id', '=', move]], ['partner_id']);
      const waiting = await read.linesWhere([
        ['partner_id', '=', owner.partner_id[0]],
        ['account_id.reconcile', '=', true],
        [base.type, 'not in', base.due],
        ['amount_residual', '!=', 0],
      ]);
      return waiting.at(-1)!;
    },
  };
}

type Calls = Awaited<ReturnType<typeof openCalls>>;

async function openCalls(seat: Seat, company: number | null, given?: Answer) {
  const modern = seat.version === '19';
  const call = (model: string, method: string, named: Record<string, unknown>): Promise<Answer> => {
    const bound = company === null ? {} : { context: { allowed_company_ids: [company], ...Object(named['context']) } };
    return callAs(seat, 'controle', seat.keys, model, method, { ...named, ...bound });
  };
  const search = (model: string, domain: unknown[], fields: string[]): Promise<Answer[]> =>
    call(model, 'search_read', { domain, fields, order: 'id' });
  const create = async (model: string, values: Record<string, unknown>): Promise<number> =>
    (await call(model, 'create', { vals_list: [values] }))[0];
  const fields = ['code', 'default_account_id', 'suspense_account_id'];
  const own = company === null ? [] : [['company_id', '=', company]];
  const bank = given ?? (await search('account.journal', [['type', '=', 'bank'], ...own], fields))[0];
  return {
    modern,
    call,
    search,
    create,
    bank,
    bankAccount: numberOf(bank.default_account_id),
    suspense: numberOf(bank.suspense_account_id),
    /** The field of an account's type, and a due line's types, as this host calls them. */
    type: modern ? 'account_id.account_type' : 'account_id.internal_type',
    due: modern ? ['asset_receivable', 'liability_payable'] : ['receivable', 'payable'],
  };
}

function numberOf(link: Answer): string {
  return String(link[1]).split(' ')[0] ?? '';
}

function writers({ modern, call, search, create, bank, type, due }: Calls) {
  const dueLines = async (move: number): Promise<number[]> => {
    const rows = await search(
      'account.move.line',
      [
        ['move_id', '=', move],
        [type, 'in', due],
      ],
      ['id'],
    );
    return rows.map((row) => row.id);
  };
  return {
    dueLines,
    partner: (name: string, more: Record<string, unknown> = {}): Promise<number> =>
      create('res.partner', { name, is_company: true, ...more }),

    /** `rows`: price without tax and tax id, or several. `kind`: out_invoice, out_refund, in_invoice. */
    async invoice(
      owner: number,
      rows: readonly (readonly [number, (number | number[])?])[],
      more: Record<string, unknown> & { kind?: string; day?: string; post?: boolean } = {},
    ): Promise<Invoice> {
      const { kind = 'out_invoice', day = '2026-05-10', post = true, ...values } = more;
      const lines = rows.map(([price, tax], i) => ({
        ...{ name: `Ligne ${i + 1}`, quantity: 1, price_unit: price },
        tax_ids: [[6, 0, tax === undefined ? [] : [tax].flat()]],
      }));
      const dated = { move_type: kind, partner_id: owner, invoice_date: day, date: day };
      const move = await create('account.move', {
        ...dated,
        ...values,
        invoice_line_ids: lines.map((it) => [0, 0, it]),
      });
      if (post) await call('account.move', 'action_post', { ids: [move] });
      const [{ name }] = await search('account.move', [['id', '=', move]], ['name']);
      return { move, lines: await dueLines(move), name };
    },

    /** A bank line, posted, its counterpart in suspense; in decimal euros. */
    async bankLine(amount: number, day = '2026-06-15', more: Record<string, unknown> = {}): Promise<number> {
      const journal = Number(more['journal_id'] ?? bank.id);
      const values = { journal_id: journal, date: day, amount, payment_ref: `VIR ${amount}`, ...more };
      if (modern) return create('account.bank.statement.line', values);
      const named = { journal_id: journal, date: day, name: `REL ${performance.now()}` };
      const statement = await create('account.bank.statement', named);
      const [head] = await search('account.bank.statement', [['id', '=', statement]], ['balance_start']);
      const line = await create('account.bank.statement.line', { ...values, statement_id: statement });
      const vals = { balance_end_real: head.balance_start + amount };
      await call('account.bank.statement', 'write', { ids: [statement], vals });
      await call('account.bank.statement', 'button_post', { ids: [statement] });
      return line;
    },
  };
}

function readers({ search, bankAccount, suspense }: Calls) {
  const moveOf = async (statementLine: number): Promise<number> =>
    (await search('account.bank.statement.line', [['id', '=', statementLine]], ['move_id']))[0].move_id[0];

  const linesWhere = async (domain: unknown[]): Promise<Line[]> => {
    const fields = ['account_id', 'partner_id', 'balance', 'amount_residual', 'amount_residual_currency'];
    const rows = await search('account.move.line', domain, fields);
    return rows.map((row) => ({
      id: row.id,
      account: numberOf(row.account_id),
      partner: row.partner_id ? row.partner_id[0] : null,
      balance: row.balance,
      residual: row.amount_residual,
      foreign: row.amount_residual_currency,
    }));
  };
  const linesOf = (move: number): Promise<Line[]> => linesWhere([['move_id', '=', move]]);
  const nameOf = ({ account }: Line): string =>
    account === bankAccount ? 'BANK' : account === suspense ? 'SUSPENSE' : account;
  return {
    moveOf,
    linesWhere,
    linesOf,

    /** What is still open of these lines, in order. */
    async residuals(...ids: number[]): Promise<number[]> {
      const rows = await linesWhere([['id', 'in', ids]]);
      return ids.map((id) => rows.find((row) => row.id === id)?.residual ?? Number.NaN);
    },

    /** Every partial that touches these lines: [debit, credit, amount]. */
    async partials(...ids: number[]): Promise<[number, number, number][]> {
      const domain = ['|', ['debit_move_id', 'in', ids], ['credit_move_id', 'in', ids]];
      const rows = await search('account.partial.reconcile', domain, ['debit_move_id', 'credit_move_id', 'amount']);
      return rows.map((row) => [row.debit_move_id[0], row.credit_move_id[0], row.amount]);
    },

    /** The entry of a bank line as 'account balance' texts, sorted: accounts are numbers, but for BANK and SUSPENSE. */
    async entryOf(statementLine: number): Promise<string[]> {
      const rows = await linesOf(await moveOf(statementLine));
      return rows.map((row) => `${nameOf(row)} ${row.balance.toFixed(2)}`).sort();
    },
  };
}
