// The made-up server's Odoo: how it is connected, what is looked at there, and a reading that takes a few questions.
import { type Context, Hono } from 'hono';
import type { CheckStep } from '../../../../sync/port/erp.ts';
import type { PairingView } from '../../../../sync/port/view-host.ts';
import type { CheckView, NightView } from '../../../../sync/port/view-night.ts';
import { type Fake, faultOf } from './fake.ts';
import type { World } from './model.ts';

type Said = Readonly<Record<CheckStep, string>> & { rightsMissing: string; keyUnknown: string };

const SAYS: Readonly<Record<'fr' | 'en', Said>> = {
  fr: {
    address: 'Odoo 19.0, https://odoo.example.fr, json2, matched-lines',
    database: 'verdanne',
    key: 'lettrage, jusqu’au 20/02/2027',
    rights: 'suffisants',
    journals: 'BNK1 512001, BNK2 512003',
    accounts: 'clients : 411100, 411700, 413000, 416000',
    locks: 'rien ne change jusqu’au 30/06/2026 inclus ; TVA : 30/09/2026',
    tax: 'TVA sur les débits',
    reading: '4 018 postes clients ouverts, 12 160 lignes de banque dont 86 à rapprocher ; rien n’est écrit',
    rightsMissing:
      'il manque : créer une ligne de relevé (account.bank.statement.line, create), rapprocher une ligne de relevé (account.bank.statement.line, write) ; donnez à « lettrage » le groupe « Basic » de la comptabilité, dans Odoo, Réglages, Utilisateurs',
    keyUnknown:
      'Odoo ne reconnaît pas la clé de « lettrage » dans cette base : elle a expiré, a été retirée ou est mal copiée',
  },
  en: {
    address: 'Odoo 19.0, https://odoo.example.fr, json2, matched-lines',
    database: 'verdanne',
    key: 'lettrage, until 20 Feb 2027',
    rights: 'sufficient',
    journals: 'BNK1 512001, BNK2 512003',
    accounts: 'customers: 411100, 411700, 413000, 416000',
    locks: 'nothing changes until 30 Jun 2026 included; VAT: 30 Sep 2026',
    tax: 'VAT on invoices',
    reading: '4,018 open customer items, 12,160 bank lines, 86 of them to match; nothing is written',
    rightsMissing:
      'missing: make a statement line (account.bank.statement.line, create), match a statement line (account.bank.statement.line, write); give "lettrage" the accounting group "Basic", in Odoo, Settings, Users',
    keyUnknown: 'Odoo does not know the key of "lettrage" in this database: it ended, was taken away or copied wrongly',
  },
};
const ORDER: readonly CheckStep[] = [
  ...(['address', 'database', 'key', 'rights', 'journals', 'accounts', 'locks', 'tax', 'reading'] as const),
];
const STEPS_OF_READING = 4;

export function setupRoutes({ world }: Fake): Hono {
  const app = new Hono();
  app.get('/host', (c) => c.json({ origin: null, signIn: world.signIn }));
  app.post('/host/sign-in', async (c) => {
    const { login, password } = await c.req.json();
    world.signedIn = login === 'claire' && password === 'right';
    if (world.signedIn) return c.json({});
    return c.json({ fault: faultOf('sign-in-refused', 'Odoo ne reconnaît pas ce nom ou ce mot de passe.') }, 401);
  });
  app.post('/host/sign-out', (c) => {
    world.signedIn = false;
    return c.json({});
  });
  app.get('/host/pairing', (c) => c.json(pairingOf(world)));
  app.post('/host/pair', async (c) => join(c, world, 'code'));
  app.post('/host/connect', async (c) => {
    const { key, companies } = await c.req.json();
    const wrong = key === 'wrong';
    const choose = !wrong && companies.length === 0;
    if (!wrong && !choose) world.odoo.by = 'typed';
    const checks = checksOf(c, world).filter((it) => ['address', 'database', 'key'].includes(it.step ?? ''));
    const says = saidTo(c).keyUnknown;
    return c.json({
      connected: !wrong && !choose,
      checks: wrong ? checks.map((it) => (it.step === 'key' ? { ...it, ok: false, says } : it)) : checks,
      companies: choose ? COMPANIES : [],
      pairing: pairingOf(world),
    });
  });
  app.post('/host/unpair', (c) => {
    world.odoo.by = 'none';
    return c.json(pairingOf(world));
  });
  app.get('/erp/checks', (c) => c.json(checksOf(c, world)));
  app.get('/night', (c) => {
    if (world.odoo.reading > 0 && --world.odoo.reading === 0) world.odoo.read = true;
    return c.json(nightOf(world));
  });
  app.post('/night', (c) => {
    world.odoo.reading = STEPS_OF_READING;
    return c.json(nightOf(world));
  });
  return app;
}

const COMPANIES = [
  { id: 1, name: 'Verdanne Distribution SAS' },
  { id: 3, name: 'Verdanne Immobilier SCI' },
];

async function join(c: Context, world: World, by: 'code') {
  const { code } = await c.req.json();
  if (code === 'WRONG') return c.json({ fault: faultOf('pairing-code-refused', 'Odoo refuse ce code.') }, 403);
  world.odoo.by = by;
  return c.json(pairingOf(world));
}

function pairingOf({ odoo: { by } }: World): PairingView {
  const at = by === 'none' ? null : '2026-11-20T08:00:00Z';
  return { by, origin: by === 'none' ? null : 'https://odoo.example.fr', at, companies: [1] };
}

function checksOf(c: Context, { odoo: { lacksRights } }: World): CheckView[] {
  const said = saidTo(c);
  return ORDER.map((step) => {
    const ok = step !== 'rights' || !lacksRights;
    return { name: `odoo ${step}`, step, ok, says: ok ? said[step] : said.rightsMissing };
  });
}

function saidTo(c: Context): Said {
  return SAYS[c.req.header('accept-language') === 'en' ? 'en' : 'fr'];
}

function nightOf({ odoo: { read, reading, by } }: World): NightView {
  const done = (STEPS_OF_READING - reading) * 5_000;
  return {
    erp: by === 'none' ? 'fec' : 'odoo',
    mode: 'shadow',
    running: reading === 0 ? null : { step: 'pull', done, total: 16_178 },
    pulledAt: read ? '2026-11-20T10:00:00Z' : null,
    halted: null,
    lockedUntil: null,
    keyUntil: null,
    unsent: 0,
    control: [
      { name: 'customers', account: null, erpMinor: 48_211_904, oursMinor: 48_211_904 },
      { name: 'bank', account: '512001', erpMinor: 25_024_233, oursMinor: 25_024_233 },
      { name: 'bank', account: '512003', erpMinor: 1_804_000, oursMinor: 1_804_000 },
      { name: 'suspense', account: '471000', erpMinor: -6_214_050, oursMinor: -6_214_050, besideMinor: -3_500 },
    ],
    last: read ? LAST : null,
  };
}

const LAST: NonNullable<NightView['last']> = {
  ...{
    id: 'n1',
    company: 'odoo-1',
    mode: 'shadow',
    startedAt: '2026-11-20T09:59:00Z',
    endedAt: '2026-11-20T10:00:00Z',
  },
  ...{ step: 'snapshot', failed: null, read: 12_160, files: 0, made: 0, proposed: 71, settled: 0, written: 0 },
  ...{ verified: 0, refused: [], waiting: 86, warnings: [], control: [] },
};
