// Grand livre auxiliaire with letters at a day, and the list of those letters.
import type { BookLine, BookOpening, Period, ReportControl } from '../model/report.ts';
import { line, type Sheet, type SheetColumn, type SheetRow, total } from '../model/sheet.ts';
import { controlIn, dayIn, type Heading, timeFacts } from './asked.ts';

/** Settled in part or whole at the day: only then does the line carry its letter, whatever happened later. */
function letterAt(it: BookLine): string {
  if (it.openMinor === it.amountMinor) return '';
  const mark = it.letter ?? '*';
  return it.openMinor === 0 ? mark : `${mark} (part.)`;
}

type Account = { account: string; key: string; name: string; openingMinor: number; lines: BookLine[] };

function accountsOf(lines: readonly BookLine[], openings: readonly BookOpening[], none: string): Account[] {
  const accounts = new Map<string, Account>();
  const at = (it: BookLine | BookOpening) => {
    const id = `${it.account}\t${it.partyId ?? ''}`;
    const { account, partyId, partyName } = it;
    const found = accounts.get(id) ?? {
      account,
      key: partyId ?? '',
      name: partyName ?? none,
      openingMinor: 0,
      lines: [],
    };
    accounts.set(id, found);
    return found;
  };
  for (const it of openings) at(it).openingMinor += it.balanceMinor;
  for (const it of lines) at(it).lines.push(it);
  return [...accounts.values()].sort(
    (a, b) => compare(a.account, b.account) || a.name.localeCompare(b.name, 'fr') || compare(a.key, b.key),
  );
}

export function bookSheet(
  period: Period,
  lines: readonly BookLine[],
  openings: readonly BookOpening[],
  { control, currency }: ReportControl,
  heading: Heading,
): Sheet {
  const { company, say } = heading;
  const rows: SheetRow[] = [];
  const sums = { debit: 0, credit: 0, opening: 0 };
  for (const it of accountsOf(lines, openings, say('Sans client', 'No customer'))) {
    let balance = it.openingMinor;
    const debit = sumOf(it.lines, 1);
    const credit = sumOf(it.lines, -1);
    rows.push({ level: 'head', cells: [`${it.account} · ${it.name}${it.key === '' ? '' : ` (${it.key})`}`] });
    rows.push(
      line(period.from, '', '', say('Solde antérieur', 'Brought forward'), '', null, null, null, null, balance),
    );
    for (const each of it.lines) {
      balance += each.amountMinor;
      rows.push(
        line(
          ...[each.day, `${each.journal} ${each.entry}`, each.document ?? '', each.label, letterAt(each), each.dueDay],
          ...[each.amountMinor > 0 ? each.amountMinor : null, each.amountMinor < 0 ? -each.amountMinor : null],
          ...[each.openMinor === 0 ? null : each.openMinor, balance],
        ),
      );
    }
    rows.push(total('', '', '', `${say('Total', 'Total')} ${it.name}`, '', null, debit, credit, null, balance));
    sums.debit += debit;
    sums.credit += credit;
    sums.opening += it.openingMinor;
  }
  const all = sums.opening + sums.debit - sums.credit;
  rows.push(total('', '', '', say('Total général', 'Grand total'), '', null, sums.debit, sums.credit, null, all));
  return {
    name: 'grand-livre-auxiliaire',
    title: say('Grand livre auxiliaire clients', 'Customer subsidiary ledger'),
    facts: [
      company,
      `${say('Du', 'From')} ${dayIn(period.from, say)} ${say('au', 'to')} ${dayIn(period.asOf, say)}`,
      ...timeFacts(period, say),
    ],
    control: controlIn(control, currency, heading),
    columns: bookColumns(say),
    rows,
    notes: [
      say(
        'La lettre figure si, à la date d’arrêté, la ligne est soldée en tout ou partie ; * : rapprochée dans Lettrage, pas encore lettrée au grand livre.',
        'The letter stands if the line is settled, wholly or in part, at the day of the report; *: matched in Lettrage, not lettered in the ledger yet.',
      ),
    ],
    currency,
    wide: true,
  };
}

function bookColumns(say: Heading['say']): SheetColumn[] {
  return [
    { head: say('Date', 'Day'), kind: 'day', share: 9 },
    { head: say('Écriture', 'Entry'), kind: 'text', share: 12 },
    { head: say('Pièce', 'Document'), kind: 'text', share: 12 },
    { head: say('Libellé', 'Label'), kind: 'text', share: 26 },
    { head: say('Lettre', 'Letter'), kind: 'text', share: 8 },
    { head: say('Échéance', 'Due'), kind: 'day', share: 9 },
    { head: say('Débit', 'Debit'), kind: 'money', share: 12 },
    { head: say('Crédit', 'Credit'), kind: 'money', share: 12 },
    { head: say('Ouvert', 'Open'), kind: 'money', share: 12 },
    { head: say('Solde', 'Balance'), kind: 'money', share: 13, balance: true },
  ];
}

/** Groups by account, customer and letter as they stood at the day: sums, and whether they balance. */
export function letterSheet(
  period: Period,
  lines: readonly BookLine[],
  { currency }: ReportControl,
  { company, say }: Heading,
): Sheet {
  const groups = new Map<string, BookLine[]>();
  for (const it of lines) {
    if (it.openMinor === it.amountMinor) continue;
    const id = [it.account, it.partyId ?? '', it.letter ?? '*'].join('\t');
    groups.set(id, [...(groups.get(id) ?? []), it]);
  }
  const rows = [...groups].sort(([a], [b]) => compare(a, b)).map(([, group]) => letterRow(group, say));
  return {
    name: 'liste-des-lettres',
    title: say('Liste des lettres', 'List of letters'),
    facts: [company, ...timeFacts(period, say)],
    control: null,
    columns: [
      { head: say('Compte', 'Account'), kind: 'text', share: 10 },
      { head: say('Client', 'Customer'), kind: 'text', share: 24 },
      { head: say('Lettre', 'Letter'), kind: 'text', share: 8 },
      { head: say('Lignes', 'Lines'), kind: 'count', share: 7 },
      { head: say('Première', 'First'), kind: 'day', share: 9 },
      { head: say('Dernière', 'Last'), kind: 'day', share: 9 },
      { head: say('Débit', 'Debit'), kind: 'money', share: 12 },
      { head: say('Crédit', 'Credit'), kind: 'money', share: 12 },
      { head: say('Reste ouvert', 'Still open'), kind: 'money', share: 12 },
      { head: say('État', 'State'), kind: 'text', share: 12 },
    ],
    rows,
    notes: [
      say(
        '* : rapprochées dans Lettrage, sans lettre au grand livre.',
        '*: matched in Lettrage, without a letter in the ledger.',
      ),
    ],
    currency,
    wide: true,
  };
}

function letterRow(group: readonly BookLine[], say: Heading['say']): SheetRow {
  const [first] = group;
  const days = group.map((it) => it.day).sort();
  const open = group.reduce((sum, it) => sum + it.openMinor, 0);
  const whole = group.every((it) => it.openMinor === 0);
  return line(
    ...[
      first?.account ?? '',
      first?.partyName ?? '',
      first?.letter ?? '*',
      group.length,
      days[0] ?? null,
      days.at(-1) ?? null,
    ],
    ...[
      sumOf(group, 1),
      sumOf(group, -1),
      open === 0 ? null : open,
      whole ? say('soldée', 'balanced') : say('partielle', 'partial'),
    ],
  );
}

function sumOf(lines: readonly BookLine[], sign: 1 | -1): number {
  return lines.reduce((sum, it) => (it.amountMinor * sign > 0 ? sum + it.amountMinor * sign : sum), 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
