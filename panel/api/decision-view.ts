// The answer to a decision: what was recorded, where the line stands now, and the counters.
import type { Context } from 'hono';
import { type Fault, isFault } from '../../sync/fault/index.ts';
import { hashOf } from '../../sync/job/hash.ts';
import type { Request } from '../../sync/job/once.ts';
import { refreshStale } from '../../sync/job/refresh.ts';
import type { DecisionId } from '../../sync/model/decision.ts';
import type { DecisionView, UndoneView } from '../../sync/port/view.ts';
import { actorOf, type Env, todayOf } from './context.ts';
import { orRefuse } from './fault.ts';
import { maskedHistory, maskedRows } from './mask.ts';

/** Decisions of one line, or of the whole company, among which the one just taken is looked for. */
const NEWEST = 50;

/** The request as a job takes it: who, and the key with a hash of the route and body that it stands for. */
export async function requestOf(c: Context<Env>, part = ''): Promise<Request> {
  const body = `${c.req.method} ${c.req.path}${part}\n${await c.req.text()}`;
  const key = `${c.req.header('idempotency-key') ?? ''}${part}`;
  return {
    by: actorOf(c),
    key: { user: c.var.user.id, key, bodyHash: await hashOf(new TextEncoder().encode(body)) },
  };
}

/** What follows decisions, however many: proposals of other lines that they made stale are brought up to date, and the ERP is told. */
export async function followUp(c: Context<Env>, decisionIds: readonly DecisionId[]): Promise<void> {
  const { desk, work } = c.var.parts;
  const stale = await refreshStale(desk, c.var.company.id, decisionIds);
  if (isFault(stale)) desk.log.warn('proposals not refreshed', { decisions: decisionIds.length, code: stale.code });
  // Sent at once, and not waited for: a key press never takes as long as an ERP.
  void work.flush(c.var.company.id);
}

export async function decisionView(c: Context<Env>, outcome: DecisionId | Fault): Promise<DecisionView> {
  const decisionId = orRefuse(outcome);
  await followUp(c, [decisionId]);
  return c.var.parts.desk.store.within(c.var.company.id, async (tx) => {
    const decision = await tx.decisions.get(decisionId);
    const lineId = decision?.lineId ?? null;
    const history = await tx.view.history(NEWEST, lineId);
    const recorded = history.find((row) => row.decisionId === decisionId);
    if (!recorded) throw new Error(`decision ${decisionId} is not in the history`);
    const today = todayOf(c);
    const rows = lineId === null ? [] : await tx.view.rows([lineId], today);
    const [decided] = maskedHistory(c, [recorded]);
    const [row] = maskedRows(c, rows);
    return { decision: decided ?? recorded, row: row ?? null, counters: await tx.view.counters(today) };
  });
}

/** The answer to the undo of several decisions: their lines as they stand once what follows is brought up to date. */
export async function undoneView(
  c: Context<Env>,
  undone: UndoneView['undone'],
  refused: UndoneView['refused'],
): Promise<UndoneView> {
  await followUp(
    c,
    undone.map((it) => it.by),
  );
  return c.var.parts.desk.store.within(c.var.company.id, async (tx) => {
    const decisions = await Promise.all(undone.map((it) => tx.decisions.get(it.by)));
    const lineIds = decisions.flatMap((it) => it?.lineId ?? []);
    const rows = maskedRows(c, await tx.view.rows(lineIds, todayOf(c)));
    return { undone, rows, refused, counters: await tx.view.counters(todayOf(c)) };
  });
}
