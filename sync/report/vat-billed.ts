// VAT that falls due at the invoice: goods, and services of a company on debits, by rate.
import { sum } from '../model/money.ts';
import type { Period } from '../model/report.ts';
import { line, type Sheet, type SheetRow, total } from '../model/sheet.ts';
import { type Heading, timeFacts } from './asked.ts';
import { type Billed, knownSum } from './vat-due.ts';
import { grouped, periodText, rateText, toDetermine } from './vat-word.ts';

/** Invoices less credit notes of the period; those that do not tell their regime stand outside the total. */
export function billedSheet(
  period: Period,
  billed: readonly Billed[],
  currency: string,
  { company, say }: Heading,
): Sheet {
  const due = billed.filter(({ split }) => split.regime !== 'untold');
  const untold = billed.filter(({ split }) => split.regime === 'untold');
  const rows = grouped(due, (it) => rateText(it.rate, say)).map(
    ([rate, some]): SheetRow => line(rate, documentsOf(some), ...sums(some)),
  );
  const outside = line(
    ...[say('Régime à déterminer', 'Regime to be determined'), documentsOf(untold)],
    ...[sum(untold.map((it) => it.amountMinor)), toDetermine(say)],
  );
  return {
    name: 'tva-sur-debits',
    title: say('TVA sur les débits, par taux', 'VAT on debits, by rate'),
    facts: [company, periodText(period, say), ...timeFacts(period, say).slice(1)],
    control: null,
    columns: [
      { head: say('Taux', 'Rate'), kind: 'text', share: 28 },
      { head: say('Factures et avoirs', 'Invoices, credit notes'), kind: 'count', share: 12 },
      { head: say('Facturé TTC', 'Invoiced incl. VAT'), kind: 'money', share: 15 },
      { head: say('Base HT', 'Net'), kind: 'money', share: 15 },
      { head: say('TVA exigible', 'VAT due'), kind: 'money', share: 15 },
    ],
    rows: [
      ...rows,
      total(say('Total sur les débits', 'Total on debits'), documentsOf(due), ...sums(due)),
      ...(untold.length === 0 ? [] : [outside]),
    ],
    notes: [
      say(
        'Factures et avoirs des comptes clients, au jour comptable de la facture. Ventes encaissées sans compte client et autres opérations taxées : non comprises.',
        'Invoices and credit notes on customer accounts, on the accounting day of the invoice. Sales cashed without a customer account and other taxed operations are not included.',
      ),
    ],
    currency,
    wide: false,
  };
}

function sums(billed: readonly Billed[]): (number | null)[] {
  return [
    sum(billed.map((it) => it.amountMinor)),
    knownSum(billed.map((it) => it.netMinor)),
    knownSum(billed.map((it) => it.split.onDebit)),
  ];
}

/** An invoice in instalments, or with a retention, is one. */
function documentsOf(billed: readonly Billed[]): number {
  return new Set(billed.map((it) => JSON.stringify([it.partyId, it.document ?? it.itemId]))).size;
}
