// What of an entry's money a detail is: the account's own money, money of another currency, or not stated at all.
import type { Amount, Decimal } from '../../../sync/model/statement.ts';
import { decimalSum, negated } from '../decimal.ts';
import type { Movement } from './detail.ts';
import type { DetailRecord, EntryRecord } from './shape.ts';
import { amountOf, type Context } from './terms.ts';

/** own: in the entry's currency, signed. foreign: in another one, positive in the entry's direction. missing: no amount stated. */
export type Share = Movement &
  ({ kind: 'own'; amount: Decimal } | { kind: 'foreign'; amount: Decimal; currency: string } | { kind: 'missing' });

/**
 * TxDtls/Amt is the account's money; older versions say it in TxAmt, and after an exchange the countervalue may be the
 * account's. InstdAmt never is: it is what was ordered, before charges and exchange. `currency`, `reversal`: the entry's.
 */
export function shareOf(
  detail: DetailRecord,
  entry: EntryRecord,
  { currency, reversal }: { currency: string; reversal: boolean },
  context: Context,
): Share {
  const sign = detail.sign ?? entry.sign;
  const credit = sign !== 'DBIT';
  const own = amountIn(currency, detail);
  const foreign = own === null ? (detail.amount ?? detail.transactionAmount ?? detail.countervalue) : null;
  const amount = amountOf(own ?? foreign, context, detail.line);
  if (amount === null) return { kind: 'missing', credit, reversal };
  if (own !== null) return { kind: 'own', amount: credit ? amount : negated(amount), credit, reversal };
  const theirs = detail.currency ?? detail.transactionCurrency ?? detail.countervalueCurrency ?? '';
  const inDirection = sign === entry.sign ? amount : negated(amount);
  return { kind: 'foreign', amount: inDirection, currency: theirs, credit, reversal };
}

/** The first amount of the detail that is in this currency; one that names no currency is. */
function amountIn(currency: string, detail: DetailRecord): string | null {
  if (detail.amount !== null && (detail.currency ?? currency) === currency) return detail.amount;
  if (detail.transactionAmount !== null && (detail.transactionCurrency ?? currency) === currency) {
    return detail.transactionAmount;
  }
  return (detail.countervalueCurrency ?? currency) === currency ? detail.countervalue : null;
}

/** The shares together in their own currency, when all are foreign and share one. */
export function foreignTotalOf(shares: readonly Share[]): Amount | null {
  const sum = decimalSum();
  const currencies = new Set<string>();
  for (const share of shares) {
    if (share.kind !== 'foreign') return null;
    currencies.add(share.currency);
    sum.add(share.amount);
  }
  const [currency = ''] = currencies;
  return currencies.size === 1 && currency !== '' ? { amount: sum.total(), currency } : null;
}
