// What a report was asked for, as facts printed under its title, and how its control reads.
import type { AgingAsked, AgingColumn, AgingControl, ControlSource, Grouping } from '../model/aging.ts';
import { clockIn, type Day } from '../model/day.ts';
import { formatMinor, type Money } from '../model/money.ts';
import type { Say, SheetRow } from '../model/sheet.ts';

/** `zone`: the company's, in which an instant is written. */
export type Heading = { company: string; zone: string; say: Say };

/** 25/11/2026 22:41, on the clock of the company. */
export function instantIn(instant: string, { zone, say }: Pick<Heading, 'zone' | 'say'>): string {
  const { day, time } = clockIn(instant, zone);
  return `${dayIn(day, say)} ${time}`;
}

/** 20/11/2026, or 2026-11-20 in English. */
export function dayIn(day: Day, say: Say): string {
  return say(`${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`, day);
}

/** '1 234,56 EUR', '1,234.56 EUR', with U+00A0 where a line must not break. */
export function moneyIn({ minor, currency }: Money, say: Say): string {
  const [whole = '', decimals] = formatMinor(Math.abs(minor), currency).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, say('\u00a0', ','));
  return `${minor < 0 ? '\u2212' : ''}${grouped}${decimals === undefined ? '' : say(',', '.') + decimals}\u00a0${currency}`;
}

/** The two times: which accounting day, and what had been recorded by when. */
export function timeFacts({ asOf, knownOn }: Pick<AgingAsked, 'asOf' | 'knownOn'>, say: Say): string[] {
  const known =
    knownOn === null
      ? say('Vrai à cette date, avec tout ce qui est su aujourd’hui', 'True on that day, with all that is known today')
      : say(
          `Comme connu au ${knownOn.length === 10 ? dayIn(knownOn as Day, say) : knownOn} : seulement ce qui était enregistré`,
          `As known on ${knownOn}: only what had been recorded`,
        );
  return [`${say('Arrêté au', 'As of')} ${dayIn(asOf, say)}`, known];
}

const GROUPING: Readonly<Record<Grouping, { fr: string; en: string }>> = {
  party: { fr: 'Client', en: 'Customer' },
  group: { fr: 'Groupe', en: 'Group' },
  salesperson: { fr: 'Commercial', en: 'Salesperson' },
  country: { fr: 'Pays', en: 'Country' },
  currency: { fr: 'Devise', en: 'Currency' },
  account: { fr: 'Compte', en: 'Account' },
};

export function groupingIn(by: Grouping, say: Say): string {
  return say(GROUPING[by].fr, GROUPING[by].en);
}

export function columnIn({ kind, from, to }: AgingColumn, say: Say): string {
  if (kind === 'no-due-day') return say('Sans échéance', 'No due date');
  if (kind === 'unallocated') return say('Non affecté', 'Unallocated');
  if (kind === 'credit-note') return say('Avoirs', 'Credit notes');
  if (kind === 'deposit') return say('Acomptes', 'Deposits');
  if (kind === 'late') return to === null ? `> ${(from ?? 1) - 1} ${say('j', 'd')}` : `${from}-${to} ${say('j', 'd')}`;
  if (from === null) return say('Non échu', 'Not due');
  return to === null
    ? say(`Dans > ${from - 1} j`, `In > ${from - 1} d`)
    : say(`Dans ${from}-${to} j`, `In ${from}-${to} d`);
}

/** Whether the report equals the ledger, account by account where there are few; a difference names what to look at. */
export function controlIn(
  control: AgingControl,
  currency: string,
  heading: Pick<Heading, 'zone' | 'say'>,
): { ok: boolean; says: string } {
  const { say } = heading;
  const source = sourceIn(control.source, heading);
  const inside = control.accounts.filter((it) => it.inside);
  const apart = inside.filter((it) => it.ledgerMinor !== it.reportMinor);
  const money = (minor: number) => moneyIn({ minor, currency }, say);
  if (apart.length === 0) {
    const accounts = inside.map((it) => `${it.account} ${money(it.ledgerMinor)}`).join(' + ');
    const shown = inside.length > 8 ? say(`${inside.length} comptes`, `${inside.length} accounts`) : accounts;
    const sum = inside.length === 0 ? '' : ` = ${shown}`;
    return {
      ok: true,
      says: `${say('Égale au grand livre :', 'Equal to the ledger:')} ${money(control.ledgerMinor)}${sum}. ${source}`,
    };
  }
  const accounts = apart.map(
    (it) =>
      `${it.account} (${say('grand livre', 'ledger')} ${money(it.ledgerMinor)}, ${say('balance', 'report')} ${money(it.reportMinor)})`,
  );
  const entries = control.suspects
    .slice(0, 5)
    .map((it) => `${it.journal} ${it.entry} ${dayIn(it.day, say)} ${money(it.amountMinor)}`);
  return {
    ok: false,
    says: `${say('ATTENTION, s’écarte du grand livre de', 'WARNING, differs from the ledger by')} ${money(control.differenceMinor)}${say(' :', ':')} ${accounts.join(', ')}. ${say('Écritures à voir :', 'Entries to check:')} ${entries.join(' ; ') || say('aucune trouvée', 'none found')}. ${source}`,
  };
}

/** When the ledger's totals were read; that it could not be asked now is said. */
function sourceIn({ live, at, why }: ControlSource, heading: Pick<Heading, 'zone' | 'say'>): string {
  const { say } = heading;
  const when = at === null ? null : instantIn(at, heading);
  if (live) return say(`Grand livre interrogé le ${when}.`, `Ledger asked on ${when}.`);
  const last =
    when === null
      ? say('Totaux lus jusque-là.', 'Totals as read by then.')
      : say(`Totaux lus le ${when}.`, `Totals read on ${when}.`);
  return why === null ? last : `${say('CONTRÔLE NON REFAIT :', 'NOT CHECKED ANEW:')} ${say(why.fr, why.en)} ${last}`;
}

/** A row of words in the first column. */
export function note(text: string): SheetRow {
  return { level: 'note', cells: [text] };
}
