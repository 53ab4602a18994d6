// Lists of open items: of everyone (unlettered), of one customer (statement of account), by customer (for confirmation letters).
import { type AgedItem, type AgingAsked, type AgingView, isOpen } from '../model/aging.ts';
import type { Party } from '../model/party.ts';
import { line, type Sheet, type SheetColumn, type SheetRow, total } from '../model/sheet.ts';
import { controlIn, dayIn, type Heading, moneyIn, timeFacts } from './asked.ts';

function itemColumns(say: Heading['say']): SheetColumn[] {
  return [
    { head: say('Pièce', 'Document'), kind: 'text', share: 14 },
    { head: say('Libellé', 'Label'), kind: 'text', share: 22 },
    { head: say('Date', 'Day'), kind: 'day', share: 10 },
    { head: say('Échéance', 'Due'), kind: 'day', share: 10 },
    { head: say('Retard (j)', 'Days late'), kind: 'count', share: 8 },
    { head: say('Montant', 'Amount'), kind: 'money', share: 12 },
    { head: say('Ouvert', 'Open'), kind: 'money', share: 12, carried: 'sum' },
    { head: say('En devise', 'In currency'), kind: 'foreign', share: 14 },
  ];
}

function itemRow(it: AgedItem, say: Heading['say']): SheetRow['cells'] {
  const kind =
    it.kind === 'credit-note' ? say('Avoir', 'Credit note') : it.kind === 'payment' ? say('Règlement', 'Payment') : '';
  const { openForeign } = it;
  const foreign = openForeign && {
    minor: openForeign.minor,
    currency: openForeign.currency,
    about: !openForeign.exact,
  };
  return [
    ...[it.document ?? '', kind === '' ? it.label : `${kind} · ${it.label}`, it.documentDay ?? it.day, it.dueDay],
    ...[it.daysLate !== null && it.daysLate > 0 ? it.daysLate : null, it.amountMinor, it.openMinor, foreign],
  ];
}

/** Every line that nothing closes at the day, under its customer, with the control of the aged balance that it adds up to. */
export function unletteredSheet(items: readonly AgedItem[], report: AgingView, heading: Heading): Sheet {
  const { company, say } = heading;
  const rows: SheetRow[] = [];
  const groups = new Map<string, AgedItem[]>();
  for (const it of items) {
    if (!isOpen(it)) continue;
    const id = `${it.partyName ?? ''}\t${it.partyId ?? ''}\t${it.account}`;
    const group = groups.get(id);
    if (group) group.push(it);
    else groups.set(id, [it]);
  }
  for (const [, group] of [...groups].sort(([a], [b]) => a.localeCompare(b, 'fr'))) {
    const [first] = group;
    const name = `${first?.partyName ?? say('Sans client', 'No customer')} · ${first?.account}`;
    rows.push({ level: 'head', cells: [name] });
    rows.push(...group.map((it) => line(...itemRow(it, say))));
    rows.push(total('', `Total ${name}`, null, null, null, null, sumOf(group), null));
  }
  rows.push(total('', say('Total général', 'Grand total'), null, null, null, null, sumOf(items), null));
  return {
    name: 'postes-non-lettres',
    title: say('Postes non lettrés', 'Unlettered items'),
    facts: [company, ...timeFacts(report, say)],
    control: controlIn(report.control, report.currency, heading),
    columns: itemColumns(say),
    rows,
    notes: proportionNotes(items, say),
    currency: report.currency,
    wide: true,
  };
}

/** What one customer owes and has at the day, as it is sent to them. `currency` is the company's. */
export function statementSheet(
  party: Party | null,
  items: readonly AgedItem[],
  asked: Pick<AgingAsked, 'asOf' | 'knownOn'>,
  currency: string,
  { company, say }: Heading,
): Sheet {
  const open = items.filter(isOpen);
  const late = open.filter((it) => (it.daysLate ?? 0) > 0);
  const received = open.reduce((sum, it) => sum + it.receivedMinor, 0);
  const money = (minor: number) => moneyIn({ minor, currency }, say);
  const place = [party?.city, party?.country].filter((it) => it).join(', ');
  return withoutForeign({
    name: `releve-de-compte-${(party?.id ?? 'sans-client').replace(/[^\p{L}\p{N}-]+/gu, '-')}`,
    title: say('Relevé de compte', 'Statement of account'),
    facts: [
      company,
      `${party?.name ?? say('Sans client', 'No customer')}${place === '' ? '' : `, ${place}`}`,
      `${say('Arrêté au', 'As of')} ${dayIn(asked.asOf, say)}`,
    ],
    control: null,
    columns: itemColumns(say),
    rows: [
      ...open.map((it) => line(...itemRow(it, say))),
      total('', say('Solde dû', 'Balance due'), null, null, null, null, sumOf(open), foreignSum(open)),
      total('', say('dont échu', 'of which overdue'), null, null, null, null, sumOf(late), foreignSum(late)),
    ],
    notes: [
      ...(received === 0
        ? []
        : [
            say(
              `Reçu en banque et pas encore comptabilisé : ${money(received)}. Resterait dû : ${money(sumOf(open) - received)}.`,
              `Received at the bank and not booked yet: ${money(received)}. Would remain due: ${money(sumOf(open) - received)}.`,
            ),
          ]),
      ...proportionNotes(open, say),
      say(
        'Avoirs et règlements non affectés viennent en déduction du solde. Si un règlement récent manque, merci de nous le signaler.',
        'Credit notes and unallocated payments lower the balance. If a recent payment is missing, please tell us.',
      ),
    ],
    currency,
    wide: false,
  });
}

/** A customer who is invoiced in one currency has no use for an empty column. */
function withoutForeign(sheet: Sheet): Sheet {
  const last = sheet.columns.length - 1;
  if (sheet.rows.some(({ cells }) => cells[last] !== null)) return sheet;
  return {
    ...sheet,
    columns: sheet.columns.slice(0, last),
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.slice(0, last) })),
  };
}

/** Customers by the size of their balance, either sign, with the share of the whole that a choice from the top covers. */
export function confirmationSheet(report: AgingView, parties: readonly Party[], heading: Heading): Sheet {
  const { company, say } = heading;
  const known = new Map(parties.map((party) => [party.id, party]));
  const rows = [...report.rows].sort((a, b) => Math.abs(b.totalMinor) - Math.abs(a.totalMinor));
  const whole = rows.reduce((sum, row) => sum + Math.abs(row.totalMinor), 0);
  const debitOf = (row: (typeof rows)[number]) => row.columnsMinor.reduce((sum, minor) => sum + Math.max(0, minor), 0);
  const debits = rows.reduce((sum, row) => sum + debitOf(row), 0);
  let covered = 0;
  const body = rows.map((row, i) => {
    covered += Math.abs(row.totalMinor);
    const party = row.key === null ? undefined : known.get(row.key);
    const debit = debitOf(row);
    const share = whole === 0 ? 0 : Number((BigInt(covered) * 1000n) / BigInt(whole));
    return line(
      ...[i + 1, row.name ?? say('Sans client', 'No customer'), row.key ?? '', party?.city ?? '', party?.country ?? ''],
      ...[debit, debit - row.totalMinor, row.totalMinor, row.items, share],
    );
  });
  return {
    name: 'circularisation',
    title: say('Circularisation clients', 'Customer confirmations'),
    facts: [company, ...timeFacts(report, say)],
    control: controlIn(report.control, report.currency, heading),
    columns: [
      { head: say('Rang', 'Rank'), kind: 'count', share: 5 },
      { head: say('Client', 'Customer'), kind: 'text', share: 26 },
      { head: 'Code', kind: 'text', share: 12 },
      { head: say('Ville', 'City'), kind: 'text', share: 14 },
      { head: say('Pays', 'Country'), kind: 'text', share: 6 },
      { head: say('Débit ouvert', 'Open debits'), kind: 'money', share: 13, carried: 'sum' },
      { head: say('Crédit ouvert', 'Open credits'), kind: 'money', share: 13, carried: 'sum' },
      { head: say('Solde à confirmer', 'Balance to confirm'), kind: 'money', share: 14, balance: true, carried: 'sum' },
      { head: say('Pièces', 'Items'), kind: 'count', share: 8, carried: 'sum' },
      { head: say('Part cumulée', 'Cumulated share'), kind: 'percent', share: 8 },
    ],
    rows: [
      ...body,
      total(
        null,
        'Total',
        '',
        '',
        '',
        debits,
        debits - report.totals.totalMinor,
        report.totals.totalMinor,
        report.totals.items,
        null,
      ),
    ],
    notes: [
      say(
        'Classés par valeur absolue du solde, créditeurs compris ; la part cumulée dit ce que couvre un choix depuis le haut. Les clients soldés n’y figurent pas.',
        'By absolute balance, creditors included; the cumulated share says what a choice from the top covers. Customers with nothing open are not listed.',
      ),
    ],
    currency: report.currency,
    wide: true,
  };
}

/** Where an amount in another currency is no fact but a share. */
function proportionNotes(items: readonly AgedItem[], say: Heading['say']): string[] {
  const shares = items.filter((it) => it.openForeign?.exact === false && it.openForeign.minor !== 0).length;
  if (shares === 0) return [];
  return [
    say(
      `≈ : montant en devise pris en proportion pour ${shares} pièce(s), parce que le grand livre ne dit pas ce que leurs règlements ont soldé dans cette devise. Les autres sont exacts.`,
      `≈: amount in currency taken in proportion for ${shares} item(s), because the ledger does not say what their payments closed in that currency. The others are exact.`,
    ),
  ];
}

/** What they come to in the other currency that all of them are in; null where they are in several. */
function foreignSum(items: readonly AgedItem[]): SheetRow['cells'][number] {
  const money = items.flatMap((it) => it.openForeign ?? []);
  const [first] = money;
  if (!first || money.length < items.length || money.some((it) => it.currency !== first.currency)) return null;
  const minor = money.reduce((sum, it) => sum + it.minor, 0);
  return { minor, currency: first.currency, about: money.some((it) => !it.exact) };
}

function sumOf(items: readonly AgedItem[]): number {
  return items.reduce((sum, it) => sum + it.openMinor, 0);
}
