// The made-up company's one statement, which holds every line of it, and an empty one before.
import { Hono } from 'hono';
import type { StatementLine, StatementView } from '../../../../sync/port/statement-view.ts';
import { type Fake, faultOf } from './fake.ts';
import type { World } from './model.ts';
import { BANKS } from './names.ts';

const OPENING = 21_840_211;

export function statementRoutes({ world }: Fake): Hono {
  const app = new Hono();
  const unknown = { fault: faultOf('statement-unknown', 'Ce relevé n’existe pas.') };
  app.get('/statements/:id', (c) => {
    const found = viewOf(world, c.req.param('id'));
    return found ? c.json(found) : c.json(unknown, 404);
  });
  app.get('/statements/:id/lines', (c) => {
    const isWaiting = c.req.query('waiting') === 'true';
    const all = linesOf(world, c.req.param('id')).filter((line) => !isWaiting || line.state === 'open');
    const limit = Number(c.req.query('limit') ?? 200);
    const found = all.findIndex((line) => line.lineId === c.req.query('line'));
    const from = found < 0 ? Number(c.req.query('offset') ?? 0) : Math.floor(found / limit) * limit;
    const lines = all.slice(from, from + limit).map((line, i) => ({ ...line, at: from + i }));
    return c.json({ lines, total: all.length });
  });
  return app;
}

function linesOf(world: World, id: string): StatementLine[] {
  let balanceMinor = OPENING;
  return [...world.lines.values()]
    .filter(({ line }) => line.statementId === id)
    .map(({ row }, at) => {
      balanceMinor += row.amountMinor;
      return { ...row, at, balanceMinor };
    });
}

function viewOf(world: World, id: string): StatementView | null {
  const lines = linesOf(world, id);
  if (id !== 's1' && id !== 's0') return null;
  const sumMinor = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  const count = (state: StatementLine['state']) => lines.filter((line) => line.state === state).length;
  const isFirst = id === 's0';
  return {
    statementId: id,
    account: BANKS[0] as string,
    accountName: 'Banque du Levant, compte courant',
    number: isFirst ? '227' : '228',
    currency: world.currency,
    format: 'camt',
    fileName: 'camt053-20261119.xml',
    openingMinor: OPENING,
    openingDay: '2026-11-16',
    openingCarried: false,
    closingMinor: OPENING + sumMinor + world.statement.offMinor,
    closingDay: isFirst ? '2026-11-13' : '2026-11-19',
    lines: { count: lines.length, sumMinor },
    earlier: { count: 0, sumMinor: 0 },
    computedMinor: OPENING + sumMinor,
    states: { open: count('open'), settled: count('settled'), later: count('later'), 'set-aside': count('set-aside') },
    before: isFirst
      ? null
      : { statementId: 's0', number: '227', closingMinor: OPENING - world.statement.gapMinor, day: '2026-11-13' },
    after: isFirst ? { statementId: 's1', number: '228', closingMinor: null, day: '2026-11-19' } : null,
    apart: isFirst
      ? []
      : [
          {
            day: '2026-11-21',
            counterparty: 'MOULIN DE BEAULIEU',
            label: 'VIR SEPA EN COURS FAC/2026/00042',
            amountMinor: 184_000,
            currency: world.currency,
            status: 'PDNG',
          },
        ],
    apartCount: isFirst ? 0 : 1,
  };
}
