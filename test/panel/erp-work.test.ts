// The nights of a program's companies: each at half past four of its own zone, summer and winter, and none for a company of files.
import Timekeeper from 'pg-boss/src/timekeeper.js';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { connect } from '../../db/connection.ts';
import { erpWork, type Workshop } from '../../panel/erp-work.ts';
import type { Desk } from '../../sync/job/desk.ts';
import { company, type Fresh, freshStore, hasDatabase } from '../db/harness.ts';
import { quiet } from '../db/quiet.ts';

const SECONDS = 20_000;

type Planned = { cron: string; zone: string; companies: string[] };

async function planned(url: string): Promise<Planned[]> {
  const session = connect(url, { max: 1 });
  try {
    const rows = await session<Planned[]>`
      select cron, timezone as zone, data->'companyIds' as companies from pgboss.schedule order by timezone`;
    return [...rows];
  } finally {
    // The table is not there at first: a session for each look would use up the server's.
    await session.end();
  }
}

describe.skipIf(!hasDatabase())('nights on their schedule', () => {
  let fresh: Fresh;
  let work: Workshop;
  let plans: Planned[] = [];
  beforeAll(async () => {
    fresh = await freshStore();
    const zones = { paris: 'Europe/Paris', lyon: 'Europe/Paris', reunion: 'Indian/Reunion', files: 'Europe/Paris' };
    for (const [id, zone] of Object.entries(zones)) {
      await fresh.store.createCompany(company(id, { zone, erp: id === 'files' ? 'fec' : 'odoo' }));
    }
    const desk = { store: fresh.store, log: quiet } as unknown as Desk;
    work = erpWork(desk, { url: fresh.url, inbox: null });
    work.begin();
    await vi.waitFor(
      async () => {
        plans = await planned(fresh.url);
        if (plans.flatMap((it) => it.companies).length < 3) throw new Error('not planned yet');
      },
      { timeout: SECONDS, interval: 100 },
    );
  });
  afterEach(() => vi.useRealTimers());
  afterAll(async () => {
    await work.close();
    await fresh.close();
  });

  it('are planned once for each zone', () => {
    expect(plans.map(({ zone, companies }) => [zone, companies])).toEqual([
      ['Europe/Paris', ['lyon', 'paris']],
      ['Indian/Reunion', ['reunion']],
    ]);
  });

  it.each([
    ['winter, half past four in Paris', '2026-11-25T03:30:20Z', ['lyon', 'paris']],
    ['a minute before', '2026-11-25T03:29:40Z', []],
    ['summer, half past four in Paris', '2026-07-15T02:30:20Z', ['lyon', 'paris']],
    ['summer, at the hour of winter', '2026-07-15T03:30:20Z', []],
    ['half past four on Réunion', '2026-11-25T00:30:20Z', ['reunion']],
    ['on the night when the clocks go forward', '2026-03-29T02:30:20Z', ['lyon', 'paris']],
    ['on the night when they go back', '2026-10-25T03:30:20Z', ['lyon', 'paris']],
  ])('%s', (_, now, due) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
    // The queue's own judgement of what is due, with the database's clock equal to ours.
    const config = { schema: 'pgboss', clockMonitorIntervalSeconds: 600, cronMonitorIntervalSeconds: 30, manager: {} };
    const keeper = new Timekeeper({}, config);
    const found = plans.filter(({ cron, zone }) => keeper.shouldSendIt(cron, zone)).flatMap((it) => it.companies);
    expect(found).toEqual(due);
  });
});
