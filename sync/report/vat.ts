// The VAT of a period: due on receipt by rate, due at the invoice by rate, what nobody tells, and the payments of each invoice.
import type { VatDue } from '../model/company.ts';
import { sum } from '../model/money.ts';
import type { BookLine, Period, SettledPart } from '../model/report.ts';
import { line, type Sheet, type SheetRow, total } from '../model/sheet.ts';
import { type Heading, moneyIn, timeFacts } from './asked.ts';
import { billedSheet } from './vat-billed.ts';
import { billedOf, looseMinor, looseOf, type Received, receiptsOf, taxSums } from './vat-due.ts';
import { detailSheet, looseSheet } from './vat-receipt.ts';
import { grouped, periodText, rateColumns, rateText, toDetermine } from './vat-word.ts';

/**
 * `booked`: the lines of the customer accounts in the period. `declared`: what the company says of invoices whose entries do not
 * tell when their VAT is due.
 */
export function vatSheets(
  period: Period,
  parts: readonly SettledPart[],
  booked: readonly BookLine[],
  { currency, declared }: { currency: string; declared: VatDue | null },
  heading: Heading,
): Sheet[] {
  const receipts = receiptsOf(period, parts, declared);
  const loose = looseOf(booked);
  const billed = billedOf(booked, declared);
  return [
    summary(period, receipts, loose, { currency, declared }, heading),
    ...(billed.length === 0 ? [] : [billedSheet(period, billed, currency, heading)]),
    detailSheet(period, receipts, currency, heading),
    ...(loose.length === 0 ? [] : [looseSheet(period, loose, currency, heading)]),
  ];
}

function summary(
  period: Period,
  receipts: readonly Received[],
  loose: readonly BookLine[],
  { currency, declared }: { currency: string; declared: VatDue | null },
  { company, say }: Heading,
): Sheet {
  const due = receipts.filter(({ split }) => split.regime === 'receipts' || split.regime === 'mixed');
  const groups = grouped(due, (it) => rateText(it.rate, say) + (it.split.regime === 'mixed' ? MIXED(say) : ''));
  const rows = groups.map(([rate, some]): SheetRow => line(rate, some.length, ...taxSums(some, dueOf)));
  const untold = receipts.filter(({ split }) => split.regime === 'untold');
  const isPaidBack = receipts.some((it) => it.amountMinor < 0);
  return {
    name: 'tva-sur-encaissements',
    title: say('TVA sur les encaissements, par taux', 'VAT on receipts, by rate'),
    facts: [company, periodText(period, say), ...timeFacts(period, say).slice(1), regimeText(declared, say)],
    control: null,
    columns: rateColumns(say('Encaissements', 'Receipts'), say('Encaissé TTC', 'Received incl. VAT'), say),
    rows: [
      ...rows,
      total(say('Total sur les encaissements', 'Total on receipts'), due.length, ...taxSums(due, dueOf)),
      ...outsideRows(receipts, say),
      ...looseRows(loose, say),
    ],
    notes: [
      ...(untold.length === 0 ? [] : [untoldText(untold, currency, say)]),
      ...(isPaidBack ? [say(PAID_BACK.fr, PAID_BACK.en)] : []),
      ...LIMITS.map(({ fr, en }) => say(fr, en)),
    ],
    currency,
    wide: false,
  };
}

const dueOf = (it: Received) => it.dueMinor;
const MIXED = (say: Heading['say']) => say(' (en partie)', ' (in part)');

function regimeText(declared: VatDue | null, say: Heading['say']): string {
  if (declared === null)
    return say('Régime : lu au grand livre, facture par facture', 'Regime: as the ledger says, invoice by invoice');
  return declared === 'debits'
    ? say(
        'Régime : lu au grand livre ; là où il ne dit rien, débits (déclaré par la société)',
        'Regime: as the ledger says; where it says nothing, debits (declared by the company)',
      )
    : say(
        'Régime : lu au grand livre ; là où il ne dit rien, encaissements (déclaré par la société)',
        'Regime: as the ledger says; where it says nothing, receipts (declared by the company)',
      );
}

/** What nobody may take for due or for not due: with the VAT that is at stake. */
function untoldText(untold: readonly Received[], currency: string, say: Heading['say']): string {
  const vat = moneyIn({ minor: sum(untold.map((it) => it.containedMinor ?? 0)), currency }, say);
  return say(
    `Régime à déterminer : le grand livre tient la TVA de ces factures au compte de TVA collectée et ne dit pas si elle est exigible à la facture (débits, biens) ou au paiement (services). Elle est de ${vat} dans ces encaissements. Indiquez le régime de la société (États, TVA ; ou « --vat-due » de la commande).`,
    `Regime to be determined: the ledger keeps the VAT of these invoices as collected and does not say whether it is due at the invoice (debits, goods) or on payment (services). It is ${vat} in these receipts. State the company's regime (Reports, VAT; or "--vat-due" of the command).`,
  );
}

const PAID_BACK = {
  fr: 'Un avoir remboursé vient en moins, le jour de son remboursement.',
  en: 'A credit note that is paid back is taken off, on the day of the repayment.',
};

const LIMITS = [
  {
    fr: 'Sur les encaissements : factures dont la TVA est sur un compte d’attente (44574 ; dans Odoo, taxe basée sur le paiement). Sur les débits : TVA collectée d’une vente de biens (701 à 703, 707), ou d’un grand livre qui tient aussi un compte d’attente (dans Odoo, taxe basée sur la facture, si la société emploie aussi celles basées sur le paiement) ; rien n’est exigible à leur paiement.',
    en: 'On receipts: invoices whose VAT stands on a waiting account (44574; in Odoo, a tax based on payment). On debits: collected VAT of a sale of goods (701 to 703, 707), or of a ledger that keeps a waiting account too (in Odoo, a tax based on invoice, if the company also uses those based on payment); nothing is due when they are paid.',
  },
  {
    fr: 'Date retenue : le jour comptable du règlement. La règle est : virement, jour du crédit ; chèque, jour de la remise ; effet, échéance. Le grand livre ne dit pas le moyen de paiement : à vérifier pour chèques et effets.',
    en: 'Day taken: the accounting day of the payment. The rule is: transfer, day of the credit; cheque, day handed over; bill, maturity. The ledger does not say the means of payment: to be checked for cheques and bills.',
  },
  {
    fr: 'Le taux est déduit de la TVA contenue dans la facture ; « plusieurs taux » : la ventilation n’est pas dans les comptes tenus ici.',
    en: 'The rate follows from the VAT that the invoice contains; "several rates": how it divides is not in the accounts kept here.',
  },
  {
    fr: 'Un escompte qui baisse la TVA la baisse par sa propre écriture : à retrancher. Facture en devise : TVA au cours de la facture, quand Odoo la prend au cours du règlement.',
    en: 'A discount that lowers VAT does so by its own entry: to be taken off. Invoice in another currency: VAT at the rate of the invoice, where Odoo takes that of the payment.',
  },
  {
    fr: 'Hors du total : ce qui n’est pas exigible au paiement ou dont on ne le sait pas, acomptes et encaissements sans facture compris. Encaissements pas encore au grand livre : non compris.',
    en: 'Outside the total: what is not due on payment or may not be, deposits and receipts without an invoice among them. Receipts not in the ledger yet are not included.',
  },
];

/** Receipts that make no VAT due, or of which nobody knows: outside the total, each with its reason. */
function outsideRows(receipts: readonly Received[], say: Heading['say']): SheetRow[] {
  const row = (regime: Received['split']['regime'], name: string, says: string) => {
    const some = receipts.filter(({ split }) => split.regime === regime);
    return some.length === 0 ? [] : [line(name, some.length, sum(some.map((it) => it.amountMinor)), says)];
  };
  return [
    ...row('debits', say('Sur les débits', 'On debits'), say('due à la facture', 'due at the invoice')),
    ...row('none', say('Sans TVA', 'Without VAT'), say('aucune', 'none')),
    ...row('untold', say('Régime à déterminer', 'Regime to be determined'), toDetermine(say)),
    ...row('unknown', say('TVA inconnue', 'VAT unknown'), toDetermine(say)),
  ];
}

function looseRows(loose: readonly BookLine[], say: Heading['say']): SheetRow[] {
  const row = (name: string, some: readonly BookLine[]) =>
    some.length === 0 ? [] : [line(name, some.length, sum(some.map(looseMinor)), toDetermine(say))];
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
