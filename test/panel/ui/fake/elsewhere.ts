// The made-up server's accounts, transfers and claims: where money goes that no customer's item takes.
import { Hono } from 'hono';
import type { AccountUseView, ClaimRow } from '../../../../sync/port/ledger-view.ts';
import { type Fake, faultOf } from './fake.ts';

const ACCOUNTS = [
  { number: '613500', name: 'Locations mobilières', used: 3, vat: { rateBp: 2000, account: '445660' } },
  { number: '606100', name: 'Fournitures non stockables (eau, énergie)', used: 0, vat: null },
  { number: '627000', name: 'Services bancaires et assimilés', used: 0, vat: null },
];

/** A fee has no account yet, discounts have the chart's, a former choice was closed. */
const USES: readonly AccountUseView[] = [
  { use: 'bank_fee', account: '', name: null, chosen: false, state: 'missing' },
  { use: 'discount', account: '665000', name: 'Escomptes accordés', chosen: false, state: 'open' },
  { use: 'small', account: '658000', name: 'Charges diverses de gestion', chosen: true, state: 'retired' },
];

export function elsewhereRoutes({ world }: Fake): Hono {
  const app = new Hono();
  let uses = USES;
  app.get('/ledger-accounts/uses', (c) => c.json(uses));
  app.post('/ledger-accounts/uses', async (c) => {
    const { use, account } = await c.req.json<{ use: string; account: string | null }>();
    const known = ACCOUNTS.find(({ number }) => number === account);
    const unknown = `Le compte ${account} n’est pas dans le grand livre, ou n’y sert plus. Choisissez-en un qui y est.`;
    if (account !== null && !known) return c.json({ fault: faultOf('account-unknown', unknown) }, 422);
    const named = known ? ({ chosen: true, state: 'open' } as const) : ({ chosen: false, state: 'missing' } as const);
    const to = { account: account ?? '', name: known?.name ?? null, ...named };
    uses = uses.map((it) => (it.use === use ? { ...it, ...to } : it));
    return c.json(uses);
  });
  app.get('/ledger-accounts', (c) => {
    const q = (c.req.query('q') ?? '').toLowerCase();
    const accounts = ACCOUNTS.filter((it) => it.number.startsWith(q) || it.name.toLowerCase().includes(q));
    return c.json({ accounts, vat: { input: '445660', output: '445710' } });
  });
  app.get('/ledger-accounts/waiting', (c) =>
    c.json([{ role: 'suspense', account: '471000', name: 'Compte d’attente', balanceMinor: -120_00 }]),
  );
  app.get('/lines/:id/halves', (c) => {
    const own = world.lines.get(c.req.param('id'))?.row;
    const others = [...world.lines.values()].map((it) => it.row).filter((row) => row.lineId !== own?.lineId);
    return c.json(others.slice(0, 1).map((row) => ({ ...row, amountMinor: -(own?.amountMinor ?? 0) })));
  });
  app.get('/claims', (c) => c.json(claimsIn([...world.items.values()])));
  app.get('/events', (c) => c.body('event: beat\nid: 1\ndata:\n\n', 200, { 'content-type': 'text/event-stream' }));
  return app;
}

type Item = { itemId: string; document: string | null; partyId: string | null; partyName: string | null };

function claimsIn(items: readonly Item[]): ClaimRow[] {
  return items.slice(0, 3).map(({ itemId, document, partyId, partyName }, i) => ({
    claimId: `k${i}`,
    kind: i === 1 ? 'undue-discount' : 'contested',
    itemId,
    document,
    partyId,
    partyName,
    amountMinor: 100_00 * (i + 1),
    currency: 'EUR',
    residualMinor: 100_00 * (i + 1),
    openedOn: '2026-11-12',
    by: 'C. Royer',
    note: i === 0 ? 'pénalités de retard de chantier' : null,
    lineId: null,
    state: i === 2 ? 'closed' : 'open',
    closedBy: i === 2 ? 'd9' : null,
  }));
}
