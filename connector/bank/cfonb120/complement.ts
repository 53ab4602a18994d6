// The 05 records of one movement in plain facts.
import type { Amount, Transaction } from '../../../sync/model/statement.ts';
import { field, pointed } from './field.ts';
import { type Meaning, QUALIFIERS } from './qualifier-codes.ts';

type Texts = {
  debtor: string | null;
  ultimateDebtor: string | null;
  debtorAccount: string | null;
  creditor: string | null;
  ultimateCreditor: string | null;
  creditorAccount: string | null;
  endToEndId: string | null;
  mandateId: string | null;
  bankReference: string | null;
  returnReason: string | null;
};

export type Complement = Texts &
  Pick<Transaction, 'remittance' | 'note' | 'references' | 'charges'> & { original: Amount | null };

/** References and identifiers take the first half of the 70 characters; what stands behind explains them. */
const IDENTIFIER_UNITS = 35;

/** What each meaning does with the 70 characters. */
const TAKE: Readonly<Record<Meaning, (facts: Complement, text: string) => void>> = {
  text: (facts, text) => facts.remittance.push(text.trim()),
  note: (facts, text) => facts.note.push(words(text)),
  debtor: (facts, text) => once(facts, 'debtor', text),
  'ultimate-debtor': (facts, text) => once(facts, 'ultimateDebtor', text),
  'debtor-account': (facts, text) => once(facts, 'debtorAccount', text.replaceAll(' ', '')),
  creditor: (facts, text) => once(facts, 'creditor', text),
  'ultimate-creditor': (facts, text) => once(facts, 'ultimateCreditor', text),
  'creditor-account': (facts, text) => once(facts, 'creditorAccount', text.replaceAll(' ', '')),
  'bank-reference': (facts, text) => once(facts, 'bankReference', text),
  'client-reference': (facts, text) => identifier(facts, 'endToEndId', text),
  mandate: (facts, text) => identifier(facts, 'mandateId', text),
  'structured-reference': (facts, text) => {
    facts.references.push(text.slice(0, IDENTIFIER_UNITS).trim());
    rest(facts, text);
  },
  'return-reason': (facts, text) => {
    const [code = ''] = /^[A-Z]{2}(?:\d{2}|[A-Z]{2})(?![A-Z0-9])/.exec(text) ?? /^[A-Z]{2}\d{2}/.exec(text) ?? [];
    if (code !== '') facts.returnReason ??= code;
    facts.note.push(words(text));
  },
  'original-amount': (facts, text) => {
    const amount = amountIn(text);
    if (amount && !facts.original) facts.original = amount;
    else facts.note.push(words(text));
  },
  charge: (facts, text) => {
    const amount = amountIn(text);
    if (amount) facts.charges.push(amount);
    else facts.note.push(words(text));
  },
};

/** Reads the 05 records of a movement in their order. A qualifier that is not known keeps its text as remittance. */
export function complementOf(records: readonly string[]): Complement {
  const facts = empty();
  for (const record of records) {
    const text = field(record, 'information');
    if (text.trim() !== '') TAKE[QUALIFIERS[field(record, 'qualifier')] ?? 'text'](facts, text);
  }
  return facts;
}

/** The first text of a kind is the fact; another one is kept as a note. */
function once(facts: Complement, name: keyof Texts, text: string): void {
  if (facts[name] === null) facts[name] = words(text);
  else if (facts[name] !== words(text)) facts.note.push(words(text));
}

/** The words for "none given" are no identifier. */
function identifier(facts: Complement, name: keyof Texts, text: string): void {
  const value = text.slice(0, IDENTIFIER_UNITS).trim();
  if (value !== '' && !/^NOT ?(PROVIDED|AVAILABLE|AVAIL)$/i.test(value)) once(facts, name, value);
  rest(facts, text);
}

function rest(facts: Complement, text: string): void {
  const value = words(text.slice(IDENTIFIER_UNITS));
  if (value !== '') facts.note.push(value);
}

/** Currency, its decimals and fourteen digits without sign: 'EUR200000000000740'. */
function amountIn(text: string): Amount | null {
  const parts = /^([A-Z]{3})(\d)([\d ]{14})/.exec(text);
  const amount = parts && pointed(parts[3]!.trim(), parts[2]!);
  return parts && amount !== null ? { amount, currency: parts[1]! } : null;
}

function words(text: string): string {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .join(' ');
}

function empty(): Complement {
  return {
    debtor: null,
    ultimateDebtor: null,
    debtorAccount: null,
    creditor: null,
    ultimateCreditor: null,
    creditorAccount: null,
    endToEndId: null,
    mandateId: null,
    bankReference: null,
    returnReason: null,
    remittance: [],
    note: [],
    references: [],
    charges: [],
    original: null,
  };
}
