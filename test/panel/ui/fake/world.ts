// A made-up company in memory: customers, open items, bank lines with their candidates. The same seed gives the same world.
import { addDays } from '../../../../sync/model/day.ts';
import type { HistoryRow, QueueRow } from '../../../../sync/port/view.ts';
import { addPast } from './account.ts';
import { addItem } from './item.ts';
import { addLine, KINDS } from './line.ts';
import { type Dice, dice, type Party, TODAY, type World } from './model.ts';
import { BANKS, HOSTILE, NAMES } from './names.ts';

export type WorldOptions = {
  lines?: number;
  hostile?: boolean;
  currency?: string;
  demo?: boolean;
  decided?: boolean;
  role?: string;
  ledgerOffMinor?: number;
  /** Every third item of the aged balance is of a document in dollars. */
  dollars?: boolean;
};

export function makeWorld(options: WorldOptions = {}): World {
  const { lines = 24, hostile = false, currency = 'EUR', demo = true, decided = true, role = 'manager' } = options;
  const roll = dice(7);
  const names = hostile ? [...HOSTILE, ...NAMES] : NAMES;
  const parties = names.map((name, i) => ({ id: `p${i}`, name }));
  const world: World = {
    today: TODAY,
    currency,
    demo,
    role,
    odoo: { by: 'none', lacksRights: false, read: false, reading: 0 },
    signIn: false,
    signedIn: false,
    ledgerOffMinor: options.ledgerOffMinor ?? 0,
    dollars: options.dollars ?? false,
    parties,
    items: new Map(),
    lines: new Map(),
    history: [],
    moves: [],
    imports: [],
    gaps: [],
    start: null,
    statement: { offMinor: 0, gapMinor: 0 },
    banks: BANKS.map((account, i) => ({
      account,
      name: '',
      ledgerAccount: i === 0 ? '512001' : null,
      journal: i === 0 ? 'BQ1' : null,
      currency,
    })),
  };
  for (let i = 0; i < lines; i += 1)
    addLine(world, { i, count: lines, kind: KINDS[i % KINDS.length] ?? 'exact', hostile }, roll);
  for (const party of parties) addCredits(world, party, roll);
  if (decided) addDecided(world, roll);
  addImports(world);
  if (world.parties[0] && decided) addPast(world, world.parties[0]);
  return world;
}

/** A payment by hand and an invoice that tie, and a stray one: something to letter without a bank line. */
function addCredits(world: World, party: Party, roll: Dice): void {
  const minor = 40_000 + roll(200_000);
  addItem(world, party, minor, addDays(world.today, -70));
  addItem(world, party, -minor, addDays(world.today, -12), 'payment');
  if (roll(2) === 0) addItem(world, party, -5_000 - roll(9_000), addDays(world.today, -40), 'credit-note');
}

function addDecided(world: World, roll: Dice): void {
  const states = ['later', 'settled', 'settled', 'settled'] as const;
  for (const [n, state] of states.entries()) {
    const party = world.parties[(n * 5) % world.parties.length] as Party;
    const id = `d${n}`;
    const base = addLine(world, { i: 900 + n, count: 1, kind: 'exact', hostile: false }, roll);
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
      look: n === 2 ? 'asked' : null,
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
          statementId: 's1',
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
