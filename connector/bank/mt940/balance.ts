// Balances of MT940: :60F:, :60M:, :62F: and :62M:, one mark, one day, one currency, one amount.
import type { Currency } from '../../../sync/model/money.ts';
import type { Balance } from '../../../sync/model/statement.ts';
import { negated } from '../decimal.ts';
import { amountOf, dayOfDigits } from './entry.ts';

/** Reads 'C140219EUR662,23'; null when it is no balance. A day that the calendar has not leaves the balance without one. */
export function balanceOf(text: string): { balance: Balance; currency: Currency } | null {
  const parts = /^([CD])(\d{6})([A-Z]{3})([\d.,]+)$/i.exec(text.trim());
  const amount = parts && amountOf(parts[4]!);
  if (!parts || amount === null) return null;
  const isDebit = parts[1]!.toUpperCase() === 'D';
  const balance = { amount: isDebit ? negated(amount) : amount, date: dayOfDigits(parts[2]!) };
  return { balance, currency: parts[3]!.toUpperCase() };
}
