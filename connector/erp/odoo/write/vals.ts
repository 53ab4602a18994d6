// Parts of an entry as values that Odoo takes.
import type { Currency } from '../../../../sync/model/money.ts';
import { formatMinor } from '../../../../sync/model/money.ts';
import type { Chart } from '../chart.ts';
import type { WriteDialect } from '../dialect/write.ts';
import type { Part } from './plan.ts';

/** Odoo takes doubles; the decimal text of minor units is read back to the same minor units. */
export function wireAmount(amountMinor: number, currency: Currency): number {
  return Number(formatMinor(amountMinor, currency));
}

/** The values of one journal item. */
export function itemValues(part: Part, chart: Chart, fields: WriteDialect['amount']): Record<string, unknown> {
  const { foreign, balanceMinor } = part;
  const currency = foreign ? currencyId(foreign.currency, chart) : undefined;
  const balance = wireAmount(Math.abs(balanceMinor), chart.currency);
  const amounts =
    fields === 'balance'
      ? { balance: wireAmount(balanceMinor, chart.currency) }
      : { debit: balanceMinor > 0 ? balance : 0, credit: balanceMinor < 0 ? balance : 0 };
  return {
    account_id: part.account,
    partner_id: part.partner ?? false,
    name: part.name,
    ...amounts,
    ...(foreign && currency !== undefined
      ? { currency_id: currency, amount_currency: wireAmount(foreign.minor, foreign.currency) }
      : {}),
    ...part.tax,
  };
}

export function currencyId(currency: Currency, chart: Chart): number | undefined {
  return [...chart.currencies].find(([, code]) => code === currency)?.[0];
}
