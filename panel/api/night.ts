// The ERP beside the desk: the last night, what stands between it and writing, and bringing everything up to date now.
import { type Context, Hono } from 'hono';
import { fault, isFault, type Language } from '../../sync/fault/index.ts';
import { controlFigures } from '../../sync/job/control.ts';
import { resumeWriting } from '../../sync/job/erp-setting.ts';
import { missedNight } from '../../sync/job/missed-night.ts';
import { settleTwin, twinsOf } from '../../sync/job/twins.ts';
import type { Check } from '../../sync/port/erp.ts';
import type { NightSummary } from '../../sync/port/night.ts';
import type { CheckView, NightView, TwinView } from '../../sync/port/view-night.ts';
import { actorOf, type Env } from './context.ts';
import { decisionView, requestOf } from './decision-view.ts';
import { faultView, orRefuse } from './fault.ts';
import * as schema from './schema.ts';
import { valid } from './valid.ts';

/** A night that takes longer goes on; its progress is asked for. */
const WAIT_MS = 20_000;

export const night = new Hono<Env>()
  .get('/', async (c) => c.json(await viewOf(c)))
  .post('/', async (c) => {
    const { work, desk } = c.var.parts;
    const outcome = await Promise.race([work.night(c.var.company.id), desk.clock.wait(WAIT_MS)]);
    const view = await viewOf(c);
    return c.json(isFault(outcome) ? { ...view, fault: faultView(c, outcome) } : view);
  });

export const erp = new Hono<Env>()
  .post('/resume', async (c) => {
    orRefuse(await resumeWriting(c.var.parts.desk, c.var.company.id, actorOf(c)));
    return c.json(await viewOf(c));
  })
  .get('/checks', async (c) => {
    const found = (await c.var.parts.desk.erps.open(c.var.company)?.check()) ?? [];
    return c.json(checkViews(found, c.var.language));
  })
  .get('/twins', async (c) => {
    const found = await c.var.parts.desk.store.within(c.var.company.id, twinsOf);
    const rows: TwinView[] = [...found.values()].map(({ line, erp: other }) => ({ line, erp: other }));
    return c.json(rows);
  })
  .post('/twins/:id', valid('json', schema.twin), async (c) => {
    const request = await requestOf(c);
    const { same } = c.req.valid('json');
    const settled = await settleTwin(c.var.parts.desk, c.var.company.id, c.req.param('id'), same, request);
    return c.json(await decisionView(c, settled));
  });

export function checkViews(found: readonly Check[], language: Language): CheckView[] {
  return found.map(({ name, step, ok, says }) => ({ name, step: step ?? null, ok, says: says[language] }));
}

async function viewOf(c: Context<Env>): Promise<NightView> {
  const { desk, work } = c.var.parts;
  const { id } = c.var.company;
  const found = await desk.store.within(id, async (tx) => {
    const company = await tx.company.get();
    return {
      company,
      link: await tx.link.get(),
      last: (await tx.nights.last(1))[0] ?? null,
      unsent: (await tx.outbox.waiting()).length,
      control: company.erp === 'fec' ? [] : await controlFigures(tx),
    };
  });
  const { company, link, last, unsent, control } = found;
  const missed = work.running(id) ? null : await missedNight(desk, id);
  return {
    erp: company.erp,
    mode: company.mode,
    running: work.running(id) ?? (link.progress === null ? null : { step: 'pull', ...link.progress }),
    pulledAt: link.pulledAt,
    halted: link.halted,
    lockedUntil: link.books?.lockedUntil ?? null,
    keyUntil: link.books?.keyUntil ?? null,
    unsent,
    control,
    last: last === null ? null : said(last, c.var.language),
    ...(missed === null ? {} : { missed: faultView(c, fault('night-missed', {}, { due: missed.due })) }),
  };
}

function said({ refused, warnings, ...rest }: NightSummary, language: 'fr' | 'en'): NonNullable<NightView['last']> {
  const flat = (its: NightSummary['refused']) =>
    its.map(({ lineId, code, reason }) => ({ lineId, code, says: reason[language] }));
  return { ...rest, refused: flat(refused), warnings: flat(warnings) };
}
