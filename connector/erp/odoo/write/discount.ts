// A discount that lowers VAT, shared over the taxes of the invoices it is granted on: the figures of Odoo's tax report follow.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import type { EntryLine } from '../../../../sync/model/entry.ts';
import { allocate, sum } from '../../../../sync/model/money.ts';
import type { Host } from '../host.ts';
import type { Items } from './item.ts';
import type { Part } from './plan.ts';
import { type InvoiceTax, invoiceTaxes } from './tax.ts';

/**
 * Empty where no VAT is lowered: the discount is then one plain line. Else for each tax a line of the base and one of the tax;
 * their sums are those of the entry, to the cent. A tax on payments goes over its transition account without tags: Odoo's own
 * entry for the payment carries them (with tags here, the base would count twice).
 */
export async function discountParts(
  host: Host,
  entry: readonly EntryLine[],
  items: Items,
  accounts: ReadonlyMap<string, number>,
): Promise<Part[] | Fault> {
  const [net] = entry.filter((line) => line.part === 'discount');
  const [vat] = entry.filter((line) => line.part === 'discount_vat');
  if (!net || !vat) return [];
  const moves = new Set(entry.flatMap((line) => (line.settles === null ? [] : (items.get(line.settles)?.move ?? []))));
  const taxes = await invoiceTaxes(host, [...moves]);
  if (isFault(taxes) || sum(taxes.map((tax) => tax.taxMinor)) === 0) return isFault(taxes) ? taxes : [];
  const payer = entry.find((line) => line.settles !== null)?.partyId ?? null;
  const partner = payer === null ? null : Number(payer);
  const bases = allocate(
    net.amountMinor,
    taxes.map((tax) => tax.baseMinor),
  );
  const amounts = allocate(
    vat.amountMinor,
    taxes.map((tax) => tax.taxMinor),
  );
  const lineOf = (line: EntryLine, account: number, balanceMinor: number, tax: Part['tax']): Part[] =>
    balanceMinor === 0 ? [] : [{ account, partner, name: line.label, balanceMinor, foreign: null, settles: null, tax }];
  return taxes.flatMap((tax, i) => [
    ...lineOf(net, accounts.get(net.account) ?? 0, bases[i] ?? 0, baseFields(tax)),
    ...lineOf(vat, tax.account ?? accounts.get(vat.account) ?? 0, amounts[i] ?? 0, taxFields(tax)),
  ]);
}

function baseFields({ tax, viaPayment, baseTags }: InvoiceTax): Part['tax'] {
  if (tax === null) return {};
  return { tax_ids: [[6, 0, [tax]]], ...(viaPayment ? {} : { tax_tag_ids: [[6, 0, baseTags]] }) };
}

function taxFields({ repartition, viaPayment, taxTags }: InvoiceTax): Part['tax'] {
  if (repartition === null) return {};
  return { tax_repartition_line_id: repartition, ...(viaPayment ? {} : { tax_tag_ids: [[6, 0, taxTags]] }) };
}
