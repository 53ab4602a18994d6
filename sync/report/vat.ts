// VAT due on receipts by rate, with the payments of each invoice: services are taxed in the month in which they are paid (CGI 269-2 c).
import { mulDiv, sum } from '../model/money.ts';
import type { BookLine, Period, SettledPart } from '../model/report.ts';
import { line, type Sheet, type SheetRow, total } from '../model/sheet.ts';
import { dayIn, type Heading, timeFacts } from './asked.ts';

/** Rates in force in France and its overseas departments, in hundredths of a percent (CGI 278, 278 bis, 279, 281 quater, 296). */
const RATES = [2000, 1000, 850, 550, 210, 105];

/** How far the VAT of an invoice may be from a rate and still be of it: each of its lines was rounded. */
const ROUNDING_MINOR = 3;

export type Received = SettledPart & { partVatMinor: number | null; rate: number | null };

/**
 * Each receipt with the VAT that it makes due: of the invoice's, in proportion to what is paid of it. Rounded over the sum so far, so
 * that an invoice that is paid whole has made its whole VAT due, to the cent.
 */
export function receiptsOf(period: Period, parts: readonly SettledPart[]): Received[] {
  const paid = new Map<string, number>();
  const found: Received[] = [];
  for (const it of parts) {
    if (it.paymentKind !== 'payment') continue;
    const before = paid.get(it.itemId) ?? 0;
    paid.set(it.itemId, before + it.amountMinor);
    if (it.paymentDay < period.from && it.day < period.from) continue;
    const vatOf = (minor: number) => mulDiv(minor, it.vatMinor ?? 0, it.invoiceMinor, 'half-up');
    const partVatMinor = it.vatMinor === null ? null : vatOf(before + it.amountMinor) - vatOf(before);
    found.push({ ...it, partVatMinor, rate: rateOf(it) });
  }
  return found;
}

/** The rate whose VAT is the invoice's; 0 without VAT; null where it holds several or none that we know. */
export function rateOf({ invoiceMinor, vatMinor }: Pick<SettledPart, 'invoiceMinor' | 'vatMinor'>): number | null {
  if (vatMinor === null) return null;
  if (vatMinor === 0) return 0;
  const net = invoiceMinor - vatMinor;
  return RATES.find((rate) => Math.abs(mulDiv(net, rate, 10_000, 'half-up') - vatMinor) <= ROUNDING_MINOR) ?? null;
}

/** Money received in the period that no invoice says the VAT of: deposits, whole, and what no claim had taken by its end. */
export function looseOf(lines: readonly BookLine[]): BookLine[] {
  return lines.filter((it) => it.kind === 'payment' && it.amountMinor < 0 && looseMinor(it) > 0);
}

function looseMinor({ role, amountMinor, openMinor }: BookLine): number {
  return role === 'advance' ? -amountMinor : -openMinor;
}

/** `booked`: the lines of the customer accounts in the period. */
export function vatSheets(
  period: Period,
  parts: readonly SettledPart[],
  booked: readonly BookLine[],
  currency: string,
  heading: Heading,
): Sheet[] {
  const receipts = receiptsOf(period, parts);
  const loose = looseOf(booked);
  return [
    summary(period, receipts, loose, currency, heading),
    detail(period, receipts, currency, heading),
    ...(loose.length === 0 ? [] : [looseSheet(period, loose, currency, heading)]),
  ];
}

function summary(
  period: Period,
  receipts: readonly Received[],
  loose: readonly BookLine[],
  currency: string,
  { company, say }: Heading,
): Sheet {
  const groups = new Map<string, Received[]>();
  for (const it of receipts) groups.set(rateText(it, say), [...(groups.get(rateText(it, say)) ?? []), it]);
  const rows = [...groups]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([rate, some]): SheetRow => line(rate, some.length, ...sums(some)));
  return {
    name: 'tva-sur-encaissements',
    title: say('TVA sur les encaissements, par taux', 'VAT on receipts, by rate'),
    facts: [company, periodText(period, say), ...timeFacts(period, say).slice(1)],
    control: null,
    columns: [
      { head: say('Taux', 'Rate'), kind: 'text', share: 24 },
      { head: say('Encaissements', 'Receipts'), kind: 'count', share: 12 },
      { head: say('Encaissé TTC', 'Received incl. VAT'), kind: 'money', share: 16 },
      { head: say('Base HT', 'Net'), kind: 'money', share: 16 },
      { head: say('TVA exigible', 'VAT due'), kind: 'money', share: 16 },
    ],
    rows: [...rows, total('Total', receipts.length, ...sums(receipts)), ...looseRows(loose, say)],
    notes: LIMITS.map(({ fr, en }) => say(fr, en)),
    currency,
    wide: false,
  };
}

const LIMITS = [
  {
    fr: 'Date retenue : le jour comptable du règlement. La règle est : virement, jour du crédit ; chèque, jour de la remise ; effet, échéance. Le grand livre ne dit pas le moyen de paiement : à vérifier pour chèques et effets.',
    en: 'Day taken: the accounting day of the payment. The rule is: transfer, day of the credit; cheque, day handed over; bill, maturity. The ledger does not say the means of payment: to be checked for cheques and bills.',
  },
  {
    fr: 'Le taux est déduit de la TVA contenue dans la facture ; « plusieurs taux » : la ventilation n’est pas dans les comptes tenus ici. Le régime (débits ou encaissements) n’y est pas non plus : ne retenir que les prestations taxées sur l’encaissement.',
    en: 'The rate follows from the VAT that the invoice contains; "several rates": how it divides is not in the accounts kept here. Neither is the regime (on debits or on receipts): take only services taxed on receipt.',
  },
  {
    fr: 'Acomptes et encaissements sans facture : hors du total, leur TVA est à déterminer. Encaissements pas encore au grand livre : non compris.',
    en: 'Deposits and receipts without an invoice are outside the total, their VAT is to be determined. Receipts not in the ledger yet are not included.',
  },
];

function looseRows(loose: readonly BookLine[], say: Heading['say']): SheetRow[] {
  const row = (name: string, some: readonly BookLine[]) =>
    some.length === 0 ? [] : [line(name, some.length, sum(some.map(looseMinor)), say('à déterminer', 'to determine'))];
  return [
    ...row(
      say('Sans facture affectée', 'Without an invoice'),
      loose.filter((it) => it.role !== 'advance'),
    ),
    ...row(
      say('Acomptes reçus (4191)', 'Deposits received (4191)'),
      loose.filter((it) => it.role === 'advance'),
    ),
  ];
}

/** One row a receipt that no invoice takes: what is still to be matched, or declared by hand. */
function looseSheet(period: Period, loose: readonly BookLine[], currency: string, { company, say }: Heading): Sheet {
  const all = [...loose].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return {
    name: 'encaissements-sans-facture',
    title: say('Encaissements sans facture', 'Receipts without an invoice'),
    facts: [company, periodText(period, say)],
    control: null,
    columns: [
      { head: say('Jour du paiement', 'Day of payment'), kind: 'day', share: 10 },
      { head: say('Client', 'Customer'), kind: 'text', share: 24 },
      { head: say('Compte', 'Account'), kind: 'text', share: 10 },
      { head: say('Écriture', 'Entry'), kind: 'text', share: 14 },
      { head: say('Libellé', 'Label'), kind: 'text', share: 26 },
      { head: say('Reçu TTC', 'Received incl. VAT'), kind: 'money', share: 12, carried: 'sum' },
    ],
    rows: [
      ...all.map((it) =>
        line(it.day, it.partyName ?? '', it.account, `${it.journal} ${it.entry}`, it.label, looseMinor(it)),
      ),
      total(null, 'Total', '', '', '', sum(all.map(looseMinor))),
    ],
    notes: [],
    currency,
    wide: true,
  };
}

/** One row a payment of an invoice: what e-reporting of payments asks for (CGI 290 A: date, amount, rate). */
function detail(period: Period, receipts: readonly Received[], currency: string, { company, say }: Heading): Sheet {
  return {
    name: 'paiements-par-facture',
    title: say('Paiements par facture (e-reporting)', 'Payments by invoice (e-reporting)'),
    facts: [company, periodText(period, say)],
    control: null,
    columns: [
      { head: say('Jour du paiement', 'Day of payment'), kind: 'day', share: 10 },
      { head: say('Facture', 'Invoice'), kind: 'text', share: 14 },
      { head: say('Client', 'Customer'), kind: 'text', share: 24 },
      { head: say('Facture du', 'Invoice of'), kind: 'day', share: 10 },
      { head: say('Règlement', 'Payment'), kind: 'text', share: 12 },
      { head: say('Taux', 'Rate'), kind: 'text', share: 12 },
      { head: say('Encaissé TTC', 'Received incl. VAT'), kind: 'money', share: 12, carried: 'sum' },
      { head: say('Base HT', 'Net'), kind: 'money', share: 12, carried: 'sum' },
      { head: say('TVA exigible', 'VAT due'), kind: 'money', share: 12, carried: 'sum' },
    ],
    rows: [
      ...receipts.map((it) =>
        line(
          ...[
            it.paymentDay,
            it.document ?? '',
            it.partyName ?? '',
            it.issueDay,
            `${it.paymentJournal} ${it.paymentEntry}`,
          ],
          ...[rateText(it, say), ...sums([it])],
        ),
      ),
      total(null, 'Total', '', null, '', '', ...sums(receipts)),
    ],
    notes: [],
    currency,
    wide: true,
  };
}

/** Received, net of VAT, VAT: the last two only of what the VAT is known of. */
function sums(receipts: readonly Received[]): (number | null)[] {
  const known = receipts.filter((it) => it.partVatMinor !== null);
  const received = receipts.reduce((sum, it) => sum + it.amountMinor, 0);
  if (known.length === 0) return [received, null, null];
  const vat = known.reduce((sum, it) => sum + (it.partVatMinor ?? 0), 0);
  return [received, known.reduce((sum, it) => sum + it.amountMinor, 0) - vat, vat];
}

function rateText({ rate, vatMinor }: Received, say: Heading['say']): string {
  if (vatMinor === null) return say('TVA inconnue', 'VAT unknown');
  if (rate === null) return say('plusieurs taux', 'several rates');
  const decimals = String(rate % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.trunc(rate / 100)}${decimals === '' ? '' : say(',', '.') + decimals}\u00a0%`;
}

function periodText(period: Period, say: Heading['say']): string {
  return `${say('Du', 'From')} ${dayIn(period.from, say)} ${say('au', 'to')} ${dayIn(period.asOf, say)}`;
}
