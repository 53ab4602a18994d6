// The head of a statement: whose account it is, and between which balances its entries stand.
import type { Balance, StatementHead } from '../../../sync/model/statement.ts';
import type { BalanceRecord, StatementRecord } from './shape.ts';
import { accountText, amountOf, type Context, dayOfText, signed } from './terms.ts';

/** `element`: Stmt of a camt.053, Rpt of a 052, Ntfctn of a 054. */
export function headOf(record: StatementRecord, element: string, context: Context): StatementHead {
  const currency = record.currency ?? record.balances.find((it) => it.currency !== null)?.currency ?? null;
  const { opening, closing } = endsOf(record.balances, element, currency);
  return {
    id: record.id,
    account: accountText(record.account),
    currency,
    opening: balanceOf(opening, context),
    closing: balanceOf(closing, context),
  };
}

type Ends = { opening: BalanceRecord | undefined; closing: BalanceRecord | undefined };

/**
 * OPBD opens; PRCD, the closing of the period before, says the same. A statement that is one page of several may open or close
 * with an interim balance (ITBD) instead. The ITBD of an intraday report closes nothing: the day goes on.
 * Balances in the account's currency go first; one in another currency is still better than none, for it fails the proof.
 */
function endsOf(balances: readonly BalanceRecord[], element: string, currency: string | null): Ends {
  const ours = (it: BalanceRecord) => it.currency === null || currency === null || it.currency === currency;
  const ordered = [...balances.filter(ours), ...balances.filter((it) => !ours(it))];
  const first = (type: string) => ordered.find((it) => it.type === type);
  const last = (type: string) => balances.findLast((it) => it.type === type && ours(it)) ?? first(type);
  const opening = first('OPBD') ?? first('PRCD');
  const closing = last('CLBD');
  if (element !== 'Stmt') return { opening, closing };
  const interim = balances.filter((it) => it.type === 'ITBD' && ours(it));
  const opensInterim = interim.length > 1 || (interim.length === 1 && closing !== undefined);
  return {
    opening: opening ?? (opensInterim ? interim[0] : undefined),
    closing: closing ?? (opening !== undefined || interim.length > 1 ? interim.at(-1) : undefined),
  };
}

/** Null without amount or sign: a balance that may be a debt or not is none. */
function balanceOf(record: BalanceRecord | undefined, context: Context): Balance | null {
  if (record === undefined || (record.sign !== 'CRDT' && record.sign !== 'DBIT')) return null;
  const amount = amountOf(record.amount, context, record.line);
  const date = dayOfText(record.date, context, record.line);
  return amount === null ? null : { amount: signed(amount, record.sign), date };
}
