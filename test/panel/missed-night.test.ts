// The night that nobody ran because the program was off: caught up at the next start of the morning, once, and said.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erpWork, type Workshop } from '../../panel/erp-work.ts';
import { says } from '../../sync/fault/index.ts';
import { missedNight } from '../../sync/job/missed-night.ts';
import { runNight } from '../../sync/job/night.ts';
import type { NightSummary } from '../../sync/port/night.ts';
import { hasDatabase } from '../db/harness.ts';
import { must, type TestDesk, testDesk } from '../sync/job/desk.ts';
import { FakeErp } from '../sync/job/erp.ts';

describe.skipIf(!hasDatabase())('a missed night', () => {
  let it_: TestDesk;
  let erp: FakeErp;
  let company = '';
  let now = '';
  beforeAll(async () => {
    it_ = await testDesk();
    it_.desk.clock = { ...it_.desk.clock, now: () => now };
  });
  afterAll(() => it_.close());

  /** A company whose last night began then; its clock is an hour ahead, in July two. */
  async function lastNightAt(instant: string, failed: NightSummary['failed'] = null): Promise<void> {
    company = await it_.next({ erp: 'odoo', zone: 'Europe/Paris' });
    erp = new FakeErp();
    erp.invoice('1', 'FA-1', 'Dupont', 100_00);
    it_.link(erp);
    now = instant;
    const night = must(await runNight(it_.desk, company));
    await it_.see((tx) => tx.nights.note(night.id, { ...night, failed }));
    erp.pulls = 0;
  }
  const nights = () => it_.see((tx) => tx.nights.last(9));
  /** The program starts: the queue needs no address, since nothing is scheduled here. */
  function startAt(instant: string): Workshop {
    now = instant;
    return erpWork({ ...it_.desk, store: only() }, { url: '', inbox: null });
  }
  /** The other tests' companies are not this one's. */
  function only() {
    const { store } = it_.desk;
    return { ...store, companies: async () => (await store.companies()).filter((its) => its.id === company) };
  }

  it.each([
    ['after a night off, at eight', '2026-11-25T03:30:00Z', '2026-11-26T07:00:00Z', true, true],
    ['after four nights off', '2026-11-22T03:30:00Z', '2026-11-26T07:00:00Z', true, true],
    ['a little after its hour', '2026-11-25T03:30:00Z', '2026-11-26T03:45:00Z', true, true],
    ['in the afternoon it is only said', '2026-11-25T03:30:00Z', '2026-11-26T11:00:00Z', true, false],
    ['not before its hour', '2026-11-25T03:30:00Z', '2026-11-26T03:20:00Z', false, false],
    ['nor at its very hour, when the schedule runs it', '2026-11-25T03:30:00Z', '2026-11-26T03:31:00Z', false, false],
    ['not where it was run', '2026-11-26T03:30:05Z', '2026-11-26T07:00:00Z', false, false],
    ['not where a person asked for it since', '2026-11-26T06:50:00Z', '2026-11-26T07:00:00Z', false, false],
    [
      'what was asked for late the evening before is not this night',
      '2026-11-25T22:30:00Z',
      '2026-11-26T07:00:00Z',
      true,
      true,
    ],
    ['in summer its hour is the summer’s', '2026-07-14T02:30:00Z', '2026-07-15T02:45:00Z', true, true],
  ])('%s', async (_, last, start, isMissed, isCaughtUp) => {
    await lastNightAt(last);
    const work = startAt(start);
    expect((await missedNight(it_.desk, company)) !== null).toBe(isMissed);
    await work.catchUp();
    expect([(await nights()).length, erp.pulls > 0]).toEqual(isCaughtUp ? [2, true] : [1, false]);
    await work.close();
  });

  it('is run once, however often the program starts, and its summary says that it is late', async () => {
    await lastNightAt('2026-11-25T03:30:00Z');
    for (const start of ['2026-11-26T07:12:00Z', '2026-11-26T07:40:00Z', '2026-11-26T09:00:00Z']) {
      await startAt(start).catchUp();
    }
    const [latest, ...others] = await nights();
    expect(others).toHaveLength(1);
    expect(latest?.warnings.map((it) => [it.code, it.reason.fr])).toEqual([
      [
        'night-late',
        'La nuit prévue le 26/11/2026 à 04:30 n’a commencé que le 26/11/2026 à 08:12\u00a0: le programme ne tournait pas à l’heure prévue.',
      ],
    ]);
  });

  it('one that was cut is run again, one that failed has said so and is not', async () => {
    await lastNightAt('2026-11-26T03:30:00Z', 'pull');
    await startAt('2026-11-26T07:00:00Z').catchUp();
    expect(await nights()).toHaveLength(1);
    await lastNightAt('2026-11-25T03:30:00Z');
    now = '2026-11-26T03:30:00Z';
    const cut = must(await runNight(it_.desk, company));
    await it_.see((tx) => tx.nights.note(cut.id, { ...cut, endedAt: null }));
    await startAt('2026-11-26T07:00:00Z').catchUp();
    expect(await nights()).toHaveLength(3);
  });

  it('is none where there was no night yet', async () => {
    company = await it_.next({ erp: 'odoo' });
    it_.link(new FakeErp());
    await startAt('2026-11-26T07:00:00Z').catchUp();
    expect([await nights(), await missedNight(it_.desk, company)]).toEqual([[], null]);
    expect(
      says({ code: 'night-missed', place: {}, params: { due: '2026-11-26 04:30' }, retry: false }, 'en'),
    ).toContain('did not happen');
  });
});
