// Grand livre auxiliaire with letters at a day, and the list of those letters.
import { sum } from '../model/money.ts';
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
    const open = sum(it.lines.map((each) => each.openMinor));
    rows.push(total('', '', '', `${say('Total', 'Total')} ${it.name}`, '', null, debit, credit, open, balance));
    sums.debit += debit;
    sums.credit += credit;
    sums.opening += it.openingMinor;
  }
  const all = sums.opening + sums.debit - sums.credit;
  const open = sum(lines.map((each) => each.openMinor));
  rows.push(total('', '', '', say('Total général', 'Grand total'), '', null, sums.debit, sums.credit, open, all));
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
    { head: say('Débit', 'Debit'), kind: 'money', share: 12, carried: 'sum' },
    { head: say('Crédit', 'Credit'), kind: 'money', share: 12, carried: 'sum' },
    { head: say('Ouvert', 'Open'), kind: 'money', share: 12, carried: 'sum' },
    { head: say('Solde', 'Balance'), kind: 'money', share: 13, balance: true, carried: 'last' },
  ];
}

/**
 * Groups by account, customer and letter as they stood at the day: sums, and whether they balance. `tied`: which lines settled each
 * other; a letter that a later year uses again, and matches without a letter, are groups of their own by it.
 */
export function letterSheet(
  period: Period,
  lines: readonly BookLine[],
  tied: readonly (readonly string[])[],
  { currency }: ReportControl,
  { company, say }: Heading,
): Sheet {
  const groups = lettersOf(
    lines.filter((it) => it.openMinor !== it.amountMinor),
    tied,
  );
  const all = groups.flat();
  const rows = groups.map((group) => letterRow(group, say));
  const open = openOf(all);
  const sums = [sumOf(all, 1), sumOf(all, -1), open === 0 ? null : open, ''];
  rows.push(total('', '', '', 'Total', all.length, null, null, ...sums));
  return {
    name: 'liste-des-lettres',
    title: say('Liste des lettres', 'List of letters'),
    facts: [company, ...timeFacts(period, say)],
    control: null,
    columns: [
      { head: say('Compte', 'Account'), kind: 'text', share: 10 },
      { head: say('Client', 'Customer'), kind: 'text', share: 24 },
      { head: 'Code', kind: 'text', share: 10 },
      { head: say('Lettre', 'Letter'), kind: 'text', share: 8 },
      { head: say('Lignes', 'Lines'), kind: 'count', share: 7 },
      { head: say('Première', 'First'), kind: 'day', share: 9 },
      { head: say('Dernière', 'Last'), kind: 'day', share: 9 },
      { head: say('Débit', 'Debit'), kind: 'money', share: 12, carried: 'sum' },
      { head: say('Crédit', 'Credit'), kind: 'money', share: 12, carried: 'sum' },
      { head: say('Reste ouvert', 'Still open'), kind: 'money', share: 12, carried: 'sum' },
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

/** By account, customer and letter; then by the years in which the ties of one letter lie apart. */
function lettersOf(lines: readonly BookLine[], tied: readonly (readonly string[])[]): BookLine[][] {
  const tieOf = new Map(tied.flatMap((ids, i) => ids.map((id): [string, number] => [id, i])));
  const letters = new Map<string, Map<string, BookLine[]>>();
  for (const it of lines) {
    const id = [it.account, it.partyName ?? '', it.partyId ?? '', it.letter ?? '*'].join('\t');
    const ties = letters.get(id) ?? new Map<string, BookLine[]>();
    letters.set(id, ties);
    const tie = String(tieOf.get(it.itemId) ?? it.itemId);
    ties.set(tie, [...(ties.get(tie) ?? []), it]);
  }
  return [...letters]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([, ties]) => {
      const apart: BookLine[][] = [];
      for (const group of [...ties.values()].sort((a, b) => compare(firstDay(a), firstDay(b)))) {
        const before = apart.at(-1);
        const isSame = before?.[0]?.letter != null && yearOf(firstDay(group)) <= yearOf(lastDay(before));
        if (before && isSame) before.push(...group);
        else apart.push([...group]);
      }
      return apart;
    });
}

const firstDay = (group: readonly BookLine[]) => group.map((it) => it.day).reduce((a, b) => (b < a ? b : a));
const lastDay = (group: readonly BookLine[]) => group.map((it) => it.day).reduce((a, b) => (b > a ? b : a));
const yearOf = (day: string) => day.slice(0, 4);

function letterRow(group: readonly BookLine[], say: Heading['say']): SheetRow {
  const [first] = group;
  const open = openOf(group);
  const whole = group.every((it) => it.openMinor === 0);
  return line(
    ...[
      first?.account ?? '',
      first?.partyName ?? '',
      first?.partyId ?? '',
      first?.letter ?? '*',
      group.length,
      firstDay(group),
      lastDay(group),
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

function openOf(lines: readonly BookLine[]): number {
  return sum(lines.map((it) => it.openMinor));
}
