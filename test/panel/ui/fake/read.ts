// The made-up server's questions: queue, line, items, accounts, aged balance, imports, history, exports.
import { Hono } from 'hono';
import type { VatDue } from '../../../../sync/model/company.ts';
import type { Day } from '../../../../sync/model/day.ts';
import type { AccountRow } from '../../../../sync/port/account-view.ts';
import type { Counter, ItemRow, QueueFilter, QueueRow, StartView } from '../../../../sync/port/view.ts';
import type { SlipCredit } from '../../../../sync/port/view-import.ts';
import { allAccountsOf, bookOf } from './account.ts';
import { agedItemsOf, agingOf, customerOf, sheetsOf } from './aging.ts';
import { type Fake, faultOf } from './fake.ts';
import { openItems, type World } from './model.ts';

export function readRoutes({ world }: Fake): Hono {
  const app = new Hono();
  app.get('/session', (c) =>
    c.json({
      company: {
        id: 'c1',
        name: 'Verdanne Distribution SAS',
        currency: world.currency,
        mode: 'suggest',
        demo: world.demo,
        erp: world.odoo.by === 'none' ? 'fec' : 'odoo',
        read: world.odoo.by === 'none' || world.odoo.read,
      },
      user: { id: 'u1', name: 'C. Royer', role: world.role },
      today: world.today,
      languages: ['fr', 'en'],
    }),
  );
  app.get('/queue', (c) => {
    const filter = (c.req.query('filter') ?? 'to-do') as QueueFilter;
    const bank = c.req.query('bank');
    const rows = rowsOf(world, filter).filter((row) => !bank || row.account === bank);
    const offset = Number(c.req.query('offset') ?? 0);
    return c.json({
      rows: rows.slice(offset, offset + Number(c.req.query('limit') ?? 100)),
      counters: countersOf(world),
      total: rows.length,
    });
  });
  app.get('/lines/:id', (c) => {
    const it = world.lines.get(c.req.param('id'));
    if (!it) return c.json({ fault: faultOf('line-unknown', 'Cette ligne n’existe pas.') }, 404);
    return c.json({
      ...it,
      toAllocateMinor: it.line.amountMinor,
      postingDay: it.line.bookingDay,
      history: world.history.filter((row) => row.lineId === it.line.id),
    });
  });
  app.get('/items', (c) => c.json(search(world, c.req.query('q') ?? '').slice(0, Number(c.req.query('limit') ?? 50))));
  return app;
}

export function ledgerRoutes({ world }: Fake): Hono {
  let vatDue: VatDue | null = null;
  const app = new Hono();
  app.get('/accounts', (c) => c.json(c.req.query('which') === 'all' ? allAccountsOf(world) : accountsOf(world)));
  app.get('/accounts/book', (c) => c.json(bookOf(world, (name) => c.req.query(name))));
  app.get('/accounts/items', (c) => {
    const items = openItems(world).filter(
      (item) => (item.partyId ?? '') === c.req.query('party') && item.account === c.req.query('account'),
    );
    return c.json({ items, groups: groupsOf(items) });
  });
  app.get('/accounts/moves', (c) =>
    c.json(world.moves.filter(({ creditId }) => world.items.get(creditId)?.residualMinor !== 0)),
  );
  app.get('/aging', (c) => c.json(agingOf(world, (name) => c.req.query(name))));
  app.get('/aging/items', (c) => c.json(agedItemsOf(world, (name) => c.req.query(name))));
  app.get('/reports/vat-due', (c) => c.json({ vatDue }));
  app.post('/reports/vat-due', async (c) => {
    ({ vatDue } = (await c.req.json()) as { vatDue: VatDue | null });
    return c.json({ vatDue });
  });
  app.get('/reports/:name', (c) => c.json(sheetsOf(world, (name) => c.req.query(name))));
  app.get('/customers', (c) => {
    const q = (c.req.query('q') ?? '').toLocaleLowerCase();
    const named = world.parties.filter((it) => q !== '' && it.name.toLocaleLowerCase().includes(q));
    return c.json(named.slice(0, 3).map(({ id, name }) => ({ partyId: id, name, city: null })));
  });
  app.get('/customers/:id', (c) => c.json(customerOf(world, c.req.param('id'))));
  app.get('/bank-accounts', (c) => c.json(world.banks));
  app.get('/start-day', (c) => c.json(startOf(world, c.req.query('day') as Day | undefined)));
  app.get('/imports', (c) => c.json(world.imports));
  app.get('/imports/gaps', (c) => c.json(world.gaps));
  app.get('/imports/slip-credits', (c) => c.json(c.req.query('account') === world.banks[0]?.account ? CREDITS : []));
  app.get('/decisions', (c) => c.json(world.history.slice(0, Number(c.req.query('limit') ?? 100))));
  app.get('/export/:what', (c) =>
    c.body('JournalCode\tJournalLib', 200, {
      'content-disposition': `attachment; filename="${c.req.param('what')}.txt"`,
    }),
  );
  return app;
}

/** What waits on the first account for a slip of any day. */
const CREDITS: SlipCredit[] = [
  { lineId: 'r1', day: '2026-11-20', amountMinor: 1_900_40, currency: 'EUR', label: 'REMISE CHEQUES 3' },
  { lineId: 'r2', day: '2026-11-20', amountMinor: 250_00, currency: 'EUR', label: 'REMISE CHEQUES 1' },
];

const IS: Record<QueueFilter, (row: QueueRow) => boolean> = {
  'to-do': (row) => row.state === 'open',
  approve: (row) => row.state === 'open' && row.certainty !== 'none' && row.differenceMinor === 0,
  difference: (row) => row.state === 'open' && row.certainty !== 'none' && row.differenceMinor !== 0,
  none: (row) => row.state === 'open' && row.certainty === 'none',
  later: (row) => row.state === 'later',
  auto: (row) => row.state === 'settled' && row.settledBy === 'night',
  settled: (row) => row.state === 'settled',
  'set-aside': (row) => row.state === 'set-aside',
};

function rowsOf(world: World, filter: QueueFilter): QueueRow[] {
  return [...world.lines.values()]
    .map((it) => it.row)
    .filter(IS[filter])
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

export function countersOf(world: World): Counter[] {
  return (Object.keys(IS) as QueueFilter[]).map((filter) => {
    const rows = rowsOf(world, filter);
    return { filter, count: rows.length, amountMinor: rows.reduce((total, row) => total + row.amountMinor, 0) };
  });
}

/** What a start day would do to the made-up items. */
export function startOf(world: World, asked: Day | undefined): StartView | null {
  if (!world.start) return null;
  const { startDay } = world.start;
  const day = asked ?? startDay ?? '2026-01-01';
  const earlier = openItems(world).filter((item) => item.day < day);
  return {
    startDay,
    unlettered: true,
    suggested: '2026-01-01',
    currency: world.currency,
    effect: {
      day,
      items: openItems(world).length - earlier.length,
      earlier: {
        items: earlier.length,
        parties: new Set(earlier.map((item) => item.partyId)).size,
        amountMinor: earlier.reduce((total, item) => total + item.residualMinor, 0),
      },
    },
  };
}

function search(world: World, q: string): ItemRow[] {
  const near = /^(\d+)~(\d+)$/.exec(q);
  const text = q.toLocaleLowerCase();
  return openItems(world).filter((item) => {
    if (near) return Math.abs(item.residualMinor - Number(near[1]) * 100) <= Number(near[1]) * Number(near[2]);
    return `${item.document ?? ''} ${item.partyName ?? ''} ${item.label}`.toLocaleLowerCase().includes(text);
  });
}

function accountsOf(world: World): AccountRow[] {
  return world.parties.flatMap((party) => {
    const items = openItems(world).filter((item) => item.partyId === party.id);
    const debits = items.filter((item) => item.residualMinor > 0);
    const credits = items.filter((item) => item.residualMinor < 0);
    if (credits.length === 0) return [];
    const sum = (list: ItemRow[]) => list.reduce((total, item) => total + Math.abs(item.residualMinor), 0);
    return [
      {
        partyId: party.id,
        partyName: party.name,
        account: '411000',
        debitMinor: sum(debits),
        creditMinor: sum(credits),
        debits: debits.length,
        credits: credits.length,
        proposable: groupsOf(items).length > 0,
      },
    ];
  });
}

function groupsOf(items: readonly ItemRow[]): { itemIds: string[]; reasons: string[] }[] {
  return items.flatMap((debit) => {
    const credit = items.find((it) => debit.residualMinor > 0 && it.residualMinor === -debit.residualMinor);
    return credit
      ? [
          {
            itemIds: [debit.itemId, credit.itemId],
            reasons: ['Même montant, seul de ce montant', 'Règlement saisi 28 jours après l’échéance'],
          },
        ]
      : [];
  });
}
