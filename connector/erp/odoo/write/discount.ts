// A discount that lowers VAT, shared over the taxes of the invoices it is granted on: the figures of Odoo's tax report follow.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import type { EntryLine } from '../../../../sync/model/entry.ts';
import { allocate, sum } from '../../../../sync/model/money.ts';
import type { Host } from '../host.ts';
import { linked } from '../map/value.ts';
import type { Items } from './item.ts';
import type { Part } from './plan.ts';
import { readRows } from './read.ts';
import { type InvoiceTax, invoiceTaxes } from './tax.ts';

/**
 * Empty where no VAT is lowered: the discount is then one plain line, as it is where the terms say so. Else for each tax a line of the base and one of the tax;
 * their sums are those of the entry, to the cent. A tax on payments goes over its transition account without tags: Odoo's own
 * entry for the payment carries them (with tags here, the base would count twice). `joined`: entries of debits that are paid by
 * credits of the ledger, which the discount is granted on as well.
 */
export async function discountParts(
  host: Host,
  entry: readonly EntryLine[],
  items: Items,
  accounts: ReadonlyMap<string, number>,
  joined: readonly number[] = [],
): Promise<Part[] | Fault> {
  const [net] = entry.filter((line) => line.part === 'discount');
  const [vat] = entry.filter((line) => line.part === 'discount_vat');
  if (!net || !vat) return [];
  const settled = entry.flatMap((line) => (line.settles === null ? [] : (items.get(line.settles)?.move ?? [])));
  const moves = new Set([...settled, ...joined]);
  const isNet = await grantsNet(host, [...moves]);
  if (isFault(isNet)) return isNet;
  if (isNet) return [plainPart({ ...net, amountMinor: net.amountMinor + vat.amountMinor }, entry, accounts)];
  const taxes = await invoiceTaxes(host, [...moves]);
  if (isFault(taxes) || sum(taxes.map((tax) => tax.taxMinor)) === 0) return isFault(taxes) ? taxes : [];
  const bases = allocate(
    net.amountMinor,
    taxes.map((tax) => tax.baseMinor),
  );
  const amounts = allocate(
    vat.amountMinor,
    taxes.map((tax) => tax.taxMinor),
  );
  const lineOf = (line: EntryLine, account: number, balanceMinor: number, tax: Part['tax']): Part[] =>
    balanceMinor === 0 ? [] : [{ ...plainPart(line, entry, accounts), account, balanceMinor, tax }];
  return taxes.flatMap((tax, i) => [
    ...lineOf(net, accounts.get(net.account) ?? 0, bases[i] ?? 0, baseFields(tax)),
    ...lineOf(vat, tax.account ?? accounts.get(vat.account) ?? 0, amounts[i] ?? 0, taxFields(tax)),
  ]);
}

/** The discount is the customer's whose items are settled. */
function plainPart(line: EntryLine, entry: readonly EntryLine[], accounts: ReadonlyMap<string, number>): Part {
  const payer = entry.find((it) => it.settles !== null)?.partyId ?? null;
  return {
    account: accounts.get(line.account) ?? 0,
    partner: payer === null ? null : Number(payer),
    name: line.label,
    balanceMinor: line.amountMinor,
    foreign: null,
    settles: null,
    tax: {},
  };
}

/** Terms may grant the discount on the base alone, or have lowered the invoice's VAT already: then no VAT comes back. */
async function grantsNet(host: Host, moves: readonly number[]): Promise<boolean | Fault> {
  const invoices = await readRows(host, 'account.move', [['id', 'in', moves]], ['invoice_payment_term_id']);
  if (isFault(invoices)) return invoices;
  const ids = invoices.flatMap((row) => linked(row['invoice_payment_term_id']) ?? []);
  const terms = await readRows(host, 'account.payment.term', [['id', 'in', ids]], ['early_pay_discount_computation']);
  if (isFault(terms)) return terms;
  return terms.some((row) => ['excluded', 'mixed'].includes(String(row['early_pay_discount_computation'])));
}

function baseFields({ tax, viaPayment, baseTags }: InvoiceTax): Part['tax'] {
  if (tax === null) return {};
  return { tax_ids: [[6, 0, [tax]]], ...(viaPayment ? {} : { tax_tag_ids: [[6, 0, baseTags]] }) };
}

function taxFields({ repartition, viaPayment, taxTags }: InvoiceTax): Part['tax'] {
  if (repartition === null) return {};
  return { tax_repartition_line_id: repartition, ...(viaPayment ? {} : { tax_tag_ids: [[6, 0, taxTags]] }) };
}
