// The table of payment terms that commercial accounts publish (C. com. L441-14 and D441-6): issued invoices, unpaid and paid late.
import type { AgedItem } from '../model/aging.ts';
import type { Terms } from '../model/company.ts';
import { type Day, daysBetween } from '../model/day.ts';
import { mulDiv, sum } from '../model/money.ts';
import type { Issued, Period, SettledPart } from '../model/report.ts';
import { line, type Sheet, type SheetColumn, type SheetRow, total } from '../model/sheet.ts';
import { dayIn, type Heading, moneyIn, timeFacts } from './asked.ts';

/** Brackets of the table of article A441-2: 0 day (for information), 1-30, 31-60, 61-90, 91 and more. */
const LAST_DAYS = [0, 30, 60, 90];

type Late = { document: string; days: number; minor: number; excluded: boolean; opening?: boolean };

/** `issued`: of the year, without credit notes; `salesMinor`: less credit notes. */
export type TermsFacts = { salesMinor: number; issued: Issued; terms: Terms; currency: string };

/** What a table is called, and what its amounts (and, where `whole` counts them, its invoices) are a share of. */
type Words = { name: string; title: string; amount: string; share: string; whole: string };

/** I: invoices issued, not settled at the closing day, past due. Doubtful debts are left out of it and shown as such. */
export function unpaidSheet(period: Period, items: readonly AgedItem[], facts: TermsFacts, heading: Heading): Sheet {
  const { say } = heading;
  const whole = { documents: null, amountMinor: facts.salesMinor };
  return sheetOf(period, unpaidOf(items), whole, facts, heading, {
    name: 'delais-de-paiement-impayes',
    title: say(
      'Factures émises non réglées à la clôture dont le terme est échu (D441-6 I)',
      'Invoices issued, unpaid at closing and past due (D441-6 I)',
    ),
    amount: say('Montant restant dû (TTC)', 'Amount still due (incl. VAT)'),
    share: say('Pourcentage du chiffre d’affaires TTC de l’exercice', 'Percentage of the year’s sales incl. VAT'),
    whole: say(
      'Chiffre d’affaires TTC de l’exercice (factures − avoirs)',
      'Sales of the year incl. VAT (invoices − credit notes)',
    ),
  });
}

function unpaidOf(items: readonly AgedItem[]): Late[] {
  return items.flatMap((it): Late[] => {
    // What an opening carries over was invoiced before the ledger kept here begins.
    const opening = it.kind === 'opening' || it.kind === 'earlier';
    const isClaim = it.kind === 'invoice' || opening || it.role === 'bills' || it.role === 'doubtful';
    if (!isClaim || it.role === 'advance' || it.openMinor <= 0 || it.daysLate === null || it.daysLate < 0) return [];
    const document = `${it.partyId}\t${it.document ?? it.itemId}`;
    return [{ document, days: it.daysLate, minor: it.openMinor, excluded: it.role === 'doubtful', opening }];
  });
}

/**
 * II: invoices that were late during the year, of the invoices issued in it: what was paid late, by the day of the payment, and what is
 * still open past its due day at closing. Each part of an invoice is in the bracket of its own delay; paid on the due day is 0 days.
 */
export function lateSheet(
  period: Period,
  items: readonly AgedItem[],
  parts: readonly SettledPart[],
  facts: TermsFacts,
  heading: Heading,
): Sheet {
  const { say } = heading;
  const paid = parts.flatMap((it): Late[] => {
    if (it.dueDay === null || it.paymentKind !== 'payment' || it.day < period.from) return [];
    const days = daysBetween(it.dueDay, it.paymentDay);
    const document = `${it.partyId}\t${it.document ?? it.itemId}`;
    const [excluded, opening] = [it.role === 'doubtful', it.kind === 'opening'];
    return days < 0 ? [] : [{ document, days, minor: it.amountMinor, excluded, opening }];
  });
  const still = unpaidOf(items).filter((it) => it.days > 0);
  const paidLateMinor = sum(paid.filter((it) => it.days > 0 && !it.excluded).map((it) => it.minor));
  const sheet = sheetOf(period, [...paid, ...still], facts.issued, facts, heading, {
    name: 'delais-de-paiement-retards',
    title: say(
      'Factures émises ayant connu un retard de paiement au cours de l’exercice (D441-6 II)',
      'Invoices issued that were late during the year (D441-6 II)',
    ),
    amount: say('Montant réglé en retard ou encore dû (TTC)', 'Amount paid late or still due (incl. VAT)'),
    share: say('Pourcentage du montant TTC des factures émises', 'Percentage of the amount invoiced, incl. VAT'),
    whole: say('Factures émises dans l’exercice (TTC)', 'Invoices issued in the year (incl. VAT)'),
  });
  const of = (minor: number) => moneyIn({ minor, currency: facts.currency }, say);
  const stillMinor = sum(still.filter((it) => !it.excluded).map((it) => it.minor));
  const split = say(
    `Dont réglé en retard ${of(paidLateMinor)} et encore dû en retard à la clôture ${of(stillMinor)}.`,
    `Of which paid late ${of(paidLateMinor)} and still due past its day at closing ${of(stillMinor)}.`,
  );
  return { ...sheet, notes: [split, ...looseNotes(period, items, facts.currency, say), ...sheet.notes] };
}

/** Money of the year that no invoice takes yet: it may have paid late, or in time, what stands as due. */
function looseNotes(period: Period, items: readonly AgedItem[], currency: string, say: Heading['say']): string[] {
  const loose = items.filter((it) => it.kind === 'payment' && it.openMinor < 0 && it.day >= period.from);
  if (loose.length === 0) return [];
  const amount = moneyIn({ minor: -sum(loose.map((it) => it.openMinor)), currency }, say);
  return [
    say(
      `Encaissements de l’exercice non affectés à une facture : ${loose.length}, ${amount} ; à lettrer avant de publier.`,
      `Receipts of the year that no invoice takes yet: ${loose.length}, ${amount}; to be matched before this is published.`,
    ),
  ];
}

function sheetOf(
  period: Period,
  late: readonly Late[],
  whole: { documents: number | null; amountMinor: number },
  { terms, currency }: TermsFacts,
  { company, say }: Heading,
  words: Words,
): Sheet {
  const counted = late.filter((it) => !it.excluded);
  const brackets = [...LAST_DAYS.map((_, i) => bracket(counted, i)), bracket(counted, LAST_DAYS.length)];
  const late1 = counted.filter((it) => it.days > 0);
  const excluded = late.filter((it) => it.excluded && it.days > 0);
  const all = [...brackets, late1];
  const share = (part: number, of: number | null) => shareOf(part, of) ?? say('n. d.', 'n/a');
  const { documents: issued, amountMinor } = whole;
  const gap = [null, null, null, null, null];
  return {
    name: words.name,
    title: words.title,
    facts: [
      company,
      `${say('Exercice du', 'Year from')} ${dayIn(period.from, say)} ${say('au', 'to')} ${dayIn(period.asOf, say)}`,
      ...timeFacts(period, say).slice(1),
    ],
    control: null,
    columns: termColumns(say),
    rows: [
      { level: 'head', cells: [say('(A) Tranches de retard de paiement', '(A) Brackets of late payment')] },
      { ...line(say('Nombre de factures concernées', 'Number of invoices'), ...all.map(documents)), as: 'count' },
      line(words.amount, ...all.map(sumOf)),
      { ...line(words.share, ...all.map((it) => share(sumOf(it), amountMinor))), as: 'percent' },
      ...ofNumber(issued, {
        ...line(
          say('Pourcentage du nombre des factures émises', 'Percentage of the number of invoices issued'),
          ...all.map((it) => share(documents(it), issued)),
        ),
        as: 'percent',
      }),
      {
        level: 'head',
        cells: [
          say('(B) Factures exclues du (A) : créances douteuses (416)', '(B) Left out of (A): doubtful debts (416)'),
        ],
      },
      { ...line(say('Nombre de factures exclues', 'Number left out'), ...gap, documents(excluded)), as: 'count' },
      line(say('Montant des factures exclues (TTC)', 'Amount left out (incl. VAT)'), ...gap, sumOf(excluded)),
      { level: 'head', cells: [say('(C) Délais de paiement de référence', '(C) Reference payment terms')] },
      { level: 'note', cells: [termsText(terms, say)] },
      ...ofNumber(issued, {
        ...total(say('Nombre de factures émises', 'Number of invoices issued'), ...gap, issued),
        as: 'count',
      }),
      total(words.whole, ...gap, amountMinor),
    ],
    notes: [...openingNotes(counted, currency, say), limitsText(say)],
    currency,
    wide: true,
  };
}

/** A row that only a table with a number of invoices has. */
function ofNumber(issued: number | null, row: SheetRow): SheetRow[] {
  return issued === null ? [] : [row];
}

/** Tenths of a percent; null of nothing. */
function shareOf(part: number, of: number | null): number | null {
  return of === null || of <= 0 ? null : mulDiv(part, 1000, of, 'half-up');
}

function termColumns(say: Heading['say']): SheetColumn[] {
  return [
    { head: '', kind: 'text', share: 34 },
    { head: say('0 jour (indicatif)', '0 day (for information)'), kind: 'money', share: 12 },
    { head: say('1 à 30 jours', '1 to 30 days'), kind: 'money', share: 12 },
    { head: say('31 à 60 jours', '31 to 60 days'), kind: 'money', share: 12 },
    { head: say('61 à 90 jours', '61 to 90 days'), kind: 'money', share: 12 },
    { head: say('91 jours et plus', '91 days and more'), kind: 'money', share: 12 },
    { head: say('Total (1 jour et plus)', 'Total (1 day and more)'), kind: 'money', share: 13 },
  ];
}

function bracket(late: readonly Late[], i: number): Late[] {
  const from = i === 0 ? 0 : (LAST_DAYS[i - 1] ?? 0) + 1;
  const to = LAST_DAYS[i] ?? Number.MAX_SAFE_INTEGER;
  return late.filter((it) => it.days >= from && it.days <= to);
}

function documents(late: readonly Late[]): number {
  return new Set(late.map((it) => it.document)).size;
}

function sumOf(late: readonly Late[]): number {
  return late.reduce((sum, it) => sum + it.minor, 0);
}

function termsText({ days, endOfMonth, extraDays }: Terms, say: Heading['say']): string {
  const end = endOfMonth ? say(' fin de mois', ' end of month') : '';
  const more = extraDays > 0 ? say(` + ${extraDays} jours`, ` + ${extraDays} days`) : '';
  return say(
    `Contractuels : ${days} jours date de facture${end}${more}, sauf échéance portée sur la pièce ; à défaut légaux (C. com. L441-10 : 30 jours).`,
    `Contractual: ${days} days from invoice${end}${more}, unless the document states a due date; else legal (C. com. L441-10: 30 days).`,
  );
}

/** The financial year as the calendar has it, where nothing else is said. */
export function yearOf(asOf: Day): Day {
  return `${asOf.slice(0, 4)}-01-01` as Day;
}

function openingNotes(counted: readonly Late[], currency: string, say: Heading['say']): string[] {
  const carried = counted.filter((it) => it.opening === true);
  if (carried.length === 0) return [];
  const amount = moneyIn({ minor: sumOf(carried), currency }, say);
  return [
    say(
      `Dont ${documents(carried)} reprises d’à-nouveaux pour ${amount}, comptées comme des factures.`,
      `Of which ${documents(carried)} carried over by opening entries, ${amount}, counted as invoices.`,
    ),
  ];
}

function limitsText(say: Heading['say']): string {
  return say(
    'Montants TTC : le grand livre tenu ici porte les comptes de tiers, pas les comptes de produits ; le pourcentage est donc pris sur les ventes TTC. Une facture en plusieurs échéances compte une fois. Les litiges ne sont pas dans le grand livre : à retrancher à la main s’il y en a.',
    'Amounts incl. VAT: the ledger kept here holds the accounts of parties, not those of income; so the percentage is of sales incl. VAT. An invoice in instalments counts once. Disputes are not in the ledger: to be taken out by hand.',
  );
}
