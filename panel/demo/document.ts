// Invoices and credit notes: what they bear, how they are booked, how they get their numbers.
import { type Day, partsOf } from '../../sync/model/day.ts';
import { type Money, mulDiv, sum } from '../../sync/model/money.ts';
import { creditorReference } from './account-number.ts';
import type { Customer } from './customer.ts';
import { type Entry, type Ledger, type Line, type LineSpec, post } from './ledger.ts';
import { dueDay } from './terms.ts';

/** VAT rates in basis points, with the accounts of sales and of collected VAT. */
const RATES = {
  2000: { sales: '707100', vat: '445710' },
  1000: { sales: '707200', vat: '445711' },
  550: { sales: '707300', vat: '445712' },
  0: { sales: '707900', vat: null },
} as const;

export type Rate = keyof typeof RATES;

/** Cents before VAT by rate. */
export type Part = { rate: Rate; netMinor: number };

/** How a document's total stands on the customer's accounts: one line, instalments, or a retention. */
export type Share = { account: string; minor: number; due: Day; label?: string };

export type Document = {
  readonly kind: 'invoice' | 'credit-note' | 'deposit';
  readonly customer: Customer;
  readonly day: Day;
  readonly due: Day;
  readonly parts: readonly Part[];
  /** Cents with VAT, in the company's currency; negative for a credit note. */
  readonly totalMinor: number;
  readonly foreign: Money | null;
  /** The customer's own order number, where the invoice repeats it. */
  readonly order: string | null;
  readonly entry: Entry;
  /** The customer's lines of the entry: the open items. */
  readonly lines: readonly Line[];
  /** When it is paid by habit; null: not so, or not in time. */
  readonly payDay: Day | null;
};

export type DocumentSpec = {
  kind?: Document['kind'];
  customer: Customer;
  day: Day;
  parts: readonly Part[];
  order?: string | null;
  payDay?: Day | null;
  shares?: (totalMinor: number) => Share[];
  foreign?: Money | null;
  /** Added to the label, before numbers are known. */
  note?: string;
};

/** The VAT of a part, rounded half up as invoices do. */
function vatOf(part: Part): number {
  return mulDiv(part.netMinor, part.rate, 10_000, 'half-up');
}

/** The parts of one rate that make a total with VAT to the cent, or miss it by one. */
export function partsOfTotal(totalMinor: number, rate: Rate = 2000): Part[] {
  return [{ rate, netMinor: mulDiv(totalMinor, 10_000, 10_000 + rate, 'half-up') }];
}

/** Books a document in the sales journal; its number comes later. */
export function issue(ledger: Ledger, spec: DocumentSpec): Document {
  const { customer, day, parts } = spec;
  const totalMinor = sum(parts.map((part) => part.netMinor + vatOf(part)));
  const kind = spec.kind ?? (totalMinor < 0 ? 'credit-note' : 'invoice');
  const due = kind === 'credit-note' ? day : dueDay(day, customer.terms);
  const shares = spec.shares?.(totalMinor) ?? [{ account: '411000', minor: totalMinor, due }];
  const foreign = spec.foreign ?? null;
  const entry = post(ledger, { journal: 'VE', day, piece: '', label: spec.note ?? '' }, [
    ...shares.map(
      (share): LineSpec => ({
        account: share.account,
        minor: share.minor,
        auxiliary: customer,
        foreign,
        label: share.label ?? null,
      }),
    ),
    ...parts.flatMap((part) => salesLines(part, kind === 'deposit' ? customer : null)),
  ]);
  const lines = entry.lines.slice(0, shares.length);
  return {
    kind,
    customer,
    day,
    due,
    parts,
    totalMinor,
    foreign,
    order: spec.order ?? null,
    entry,
    lines,
    payDay: spec.payDay ?? null,
  };
}

/** Gives every document its number, by kind and calendar year, in the order of days. */
export function number(documents: readonly Document[]): void {
  const ordered = documents.map((document, i) => ({ document, i }));
  ordered.sort((a, b) => (a.document.day < b.document.day ? -1 : a.document.day > b.document.day ? 1 : a.i - b.i));
  const next = new Map<string, number>();
  const oldest = ordered[0] && partsOf(ordered[0].document.day);
  for (const { document } of ordered) {
    const { year } = partsOf(document.day);
    const series = `${SERIES[document.kind]}/${year}`;
    // The books begin in the middle of a year: its earlier numbers were used before.
    const first = oldest && year === oldest.year ? 1 + (oldest.month - 1) * (document.kind === 'invoice' ? 150 : 6) : 1;
    const n = next.get(series) ?? first;
    next.set(series, n + 1);
    const piece = `${series}/${String(n).padStart(document.kind === 'invoice' ? 5 : 4, '0')}`;
    document.entry.piece = piece;
    document.entry.label = labelOf(document, piece);
  }
}

export function numberOf(document: Document): string {
  if (document.entry.piece === '') throw new Error('document: asked for its number before it has one');
  return document.entry.piece;
}

/** The structured reference that an invoice prints: RF, check digits, the number without its slashes. */
export function referenceOf(document: Document): string {
  return creditorReference(numberOf(document).replaceAll('/', ''));
}

const SERIES = { invoice: 'FAC', 'credit-note': 'AVO', deposit: 'ACO' } as const;
const WORDS = { invoice: 'Facture', 'credit-note': 'Avoir', deposit: "Facture d'acompte" } as const;

function labelOf(document: Document, piece: string): string {
  const note = document.entry.label && ` ${document.entry.label}`;
  const order = document.order ? ` Cde ${document.order}` : '';
  return `${WORDS[document.kind]} ${piece} ${document.customer.name}${order}${note}`;
}

/** A deposit is owed to its customer (4191) until the final invoice; everything else is a sale. */
function salesLines(part: Part, depositor: Customer | null): LineSpec[] {
  const { sales, vat } = RATES[part.rate];
  const lines: LineSpec[] = depositor
    ? [{ account: '419100', minor: -part.netMinor, auxiliary: depositor }]
    : [{ account: sales, minor: -part.netMinor }];
  if (vat) lines.push({ account: vat, minor: -vatOf(part) });
  return lines;
}
