// The made-up server's decisions: they change the world as the real ones would, once per key, and can be undone.
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { Day } from '../../../../sync/model/day.ts';
import type { LetterBody } from '../../../../sync/port/ledger-view.ts';
import type {
  AcceptBody,
  CandidateView,
  EntryRow,
  HistoryRow,
  PreviewView,
  QueueRow,
  Shown,
  UndoneView,
} from '../../../../sync/port/view.ts';
import { entryOf } from './candidate.ts';
import { type Fake, faultOf } from './fake.ts';
import { isSlip, memberOf, resultOf } from './import.ts';
import { type Journal, makeJournal } from './journal.ts';
import type { FakeLine, World } from './model.ts';
import { countersOf, startOf } from './read.ts';
import { tableViewOf } from './table.ts';

const NOTHING_TO_UNDO = faultOf('nothing-to-undo', 'Il n’y a rien à annuler.');

export function decisionRoutes({ world, confirmed, slips }: Fake): Hono {
  const app = new Hono();
  const journal = makeJournal(world);
  app.use('*', oncePerKey());
  app.post('/lines/accept', async (c) => c.json(acceptEach(world, journal, await c.req.json<AcceptAllBody>())));
  app.post('/lines/:id/:act', (c) => decideLine(c, world, journal));
  app.post('/decisions/undo', (c) => undoAll(c, world, journal));
  app.post('/decisions/:id/undo', (c) => undoOne(c, world, journal));
  app.post('/accounts/letter', (c) => letter(c, world, journal));
  app.post('/accounts/preview', async (c) => c.json(letterPreviewOf(await c.req.json<LetterBody>(), world)));
  app.post('/bank-accounts', async (c) => {
    const link = await c.req.json<{ account: string; ledgerAccount: string; journal: string }>();
    const others = world.banks.filter((it) => it.account !== link.account);
    world.banks = [...others, { ...link, name: '', currency: world.currency }];
    return c.json(world.banks);
  });
  app.post('/start-day', async (c) => {
    const { day } = await c.req.json<{ day: Day | null }>();
    world.start = { startDay: day };
    return c.json(startOf(world, day ?? undefined));
  });
  app.post('/imports', async (c) => {
    const form = await c.req.parseBody({ all: true });
    const files = [form['file']].flat().filter((it) => it instanceof File);
    for (const file of files) if (isSlip(file)) slips.push(await file.text());
    return c.json({ results: files.map((file) => resultOf(file, world.currency)), counters: countersOf(world) });
  });
  app.post('/imports/table', async (c) => {
    const { file, choice, member } = await c.req.parseBody();
    return c.json(
      await tableViewOf(await memberOf(file as File, member), choice ? JSON.parse(choice as string) : null, world),
    );
  });
  app.post('/imports/table/confirm', async (c) => {
    const { file, choice, member } = await c.req.parseBody();
    confirmed.push(JSON.parse(choice as string));
    const table = await memberOf(file as File, member);
    return c.json({ results: [resultOf(table, world.currency, true)], counters: countersOf(world) });
  });
  return app;
}

function oncePerKey(): MiddlewareHandler {
  const answers = new Map<string, object>();
  return async (c, next) => {
    if (c.req.method !== 'POST') return next();
    const key = c.req.header('idempotency-key');
    if (!key) return c.json({ fault: faultOf('request-invalid', 'Demande incomplète : Idempotency-Key.') }, 400);
    const known = answers.get(key);
    if (known) return c.json(known);
    await next();
    if (c.res.ok) answers.set(key, await c.res.clone().json());
  };
}

type AcceptAllBody = { lineIds: readonly string[]; shown: Record<string, Shown> };

function acceptEach(world: World, journal: Journal, { lineIds, shown }: AcceptAllBody) {
  const accepted = lineIds.flatMap((lineId) => {
    const it = world.lines.get(lineId);
    const best = it?.candidates[0];
    if (!it || !best || it.row.state !== 'open' || !isShown(best, shown[lineId])) return [];
    const allocations = best.allocations.map(({ itemId, allocatedMinor }) => ({ itemId, amountMinor: allocatedMinor }));
    const { decision, row } = journal.settle(it, {
      candidate: 0,
      partyId: best.partyId,
      allocations,
      adjustments: [],
      rest: 'none',
    });
    return [{ lineId, decisionId: decision.decisionId, row }];
  });
  const refused = lineIds
    .filter((id) => !accepted.some((it) => it.lineId === id))
    .map((lineId) => ({ lineId, fault: world.lines.get(lineId)?.row.state === 'open' ? CHANGED : DECIDED }));
  return { accepted, refused, counters: countersOf(world) };
}

const DECIDED = faultOf('line-decided', 'Cette ligne a été traitée entre-temps.');
const CHANGED = faultOf('proposal-changed', 'La proposition a changé depuis que vous l’avez vue.');

/** The candidate that the page had before it, as the server asks. */
function isShown({ partyId, allocations }: CandidateView, shown: Shown | undefined): boolean {
  const itemIds = allocations.map((it) => it.itemId);
  return shown?.partyId === partyId && shown.itemIds.join() === itemIds.join();
}

async function decideLine(c: Context, world: World, journal: Journal): Promise<Response> {
  const it = world.lines.get(c.req.param('id') ?? '');
  if (!it) return c.json({ fault: faultOf('line-unknown', 'Cette ligne n’existe pas.') }, 404);
  const body = await c.req.json();
  const act = c.req.param('act');
  if (act === 'foresee') return c.json([]);
  if (act === 'preview') return c.json(previewOf(world, it, body));
  if (act === 'flag') return c.json(journal.decide(it, 'flag', { flagged: body.flagged }));
  if (act === 'confirm') {
    const decision = journal.record(it, 'confirm', {});
    it.row = { ...it.row, look: 'done' };
    return c.json({ decision, row: it.row, counters: countersOf(world) });
  }
  if (it.row.state !== 'open') {
    return c.json(
      { fault: faultOf('line-decided', 'Cette ligne a été traitée entre-temps (M. Roy). Rien n’a été modifié.') },
      409,
    );
  }
  if (act === 'later') return c.json(journal.decide(it, 'later', { state: 'later', until: body.until }));
  if (act === 'set-aside') return c.json(journal.decide(it, 'set-aside', { state: 'set-aside' }));
  const [best] = it.candidates;
  if (act === 'reject' && best && !isShown(best, body.shown)) return c.json({ fault: CHANGED }, 409);
  if (act === 'reject') return c.json(reject(it, body.comment ?? null, journal));
  const settled = (body as AcceptBody).allocations.find((one) => world.items.get(one.itemId)?.residualMinor === 0);
  if (!settled) return c.json(journal.settle(it, body));
  const document = world.items.get(settled.itemId)?.document;
  return c.json(
    { fault: faultOf('item-settled', `${document} est déjà réglée dans le grand livre. Rien n’a été modifié.`) },
    409,
  );
}

function reject(it: FakeLine, comment: string | null, journal: Journal) {
  const before = it.candidates;
  it.candidates = before.slice(1);
  const next = it.candidates[0];
  const undo = () => {
    it.candidates = before;
  };
  const change = { certainty: next?.certainty ?? ('none' as const), differenceMinor: next?.restMinor ?? 0 };
  return journal.decide(it, 'reject', change, { comment, undo });
}

function previewOf(world: World, it: FakeLine, body: AcceptBody) {
  const allocations = body.allocations.map((one) => ({
    document: world.items.get(one.itemId)?.document ?? '',
    allocatedMinor: one.amountMinor,
  }));
  const used = [...body.allocations, ...body.adjustments].reduce((total, one) => total + one.amountMinor, 0);
  const { amountMinor } = it.line;
  return { entry: entryOf(world, amountMinor, allocations, body.adjustments, amountMinor - used), differenceMinor: 0 };
}

async function undoOne(c: Context, world: World, journal: Journal): Promise<Response> {
  const { on } = await c.req.json<{ on?: Day }>();
  const decision = undo(world, journal, c.req.param('id') ?? '', on);
  if (!decision) return c.json({ fault: NOTHING_TO_UNDO }, 409);
  return c.json({ decision, row: rowAfter(world, decision), counters: countersOf(world) });
}

async function undoAll(c: Context, world: World, journal: Journal): Promise<Response> {
  const { decisionIds } = await c.req.json<{ decisionIds: string[] }>();
  const view: UndoneView = { undone: [], rows: [], refused: [], counters: [] };
  for (const decisionId of decisionIds.reverse()) {
    const decision = undo(world, journal, decisionId);
    const row = decision && rowAfter(world, decision);
    if (decision) view.undone.push({ decisionId, by: decision.decisionId });
    else view.refused.push({ decisionId, fault: NOTHING_TO_UNDO });
    if (row) view.rows.push(row);
  }
  return c.json({ ...view, counters: countersOf(world) });
}

function undo(world: World, journal: Journal, id: string, on?: Day): HistoryRow | null {
  const past = world.history.find((row) => row.decisionId === id);
  if (!past || !journal.undo(id)) return null;
  const it = past.lineId ? (world.lines.get(past.lineId) ?? null) : null;
  const decision = {
    ...journal.record(it, 'undo', { documents: past.documents, ...(on ? { comment: `inverse-on ${on}` } : {}) }),
    undoes: id,
  };
  world.history[0] = decision;
  return decision;
}

function rowAfter(world: World, { lineId }: HistoryRow): QueueRow | null {
  return (lineId && world.lines.get(lineId)?.row) || null;
}

/** What is written off, against the account. */
function letterPreviewOf({ itemIds, adjustments, move }: LetterBody, world: World): PreviewView {
  const account = world.items.get(itemIds[0] ?? '')?.account ?? '';
  if (move) return { entry: movedRows(itemIds, world), differenceMinor: 0, day: world.today };
  const rows = adjustments.flatMap((it) => [
    { account, label: '', debitMinor: Math.max(0, it.amountMinor), creditMinor: Math.max(0, -it.amountMinor) },
    {
      ...{ account: it.account ?? '658000', label: '' },
      ...{ debitMinor: Math.max(0, -it.amountMinor), creditMinor: Math.max(0, it.amountMinor) },
    },
  ]);
  return { entry: rows, differenceMinor: 0, day: world.today };
}

/** Each line against its own customer's account. */
function movedRows(itemIds: readonly string[], world: World): EntryRow[] {
  return itemIds.flatMap((id) => {
    const item = world.items.get(id);
    if (!item) return [];
    const sides = { debitMinor: Math.max(0, -item.residualMinor), creditMinor: Math.max(0, item.residualMinor) };
    return [{ account: item.account, label: `Transfert ${item.partyName}`, ...sides }];
  });
}

async function letter(c: Context, world: World, journal: Journal): Promise<Response> {
  const { itemIds, adjustments, leave } = await c.req.json<LetterBody>();
  const items = itemIds.flatMap((id) => world.items.get(id) ?? []);
  const before = items.map((item) => item.residualMinor);
  const open = before.reduce((total, minor) => total + minor, 0);
  if (!leave && open + adjustments.reduce((total, it) => total + it.amountMinor, 0) !== 0) {
    return c.json({ fault: faultOf('letters-unbalanced', 'Débits et crédits ne sont pas égaux.') }, 409);
  }
  for (const item of items) item.residualMinor = 0;
  const last = items.filter((_, i) => (before[i] ?? 0) * open > 0).at(-1);
  if (leave && last) last.residualMinor = open;
  const putBack = () => {
    for (const [i, item] of items.entries()) item.residualMinor = before[i] ?? 0;
  };
  const documents = items.map((item) => item.document ?? item.label);
  const decision = journal.record(null, 'letter', { documents, undo: putBack });
  return c.json({ decision, row: null, counters: countersOf(world) });
}
