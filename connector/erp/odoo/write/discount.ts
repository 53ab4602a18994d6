// A discount that lowers VAT, shared over the taxes of the invoices it is granted on: the figures of Odoo's tax report follow.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import type { EntryLine } from '../../../../sync/model/entry.ts';
import { allocate, mulDiv, sum } from '../../../../sync/model/money.ts';
import type { Host } from '../host.ts';
import { linked } from '../map/value.ts';
import type { Items } from './item.ts';
import type { Part } from './plan.ts';
import { readRows } from './read.ts';
import { type TaxedShare, taxedShares } from './tax.ts';
import { declaresTwice, type Rates } from './way.ts';

/**
 * Empty where no VAT is told of: the discount is then one plain line, as it is where the terms say so. Else a line of the base for
 * each set of taxes and one for each tax; their sums are those of the entry, to the cent. A tax on payments goes over its transition
 * account without tags: Odoo's own entry for the payment carries them (with tags here, the base would count twice). `alsoOn`: entries
 * of debits that are paid by credits of the ledger, which the discount is granted on as well.
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
  if (!net) return [];
  const granted = net.granted?.map((it) => it.itemId) ?? entry.flatMap((line) => line.settles ?? []);
  const moves = new Set([
    ...granted.flatMap((id) => items.get(id)?.move ?? []),
    ...(net.granted === undefined ? alsoOn : []),
  ]);
  const isNet = await grantsNet(host, [...moves]);
  if (isFault(isNet)) return isNet;
  if (isNet) return vat ? [plainPart(together(net, vat), entry, accounts)] : [];
  const shares = await taxedShares(host, [...moves]);
  if (isFault(shares)) return shares;
  const [bases, taxes] = [shares.filter((it) => !it.isTax), shares.filter((it) => it.isTax)];
  // Sales without VAT (exports, within the Union) are declared by their base alone; without it nobody said that VAT is lowered.
  if (bases.length === 0 || taxes.length > 0 !== (vat !== undefined)) return [];
  if (shares.some((it) => it.onPayment) && declaresTwice(host, rates))
    return fault('erp-refused', {}, { erp: 'Odoo', what: 'a discount with VAT on payments in another currency' });
  const linesOf = (line: EntryLine, over: readonly TaxedShare[], accountOf: (share: TaxedShare) => number): Part[] =>
    sharesOf(line, over).flatMap(([share, part]) =>
      part.amountMinor === 0
        ? []
        : [{ ...plainPart(part, entry, accounts), account: accountOf(share), tax: share.fields }],
    );
  const own = accounts.get(net.account) ?? 0;
  return [
    ...linesOf(net, bases, () => own),
    // A tax without an account stands on that of its base, as in Odoo.
    ...(vat ? linesOf(vat, taxes, ({ account }) => account ?? accounts.get(vat.account) ?? own) : []),
  ];
}

/** The line by the shares' weights, in both currencies. */
function sharesOf(line: EntryLine, shares: readonly TaxedShare[]): [TaxedShare, EntryLine][] {
  const { foreign } = line;
  const weights = shares.map((it) => it.weight);
  const [amounts, own] = [shared(line.amountMinor, weights), foreign ? shared(foreign.minor, weights) : []];
  return shares.map((share, i) => [
    share,
    {
      ...line,
      amountMinor: amounts[i] ?? 0,
      ...(foreign ? { foreign: { ...foreign, minor: own[i] ?? 0 } } : {}),
    },
  ]);
}

/** By weights of either sign: a tax that is withheld takes from the others. What rounding leaves goes to the greatest. */
function shared(total: number, weights: readonly number[]): number[] {
  const whole = sum(weights);
  if (whole > 0 && weights.every((it) => it >= 0)) return allocate(total, weights);
  const greatest = weights.reduce((best, it, i) => (Math.abs(it) > Math.abs(weights[best] ?? 0) ? i : best), 0);
  const parts = weights.map((it) => (whole === 0 ? 0 : mulDiv(total, it, whole, 'half-up')));
  return parts.map((it, i) => (i === greatest ? it + total - sum(parts) : it));
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
