// The made-up server's decisions: they change the world as the real ones would, once per key, and can be undone.
import { Hono } from 'hono';
import type { AcceptBody, FileResult, HistoryRow } from '../../../../sync/port/view.ts';
import { type Fake, faultOf } from './fake.ts';
import { countersOf } from './read.ts';
import { entryOf, type FakeLine } from './world.ts';

export function decisionRoutes(fake: Fake): Hono {
  const app = new Hono();
  const { world } = fake;
  const answers = new Map<string, unknown>();
  const undoers = new Map<string, () => void>();
  let n = 0;

  const record = (
    it: FakeLine | null,
    action: HistoryRow['action'],
    documents: string[],
    undo: () => void,
    comment: string | null = null,
  ): HistoryRow => {
    n += 1;
    const row = {
      decisionId: `n${n}`,
      action,
      at: '2026-11-20T09:12:00Z',
      by: 'C. Royer',
      lineId: it?.line.id ?? null,
      payer: it?.row.payer ?? null,
      amountMinor: it?.row.amountMinor ?? null,
      currency: world.currency,
      documents,
      undone: false,
      undoes: null,
      comment,
    } as HistoryRow;
    world.history.unshift(row);
    undoers.set(row.decisionId, undo);
    return row;
  };
  const decide = (
    it: FakeLine,
    action: HistoryRow['action'],
    change: Partial<FakeLine['row']>,
    documents: string[] = [],
    undo = () => {},
    comment: string | null = null,
  ) => {
    const before = { ...it.row };
    const row = record(
      it,
      action,
      documents,
      () => {
        it.row = { ...before };
        it.line.state = before.state;
        undo();
      },
      comment,
    );
    it.row = { ...it.row, ...change, decisionId: row.decisionId };
    if (change.state) it.line.state = change.state;
    return { decision: row, row: it.row, counters: countersOf(world) };
  };
  const settle = (it: FakeLine, body: AcceptBody) => {
    const touched = body.allocations.map(({ itemId, amountMinor }) => ({ item: world.items.get(itemId), amountMinor }));
    for (const { item, amountMinor } of touched) if (item) item.residualMinor -= amountMinor;
    const undo = () => {
      for (const { item, amountMinor } of touched) if (item) item.residualMinor += amountMinor;
    };
    return decide(
      it,
      'accept',
      { state: 'settled', settledBy: 'person', settledAt: '2026-11-20T09:12:00Z' },
      touched.map(({ item }) => item?.document ?? ''),
      undo,
    );
  };
  const restOf = (it: FakeLine, body: AcceptBody) =>
    it.line.amountMinor - [...body.allocations, ...body.adjustments].reduce((total, one) => total + one.amountMinor, 0);

  app.use('*', async (c, next) => {
    if (c.req.method !== 'POST' || c.req.path.endsWith('/preview')) return next();
    const key = c.req.header('idempotency-key');
    if (!key) return c.json({ fault: faultOf('request-invalid', 'Demande incomplète : Idempotency-Key.') }, 400);
    if (answers.has(key)) return c.json(answers.get(key) as object);
    await next();
    if (c.res.ok) answers.set(key, await c.res.clone().json());
  });
  app.post('/lines/accept', async (c) => {
    const { lineIds } = await c.req.json<{ lineIds: string[] }>();
    const accepted = lineIds.flatMap((id) => {
      const it = world.lines.get(id);
      const best = it?.candidates[0];
      if (!it || !best || it.row.state !== 'open') return [];
      const allocations = best.allocations.map(({ itemId, allocatedMinor }) => ({
        itemId,
        amountMinor: allocatedMinor,
      }));
      const done = settle(it, { candidate: 0, partyId: best.partyId, allocations, adjustments: [], rest: 'none' });
      return [{ lineId: id, decisionId: done.decision.decisionId, row: done.row }];
    });
    const refused = lineIds
      .filter((id) => !accepted.some((it) => it.lineId === id))
      .map((lineId) => ({ lineId, fault: faultOf('line-decided', 'Cette ligne a été traitée entre-temps.') }));
    return c.json({ accepted, refused, counters: countersOf(world) });
  });
  app.post('/lines/:id/:act', async (c) => {
    const it = world.lines.get(c.req.param('id'));
    if (!it) return c.json({ fault: faultOf('line-unknown', 'Cette ligne n’existe pas.') }, 404);
    const body = await c.req.json();
    const act = c.req.param('act');
    if (act === 'preview')
      return c.json({
        entry: entryOf(
          world,
          it.line.amountMinor,
          body.allocations.map((one: { itemId: string; amountMinor: number }) => ({
            document: world.items.get(one.itemId)?.document ?? '',
            allocatedMinor: one.amountMinor,
          })),
          body.adjustments,
          restOf(it, body),
        ),
        differenceMinor: 0,
      });
    if (act === 'flag') return c.json(decide(it, 'flag', { flagged: body.flagged }));
    if (it.row.state !== 'open')
      return c.json(
        { fault: faultOf('line-decided', 'Cette ligne a été traitée entre-temps (M. Roy). Rien n’a été modifié.') },
        409,
      );
    if (act === 'later') return c.json(decide(it, 'later', { state: 'later', until: body.until }));
    if (act === 'set-aside') return c.json(decide(it, 'set-aside' as HistoryRow['action'], { state: 'set-aside' }));
    if (act === 'reject') {
      const [gone, ...left] = it.candidates;
      it.candidates = left;
      const next = left[0];
      return c.json(
        decide(
          it,
          'reject',
          { certainty: next?.certainty ?? 'none', differenceMinor: next?.restMinor ?? 0 },
          [],
          () => (it.candidates = gone ? [gone, ...left] : left),
          body.comment ?? null,
        ),
      );
    }
    const settled = (body as AcceptBody).allocations.find((one) => world.items.get(one.itemId)?.residualMinor === 0);
    if (settled)
      return c.json(
        {
          fault: faultOf(
            'item-settled',
            `${world.items.get(settled.itemId)?.document} est déjà réglée dans le grand livre. Rien n’a été modifié.`,
          ),
        },
        409,
      );
    return c.json(settle(it, body));
  });
  app.post('/decisions/:id/undo', (c) => {
    const past = world.history.find((row) => row.decisionId === c.req.param('id'));
    const undo = undoers.get(c.req.param('id'));
    if (!past || past.undone || !undo)
      return c.json({ fault: faultOf('nothing-to-undo', 'Il n’y a rien à annuler.') }, 409);
    undo();
    past.undone = true;
    const it = past.lineId ? (world.lines.get(past.lineId) ?? null) : null;
    const decision = { ...record(it, 'undo', past.documents, () => {}), undoes: past.decisionId };
    world.history[0] = decision;
    return c.json({ decision, row: it?.row ?? null, counters: countersOf(world) });
  });
  app.post('/accounts/letter', async (c) => {
    const { itemIds } = await c.req.json<{ itemIds: string[] }>();
    const items = itemIds.flatMap((id) => world.items.get(id) ?? []);
    const before = items.map((item) => item.residualMinor);
    if (before.reduce((total, minor) => total + minor, 0) !== 0)
      return c.json({ fault: faultOf('letters-unbalanced', 'Débits et crédits ne sont pas égaux.') }, 409);
    for (const item of items) item.residualMinor = 0;
    const decision = record(
      null,
      'letter',
      items.map((item) => item.document ?? item.label),
      () =>
        items.forEach((item, i) => {
          item.residualMinor = before[i] ?? 0;
        }),
    );
    return c.json({ decision, row: null, counters: countersOf(world) });
  });
  app.post('/imports', async (c) => {
    const form = await c.req.parseBody({ all: true });
    const files = [form['file']].flat().filter((it) => it instanceof File);
    return c.json({ results: files.map((file) => resultOf(file, world.currency)) });
  });
  return app;
}

/** By name: 'bad' is refused, 'known' was imported before, '.txt' is a ledger, else a statement. */
function resultOf(file: File, currency: string): FileResult {
  const base: FileResult = {
    name: file.name,
    bytes: file.size,
    kind: 'camt',
    version: 'camt.053.001.08',
    ok: true,
    known: false,
    statements: [],
    ledger: null,
    warnings: [],
    faults: [],
  };
  const statement = {
    account: 'FR7630006000011234567890189',
    number: '229',
    currency,
    openingMinor: 25_024_233,
    openingCarried: false,
    closingMinor: 24_803_193,
    openingDay: '2026-11-20',
    closingDay: '2026-11-20',
    lineCount: 160,
    duplicateCount: 18,
    linesMinor: -221_040,
    apartCount: 0,
    balanced: true,
  } as const;
  if (file.name.includes('bad'))
    return {
      ...base,
      ok: false,
      kind: 'ofx',
      version: 'OFX 1.0.2',
      statements: [{ ...statement, balanced: false, lineCount: 0, duplicateCount: 0 }],
      faults: [
        {
          ...faultOf(
            'statement-unbalanced',
            'Le solde final ne correspond pas : rien n’a été importé. Ouverture 12 004,52 + lignes 1 866,45 = 13 870,97, or le fichier annonce 13 912,97.',
          ),
          where: 'export.ofx, ligne 412, colonne 17',
        },
      ],
    };
  if (file.name.includes('known')) return { ...base, known: true, statements: [{ ...statement, duplicateCount: 160 }] };
  if (file.name.endsWith('.txt'))
    return {
      ...base,
      kind: 'fec',
      version: null,
      ledger: {
        lines: 48_230,
        parties: 312,
        from: '2026-01-01',
        to: '2026-11-20',
        added: 19,
        changed: 2,
        same: 48_209,
      },
      warnings: [faultOf('opening-undetailed', 'Les à-nouveaux du compte 411000 sont sans détail (1 250,00).')],
    };
  return { ...base, statements: [statement] };
}
