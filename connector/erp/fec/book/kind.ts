// What a customer line is, by what stands opposite it in its entry: sales are known by their accounts, not by a journal's code.
import { CUSTOMER_ROLES, type LineKind } from '../../../../sync/model/ledger.ts';
import { mulDiv, sum } from '../../../../sync/model/money.ts';
import type { Row } from '../text/row.ts';
import { type AccountMap, placeOf } from './account.ts';
import { type VatBook, vatOf } from './vat.ts';

/** `vatWaitingMinor`: what of the VAT is due when the invoice is paid; null where the entry does not tell. */
export type EntryFacts = { kind: LineKind; vatMinor: number | null; vatWaitingMinor: number | null };

/** Income of sales and of what belongs to an invoice (708 re-invoiced costs, 709 rebates), rents and subsidies; not differences (758) nor interest (76). */
const SALES = /^7[0-4]|^75[1-5]/;
const MONEY = /^5[1-8]/;

/**
 * Kind and contained VAT of the customer lines of one entry. A sale makes invoices (debit) and credit notes (credit); money
 * makes payments of either sign (a returned cheque debits); anything else (bills, doubtful transfers, differences) is 'other'.
 */
export function factsOf(entry: readonly Row[], map: AccountMap, vat: VatBook): Map<Row, EntryFacts> {
  const customers = entry.filter((row) => isCustomer(row, map));
  const pays = entry.some((row) => MONEY.test(row.account));
  const invoices = entry.some((row) => SALES.test(row.account));
  const deposits = !invoices && !pays && invoicesDeposit(entry, map, vat);
  const sells = invoices || deposits;
  const contained = sells ? vatOf(entry, vat, deposits) : null;
  const billed = customers.filter((row) => !isAdvance(row, map));
  return new Map(
    customers.map((row) => {
      if (isAdvance(row, map))
        return [row, { kind: pays ? 'payment' : 'other', vatMinor: null, vatWaitingMinor: null }];
      const vatMinor = shareOf(contained?.vatMinor ?? null, row, billed);
      const waiting = vatMinor === null ? null : shareOf(contained?.vatWaitingMinor ?? null, row, billed);
      return [row, { kind: kindOf(row, sells, pays), vatMinor, vatWaitingMinor: waiting }];
    }),
  );
}

/** A deposit invoice has no income yet: customer against advance and VAT. */
function invoicesDeposit(entry: readonly Row[], map: AccountMap, vat: VatBook): boolean {
  return entry.some((row) => isAdvance(row, map)) && entry.some((row) => vat.of(row.account) !== null);
}

function isAdvance(row: Row, map: AccountMap): boolean {
  return placeOf(row.account, map).role === 'advance';
}

function kindOf(row: Row, sells: boolean, pays: boolean): LineKind {
  // An entry that sells and cashes at once: the debit is the sale, the credit the money.
  if (sells && pays) return row.amountMinor > 0 ? 'invoice' : 'payment';
  if (sells) return row.amountMinor > 0 ? 'invoice' : 'credit-note';
  return pays ? 'payment' : 'other';
}

/** An invoice over several lines (411 and 4117) holds its VAT in proportion. */
function shareOf(vatMinor: number | null, row: Row, customers: readonly Row[]): number | null {
  const whole = sum(customers.map((each) => each.amountMinor));
  if (vatMinor === null || whole === 0 || Math.sign(row.amountMinor) !== Math.sign(whole)) return null;
  return mulDiv(vatMinor, row.amountMinor, whole, 'half-up');
}

export function isCustomer(row: Row, map: AccountMap): boolean {
  const { role } = placeOf(row.account, map);
  return CUSTOMER_ROLES.some((each) => each === role);
}
