// Jobs on pg-boss: sent once while they wait, run by whoever is free, again after a failure, and on schedule.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../../db/connection.ts';
import { openQueue } from '../../../db/queue/boss.ts';
import type { Job, Queue } from '../../../sync/port/queue.ts';
import { administer, type Fresh, freshStore, hasDatabase } from '../harness.ts';
import { quiet, remembering } from '../quiet.ts';

const SECONDS = 20_000;

describe.skipIf(!hasDatabase())('the queue', () => {
  let fresh: Fresh;
  let queue: Queue;
  const done: Job[] = [];
  const log = remembering();
  let fail = 0;
  beforeAll(async () => {
    fresh = await freshStore();
    queue = await openQueue({ url: fresh.url, log });
  });
  afterAll(async () => {
    await queue.close();
    await fresh.close();
  });

  async function schedules(): Promise<unknown[]> {
    const session = connect(fresh.url, { max: 1 });
    const rows = await session`select cron, timezone as zone, data from pgboss.schedule order by name`;
    await session.end();
    return [...rows];
  }

  it('keeps one waiting job of a kind and company', async () => {
    const jobs: Job[] = [
      { name: 'propose', companyId: 'a' },
      { name: 'propose', companyId: 'a' },
      { name: 'propose', companyId: 'b' },
      { name: 'import', companyId: 'a' },
    ];
    for (const job of jobs) await queue.send(job);
    await queue.work(async (job) => {
      if (fail > 0) {
        fail -= 1;
        throw new Error('not this time');
      }
      done.push(job);
    });
    await expect.poll(() => done.length, { timeout: SECONDS }).toBe(3);
    const told = done.map((job) => `${job.name} ${job.companyId}`).sort();
    expect(told).toEqual(['import a', 'propose a', 'propose b']);
  });

  it('tells a failed job to the log, and leaves it to be run again', async () => {
    fail = 1;
    await queue.send({ name: 'post', companyId: 'a' });
    await expect.poll(() => log.said.includes('a job failed'), { timeout: SECONDS }).toBe(true);
    const session = connect(fresh.url, { max: 1 });
    const state = async () => (await session`select state from pgboss.job where name = 'post'`)[0]?.['state'];
    await expect.poll(state, { timeout: SECONDS }).toBe('retry');
    await session.end();
  });

  it('keeps one time for each company and job, and one schedule for those that share it', async () => {
    const night = (companyId: string): Job => ({ name: 'night', companyId });
    await queue.schedule(night('a'), '30 5 * * *', 'Europe/Paris');
    await queue.schedule(night('b'), '30 5 * * *', 'Europe/Paris');
    await queue.schedule(night('b'), '30 5 * * *', 'Europe/Paris');
    await queue.schedule(night('c'), '0 4 * * *', 'Indian/Reunion');
    const paris = { cron: '30 5 * * *', zone: 'Europe/Paris' };
    const reunion = { cron: '0 4 * * *', zone: 'Indian/Reunion' };
    expect(await schedules()).toEqual([
      { ...reunion, data: { job: 'night', companyIds: ['c'] } },
      { ...paris, data: { job: 'night', companyIds: ['a', 'b'] } },
    ]);
    await queue.schedule(night('c'), '30 5 * * *', 'Europe/Paris');
    expect(await schedules()).toEqual([{ ...paris, data: { job: 'night', companyIds: ['a', 'b', 'c'] } }]);
  });

  it('goes on after its sessions were cut', async () => {
    const name = new URL(fresh.url).pathname.slice(1);
    const before = done.length;
    await administer(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'lettrage-queue' and datname = '${name}'`);
    await expect
      .poll(() =>
        queue.send({ name: 'night', companyId: 'z' }).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    await expect.poll(() => done.slice(before), { timeout: SECONDS }).toContainEqual({ name: 'night', companyId: 'z' });
  });

  it('uses two connections, and gives them back when it is closed', async () => {
    const other = await openQueue({ url: fresh.url, log: quiet });
    const session = connect(fresh.url, { max: 1 });
    const name = new URL(fresh.url).pathname.slice(1);
    const open = async () => {
      const [row] = await session<{ count: number }[]>`
        select count(*) as count from pg_stat_activity where application_name = 'lettrage-queue' and datname = ${name}`;
      return row?.count ?? -1;
    };
    expect(await open()).toBeLessThanOrEqual(4);
    await other.close();
    await expect.poll(open, { timeout: SECONDS }).toBeLessThanOrEqual(2);
    await session.end();
  });
});
