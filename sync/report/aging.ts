// The aged balance as a sheet.
import { type AgedItem, type AgingView, isOpen } from '../model/aging.ts';
import { sum } from '../model/money.ts';
import { line, type Sheet, type SheetCell, type SheetColumn, total } from '../model/sheet.ts';
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
      ...amountColumns(columns, say),
      { head: say('Reçu, non compt.', 'Received, not booked'), kind: 'money', share: 12, carried: 'sum' },
      { head: say('Pièces', 'Items'), kind: 'count', share: 8, carried: 'sum' },
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

/** The open lines of one other currency in that currency, by customer; the control is the whole report's, in the company's. */
export function foreignAgingSheet(
  items: readonly AgedItem[],
  report: AgingView,
  currency: string,
  heading: Heading,
): Sheet {
  const { company, say } = heading;
  const rows = new Map<string, { name: string; key: string; minors: number[] }>();
  let shares = 0;
  for (const it of items.filter(isOpen)) {
    if (!it.openForeign) continue;
    const id = `${it.partyName ?? ''}\t${it.partyId ?? ''}`;
    const key = it.partyId ?? '';
    const row = rows.get(id) ?? { name: it.partyName ?? say('Sans', 'None'), key, minors: report.columns.map(() => 0) };
    rows.set(id, row);
    row.minors[it.column] = (row.minors[it.column] ?? 0) + it.openForeign.minor;
    if (!it.openForeign.exact) shares += 1;
  }
  const sorted = [...rows].sort(([a], [b]) => a.localeCompare(b, 'fr')).map(([, row]) => row);
  const totals = report.columns.map((_, i) => sum(sorted.map(({ minors }) => minors[i] ?? 0)));
  const share = say(
    `Pièces dont le montant en devise est pris en proportion, le grand livre ne le disant pas : ${shares}.`,
    `Items whose amount in currency is taken in proportion, the ledger not saying it: ${shares}.`,
  );
  return {
    name: `balance-agee-${currency.toLowerCase()}`,
    title: `${say('Balance âgée en', 'Aged balance in')} ${currency}`,
    facts: [company, ...timeFacts(report, say)],
    control: controlIn(report.control, report.currency, heading),
    columns: [
      { head: groupingIn('party', say), kind: 'text', share: 32 },
      { head: 'Code', kind: 'text', share: 12 },
      ...amountColumns(report.columns, say),
    ],
    rows: [
      ...sorted.map(({ name, key, minors }) => line(name, key, ...minors, sum(minors))),
      total('Total', '', ...totals, sum(totals)),
    ],
    notes: [
      say(
        'Montants dans la devise des pièces ; une différence de change n’y est rien.',
        'Amounts in the currency of the documents, of which an exchange difference is none.',
      ),
      ...(shares === 0 ? [] : [share]),
    ],
    currency,
    wide: true,
  };
}

/** What is open by age, and the balance of it. */
function amountColumns(columns: AgingView['columns'], say: Heading['say']): SheetColumn[] {
  const aged = columns.map((column) => ({ head: columnIn(column, say), share: 13 }));
  const balance = { head: say('Solde', 'Balance'), share: 14, balance: true };
  return [...aged, balance].map((column) => ({ ...column, kind: 'money', carried: 'sum' }));
}
