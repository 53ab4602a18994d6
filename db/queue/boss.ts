// The Queue port on pg-boss: jobs in the same PostgreSQL, taken by any number of programs, on two connections of its own.
import PgBoss from 'pg-boss';
import type { Log } from '../../sync/port/log.ts';
import type { Job, Queue } from '../../sync/port/queue.ts';

type JobName = Job['name'];
type Payload = Pick<Job, 'companyId'>;
/** A plan fires for all of its companies: pg-boss keeps one schedule for each queue, not for each job. */
type Plan = { job: JobName; companyIds: string[] };

/** `hours`: longer than the longest run, since a job that exceeds it is taken for lost and run again. */
const JOBS: Readonly<Record<JobName, { hours: number }>> = {
  night: { hours: 6 },
  import: { hours: 1 },
  propose: { hours: 1 },
  post: { hours: 1 },
};

const RETRIES = { retryLimit: 3, retryDelay: 30, retryBackoff: true };
const POLL_SECONDS = 2;
const STOP_MS_MAX = 30_000;

/** Connects and creates what is missing. Jobs carry ids alone; how often each ran is the outbox's business. */
export async function openQueue({ url, log }: { url: string; log: Log }): Promise<Queue> {
  const boss = new PgBoss({ connectionString: url, max: 2, application_name: 'lettrage-queue' });
  boss.on('error', (error) => log.error('the job queue met an error', { error: error.message }));
  await boss.start();
  const names = Object.keys(JOBS) as JobName[];
  for (const name of names) await createQueue(boss, name, name);
  const send = async ({ name, companyId }: Job) => {
    // One waiting job of a kind and company is enough: it will see all that came before it.
    await boss.send(name, { companyId }, { singletonKey: companyId });
  };
  const spread = async (plans: PgBoss.Job<Plan>[]) => {
    for (const { data } of plans) for (const companyId of data.companyIds) await send({ name: data.job, companyId });
  };
  const planned = new Set<string>();
  const follow = async (queue: string) => {
    if (planned.has(queue)) return;
    planned.add(queue);
    await boss.work<Plan>(queue, { pollingIntervalSeconds: POLL_SECONDS }, spread);
  };
  return {
    send,
    async work(run) {
      for (const name of names) {
        await boss.work<Payload>(name, { pollingIntervalSeconds: POLL_SECONDS }, (jobs) =>
          runAll(name, jobs, run, log),
        );
      }
      for (const { name } of await plansOf(boss)) await follow(name);
    },
    async schedule(job, cron, zone) {
      const queue = await plan(boss, job, cron, zone);
      await follow(queue);
    },
    close: () => boss.stop({ graceful: true, wait: true, timeout: STOP_MS_MAX }),
  };
}

async function runAll(name: JobName, jobs: PgBoss.Job<Payload>[], run: (job: Job) => Promise<void>, log: Log) {
  for (const { data, id } of jobs) {
    try {
      await run({ name, companyId: data.companyId });
    } catch (error) {
      log.error('a job failed', { job: name, id, company: data.companyId, error: String(error) });
      throw error;
    }
  }
}

/** Puts the company into the plan of this time, and out of every other plan of the same job. */
async function plan(boss: PgBoss, { name, companyId }: Job, cron: string, zone: string): Promise<string> {
  const queue = `${name} at ${cron} in ${zone}`;
  const plans = (await plansOf(boss)).filter((it) => it.data.job === name);
  for (const other of plans) {
    const companyIds = other.data.companyIds.filter((id) => id !== companyId);
    if (other.name === queue || companyIds.length === other.data.companyIds.length) continue;
    if (companyIds.length === 0) await boss.unschedule(other.name);
    else await boss.schedule(other.name, other.cron, { job: name, companyIds }, { tz: other.zone });
  }
  await createQueue(boss, queue, name);
  const already = plans.find((it) => it.name === queue)?.data.companyIds ?? [];
  const companyIds = [...new Set([...already, companyId])].sort();
  await boss.schedule(queue, cron, { job: name, companyIds } satisfies Plan, { tz: zone });
  return queue;
}

async function plansOf(boss: PgBoss): Promise<{ name: string; cron: string; zone: string; data: Plan }[]> {
  const rows = (await boss.getSchedules()) as (PgBoss.Schedule & { timezone: string })[];
  return rows.map(({ name, cron, timezone, data }) => ({ name, cron, zone: timezone, data: data as Plan }));
}

async function createQueue(boss: PgBoss, queue: string, job: JobName): Promise<void> {
  await boss.createQueue(queue, { name: queue, policy: 'short', expireInHours: JOBS[job].hours, ...RETRIES });
}
