// The made-up server's trust, memory and rules: a class of each kind, one that stands down, things to forget, a rule to try.
import { Hono } from 'hono';
import type { Mode } from '../../../../sync/model/company.ts';
import type { SwitchState, Tolerance } from '../../../../sync/model/trust.ts';
import type {
  AgreementView,
  ClassView,
  MemoryView,
  RuleView,
  TrialOutcome,
  TrialView,
  TrustView,
} from '../../../../sync/port/trust-view.ts';
import { classWords } from '../../../../sync/trust/wording.ts';
import type { Fake } from './fake.ts';
import type { World } from './model.ts';

const CLASSES: readonly [string, Partial<ClassView>][] = [
  ['whole exact name one', { seeded: { seen: 9_412, right: 9_412 }, bound: 999_681, waiting: 12, ready: 12 }],
  ['damaged exact account one but twin-told', { seeded: { seen: 2_502, right: 2_502 }, bound: 998_803, waiting: 1 }],
  ['whole cents name one', { seeded: { seen: 0, right: 0 }, own: { seen: 41, right: 40 }, bound: 0, proven: false }],
  ['none exact account one', { seeded: { seen: 6_702, right: 6_702 }, bound: 999_553, own: { seen: 31, right: 30 } }],
  ['tail exact homonym list but payer-homonym', { seeded: { seen: 413, right: 413 }, bound: 992_772 }],
];

export function makeTrust(world: World): TrustView {
  const classes = CLASSES.map(([name, facts]): ClassView => {
    const signature = `${name} #e571b905`;
    const words = classWords(signature, 'fr');
    const own = { seen: 12, right: 12 };
    const standing = { proven: true, switched: 'mode', acts: false, standDown: null, waiting: 0, ready: 0 } as const;
    return { signature, ...words, own, ...standing, seeded: { seen: 0, right: 0 }, bound: 0, ...facts };
  });
  const down = classes[3];
  const line = [...world.lines.values()][0];
  if (down && line) {
    const { payer, amountMinor, currency, lineId } = line.row;
    down.standDown = { lineId, day: world.today, payer, amountMinor, currency, confirmed: 7, needed: 20 };
  }
  const party = world.parties[1];
  const used = party ? [{ partyId: party.id, partyName: party.name, minor: 35 }] : [];
  const tolerance = { now: { lineMax: 5, yearMax: 100 }, lineMax: 5, year: '2026', used };
  return { mode: 'suggest', target: 980_000, classes, today: { settled: 2, asked: 1, looked: 0 }, tolerance };
}

export function makeMemory(world: World): MemoryView {
  const [a, b] = world.parties;
  if (!a || !b) return { accounts: [], names: [], changed: [], refusals: [], habits: [] };
  const seen = { confirmed: 9, undone: 0, lastDay: world.today };
  const known = 'FR7630004000031234567890143';
  const other = 'DE89370400440532013000';
  const refusal = { decisionId: 'r1', lineId: 'l1', at: '2026-11-18T09:00:00Z', payer: a.name.toUpperCase() };
  const why = { reason: 'wrong-invoice', comment: 'avoir à venir' };
  return {
    accounts: [{ partyId: a.id, partyName: a.name, text: known, ...seen }],
    names: [{ partyId: b.id, partyName: b.name, text: `${b.name.toUpperCase()} HOLDING`, ...seen, undone: 1 }],
    changed: [{ partyId: a.id, partyName: a.name, text: other, times: 1, lastDay: world.today, known: [known] }],
    refusals: [{ ...refusal, amountMinor: 120_000, currency: world.currency, documents: ['FAC/2026/00871'], ...why }],
    habits: [{ partyId: b.id, partyName: b.name, kind: 'several-at-once', times: 6, receipts: 8 }],
  };
}

export function makeRules(): RuleView[] {
  const at = '2026-11-19T09:00:00Z';
  const facts = { by: 'C. Royer', at, replaces: null, partyName: null };
  const trial = { at, from: '2026-08-22', lines: 3, changed: 2, against: 1 } as const;
  return [
    {
      id: 'r1',
      name: 'Électricité',
      when: { label: 'PRLV * EDF*', amountMinorTo: 0 },
      outcome: { kind: 'account', account: '606100' },
      state: 'on',
      trial,
      ...facts,
    },
    {
      id: 'r2',
      name: 'Loyers',
      when: { label: 'LOYER*' },
      outcome: { kind: 'never' },
      state: 'draft',
      trial: null,
      ...facts,
    },
  ];
}

export function trustRoutes({ world }: Fake): Hono {
  const app = new Hono();
  const trust = makeTrust(world);
  app.get('/trust', (c) => {
    const language = c.req.header('accept-language')?.startsWith('en') ? 'en' : 'fr';
    const classes = trust.classes.map((it) => ({ ...it, ...classWords(it.signature, language) }));
    return c.json({ ...trust, classes });
  });
  app.post('/trust/mode', async (c) => {
    trust.mode = (await c.req.json<{ mode: Mode }>()).mode;
    return c.json(trust);
  });
  app.post('/trust/classes', async (c) => {
    const { signature, state } = await c.req.json<{ signature: string; state: SwitchState }>();
    const it = trust.classes.find((each) => each.signature === signature);
    if (it) Object.assign(it, { switched: state, acts: state === 'on' });
    return c.json(trust);
  });
  app.post('/trust/tolerance', async (c) => {
    trust.tolerance.now = (await c.req.json<{ tolerance: Tolerance | null }>()).tolerance;
    return c.json(trust);
  });
  memoryRoutes(app, makeMemory(world));
  ruleRoutes(app, world, makeRules());
  agreementRoutes(app, world);
  return app;
}

function memoryRoutes(app: Hono, memory: ReturnType<typeof makeMemory>): void {
  app.get('/memory', (c) => c.json(memory));
  app.post('/memory/forget', async (c) => {
    const thing = await c.req.json<{ kind: string; text: string }>();
    const isOther = (it: { text: string }) => it.text !== thing.text;
    memory.accounts = memory.accounts.filter(isOther);
    memory.names = memory.names.filter(isOther);
    memory.changed = memory.changed.filter(isOther);
    memory.refusals = memory.refusals.filter((it) => it.decisionId !== thing.text);
    memory.habits = memory.habits.filter((it) => it.kind !== thing.text);
    return c.json(memory);
  });
  app.post('/memory/accounts', async (c) => {
    const { text } = await c.req.json<{ text: string }>();
    const it = memory.changed.find((each) => each.text === text);
    if (it) memory.accounts.push({ ...it, confirmed: it.times, undone: 0 });
    memory.changed = memory.changed.filter((each) => each.text !== text);
    return c.json(memory);
  });
}

function agreementRoutes(app: Hono, world: World): void {
  let agreements: AgreementView[] = [];
  app.get('/agreements', (c) => c.json(agreements));
  app.post('/agreements', async (c) => {
    const body = await c.req.json<Pick<AgreementView, 'customerId' | 'supplierId' | 'since' | 'note'>>();
    const nameOf = (id: string) => world.parties.find((it) => it.id === id)?.name ?? null;
    const names = { customerName: nameOf(body.customerId), supplierName: nameOf(body.supplierId) };
    agreements = [...agreements, { ...body, ...names, id: `a${agreements.length}`, by: 'Claire Martin' }];
    return c.json(agreements);
  });
  app.post('/agreements/:id/end', (c) => {
    agreements = agreements.filter((it) => it.id !== c.req.param('id'));
    return c.json(agreements);
  });
}

function ruleRoutes(app: Hono, world: World, made: RuleView[]): void {
  let rules = made;
  app.get('/rules', (c) => c.json(rules));
  app.post('/rules', async (c) => {
    const body = await c.req.json<Pick<RuleView, 'name' | 'when' | 'outcome' | 'replaces'>>();
    const facts = {
      id: `r${rules.length + 9}`,
      state: 'draft',
      trial: null,
      by: 'C. Royer',
      at: '',
      partyName: null,
    } as const;
    rules = [...rules.filter((it) => it.id !== body.replaces), { ...facts, ...body }];
    return c.json(rules);
  });
  app.post('/rules/:id/try', (c) => c.json(tried(world, rules, c.req.param('id'))));
  app.post('/rules/:id/switch', async (c) => {
    const { on } = await c.req.json<{ on: boolean }>();
    rules = rules.map((it) => (it.id === c.req.param('id') ? { ...it, state: on ? 'on' : 'off' } : it));
    return c.json(rules);
  });
  app.post('/rules/:id/delete', (c) => {
    rules = rules.filter((it) => it.id !== c.req.param('id'));
    return c.json(rules);
  });
}

function tried(world: World, rules: RuleView[], id: string): TrialView {
  const trial = { at: '2026-11-20T09:00:00Z', from: '2026-08-22', lines: 3, changed: 2, against: 1 } as const;
  const rule = rules.find((it) => it.id === id) ?? makeRules()[0]!;
  Object.assign(rule, { trial, state: rule.state === 'draft' ? 'tried' : rule.state });
  const nobody = { partyName: null, documents: [], account: null };
  const lines = [...world.lines.values()].slice(0, 2).map(({ row }, i) => {
    const { lineId, day, payer, label, amountMinor, currency, partyName } = row;
    const kind: TrialOutcome['kind'] = i === 0 ? 'settled' : 'proposed';
    const old: TrialOutcome = { kind, partyName, documents: ['FAC/2026/00871'], account: null };
    const now: TrialOutcome = { kind: 'account', ...nobody, account: '606100' };
    return { lineId, day, payer, label, amountMinor, currency, old, now, against: i === 0 };
  });
  return { rule, trial, lines };
}
