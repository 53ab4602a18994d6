// The demo company's customers: some three hundred firms that do not exist, each with a habit.
import type { Terms } from '../../sync/model/company.ts';
import type { BankKey } from './account.ts';
import { ARMELANE, belgianIban, frenchIban, plainIban, VALMORIN } from './account-number.ts';
import { bankText } from './bank-text.ts';
import { CAST, type CastMember, type CastName } from './cast.ts';
import { FORMS, PLACES, SURNAMES, TOWNS, TRADES } from './directory.ts';
import type { Auxiliary } from './ledger.ts';
import type { Random } from './random.ts';
import { daysAfter, endOfMonthAfter } from './terms.ts';

/**
 * prompt: on the due day or near it. late, slow: weeks, months after it. discount: within eight days, less two percent.
 * grouped: several invoices in one payment, twice a month. statement: all that is due, once a month. none: only what a situation says.
 */
export type Habit = 'prompt' | 'late' | 'slow' | 'discount' | 'grouped' | 'statement' | 'none';

export type Medium = 'transfer' | 'cheque' | 'debit' | 'bill';

export type Customer = Auxiliary & {
  /** Name as banks carry it. */
  readonly bankName: string;
  readonly town: string;
  readonly country: string;
  /** Null where payments arrive without an account (cheques, a bank abroad). */
  readonly iban: string | null;
  readonly terms: Terms;
  readonly habit: Habit;
  readonly medium: Medium;
  /** The account of ours that this customer pays to. */
  readonly bank: BankKey;
  /** Share of all sales, relative to the others; 0 buys only what a situation says. */
  readonly weight: number;
  /** How this customer writes an invoice's number, an index of the wordings. */
  readonly style: number;
  /** A maintenance contract invoiced every month, in cents before VAT. */
  readonly contractMinor: number | null;
  readonly castName: CastName | null;
  readonly part: CastMember['part'] | null;
  /** One account for many occasional customers. */
  readonly shared: boolean;
};

const ORDINARY = 255;
const STANDARD = endOfMonthAfter(30);
const TERMS: readonly Terms[] = [STANDARD, STANDARD, STANDARD, STANDARD, daysAfter(30), endOfMonthAfter(45)];
const HABITS: readonly Habit[] = [
  ...Array<Habit>(36).fill('prompt'),
  ...Array<Habit>(24).fill('late'),
  ...Array<Habit>(9).fill('slow'),
  ...Array<Habit>(7).fill('discount'),
  ...Array<Habit>(13).fill('grouped'),
  ...Array<Habit>(11).fill('statement'),
];
/** Prices of maintenance contracts: few, so that many customers owe the same amount. */
const CONTRACTS = [9_900, 9_900, 14_500, 14_500, 24_000, 39_000];

/** All customers: the cast first, then ordinary firms. The same on every day. */
export function customersOf(random: Random): Customer[] {
  const customers = CAST.map((member, i) => castCustomer(member, i, random.fork(member.name)));
  const names = new Set(customers.map(({ name }) => name));
  for (let i = 0; customers.length < CAST.length + ORDINARY; i++) {
    const customer = ordinaryCustomer(customers.length, random.fork(`ordinary/${i}`));
    if (names.has(customer.name)) continue;
    names.add(customer.name);
    customers.push(customer);
  }
  return customers;
}

function ordinaryCustomer(index: number, random: Random): Customer {
  const trade = random.pick(TRADES);
  const proper = trade.with === 'place' ? random.pick(PLACES) : random.pick(SURNAMES);
  const form = random.pick(FORMS);
  const name = `${trade.name} ${proper}${form && !trade.public ? ` ${form}` : ''}`;
  const medium: Medium = random.chance(9)
    ? 'cheque'
    : random.chance(10)
      ? 'debit'
      : random.chance(4)
        ? 'bill'
        : 'transfer';
  const abroad = medium === 'transfer' && trade.with === 'surname' && random.chance(6);
  const country = abroad ? random.pick(['BE', 'CH', 'LU']) : 'FR';
  const rank = index - CAST.length;
  return {
    code: `CL${String(1001 + index * 7).padStart(4, '0')}`,
    name,
    bankName: bankText(name),
    town: random.pick(TOWNS),
    country,
    iban: medium === 'cheque' ? null : inventedIban(country, random),
    terms: random.pick(TERMS),
    habit: medium === 'transfer' ? random.pick(HABITS) : 'prompt',
    medium,
    bank: medium === 'transfer' ? (random.chance(68) ? 'main' : 'second') : 'collection',
    // A few large customers and a long tail, by rank.
    weight: Math.round(100_000 / (rank + 12)),
    style: random.int(0, 5),
    contractMinor: random.chance(9) ? random.pick(CONTRACTS) : null,
    castName: null,
    part: null,
    shared: false,
  };
}

function castCustomer(member: CastMember, index: number, random: Random): Customer {
  const country = member.country ?? 'FR';
  return {
    code: member.code ?? `CL${String(1001 + index * 7).padStart(4, '0')}`,
    name: member.title,
    bankName: bankText(member.title),
    town: member.town ?? random.pick(TOWNS),
    country,
    iban: member.account ?? (country === 'US' || country === 'MA' ? null : inventedIban(country, random)),
    terms: member.terms ?? STANDARD,
    habit: member.habit ?? 'prompt',
    medium: member.medium ?? 'transfer',
    bank: member.bank ?? 'main',
    weight: member.weight ?? 0,
    style: random.int(0, 5),
    contractMinor: null,
    castName: member.name,
    part: member.part,
    shared: member.part === 'shared',
  };
}

function inventedIban(country: string, random: Random): string {
  const digits = (n: number) => Array.from({ length: n }, () => random.int(0, 9)).join('');
  if (country === 'BE') return belgianIban(`99${digits(8)}`);
  if (country === 'CH') return plainIban('CH', `09999${digits(12)}`);
  if (country === 'LU') return plainIban('LU', `999${digits(13)}`);
  return frenchIban(random.pick([ARMELANE, VALMORIN]), `0${digits(4)}`, `0${digits(10)}`);
}
