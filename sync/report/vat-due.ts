// Which VAT falls due when: on receipt (services, CGI 269-2 c) or at the invoice (goods, or the option for debits), line by line.
import type { VatDue } from '../model/company.ts';
import { mulDiv, sum } from '../model/money.ts';
import type { BookLine, Period, SettledPart } from '../model/report.ts';

/** Rates in force in France and its overseas departments, in hundredths of a percent (CGI 278, 278 bis, 279, 281 quater, 296). */
const RATES = [2000, 1000, 850, 550, 210, 105];

/** How far the VAT of an invoice may be from a rate and still be of it: each of its lines was rounded. */
const ROUNDING_MINOR = 3;

/**
 * receipts, debits, mixed: as the entry of the invoice says, or the company where it says nothing. untold: neither does.
 * none: the invoice has no VAT. unknown: what VAT it has is not in the ledger kept here.
 */
export type Regime = 'receipts' | 'debits' | 'mixed' | 'none' | 'untold' | 'unknown';

type Taxed = { vatMinor: number | null; vatWaitingMinor: number | null };

export type VatSplit = {
  regime: Regime;
  /** Nobody but the company says it. */
  isDeclared: boolean;
  /** Of the VAT: due when paid, and due at the invoice; null where it is not known which. */
  onReceipt: number | null;
  onDebit: number | null;
};

/** `declared`: what the company says of invoices whose entries do not tell. */
export function splitOf({ vatMinor, vatWaitingMinor }: Taxed, declared: VatDue | null): VatSplit {
  const nothing = { isDeclared: false, onReceipt: null, onDebit: null };
  if (vatMinor === null) return { regime: 'unknown', ...nothing };
  if (vatMinor === 0 && !vatWaitingMinor) return { regime: 'none', isDeclared: false, onReceipt: 0, onDebit: 0 };
  const isDeclared = vatWaitingMinor === null;
  if (isDeclared && declared === null) return { regime: 'untold', ...nothing };
  const onReceipt = vatWaitingMinor ?? (declared === 'receipts' ? vatMinor : 0);
  const onDebit = vatMinor - onReceipt;
  const regime = onReceipt === 0 ? 'debits' : onDebit === 0 ? 'receipts' : 'mixed';
  return { regime, isDeclared, onReceipt, onDebit };
}

/** The rate whose VAT is the invoice's; 0 without VAT; null where it holds several or none that we know. */
export function rateOf(grossMinor: number, vatMinor: number | null): number | null {
  if (vatMinor === null) return null;
  if (vatMinor === 0) return 0;
  const net = grossMinor - vatMinor;
  return RATES.find((rate) => Math.abs(mulDiv(net, rate, 10_000, 'half-up') - vatMinor) <= ROUNDING_MINOR) ?? null;
}

/**
 * A receipt of the period. `containedMinor`: VAT in what was paid, whenever it is due. `dueMinor` and `netMinor`: the VAT that the
 * receipt makes due, and its base; null where it is not known whether, or of an invoice of several rates in part (base).
 */
export type Received = SettledPart & {
  split: VatSplit;
  rate: number | null;
  containedMinor: number | null;
  dueMinor: number | null;
  netMinor: number | null;
};

/**
 * Each receipt with its VAT: of the invoice's, in proportion to what is paid of it. Rounded over the sum so far, so that an invoice
 * that is paid whole has made its whole VAT due, to the cent.
 */
export function receiptsOf(period: Period, parts: readonly SettledPart[], declared: VatDue | null): Received[] {
  const paid = new Map<string, number>();
  const found: Received[] = [];
  for (const it of parts) {
    if (it.paymentKind !== 'payment') continue;
    const before = paid.get(it.itemId) ?? 0;
    paid.set(it.itemId, before + it.amountMinor);
    if (it.paymentDay < period.from && it.day < period.from) continue;
    const share = (whole: number | null) => {
      if (whole === null) return null;
      const at = (minor: number) => mulDiv(minor, whole, it.invoiceMinor, 'half-up');
      return at(before + it.amountMinor) - at(before);
    };
    const split = splitOf(it, declared);
    const containedMinor = share(it.vatMinor);
    const rate = rateOf(it.invoiceMinor, it.vatMinor);
    // Of an invoice taxed on receipt alone, net and VAT make what was received, to the cent.
    const netMinor =
      split.regime === 'receipts' || split.regime === 'none'
        ? it.amountMinor - (containedMinor ?? 0)
        : share(split.regime === 'mixed' ? partNet(it.invoiceMinor, it.vatMinor, split.onReceipt) : null);
    found.push({ ...it, split, rate, containedMinor, dueMinor: share(split.onReceipt), netMinor });
  }
  return found;
}

/** The base of a part of the VAT: its share of the net, where all is of one rate. */
function partNet(grossMinor: number, vatMinor: number | null, partMinor: number | null): number | null {
  if (!vatMinor || partMinor === null || rateOf(grossMinor, vatMinor) === null) return null;
  return mulDiv(grossMinor - vatMinor, partMinor, vatMinor, 'half-up');
}

/** An invoice or credit note (negative) of the period with the VAT that falls due by its date. */
export type Billed = BookLine & { split: VatSplit; rate: number | null; netMinor: number | null };

/** Of those whose VAT is due at the invoice, in whole or in part, and of those that do not tell. */
export function billedOf(lines: readonly BookLine[], declared: VatDue | null): Billed[] {
  return lines.flatMap((it) => {
    if (it.kind !== 'invoice' && it.kind !== 'credit-note') return [];
    const split = splitOf(it, declared);
    if (split.regime === 'receipts' || split.regime === 'none' || split.regime === 'unknown') return [];
    const { amountMinor, vatMinor } = it;
    const isPart = split.regime === 'mixed';
    const whole = split.onDebit === null ? null : amountMinor - (vatMinor ?? 0);
    const netMinor = isPart ? partNet(amountMinor, vatMinor, split.onDebit) : whole;
    return [{ ...it, split, rate: rateOf(amountMinor, vatMinor), netMinor }];
  });
}

/** Money received in the period that no invoice says the VAT of: deposits, whole, and what no claim had taken by its end. */
export function looseOf(lines: readonly BookLine[]): BookLine[] {
  return lines.filter((it) => it.kind === 'payment' && it.amountMinor < 0 && looseMinor(it) > 0);
}

export function looseMinor({ role, amountMinor, openMinor }: BookLine): number {
  return role === 'advance' ? -amountMinor : -openMinor;
}

/** The sum of what is known; null where nothing is. */
export function knownSum(minors: readonly (number | null)[]): number | null {
  const known = minors.filter((it) => it !== null);
  return known.length === 0 ? null : sum(known);
}

/** Gross, net and VAT due: the last two of what is known. */
export function taxSums<T extends { amountMinor: number; netMinor: number | null }>(
  rows: readonly T[],
  dueOf: (row: T) => number | null,
): (number | null)[] {
  return [sum(rows.map((it) => it.amountMinor)), knownSum(rows.map((it) => it.netMinor)), knownSum(rows.map(dueOf))];
}
