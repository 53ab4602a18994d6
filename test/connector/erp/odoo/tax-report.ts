// Odoo's tax report as its tags add up, read by the accountant: what a declaration would say.
import type { Answer } from '../../../odoo/call.ts';
import type { Books } from './books.ts';

/** By tag id, in decimal euros, positive for what is declared. */
export type Figures = ReadonlyMap<number, number>;

/** A sales tax of the chart, switched on where it is not. */
export async function salesTax(books: Books, rate: number, exigibility: 'on_invoice' | 'on_payment'): Promise<number> {
  const found = await books.call('account.tax', 'search_read', {
    domain: [
      ['type_tax_use', '=', 'sale'],
      ['amount', '=', rate],
      ['tax_exigibility', '=', exigibility],
    ],
    fields: ['active', 'price_include', 'cash_basis_transition_account_id'],
    context: { active_test: false },
  });
  const plain = found.filter((it: Answer) => !it.price_include);
  // A tax whose VAT waits on the account of declared VAT (the old chart has one) tells nothing apart.
  const [first] = plain.filter((it: Answer) => exigibility === 'on_invoice' || waitsApart(it));
  if (!first) throw new Error(`no sales tax of ${rate} ${exigibility}`);
  if (!first.active) await books.call('account.tax', 'write', { ids: [first.id], vals: { active: true } });
  return first.id;
}

/** A tax of its own on 658000, without tags, beside one of the chart. */
export async function secondTax(
  { search, create }: Books,
  beside: number,
  more: Record<string, unknown>,
): Promise<number> {
  const [group] = await search('account.tax', [['id', '=', beside]], ['tax_group_id']);
  const [account] = await search('account.account', [['code', '=', '658000']], ['code']);
  const parts = [
    [0, 0, { repartition_type: 'base', factor_percent: 100 }],
    [0, 0, { repartition_type: 'tax', factor_percent: 100, account_id: account.id }],
  ];
  return create('account.tax', {
    ...{ name: `Taxe ${more['amount']}`, type_tax_use: 'sale', tax_group_id: group.tax_group_id[0] },
    ...{ invoice_repartition_line_ids: parts, refund_repartition_line_ids: parts },
    ...more,
  });
}

/** A sales tax of nothing in the chart that is declared by its base: of sales within the Union, or exports. */
export async function zeroTax({ modern, search, call }: Books): Promise<number> {
  const free = [
    ['type_tax_use', '=', 'sale'],
    ['amount', '=', 0],
    ['tax_exigibility', '=', 'on_invoice'],
  ];
  const found = await call('account.tax', 'search_read', {
    ...{ domain: free, fields: ['name'], context: { active_test: false } },
  });
  const owner = modern ? 'tax_id' : 'invoice_tax_id';
  const domain = [
    [owner, 'in', found.map((tax: Answer) => tax.id)],
    ['tag_ids', '!=', false],
  ];
  const [tagged] = await search('account.tax.repartition.line', domain, [owner]);
  const id = tagged[owner][0];
  await call('account.tax', 'write', { ids: [id], vals: { active: true } });
  return id;
}

/** Signs as each version's report reads them. */
export async function figuresOf(books: Books): Promise<Figures> {
  const { modern, search } = books;
  const domain = [
    ['tax_tag_ids', '!=', false],
    ['parent_state', '=', 'posted'],
  ];
  const lines = await search('account.move.line', domain, ['tax_tag_ids', 'balance', 'move_id', 'journal_id']);
  const moves = await byId(books, 'account.move', idsOf(lines, 'move_id'), ['move_type', 'tax_cash_basis_rec_id']);
  const journals = await byId(books, 'account.journal', idsOf(lines, 'journal_id'), ['type']);
  const used = lines.flatMap((line) => line.tax_tag_ids);
  const tags = await byId(books, 'account.account.tag', used, [modern ? 'balance_negate' : 'tax_negate']);
  const sums = new Map<number, number>();
  for (const line of lines) {
    const [move, journal] = [moves.get(line.move_id[0]), journals.get(line.journal_id[0])];
    for (const tag of line.tax_tag_ids) {
      const sign = modern ? newSign(tags.get(tag)) : oldSign(tags.get(tag), move, journal);
      sums.set(tag, (sums.get(tag) ?? 0) + sign * line.balance);
    }
  }
  return sums;
}

/**
 * What moved since: the boxes of bases, smallest first, and of VAT, largest first. The two signs of one box go together; the
 * box of turnover, which adds the bases up again, is left out.
 */
export async function movedSince(books: Books, before: Figures): Promise<{ base: number[]; vat: number[] }> {
  const now = await figuresOf(books);
  const tags = await byId(books, 'account.account.tag', [...now.keys()], ['name']);
  const boxes = new Map<string, number>();
  for (const [tag, sum] of now) {
    const name = String(tags.get(tag)?.name).replace(/^[+-]/, '');
    boxes.set(name, (boxes.get(name) ?? 0) + sum - (before.get(tag) ?? 0));
  }
  const values = (kind: RegExp) =>
    [...boxes]
      .filter(([name]) => kind.test(name))
      .map(([, sum]) => Math.round(sum * 100) / 100)
      .filter((sum) => sum !== 0)
      .sort((a, b) => Math.abs(a) - Math.abs(b));
  return { base: values(/_base$/), vat: values(/_taxe$/).reverse() };
}

/** The entries of VAT on payments of an invoice whose match stands: [day, base, VAT]. */
export async function cashBasis(books: Books, invoice: number): Promise<[string, number, number][]> {
  const lines = await books.dueLines(invoice);
  const domain = ['|', ['debit_move_id', 'in', lines], ['credit_move_id', 'in', lines]];
  const partials = await books.search('account.partial.reconcile', domain, ['amount']);
  const of = [['tax_cash_basis_rec_id', 'in', partials.map(({ id }) => id)]];
  const entries = await books.search('account.move', of, ['date']);
  const found: [string, number, number][] = [];
  for (const entry of entries) {
    const declared = [
      ['move_id', '=', entry.id],
      ['credit', '>', 0],
      ['tax_tag_ids', '!=', false],
    ];
    const rows = await books.search('account.move.line', declared, ['credit', 'tax_line_id']);
    const total = (isTax: boolean) =>
      rows.filter((it) => Boolean(it.tax_line_id) === isTax).reduce((sum, it) => sum + it.credit, 0);
    found.push([entry.date, total(false), total(true)]);
  }
  return found;
}

async function byId(
  { call }: Books,
  model: string,
  wanted: readonly number[],
  fields: string[],
): Promise<Map<number, Answer>> {
  const domain = [['id', 'in', [...new Set(wanted)]]];
  const rows = await call(model, 'search_read', { domain, fields, context: { active_test: false } });
  return new Map(rows.map((it: Answer) => [it.id, it]));
}

function waitsApart(tax: Answer): boolean {
  return !String(tax.cash_basis_transition_account_id?.[1] ?? '').startsWith('44571');
}

function idsOf(rows: readonly Answer[], field: string): number[] {
  return rows.map((row) => row[field][0]);
}

/** A credit on a tag is declared, unless the report turns the tag itself. */
function newSign(tag: Answer): number {
  return tag?.balance_negate ? -1 : 1;
}

/** account.move.line._compute_tax_audit of version 14. */
function oldSign(tag: Answer, move: Answer, journal: Answer): number {
  const negate = tag?.tax_negate ? -1 : 1;
  if (move?.tax_cash_basis_rec_id) return negate;
  const isRefund = move?.move_type === 'in_refund' || move?.move_type === 'out_refund';
  return negate * (journal?.type === 'sale' ? -1 : 1) * (isRefund ? -1 : 1);
}
