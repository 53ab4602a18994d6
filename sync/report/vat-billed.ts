// VAT that falls due at the invoice: goods, and services of a company on debits, by rate.
import { sum } from '../model/money.ts';
import type { Period } from '../model/report.ts';
import { line, type Sheet, type SheetRow, total } from '../model/sheet.ts';
import { type Heading, timeFacts } from './asked.ts';
import { type Billed, taxSums } from './vat-due.ts';
import { grouped, periodText, rateColumns, rateText, toDetermine } from './vat-word.ts';

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
    ([rate, some]): SheetRow => line(rate, documentsOf(some), ...taxSums(some, dueOf)),
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
    columns: rateColumns(
      say('Factures et avoirs', 'Invoices, credit notes'),
      say('Facturé TTC', 'Invoiced incl. VAT'),
      say,
    ),
    rows: [
      ...rows,
      total(say('Total sur les débits', 'Total on debits'), documentsOf(due), ...taxSums(due, dueOf)),
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

const dueOf = (it: Billed) => it.split.onDebit;

/** An invoice in instalments, or with a retention, is one. */
function documentsOf(billed: readonly Billed[]): number {
  return new Set(billed.map((it) => JSON.stringify([it.partyId, it.document ?? it.itemId]))).size;
}
