// The aged balance as a sheet.
import type { AgingView } from '../model/aging.ts';
import { line, type Sheet, type SheetCell, total } from '../model/sheet.ts';
import { columnIn, controlIn, groupingIn, type Heading, moneyIn, timeFacts } from './asked.ts';

export function agingSheet(report: AgingView, heading: Heading): Sheet {
  const { company, say } = heading;
  const { currency, columns, rows, totals, outside, control } = report;
  const money = (minor: number) => moneyIn({ minor, currency }, say);
  const only =
    report.only === null ? [] : [`${groupingIn(report.only.by, say)} : ${report.only.key ?? say('sans', 'none')}`];
  const cells = (name: string, key: string, of: (typeof rows)[number] | typeof totals): SheetCell[] => [
    ...[name, key, ...of.columnsMinor, of.totalMinor, of.receivedMinor, of.items],
  ];
  const beside = control.accounts.filter((it) => !it.inside).map((it) => `${it.account} ${money(it.ledgerMinor)}`);
  return {
    name: 'balance-agee',
    title: say('Balance âgée', 'Aged balance'),
    facts: [
      company,
      ...timeFacts(report, say),
      report.basis === 'due'
        ? say('Par date d’échéance', 'By due date')
        : say('Par date de facture', 'By invoice date'),
      ...only,
    ],
    control: controlIn(control, currency, heading),
    columns: [
      { head: groupingIn(report.by, say), kind: 'text', share: 32 },
      { head: say('Code', 'Code'), kind: 'text', share: 12 },
      ...columns.map((column) => ({ head: columnIn(column, say), kind: 'money' as const, share: 13 })),
      { head: say('Solde', 'Balance'), kind: 'money', share: 14, balance: true },
      { head: say('Reçu, non compt.', 'Received, not booked'), kind: 'money', share: 12 },
      { head: say('Pièces', 'Items'), kind: 'count', share: 8 },
    ],
    rows: [
      ...rows.map((row) => line(...cells(row.name ?? row.key ?? say('Sans', 'None'), row.key ?? '', row))),
      total(...cells('Total', '', totals)),
    ],
    notes: [
      say(
        'Échue à partir du lendemain de l’échéance. Échéances multiples comptées une à une. Encaissements non affectés, avoirs et acomptes à part, jamais déduits en silence.',
        'Overdue from the day after the due date. Instalments are counted one by one. Unallocated receipts, credit notes and deposits stand apart, never deducted in silence.',
      ),
      `${say('Hors balance :', 'Outside the balance:')} ${say('reçu, non comptabilisé', 'received, not booked')} ${money(outside.receivedNotBookedMinor)} (${outside.receivedNotBookedLines}) ; ${say('à rapprocher', 'to reconcile')} ${money(outside.waitingMinor)} (${outside.waitingLines}) ; ${say('comptes d’attente', 'suspense')} ${money(outside.suspenseMinor)}${beside.length === 0 ? '' : ` ; ${say('à établir', 'to be issued')} ${beside.join(', ')}`}`,
    ],
    currency,
    wide: true,
  };
}
