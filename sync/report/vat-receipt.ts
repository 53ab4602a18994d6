// Receipts one by one: the payments of each invoice with its regime, and money that no invoice takes.
import { sum } from '../model/money.ts';
import type { BookLine, Period } from '../model/report.ts';
import { line, type Sheet, total } from '../model/sheet.ts';
import type { Heading } from './asked.ts';
import { knownSum, looseMinor, type Received } from './vat-due.ts';
import { periodText, rateText, regimeText } from './vat-word.ts';

/** One row a payment of an invoice: what e-reporting of payments asks for (CGI 290 A: date, amount, rate). */
export function detailSheet(
  period: Period,
  receipts: readonly Received[],
  currency: string,
  { company, say }: Heading,
): Sheet {
  const declared = (it: Received) => (it.split.isDeclared ? '\u00a0*' : '');
  return {
    name: 'paiements-par-facture',
    title: say('Paiements par facture (e-reporting)', 'Payments by invoice (e-reporting)'),
    facts: [company, periodText(period, say)],
    control: null,
    columns: [
      { head: say('Jour du paiement', 'Day of payment'), kind: 'day', share: 10 },
      { head: say('Facture', 'Invoice'), kind: 'text', share: 14 },
      { head: say('Client', 'Customer'), kind: 'text', share: 22 },
      { head: say('Facture du', 'Invoice of'), kind: 'day', share: 10 },
      { head: say('Règlement', 'Payment'), kind: 'text', share: 12 },
      { head: say('Taux', 'Rate'), kind: 'text', share: 9 },
      { head: say('Régime', 'Regime'), kind: 'text', share: 12 },
      { head: say('Encaissé TTC', 'Received incl. VAT'), kind: 'money', share: 12, carried: 'sum' },
      { head: say('Base HT', 'Net'), kind: 'money', share: 12, carried: 'sum' },
      { head: say('TVA exigible', 'VAT due'), kind: 'money', share: 12, carried: 'sum' },
    ],
    rows: [
      ...receipts.map((it) =>
        line(
          ...[it.paymentDay, it.document ?? '', it.partyName ?? '', it.issueDay],
          `${it.paymentJournal} ${it.paymentEntry}`,
          ...[rateOr(it, say), regimeText(it.split.regime, say) + declared(it)],
          ...[it.amountMinor, it.netMinor, dueOf(it)],
        ),
      ),
      total(
        ...[null, 'Total', '', null, '', '', ''],
        sum(receipts.map((it) => it.amountMinor)),
        ...[knownSum(receipts.map((it) => it.netMinor)), knownSum(receipts.map(dueOf))],
      ),
    ],
    notes: [
      say(
        'Base et TVA : de ce que le paiement rend exigible. Les données de paiement à transmettre sont celles des prestations taxées à l’encaissement.',
        'Net and VAT: of what the payment makes due. Payment data to be reported are those of services taxed on receipt.',
      ),
      ...(receipts.some((it) => it.split.isDeclared)
        ? [
            say(
              '* Régime déclaré par la société : le grand livre ne le dit pas.',
              '* Regime declared by the company: the ledger does not say it.',
            ),
          ]
        : []),
    ],
    currency,
    wide: true,
  };
}

/** Nothing falls due by the payment of an invoice on debits: no figure, rather than a nought that is added up. */
function dueOf({ split, dueMinor }: Received): number | null {
  return split.regime === 'debits' || split.regime === 'none' ? null : dueMinor;
}

function rateOr({ rate, containedMinor }: Received, say: Heading['say']): string {
  return containedMinor === null ? say('inconnu', 'unknown') : rateText(rate, say);
}

/** One row a receipt that no invoice takes: what is still to be matched, or declared by hand. */
export function looseSheet(
  period: Period,
  loose: readonly BookLine[],
  currency: string,
  { company, say }: Heading,
): Sheet {
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
