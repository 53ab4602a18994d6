// The figures of the customer accounts as a sheet: each with how it is worked out, since every word here has several definitions.
import type { AgingControl } from '../model/aging.ts';
import { daysBetween } from '../model/day.ts';
import type { Period } from '../model/report.ts';
import { line, type Sheet, type SheetCell, type SheetRow } from '../model/sheet.ts';
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
  bestPossible: number | null;
  overdueShare: number | null;
  overdueCountShare: number | null;
  /** Of the month of the day. */
  effectiveness: number | null;
  paid: { granted: number | null; taken: number | null; late: number | null };
};

export function figureSheet(
  period: Period,
  of: Figures,
  { control, currency }: { control: AgingControl; currency: string },
  heading: Heading,
): Sheet {
  const { company, say } = heading;
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
    rows: rowsOf(of, daysBetween(period.from, period.asOf) + 1, currency, heading),
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

function rowsOf(of: Figures, days: number, currency: string, { say }: Heading): SheetRow[] {
  const unsaid = say('n. d.', 'n/a');
  const [dayUnit, percent] = [say('jours', 'days'), '%'];
  const inDays = (name: string, value: number | null, how: string): SheetRow =>
    figure('tenths', name, value ?? unsaid, dayUnit, how);
  const share = (name: string, value: number | null, how: string): SheetRow =>
    figure('tenths', name, value ?? unsaid, percent, how);
  const money = (name: string, value: number, how: string) => figure('money', name, value, currency, how);
  const { outstanding, bestPossible, countedBack, paid } = of;
  const gap = outstanding === null || bestPossible === null ? null : outstanding - bestPossible;
  return [
    money(
      say('Encours clients', 'Receivables'),
      of.openMinor,
      say('solde de la balance âgée', 'total of the aged balance'),
    ),
    money(say('Non échu', 'Not due'), of.currentMinor, say('créances non échues', 'claims not yet due')),
    money(
      say('Échu', 'Overdue'),
      of.overdueMinor,
      say(`créances échues : ${of.overdue}`, `claims overdue: ${of.overdue}`),
    ),
    money(say('Ventes de la période', 'Sales of the period'), of.salesMinor, say(`${days} jours`, `${days} days`)),
    inDays('DSO', outstanding, say(`encours ÷ ventes × ${days}`, `receivables ÷ sales × ${days}`)),
    inDays(
      say('DSO par épuisement', 'DSO, count-back'),
      countedBack.days,
      countedBack.exhausted
        ? say(
            'AU MOINS : les ventes connues n’épuisent pas l’encours',
            'AT LEAST: the sales known do not use up the receivables',
          )
        : say('ventes des derniers mois retranchées de l’encours', 'the last months’ sales taken off the receivables'),
    ),
    inDays(
      say('DSO au mieux', 'Best possible DSO'),
      bestPossible,
      say(`non échu ÷ ventes × ${days}`, `not due ÷ sales × ${days}`),
    ),
    inDays(
      say('Retard moyen (ADD)', 'Average days delinquent'),
      gap,
      say('DSO − DSO au mieux', 'DSO − best possible DSO'),
    ),
    share(
      say('Taux d’échus, en montant', 'Overdue, by amount'),
      of.overdueShare,
      say('échu ÷ créances', 'overdue ÷ claims'),
    ),
    share(
      say('Taux d’échus, en nombre', 'Overdue, by number'),
      of.overdueCountShare,
      say('pièces échues ÷ pièces', 'items overdue ÷ items'),
    ),
    share(
      say('Efficacité du recouvrement (CEI), mois', 'Collection effectiveness (CEI), month'),
      of.effectiveness,
      say(
        '(encours d’ouverture + ventes − encours) ÷ (encours d’ouverture + ventes − non échu)',
        '(opening + sales − receivables) ÷ (opening + sales − not due)',
      ),
    ),
    inDays(
      say('Délai accordé', 'Days granted'),
      paid.granted,
      say(
        'échéance − facture, payé dans la période, pondéré',
        'due − invoice, of what was paid in the period, weighted',
      ),
    ),
    inDays(
      say('Délai de paiement', 'Days to pay'),
      paid.taken,
      say('paiement − facture, pondéré', 'payment − invoice, weighted'),
    ),
    inDays(
      say('Retard moyen pondéré', 'Days late'),
      paid.late,
      say('paiement − échéance, pondéré', 'payment − due, weighted'),
    ),
  ];
}

function figure(as: SheetRow['as'], ...cells: SheetCell[]): SheetRow {
  return { ...line(...cells), ...(as === undefined ? {} : { as }) };
}
