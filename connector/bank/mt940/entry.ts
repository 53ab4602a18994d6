// One :61: line: day, direction, amount and references of an entry, in the order that SWIFT fixes and banks stretch.
import { type Day, dayOf, daysBetween, partsOf } from '../../../sync/model/day.ts';
import type { Amount, Decimal } from '../../../sync/model/statement.ts';
import { negated, plainDecimal } from '../decimal.ts';

export type Entry = {
  valueDate: Day;
  /** The entry day; null where the bank leaves it out. */
  bookingDate: Day | null;
  /** Signed: positive is money in. */
  amount: Decimal;
  /** RC and RD: the entry takes an earlier one back. */
  reversal: boolean;
  /** EC and ED: expected, not booked. */
  expected: boolean;
  /** Four characters: how the bank sent it (N, F, S) and the kind of transaction (TRF, CHK …). */
  type: string | null;
  /** The account owner's reference; null for NONREF and the marks that only point to :86:. */
  ownerReference: string | null;
  /** The bank's own reference, behind '//'. */
  bankReference: string | null;
  /** Supplementary details, as one text, without their coded parts. */
  details: string | null;
  /** /OCMT/ and /CHGS/ of the details: the original amount, and charges. */
  original: Amount | null;
  charges: Amount[];
};

/** What of the line cannot be read. */
export type Flaw = { code: 'record-unreadable' | 'amount-unreadable' | 'date-unreadable'; text: string };

// Value day, entry day or blanks, mark, funds code (third letter of the currency), amount, type, references.
const LINE = /^(\d{6})(\d{4}|\s{4})?\s?(E[CD]|R?[CD])([A-Z])?([\d.,]+)\s?((?!NONREF|NOREF)[NSF][A-Z0-9 ]{3})?(.*)$/i;

/** Years of two digits: SWIFT began in 1977, so that 70 and above are of the last century. */
const LAST_CENTURY_FROM = 70;

/** References that are none, or say only where in :86: the reference stands. */
const NO_REFERENCE = /^(NONREF|NOREF|EREF|PREF|KREF|MARF|MREF|N)?\+?$/i;

/** Reads the lines of a :61: field. */
export function entryOf(lines: readonly string[]): Entry | Flaw {
  const first = lines[0]!.trim();
  const parts = LINE.exec(first);
  if (!parts) return { code: 'record-unreadable', text: first.slice(0, 40) };
  const valueDate = dayOfDigits(parts[1]!);
  if (valueDate === null) return { code: 'date-unreadable', text: parts[1]! };
  const amount = amountOf(parts[5]!);
  if (amount === null) return { code: 'amount-unreadable', text: parts[5]! };
  const mark = parts[3]!.toUpperCase();
  const isDebit = mark === 'D' || mark === 'RC' || mark === 'ED';
  // The bank's reference stands in the next line where the owner's fills this one.
  const isWrapped = !parts[7]!.includes('//') && lines[1]?.startsWith('//') === true;
  const [owner = '', ...bank] = (parts[7]! + (isWrapped ? lines[1]! : '')).split('//');
  const details = textOf(lines.slice(isWrapped ? 2 : 1).join(' '));
  return {
    valueDate,
    bookingDate: entryDay(parts[2] ?? '', valueDate),
    amount: isDebit ? negated(amount) : amount,
    reversal: mark.startsWith('R'),
    expected: mark.startsWith('E'),
    type: textOf(parts[6] ?? '')?.toUpperCase() ?? null,
    ownerReference: NO_REFERENCE.test(owner.trim()) ? null : owner.trim(),
    bankReference: textOf(bank.join('//')),
    details: textOf((details ?? '').replace(/\/(?:TRCD|OCMT|CHGS)\/[^/]*\/?/g, ' ')),
    original: codedAmounts(details, 'OCMT')[0] ?? null,
    charges: codedAmounts(details, 'CHGS'),
  };
}

/** 'YYMMDD' as a day; null when it is none. */
export function dayOfDigits(text: string): Day | null {
  if (!/^\d{6}$/.test(text)) return null;
  const year = Number(text.slice(0, 2));
  return dayOf(year + (year < LAST_CENTURY_FROM ? 2000 : 1900), Number(text.slice(2, 4)), Number(text.slice(4)));
}

/** '1234,' and '1234,56' as SWIFT has it; a point where a bank writes one. Never signed: the mark is the sign. */
export function amountOf(text: string): Decimal | null {
  const trimmed = text.trim();
  return /^[\d.,]+$/.test(trimmed) ? plainDecimal(trimmed, trimmed.includes(',') ? ',' : '.') : null;
}

/** The entry day has no year: it is the one nearest to the value day, so that December stays before January. */
function entryDay(digits: string, valueDate: Day): Day | null {
  if (!/^\d{4}$/.test(digits)) return null;
  const { year } = partsOf(valueDate);
  const days = [year - 1, year, year + 1].map((it) => dayOf(it, Number(digits.slice(0, 2)), Number(digits.slice(2))));
  const distance = (day: Day) => Math.abs(daysBetween(valueDate, day));
  return days.filter((day) => day !== null).sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** Amounts after a code word: '/OCMT/EUR11,85//CHGS/EUR0,50/'. */
function codedAmounts(details: string | null, word: string): Amount[] {
  const pattern = new RegExp(`/${word}/([A-Z]{3})(\\d[\\d.,]*)`, 'g');
  return [...(details ?? '').matchAll(pattern)].flatMap((parts) => {
    const amount = amountOf(parts[2]!);
    return amount === null ? [] : [{ amount, currency: parts[1]! }];
  });
}

function textOf(text: string): string | null {
  return text.match(/\S+/g)?.join(' ') ?? null;
}
