// How Odoo writes single values: false for nothing, [id, name] or id for a link, a double for money.
import { type Day, parseDay } from '../../../../sync/model/day.ts';
import { type Currency, exponentOf, parseMinor } from '../../../../sync/model/money.ts';

/** The id of a many2one, with or without its name; null when empty. */
export function linked(value: unknown): number | null {
  const id = Array.isArray(value) ? value[0] : value;
  return typeof id === 'number' ? id : null;
}

/** The name of a many2one; null when empty, or where the reply holds ids alone. */
export function nameOf(value: unknown): string | null {
  return Array.isArray(value) ? text(value[1]) : null;
}

/** Text, trimmed; null for Odoo's false and for blanks. */
export function text(value: unknown): string | null {
  const trimmed = typeof value === 'string' ? value.trim() : '';
  return trimmed === '' ? null : trimmed;
}

export function day(value: unknown): Day | null {
  return typeof value === 'string' ? parseDay(value.slice(0, 10)) : null;
}

/** Odoo computes money in doubles rounded to the currency: their shortest decimal of that many digits is the amount. */
export function minor(value: unknown, currency: Currency): number {
  const amount = typeof value === 'number' ? parseMinor(value.toFixed(exponentOf(currency)), currency) : null;
  if (amount === null) throw new TypeError(`not an amount of ${currency}: ${String(value)}`);
  return amount;
}
