// Odoo's tax report as its tags add up, read by the accountant: what a declaration would say.
import type { Answer } from '../../../odoo/call.ts';
import type { Books } from './books.ts';

/** By tag id, in decimal euros, positive for what is declared. */
export type Figures = ReadonlyMap<number, number>;

export function openTaxes(books: Books) {
  const { modern, search, create } = books;

  /** A sales tax of this rate and exigibility: the chart's own where it has one, else a copy of its tags at another rate. */
  async function sale(rate: number, exigibility: 'on_invoice' | 'on_payment'): Promise<number> {
    const wanted = [
      ['type_tax_use', '=', 'sale'],
      ['amount', '=', rate],
      ['tax_exigibility', '=', exigibility],
    ];
    const found = await books.call('account.tax', 'search_read', {
      domain: wanted,
      fields: ['active', 'price_include', 'cash_basis_transition_account_id'],
      context: { active_test: false },
    });
    // A tax whose VAT waits on the account of declared VAT (the old chart has one) tells nothing apart.
    const plain = found.filter((it: Answer) => !it.price_include);
    const [first] = plain.filter((it: Answer) => exigibility === 'on_invoice' || waitsApart(it));
    if (!first) throw new Error(`no sales tax of ${rate} ${exigibility}`);
    if (!first.active) await books.call('account.tax', 'write', { ids: [first.id], vals: { active: true } });
    return first.id;
  }

  /** Signs as each version's report reads them. */
  async function figures(): Promise<Figures> {
    const lines = await search(
      'account.move.line',
      [
        ['tax_tag_ids', '!=', false],
        ['parent_state', '=', 'posted'],
      ],
      ['tax_tag_ids', 'balance', 'move_id', 'journal_id'],
    );
    const moves = await byId('account.move', ids(lines, 'move_id'), ['move_type', 'tax_cash_basis_rec_id']);
    const journals = await byId('account.journal', ids(lines, 'journal_id'), ['type']);
    const tags = await byId(
      'account.account.tag',
      lines.flatMap((line) => line.tax_tag_ids),
      ['name', ...(modern ? ['balance_negate'] : ['tax_negate'])],
    );
    const sums = new Map<number, number>();
    for (const line of lines) {
      const move = moves.get(line.move_id[0]);
      for (const tag of line.tax_tag_ids) {
        const sign = modern ? newSign(tags.get(tag)) : oldSign(tags.get(tag), move, journals.get(line.journal_id[0]));
        sums.set(tag, (sums.get(tag) ?? 0) + sign * line.balance);
      }
    }
    return sums;
  }

  /** What moved since, by tag, largest first: tags of bases and tags of VAT. Tags of one report line with two signs go together. */
  async function moved(before: Figures): Promise<{ base: number[]; vat: number[] }> {
    const now = await figures();
    const tags = await byId('account.account.tag', [...now.keys()], ['name']);
    const sums = new Map<string, number>();
    for (const [tag, sum] of now) {
      const name = String(tags.get(tag)?.name).replace(/^[+-]/, '');
      sums.set(name, (sums.get(name) ?? 0) + sum - (before.get(tag) ?? 0));
    }
    const changed = [...sums]
      .map(([name, sum]) => [name, Math.round(sum * 100) / 100] as const)
      .filter(([, sum]) => sum !== 0);
    // A turnover line adds the bases of all rates up again; only those of one rate are looked at.
    const isVat = (name: string) => /taxe|TVA|tax/i.test(name);
    const isBase = (name: string) => /base/i.test(name) && !isVat(name);
    const values = (is: (name: string) => boolean) =>
      changed
        .filter(([name]) => is(name))
        .map(([, sum]) => sum)
        .sort((a, b) => Math.abs(a) - Math.abs(b));
    return { base: values(isBase), vat: values(isVat).reverse() };
  }

  /** The entries of VAT on payments of an invoice whose match stands: [day, base, VAT]. */
  async function cashBasis(invoice: number): Promise<[string, number, number][]> {
    const lines = await books.dueLines(invoice);
    const domain = ['|', ['debit_move_id', 'in', lines], ['credit_move_id', 'in', lines]];
    const partials = await search('account.partial.reconcile', domain, ['amount']);
    const entries = await search(
      'account.move',
      [['tax_cash_basis_rec_id', 'in', partials.map(({ id }) => id)]],
      ['date'],
    );
    const found: [string, number, number][] = [];
    for (const entry of entries) {
      const rows = await search(
        'account.move.line',
        [
          ['move_id', '=', entry.id],
          ['credit', '>', 0],
          ['tax_tag_ids', '!=', false],
        ],
        ['credit', 'tax_line_id'],
      );
      const total = (isTax: boolean) =>
        rows.filter((it) => Boolean(it.tax_line_id) === isTax).reduce((sum, it) => sum + it.credit, 0);
      found.push([entry.date, total(false), total(true)]);
    }
    return found;
  }

  async function byId(model: string, wanted: readonly number[], fields: string[]): Promise<Map<number, Answer>> {
    const rows = await books.call(model, 'search_read', {
      domain: [['id', 'in', [...new Set(wanted)]]],
      fields,
      context: { active_test: false },
    });
    return new Map(rows.map((it: Answer) => [it.id, it]));
  }

  return { sale, figures, moved, cashBasis, create };
}

function waitsApart(tax: Answer): boolean {
  return !String(tax.cash_basis_transition_account_id?.[1] ?? '').startsWith('44571');
}

function ids(rows: readonly Answer[], field: string): number[] {
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
