// A discount that lowers VAT, shared over the taxes of the invoices it is granted on: the figures of Odoo's tax report follow.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import type { EntryLine } from '../../../../sync/model/entry.ts';
import { allocate, sum } from '../../../../sync/model/money.ts';
import type { Host } from '../host.ts';
import { linked } from '../map/value.ts';
import type { Items } from './item.ts';
import type { Part } from './plan.ts';
import { readRows } from './read.ts';
import { type InvoiceTax, invoiceTaxes } from './tax.ts';
import { declaresTwice, type Rates } from './way.ts';

/**
 * Empty where no VAT is lowered: the discount is then one plain line, as it is where the terms say so. Else for each tax a line of the base and one of the tax;
 * their sums are those of the entry, to the cent. A tax on payments goes over its transition account without tags: Odoo's own
 * entry for the payment carries them (with tags here, the base would count twice). `alsoOn`: entries of debits that are paid by
 * credits of the ledger, which the discount is granted on as well.
 */
export async function discountParts(
  host: Host,
  entry: readonly EntryLine[],
  items: Items,
  accounts: ReadonlyMap<string, number>,
  { rates, alsoOn }: { rates: Rates; alsoOn: readonly number[] },
): Promise<Part[] | Fault> {
  const [net] = entry.filter((line) => line.part === 'discount');
  const [vat] = entry.filter((line) => line.part === 'discount_vat');
  if (!net || !vat) return [];
  const granted = net.granted?.map((it) => it.itemId) ?? entry.flatMap((line) => line.settles ?? []);
  const moves = new Set([
    ...granted.flatMap((id) => items.get(id)?.move ?? []),
    ...(net.granted === undefined ? alsoOn : []),
  ]);
  const isNet = await grantsNet(host, [...moves]);
  if (isFault(isNet)) return isNet;
  if (isNet) return [plainPart(together(net, vat), entry, accounts)];
  const taxes = await invoiceTaxes(host, [...moves]);
  if (isFault(taxes) || sum(taxes.map((tax) => tax.taxMinor)) === 0) return isFault(taxes) ? taxes : [];
  if (taxes.some((tax) => tax.onPayment) && declaresTwice(host, rates))
    return fault('erp-refused', {}, { erp: 'Odoo', what: 'a discount with VAT on payments in another currency' });
  const bases = sharesOf(
    net,
    taxes.map((tax) => tax.baseMinor),
  );
  const amounts = sharesOf(
    vat,
    taxes.map((tax) => tax.taxMinor),
  );
  const lineOf = (share: EntryLine | undefined, account: number, tax: Part['tax']): Part[] =>
    !share || share.amountMinor === 0 ? [] : [{ ...plainPart(share, entry, accounts), account, tax }];
  return taxes.flatMap((tax, i) => [
    ...lineOf(bases[i], accounts.get(net.account) ?? 0, baseFields(tax)),
    // A tax without an account stands on that of its base, as in Odoo.
    ...lineOf(amounts[i], tax.account ?? accounts.get(vat.account) ?? accounts.get(net.account) ?? 0, taxFields(tax)),
  ]);
}

/** The line by these weights, in both currencies. */
function sharesOf(line: EntryLine, weights: readonly number[]): EntryLine[] {
  const { foreign } = line;
  const own = foreign ? allocate(foreign.minor, weights) : [];
  return allocate(line.amountMinor, weights).map((amountMinor, i) => ({
    ...line,
    amountMinor,
    ...(foreign ? { foreign: { ...foreign, minor: own[i] ?? 0 } } : {}),
  }));
}

function together(net: EntryLine, vat: EntryLine): EntryLine {
  const { foreign } = net;
  const own = foreign ? { foreign: { ...foreign, minor: foreign.minor + (vat.foreign?.minor ?? 0) } } : {};
  return { ...net, amountMinor: net.amountMinor + vat.amountMinor, ...own };
}

/** The discount is the customer's whose items are settled. */
function plainPart(line: EntryLine, entry: readonly EntryLine[], accounts: ReadonlyMap<string, number>): Part {
  const payer = entry.find((it) => it.settles !== null)?.partyId ?? null;
  return {
    account: accounts.get(line.account) ?? 0,
    partner: payer === null ? null : Number(payer),
    name: line.label,
    balanceMinor: line.amountMinor,
    foreign: line.foreign ?? null,
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
