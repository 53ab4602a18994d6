// One bank line of the made-up company, of one of the kinds that a desk meets.
import { addDays, type Day } from '../../../../sync/model/day.ts';
import type { ItemRow, LineView, QueueRow } from '../../../../sync/port/view.ts';
import { candidatesOf, findingsOf } from './candidate.ts';
import { addItem } from './item.ts';
import type { Dice, FakeLine, Party, World } from './model.ts';
import { BANKS } from './names.ts';

export type Kind = 'exact' | 'list' | 'fee' | 'medium' | 'over' | 'none' | 'debit' | 'credit' | 'part' | 'foreign';

export const KINDS: readonly Kind[] = [
  'exact',
  'list',
  'medium',
  'fee',
  'exact',
  'none',
  'over',
  'exact',
  'credit',
  'debit',
  'exact',
  'part',
];

type Plan = { i: number; count: number; kind: Kind; hostile: boolean };

export function addLine(world: World, plan: Plan, roll: Dice): FakeLine {
  const { i, count, kind, hostile } = plan;
  const party = world.parties[i % world.parties.length] as Party;
  const day = addDays(world.today, -Math.floor((Math.max(0, count - i) * 5) / count) - 1);
  const items = itemsFor(world, party, day, kind, roll);
  const differenceMinor = kind === 'fee' ? -1_250 : kind === 'over' ? 258_720 : 0;
  const amountMinor =
    amountOf(
      kind,
      items.reduce((total, item) => total + item.residualMinor, 0),
    ) + differenceMinor;
  const documents = items.map((item) => item.document ?? '').join(' ');
  const noise = `${kind === 'none' ? 'ACOMPTE CUISINE' : ''}${hostile ? ` REF ${'X'.repeat(90)}` : ''}`;
  const label = `VIR SEPA ${party.name.toUpperCase()} ${documents} ${noise}`.trim();
  const line = lineOf(i, party, day, kind, { amountMinor, label, currency: world.currency });
  const certainty = certaintyOf(kind);
  const candidates = items.length === 0 ? [] : candidatesOf(world, kind, items, amountMinor, certainty);
  const itemIds = candidates[0]?.allocations.map((it) => it.itemId) ?? [];
  const row = { ...rowOf(line, items[0], certainty, differenceMinor), itemIds };
  const made = { line, row, candidates, findings: findingsOf(label, items) };
  world.lines.set(line.id, made);
  return made;
}

function itemsFor(world: World, party: Party, day: Day, kind: Kind, roll: Dice): ItemRow[] {
  if (kind === 'none' || kind === 'debit') return [];
  const amounts = kind === 'list' ? [120_000 + roll(90_000), 45_000 + roll(9_000), 73_450] : [30_000 + roll(900_000)];
  const items = amounts.map((minor) => addItem(world, party, minor, addDays(day, -20 - roll(60))));
  if (kind === 'credit') items.push(addItem(world, party, -12_400, addDays(day, -9), 'credit-note'));
  return items;
}

function amountOf(kind: Kind, openMinor: number): number {
  if (kind === 'none') return 300_000;
  if (kind === 'debit') return -184_512;
  return kind === 'part' ? Math.floor(openMinor / 3) : openMinor;
}

function certaintyOf(kind: Kind): QueueRow['certainty'] {
  if (kind === 'none' || kind === 'debit') return 'none';
  return kind === 'medium' || kind === 'part' ? 'medium' : 'strong';
}

type Facts = Pick<LineView, 'amountMinor' | 'label' | 'currency'>;

function lineOf(i: number, party: Party, day: Day, kind: Kind, facts: Facts): LineView {
  return {
    ...facts,
    id: `l${i}`,
    account: BANKS[i % 7 === 3 ? 1 : 0] as string,
    entryRef: `REF${i}`,
    bookingDay: day,
    valueDay: addDays(day, 1),
    counterparty: kind === 'debit' ? 'URSSAF ILE DE FRANCE' : i % 11 === 10 ? null : party.name.toUpperCase(),
    counterpartyAccount: i % 5 === 4 ? null : 'CH9300762011623852957',
    ultimateParty: null,
    endToEndId: 'NOTPROVIDED',
    mandateId: null,
    references: [],
    bankCode: 'PMNT-RCDT-ESCT',
    instructed: null,
    returnReason: null,
    statementId: 's1',
    position: i + 1,
    state: 'open',
    until: null,
    flagged: i % 9 === 8,
    booked: i % 4 === 0 ? [`b${i}`] : [],
    decisionId: null,
  } as LineView;
}

function rowOf(
  line: LineView,
  item: ItemRow | undefined,
  certainty: QueueRow['certainty'],
  differenceMinor: number,
): QueueRow {
  const { id, bookingDay, account, amountMinor, currency, counterparty, label, flagged, booked } = line;
  return {
    lineId: id,
    day: bookingDay,
    account,
    amountMinor,
    currency,
    payer: counterparty,
    label,
    state: 'open',
    flagged,
    wage: false,
    until: null,
    booked: booked.length > 0,
    certainty,
    differenceMinor,
    partyId: item?.partyId ?? null,
    partyName: item?.partyName ?? null,
    itemIds: [],
    decisionId: null,
    settledBy: null,
    settledAt: null,
    look: null,
  };
}
