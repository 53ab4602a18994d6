// The words of one entry or statement turned into plain facts: amounts, days, codes. What cannot be read is noted as a fault.
import { type Fault, fault } from '../../../sync/fault/index.ts';
import { type Day, dayOf } from '../../../sync/model/day.ts';
import type { Decimal } from '../../../sync/model/statement.ts';
import { negated, plainDecimal } from '../decimal.ts';

/** Where conversion stands, and what went wrong so far: one unreadable fact refuses the file. */
export type Context = {
  file: string;
  /** 'Stmt[1]/Ntry[3]'. */
  path: string;
  /** The statement's own account and currency. */
  account: string | null;
  currency: string | null;
  faults: Fault[];
  /** Days read so far: a statement repeats few of them thousands of times. */
  days: Map<string, Day>;
  /** The one asked for last, where the file writes it as we do. */
  lastDay: Day | null;
};

/** The amount as plain text; null when absent, and null with a fault when it is no number. */
export function amountOf(text: string | null, context: Context, line: number): Decimal | null {
  if (text === null) return null;
  const amount = plainDecimal(text);
  if (amount === null) refuse(context, line, fault('amount-unreadable', {}, { text: text.slice(0, 40) }));
  return amount;
}

/** The amount with the sign of a CdtDbtInd: what leaves the account is negative. */
export function signed(amount: Decimal, sign: string | null): Decimal {
  return sign === 'DBIT' ? negated(amount) : amount;
}

/** xs:date and xs:dateTime, and the two other spellings of them that cannot be misunderstood: compact, and a blank for the T. */
const DAY = /^(\d{4})(-?)(\d{2})\2(\d{2})(?:[T ][\d:.,]*)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/**
 * The bank's local day of a date or a date with time, whatever its offset: 2025-03-31T23:59:59+02:00 is 31 March.
 * Null when absent, and null with a fault when it is no day of the calendar.
 */
export function dayOfText(text: string | null, context: Context, line: number): Day | null {
  if (text === null) return null;
  // Both days of an entry, and most entries of a statement, have the same day.
  if (text === context.lastDay) return context.lastDay;
  const known = context.days.get(text);
  if (known !== undefined) {
    context.lastDay = known;
    return known;
  }
  const parts = DAY.exec(text);
  const day = parts && dayOf(Number(parts[1]), Number(parts[3]), Number(parts[4]));
  if (day !== null && text.length === 10) context.days.set(text, day);
  if (day === null) refuse(context, line, fault('date-unreadable', {}, { text: text.slice(0, 40) }));
  return day;
}

/** xs:boolean. */
export function isTrue(text: string | null): boolean {
  return text === 'true' || text === '1';
}

/** Notes a fault at the context's place. */
export function refuse(context: Context, line: number, it: Fault): void {
  context.faults.push({ ...it, place: { file: context.file, line, path: context.path } });
}

/** 'PMNT-RCDT-ESCT' of the detail, else of the entry, else the bank's own code. */
export function bankCodeOf(entry: BankCodes, detail: BankCodes | null): string | null {
  return (detail && isoCode(detail)) ?? isoCode(entry) ?? detail?.proprietary ?? entry.proprietary;
}

type BankCodes = { domain: string | null; family: string | null; subFamily: string | null; proprietary: string | null };

function isoCode(it: BankCodes): string | null {
  if (it.domain === null) return null;
  if (it.family === null) return it.domain;
  return it.subFamily === null ? `${it.domain}-${it.family}` : `${it.domain}-${it.family}-${it.subFamily}`;
}

/** An account number without the blanks of its printed form, so that one account is one text. */
export function accountText(text: string | null): string | null {
  return text !== null && PRINTED_IBAN.test(text) ? text.replace(/\s+/g, '') : text;
}

const PRINTED_IBAN = /^[A-Z]{2}\d{2}\s[\sA-Z0-9]{10,40}$/;
