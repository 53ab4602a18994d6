// A made-up company in memory: customers, open items, bank lines with their candidates. The same seed gives the same world.
import type { Day } from '../../../../sync/model/day.ts';
import { addDays } from '../../../../sync/model/day.ts';
import type { AdjustmentKind, Finding } from '../../../../sync/model/match.ts';
import type {
  CandidateView,
  EntryRow,
  HistoryRow,
  ImportRow,
  ItemRow,
  LineView,
  QueueRow,
} from '../../../../sync/port/view.ts';
import { BANKS, HOSTILE, NAMES } from './names.ts';

export type FakeLine = { line: LineView; row: QueueRow; candidates: CandidateView[]; findings: Finding[] };

export type World = {
  today: Day;
  currency: string;
  demo: boolean;
  parties: { id: string; name: string }[];
  items: Map<string, ItemRow>;
  lines: Map<string, FakeLine>;
  history: HistoryRow[];
  imports: ImportRow[];
};

export type WorldOptions = { lines?: number; hostile?: boolean; currency?: string; demo?: boolean; decided?: boolean };

type Kind = 'exact' | 'list' | 'fee' | 'medium' | 'over' | 'none' | 'debit' | 'credit' | 'part' | 'foreign';
const KINDS: readonly Kind[] = [
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

export const TODAY: Day = '2026-11-20';

/** Numbers that look random and never change (a linear congruence; nothing depends on its quality). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

export function makeWorld(options: WorldOptions = {}): World {
  const { lines = 24, hostile = false, currency = 'EUR', demo = true, decided = true } = options;
  const roll = dice(7);
  const names = hostile ? [...HOSTILE, ...NAMES] : NAMES;
  const parties = names.map((name, i) => ({ id: `p${i}`, name }));
  const world: World = {
    today: TODAY,
    currency,
    demo,
    parties,
    items: new Map(),
    lines: new Map(),
    history: [],
    imports: [],
  };
  for (let i = 0; i < lines; i += 1) addLine(world, i, lines, KINDS[i % KINDS.length] ?? 'exact', roll, hostile);
  for (const party of parties) addCredits(world, party, roll);
  if (decided) addDecided(world, roll);
  addImports(world);
  return world;
}

function addItem(
  world: World,
  party: World['parties'][number],
  minor: number,
  day: Day,
  kind: ItemRow['kind'] = 'invoice',
): ItemRow {
  const n = world.items.size + 1;
  const document = `${kind === 'credit-note' ? 'AV' : 'FAC'}/2026/${String(n).padStart(5, '0')}`;
  const item: ItemRow = {
    itemId: `i${n}`,
    partyId: party.id,
    partyName: party.name,
    account: '411000',
    role: 'receivable',
    kind,
    document: kind === 'payment' ? null : document,
    label: kind === 'payment' ? `VIR ${party.name.slice(0, 20)}` : `Facture ${document}`,
    journal: kind === 'payment' ? 'BQ' : 'VE',
    day,
    documentDay: day,
    dueDay: kind === 'invoice' ? addDays(day, 30) : null,
    dueComputed: n % 3 === 0,
    amountMinor: minor,
    residualMinor: minor,
    receivedMinor: 0,
    currency: world.currency,
    letter: null,
  };
  world.items.set(item.itemId, item);
  return item;
}

function addLine(
  world: World,
  i: number,
  count: number,
  kind: Kind,
  roll: (below: number) => number,
  hostile: boolean,
): FakeLine {
  const party = world.parties[i % world.parties.length] as World['parties'][number];
  const day = addDays(world.today, -Math.floor((Math.max(0, count - i) * 5) / count) - 1);
  const amounts = kind === 'list' ? [120_000 + roll(90_000), 45_000 + roll(9_000), 73_450] : [30_000 + roll(900_000)];
  const items =
    kind === 'none' || kind === 'debit'
      ? []
      : amounts.map((minor) => addItem(world, party, minor, addDays(day, -20 - roll(60))));
  if (kind === 'credit') items.push(addItem(world, party, -12_400, addDays(day, -9), 'credit-note'));
  const open = items.reduce((total, item) => total + item.residualMinor, 0);
  const difference = { fee: -1_250, over: 258_720, part: 0 }[kind as string] ?? 0;
  const amountMinor =
    kind === 'none'
      ? 300_000
      : kind === 'debit'
        ? -184_512
        : kind === 'part'
          ? Math.floor(open / 3)
          : open + difference;
  const documents = items.map((item) => item.document ?? '').join(' ');
  const label =
    `VIR SEPA ${party.name.toUpperCase()} ${documents} ${kind === 'none' ? 'ACOMPTE CUISINE' : ''}${hostile ? ` REF ${'X'.repeat(90)}` : ''}`.trim();
  const certainty =
    kind === 'none' || kind === 'debit' ? 'none' : kind === 'medium' || kind === 'part' ? 'medium' : 'strong';
  const line: LineView = {
    id: `l${i}`,
    account: BANKS[i % 7 === 3 ? 1 : 0] as string,
    entryRef: `REF${i}`,
    bookingDay: day,
    valueDay: addDays(day, 1),
    amountMinor,
    currency: world.currency,
    counterparty: kind === 'debit' ? 'URSSAF ILE DE FRANCE' : i % 11 === 10 ? null : party.name.toUpperCase(),
    counterpartyAccount: i % 5 === 4 ? null : 'CH9300762011623852957',
    ultimateParty: null,
    endToEndId: 'NOTPROVIDED',
    mandateId: null,
    label,
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
  const candidates = items.length === 0 ? [] : candidatesOf(world, kind, items, amountMinor, certainty);
  const row: QueueRow = {
    lineId: line.id,
    day,
    account: line.account,
    amountMinor,
    currency: line.currency,
    payer: line.counterparty,
    label,
    state: 'open',
    flagged: line.flagged,
    until: null,
    booked: line.booked.length > 0,
    certainty,
    differenceMinor: kind === 'fee' || kind === 'over' ? difference : 0,
    partyId: items[0]?.partyId ?? null,
    partyName: items[0]?.partyName ?? null,
    decisionId: null,
    settledBy: null,
    settledAt: null,
  };
  const made = { line, row, candidates, findings: findingsOf(label, items) };
  world.lines.set(line.id, made);
  return made;
}

function candidatesOf(
  world: World,
  kind: Kind,
  items: ItemRow[],
  amountMinor: number,
  certainty: QueueRow['certainty'],
): CandidateView[] {
  const take = (item: ItemRow) => ({ ...item, allocatedMinor: kind === 'part' ? amountMinor : item.residualMinor });
  const allocated = items.reduce((total, item) => total + take(item).allocatedMinor, 0);
  const fee = kind === 'fee' ? [{ kind: 'bank_fee' as AdjustmentKind, amountMinor: amountMinor - allocated }] : [];
  const first: CandidateView = {
    partyId: items[0]?.partyId ?? null,
    partyName: items[0]?.partyName ?? null,
    allocations: items.map(take),
    adjustments: fee,
    restMinor: kind === 'fee' ? 0 : amountMinor - allocated,
    certainty,
    reasons: [
      'Références et IBAN connus : vu 4 649 fois, aucune annulée',
      `N° ${items[0]?.document} cité en entier, unique parmi 1 846 factures ouvertes`,
      'IBAN déjà utilisé par ce client pour 31 règlements',
    ],
    doubts: kind === 'medium' ? ['Le nom du payeur ne ressemble qu’à moitié à celui du client'] : [],
    signature: `ref+amount+iban#${kind}`,
    entry: [],
  };
  first.entry = entryOf(world, amountMinor, first.allocations, fee, first.restMinor);
  if (kind !== 'list' && kind !== 'fee' && kind !== 'medium') return [first];
  const alone = first.allocations.slice(0, 1);
  const second: CandidateView = {
    ...first,
    allocations: alone,
    adjustments: [],
    restMinor: amountMinor - (alone[0]?.allocatedMinor ?? 0),
    certainty: 'medium',
    reasons: ['Montant proche'],
    doubts: ['Laisse de côté un numéro pourtant cité', 'Profil vu 212 fois, annulé 9 fois'],
    signature: 'amount',
  };
  second.entry = entryOf(world, amountMinor, alone, [], second.restMinor);
  return [first, second];
}

export function entryOf(
  world: World,
  amountMinor: number,
  allocations: readonly { document?: string | null; allocatedMinor: number }[],
  adjustments: readonly { kind: string; amountMinor: number }[],
  restMinor: number,
): EntryRow[] {
  const side = (account: string, label: string, minor: number): EntryRow => ({
    account,
    label,
    debitMinor: Math.max(0, minor),
    creditMinor: Math.max(0, -minor),
  });
  return [
    side('512001', 'Banque', amountMinor),
    ...adjustments.map((it) =>
      side(it.kind === 'bank_fee' ? '627000' : it.kind === 'discount' ? '665000' : '658000', it.kind, -it.amountMinor),
    ),
    ...allocations.map((it) => side('411000', it.document ?? '', -it.allocatedMinor)),
    ...(restMinor === 0 ? [] : [side('419100', world.currency, -restMinor)]),
  ];
}

function findingsOf(label: string, items: readonly ItemRow[]): Finding[] {
  const named = items.flatMap((item): Finding[] => {
    const at = label.indexOf(item.document ?? '\0');
    return at < 0 || !item.document ? [] : [{ type: 'invoice-number', text: item.document, at, itemId: item.itemId }];
  });
  const stray = label.indexOf('ACOMPTE');
  return [
    ...named,
    ...(stray < 0 ? [] : [{ type: 'unknown' as const, text: 'ACOMPTE', at: stray, itemId: null }]),
    ...(items.length > 1 ? [{ type: 'end-to-end' as const, text: 'VUIL-20261117-0042', at: null, itemId: null }] : []),
  ];
}

/** A payment by hand and an invoice that tie, and a stray one: something to letter without a bank line. */
function addCredits(world: World, party: World['parties'][number], roll: (below: number) => number): void {
  const minor = 40_000 + roll(200_000);
  addItem(world, party, minor, addDays(world.today, -70));
  addItem(world, party, -minor, addDays(world.today, -12), 'payment');
  if (roll(2) === 0) addItem(world, party, -5_000 - roll(9_000), addDays(world.today, -40), 'credit-note');
}

function addDecided(world: World, roll: (below: number) => number): void {
  const states = ['later', 'settled', 'settled', 'settled'] as const;
  for (const [n, state] of states.entries()) {
    const party = world.parties[(n * 5) % world.parties.length] as World['parties'][number];
    const id = `d${n}`;
    const base = addLine(world, 900 + n, 1, 'exact', roll, false);
    world.lines.delete(base.line.id);
    const row: QueueRow = {
      ...base.row,
      lineId: id,
      payer: party.name.toUpperCase(),
      partyId: party.id,
      partyName: party.name,
      amountMinor: 26_388 + roll(90_000),
      state,
      certainty: 'strong',
      differenceMinor: 0,
      flagged: false,
      until: state === 'later' ? addDays(world.today, 5) : null,
      decisionId: `x${n}`,
      settledBy: state === 'settled' ? (n === 1 ? 'person' : 'night') : null,
      settledAt: '2026-11-20T04:41:00Z',
      day: world.today,
    };
    world.lines.set(id, {
      line: { ...base.line, id, state, amountMinor: row.amountMinor, decisionId: row.decisionId },
      row,
      candidates: [],
      findings: [],
    });
    world.history.unshift({
      decisionId: `x${n}`,
      action: state === 'later' ? 'later' : 'accept',
      at: '2026-11-20T04:41:00Z',
      by: n === 1 ? 'C. Royer' : 'night',
      lineId: id,
      payer: row.payer,
      amountMinor: row.amountMinor,
      currency: world.currency,
      documents: state === 'later' ? [] : [`FAC/2026/0085${n}`],
      undone: false,
      undoes: null,
      comment: state === 'later' ? 'avis demandé' : null,
    } as HistoryRow);
  }
}

function addImports(world: World): void {
  world.imports = [
    {
      fileId: 'f1',
      name: '552100554FEC20261231.txt',
      kind: 'fec',
      importedAt: '2026-11-20T08:02:00Z',
      statements: [],
      ledger: { lines: 48_211, parties: 311, from: '2026-01-01', to: '2026-11-19' },
    },
    {
      fileId: 'f2',
      name: 'camt053-20261119.xml',
      kind: 'camt',
      importedAt: '2026-11-20T08:04:00Z',
      ledger: null,
      statements: [
        {
          account: BANKS[0] as string,
          number: '228',
          currency: world.currency,
          openingMinor: 21_840_211,
          openingCarried: false,
          closingMinor: 25_024_233,
          openingDay: '2026-11-19',
          closingDay: '2026-11-19',
          lineCount: 86,
          duplicateCount: 0,
          linesMinor: 3_184_022,
          apartCount: 0,
          balanced: true,
        },
      ],
    },
  ];
}
