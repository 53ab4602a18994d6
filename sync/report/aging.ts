// The aged balance as a sheet.
import type { AgingView, CurrencyTable } from '../model/aging.ts';
import { line, type Sheet, type SheetCell, type SheetColumn, total } from '../model/sheet.ts';
import { columnIn, controlIn, groupingIn, type Heading, moneyIn, timeFacts } from './asked.ts';

export function agingSheet(report: AgingView, heading: Heading): Sheet {
  const { company, say } = heading;
  const { currency, columns, rows, totals, outside, control } = report;
  const money = (minor: number) => moneyIn({ minor, currency }, say);
  const cells = (name: string, key: string, of: (typeof rows)[number] | typeof totals): SheetCell[] => [
    ...[name, key, ...of.columnsMinor, of.totalMinor, of.receivedMinor, of.items],
  ];
  const beside = control.accounts.filter((it) => !it.inside).map((it) => `${it.account} ${money(it.ledgerMinor)}`);
  return {
    name: 'balance-agee',
    title: say('Balance âgée', 'Aged balance'),
    facts: [company, ...timeFacts(report, say), basisIn(report.basis, say), ...onlyIn(report.only, say)],
    control: controlIn(control, currency, heading),
    columns: [
      { head: groupingIn(report.by, say), kind: 'text', share: 32 },
      { head: say('Code', 'Code'), kind: 'text', share: 12 },
      ...amountColumns(columns, say),
      { head: say('Reçu, non compt.', 'Received, not booked'), kind: 'money', share: 12, carried: 'sum' },
      { head: say('Pièces', 'Items'), kind: 'count', share: 8, carried: 'sum' },
    ],
    rows: [
      ...rows.map((row) => line(...cells(nameOf(row, say), row.key ?? '', row))),
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

/** The open lines of one currency in that currency; the control is the whole balance's, in the company's, and says so. */
export function currencySheet(table: CurrencyTable, report: AgingView, heading: Heading): Sheet {
  const { company, say } = heading;
  const { currency, rows, totals, shares } = table;
  const control = controlIn(report.control, report.currency, heading);
  const whole = say(
    `Contrôle de la balance entière, en ${report.currency}. `,
    `Control of the whole balance, in ${report.currency}. `,
  );
  const share = say(
    `Pièces dont le montant en devise est pris en proportion, le grand livre ne le disant pas : ${shares}.`,
    `Items whose amount in currency is taken in proportion, the ledger not saying it: ${shares}.`,
  );
  return {
    name: `balance-agee-${currency.toLowerCase()}`,
    title: `${say('Balance âgée en', 'Aged balance in')} ${currency}`,
    facts: [company, ...timeFacts(report, say), basisIn(report.basis, say), ...onlyIn(report.only, say)],
    control: { ...control, says: `${whole}${control.says}` },
    columns: [
      { head: groupingIn(report.by, say), kind: 'text', share: 32 },
      { head: 'Code', kind: 'text', share: 12 },
      ...amountColumns(report.columns, say),
      { head: say('Pièces', 'Items'), kind: 'count', share: 8, carried: 'sum' },
    ],
    rows: [
      ...rows.map((row) => line(nameOf(row, say), row.key ?? '', ...row.columnsMinor, row.totalMinor, row.items)),
      total('Total', '', ...totals.columnsMinor, totals.totalMinor, totals.items),
    ],
    notes: [
      say(
        'Montants dans la devise des pièces, jamais additionnés entre devises ; une différence de change n’y est rien.',
        'Amounts in the currency of the documents, never added over currencies, of which an exchange difference is none.',
      ),
      ...(shares === 0 ? [] : [share]),
    ],
    currency,
    wide: true,
  };
}

function nameOf({ name, key }: Pick<AgingView['rows'][number], 'name' | 'key'>, say: Heading['say']): string {
  return name ?? key ?? say('Sans', 'None');
}

function basisIn(basis: AgingView['basis'], say: Heading['say']): string {
  return basis === 'due' ? say('Par date d’échéance', 'By due date') : say('Par date de facture', 'By invoice date');
}

function onlyIn(only: AgingView['only'], say: Heading['say']): string[] {
  return only === null ? [] : [`${groupingIn(only.by, say)} : ${only.key ?? say('sans', 'none')}`];
}

/** What is open by age, and the balance of it. */
function amountColumns(columns: AgingView['columns'], say: Heading['say']): SheetColumn[] {
  const aged = columns.map((column) => ({ head: columnIn(column, say), share: 13 }));
  const balance = { head: say('Solde', 'Balance'), share: 14, balance: true };
  return [...aged, balance].map((column) => ({ ...column, kind: 'money', carried: 'sum' }));
}
