// The figures of the customer accounts as a sheet: each with how it is worked out, since every word here has several definitions.
import type { AgingControl } from '../model/aging.ts';
import { daysBetween } from '../model/day.ts';
import type { Period } from '../model/report.ts';
import { type CellKind, line, type Say, type Sheet, type SheetCell, type SheetRow } from '../model/sheet.ts';
import { controlIn, dayIn, type Heading, timeFacts } from './asked.ts';

/** Worked out by sync/figure; days and percents in tenths, null where the definition gives none. */
export type Figures = {
  openMinor: number;
  currentMinor: number;
  overdueMinor: number;
  overdue: number;
  salesMinor: number;
  outstanding: number | null;
  countedBack: { days: number; exhausted: boolean };
  trueDays: { days: number | null; leftOut: number };
  bestPossible: number | null;
  overdueShare: number | null;
  overdueCountShare: number | null;
  /** Of the period's own invoices, more than UNPAID_DAYS overdue, over its sales. */
  unpaidShare: number | null;
  /** Of the month of the day. */
  effectiveness: number | null;
  paid: { granted: number | null; taken: number | null; late: number | null };
};

/** From when on a late invoice counts as unpaid: a convention of ours, printed with the figure. */
export const UNPAID_DAYS = 30;

export function figureSheet(
  period: Period,
  of: Figures,
  { control, currency }: { control: AgingControl; currency: string },
  heading: Heading,
): Sheet {
  const { company, say } = heading;
  const days = daysBetween(period.from, period.asOf) + 1;
  return {
    name: 'indicateurs',
    title: say('Indicateurs du poste clients', 'Figures of the customer accounts'),
    facts: [
      company,
      `${say('Période du', 'Period from')} ${dayIn(period.from, say)} ${say('au', 'to')} ${dayIn(period.asOf, say)}`,
      ...timeFacts(period, say).slice(1),
    ],
    control: controlIn(control, currency, heading),
    columns: [
      { head: say('Indicateur', 'Figure'), kind: 'text', share: 30 },
      { head: say('Valeur', 'Value'), kind: 'money', share: 14, balance: true },
      { head: say('Unité', 'Unit'), kind: 'text', share: 8 },
      { head: say('Calcul', 'How'), kind: 'text', share: 60 },
    ],
    rows: [
      ...amounts(of, currency, days, say),
      ...outstandingRows(of, days, say),
      ...shares(of, say),
      ...paidRows(of, say),
    ],
    notes: [
      say(
        'Montants TTC, ventes = factures − avoirs. L’encours est le solde de la balance âgée : 413 et 416 compris, encaissements non affectés, avoirs et acomptes déduits. Échue à partir du lendemain de l’échéance ; sans échéance, non échue.',
        'Amounts incl. VAT, sales = invoices − credit notes. Receivables are the total of the aged balance: bills and doubtful debts included, unallocated receipts, credit notes and deposits deducted. Overdue from the day after the due day; without one, not due.',
      ),
    ],
    currency,
    wide: true,
  };
}

function amounts(of: Figures, currency: string, days: number, say: Say): SheetRow[] {
  const money = (name: string, value: number, how: string) => figure('money', name, value, currency, how);
  const late = say(`créances échues : ${of.overdue}`, `claims overdue: ${of.overdue}`);
  const total = say('solde de la balance âgée', 'total of the aged balance');
  return [
    money(say('Encours clients', 'Receivables'), of.openMinor, total),
    money(say('Non échu', 'Not due'), of.currentMinor, say('créances non échues', 'claims not yet due')),
    money(say('Échu', 'Overdue'), of.overdueMinor, late),
    money(say('Ventes de la période', 'Sales of the period'), of.salesMinor, say(`${days} jours`, `${days} days`)),
  ];
}

function outstandingRows(
  { outstanding, bestPossible, countedBack, trueDays }: Figures,
  days: number,
  say: Say,
): SheetRow[] {
  const gap = outstanding === null || bestPossible === null ? null : outstanding - bestPossible;
  const back = countedBack.exhausted
    ? say(
        'AU MOINS : les ventes connues n’épuisent pas l’encours',
        'AT LEAST: the sales known do not use up the receivables',
      )
    : say('ventes des derniers mois retranchées de l’encours', 'the last months’ sales taken off the receivables');
  const best = say(`non échu ÷ ventes × ${days}`, `not due ÷ sales × ${days}`);
  return [
    inDays('DSO', outstanding, say(`encours ÷ ventes × ${days}`, `receivables ÷ sales × ${days}`), say),
    inDays(say('DSO par épuisement', 'DSO, count-back'), countedBack.days, back, say),
    inDays(say('DSO réel', 'True DSO'), trueDays.days, trueText(trueDays.leftOut, say), say),
    inDays(say('DSO au mieux', 'Best possible DSO'), bestPossible, best, say),
    inDays(
      say('Retard moyen (ADD)', 'Average days delinquent'),
      gap,
      say('DSO − DSO au mieux', 'DSO − best possible DSO'),
      say,
    ),
  ];
}

function trueText(leftOut: number, say: Say): string {
  const how = say(
    'somme des (jours depuis la facture × ouvert ÷ ventes de son mois)',
    'sum of (days since the invoice × open ÷ sales of its month)',
  );
  if (leftOut === 0) return how;
  return `${how} ; ${say(`non comptées, sans facture d’un mois de ventes : ${leftOut}`, `not counted, without an invoice of a month of sales: ${leftOut}`)}`;
}

function shares({ overdueShare, overdueCountShare, unpaidShare, effectiveness }: Figures, say: Say): SheetRow[] {
  const share = (name: string, value: number | null, how: string) =>
    figure('tenths', name, value ?? unsaid(say), '%', how);
  return [
    share(
      say('Taux d’échus, en montant', 'Overdue, by amount'),
      overdueShare,
      say('échu ÷ créances', 'overdue ÷ claims'),
    ),
    share(
      say('Taux d’échus, en nombre', 'Overdue, by number'),
      overdueCountShare,
      say('pièces échues ÷ pièces', 'items overdue ÷ items'),
    ),
    share(
      say('Taux d’impayés', 'Unpaid rate'),
      unpaidShare,
      say(
        `ouvert des factures de la période échues depuis plus de ${UNPAID_DAYS} j ÷ ventes de la période`,
        `open of the period’s invoices more than ${UNPAID_DAYS} d overdue ÷ sales of the period`,
      ),
    ),
    share(
      say('Efficacité du recouvrement (CEI), mois', 'Collection effectiveness (CEI), month'),
      effectiveness,
      say(
        '(encours d’ouverture + ventes − encours) ÷ (encours d’ouverture + ventes − non échu)',
        '(opening + sales − receivables) ÷ (opening + sales − not due)',
      ),
    ),
  ];
}

function paidRows({ paid }: Figures, say: Say): SheetRow[] {
  const granted = say(
    'échéance − facture, payé dans la période, pondéré',
    'due − invoice, of what was paid in the period, weighted',
  );
  return [
    inDays(say('Délai accordé', 'Days granted'), paid.granted, granted, say),
    inDays(
      say('Délai de paiement', 'Days to pay'),
      paid.taken,
      say('paiement − facture, pondéré', 'payment − invoice, weighted'),
      say,
    ),
    inDays(
      say('Retard moyen pondéré', 'Days late'),
      paid.late,
      say('paiement − échéance, pondéré', 'payment − due, weighted'),
      say,
    ),
  ];
}

function inDays(name: string, value: number | null, how: string, say: Say): SheetRow {
  return figure('tenths', name, value ?? unsaid(say), say('jours', 'days'), how);
}

function unsaid(say: Say): string {
  return say('n. d.', 'n/a');
}

function figure(as: CellKind, ...cells: SheetCell[]): SheetRow {
  return { ...line(...cells), as };
}
