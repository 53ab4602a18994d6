// What this program does with ERPs while people work: decisions are sent at once, nights run on their schedule or when asked.
import { openQueue } from '../db/queue/boss.ts';
import { type Fault, isFault } from '../sync/fault/index.ts';
import type { Desk } from '../sync/job/desk.ts';
import { flushOutbox } from '../sync/job/flush.ts';
import { missedNight, NIGHT_AT } from '../sync/job/missed-night.ts';
import { runNight } from '../sync/job/night.ts';
import type { CompanyId } from '../sync/model/company.ts';
import type { NightStep, NightSummary } from '../sync/port/night.ts';
import type { Job, Queue } from '../sync/port/queue.ts';
import type { ErpWork } from './api/context.ts';
import { takeInbox } from './inbox.ts';

const [HOUR, MINUTE] = NIGHT_AT.split(':').map(Number);
const NIGHT_CRON = `${MINUTE} ${HOUR} * * *`;

/**
 * `begin` schedules the nights of the companies in an ERP that there are by then; again when there are more. `catchUp` runs those
 * of this morning that were missed, one after the other.
 */
export type Workshop = ErpWork & { begin(): void; catchUp(): Promise<void>; close(): Promise<void> };

/** `url` names the database for the queue. Nothing is scheduled before `begin`. */
export function erpWork(desk: Desk, { url, inbox }: { url: string; inbox: string | null }): Workshop {
  const running = new Map<CompanyId, { step: NightStep; done: number; total: number }>();
  const flushing = new Map<CompanyId, Promise<Fault | null>>();
  let queue: Queue | null = null;

  const night = async (company: CompanyId): Promise<NightSummary | Fault> => {
    running.set(company, { step: 'pull', done: 0, total: 0 });
    try {
      const missed = await missedNight(desk, company);
      return await runNight(desk, company, {
        ...(missed === null ? {} : { due: missed.due }),
        tell: (step, done, total) => running.set(company, { step, done, total }),
        ...(inbox === null ? {} : { inbox: (its: CompanyId) => takeInbox(inbox, desk, its) }),
      });
    } finally {
      running.delete(company);
    }
  };

  /** One after the other for a company: what was decided meanwhile goes with the next. */
  const flush = (company: CompanyId): Promise<Fault | null> => {
    const before = flushing.get(company) ?? Promise.resolve(null);
    const mine = before.then(() => flushOutbox(desk, company)).catch((error: unknown) => failed(desk, company, error));
    flushing.set(company, mine);
    void mine.then(async (it) => {
      if (flushing.get(company) === mine) flushing.delete(company);
      // What waits for the ERP is tried again by the queue, later and later.
      if (it?.retry) await queue?.send({ name: 'post', companyId: company });
    });
    return mine;
  };

  const run = async ({ name, companyId }: Job): Promise<void> => {
    const outcome = name === 'night' ? await night(companyId) : await flush(companyId);
    if (isFault(outcome) && outcome.retry) throw new Error(outcome.code);
  };
  let scheduled: Promise<unknown> | null = null;
  return {
    begin() {
      const before = scheduled ?? Promise.resolve();
      scheduled = before.then(async () => {
        queue ??= await opened(desk, url, run);
        await schedule(desk, queue);
      });
    },
    catchUp: () => caughtUp(desk, night),
    night,
    flush,
    running: (company) => running.get(company) ?? null,
    async close() {
      await scheduled?.catch(() => {});
      await queue?.close();
      await Promise.all(flushing.values());
    },
  };
}

async function caughtUp(desk: Desk, night: Workshop['night']): Promise<void> {
  for (const { id } of await desk.store.companies()) {
    const missed = await missedNight(desk, id);
    if (missed?.catchUp) await night(id);
  }
}

async function opened(desk: Desk, url: string, run: (job: Job) => Promise<void>): Promise<Queue | null> {
  try {
    const queue = await openQueue({ url, log: desk.log });
    await queue.work(run);
    return queue;
  } catch (error) {
    desk.log.error('nights are not scheduled', { error: String(error) });
    return null;
  }
}

async function schedule(desk: Desk, queue: Queue | null): Promise<void> {
  try {
    for (const { id, zone, erp } of await desk.store.companies()) {
      if (erp !== 'fec') await queue?.schedule({ name: 'night', companyId: id }, NIGHT_CRON, zone);
    }
  } catch (error) {
    desk.log.error('nights are not scheduled', { error: String(error) });
  }
}

function failed(desk: Desk, company: CompanyId, error: unknown): null {
  desk.log.error('not sent to the ERP', { company, error: error instanceof Error ? error.stack : String(error) });
  return null;
}
