// Trust, memory and rules over HTTP: what each answers, that only a manager allows more, and that a look is counted once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MemoryView, RuleView, TrialView, TrustView } from '../../../sync/port/trust-view.ts';
import type { QueuePage } from '../../../sync/port/view.ts';
import { hasDatabase } from '../../db/harness.ts';
import { camt, fec, invoice, receipt } from '../../sync/job/paper.ts';
import { type TestServer, testServer } from './server.ts';

const LEDGER = fec([
  ...invoice('FA2026-0001', '2026-09-02', 'OLD', 'Ancien Client', 240_00, 'AA'),
  ...receipt('BQ1', '2026-10-03', 'OLD', 'Ancien Client', 240_00, 'AA'),
  ...invoice('FA2026-0451', '2026-10-01', 'DUPONT', 'Menuiserie Dupont SARL', 1_234_56),
]);
const BANK = camt([
  { day: '2026-10-03', amount: 240_00, ref: 'B0', payer: 'ANCIEN CLIENT', text: 'VIR FA2026-0001' },
  { day: '2026-11-05', amount: 1_234_56, ref: 'R1', payer: 'MENUISERIE DUPONT SARL', text: 'VIR FA2026-0451' },
]);

describe.skipIf(!hasDatabase())('trust over HTTP', () => {
  let at: TestServer;
  beforeAll(async () => {
    at = await testServer();
  });
  afterAll(() => at.close());

  async function open(mode: 'suggest' | 'auto') {
    await at.next({ mode });
    await at.upload([LEDGER, BANK]);
  }
  const trust = async (headers = {}) => (await at.ask('/api/trust', { headers })).body as TrustView;

  it('lists the classes with their record, those of waiting lines before the others, in the reader’s language', async () => {
    await open('suggest');
    const { classes, mode, target, today } = await trust({ 'accept-language': 'en' });
    expect([mode, target, today]).toEqual(['suggest', 980_000, { settled: 0, asked: 0, looked: 0 }]);
    expect(classes[0]).toMatchObject({
      says: 'Whole invoice number · exact amount · customer’s name · one document',
      own: { seen: 0, right: 0 },
      proven: true,
      switched: 'mode',
      acts: false,
      waiting: 1,
      ready: 1,
    });
    expect(classes[0]!.bound).toBeGreaterThan(980_000);
    expect((await trust()).classes[0]?.says).toContain('N° de facture entier');
  });

  it('beside an ERP only an administrator ends shadow mode; a manager may go back to it', async () => {
    await at.next({ mode: 'shadow', erp: 'odoo' });
    const ask = async (mode: string, role: 'manager' | 'administrator') => {
      const { status, body } = await at.ask('/api/trust/mode', { body: { mode }, role });
      return [status, (body as { fault?: { code: string } }).fault?.code];
    };
    expect(await ask('suggest', 'manager')).toEqual([403, 'not-allowed']);
    // Nothing was read yet: no figure can agree.
    expect(await ask('suggest', 'administrator')).toEqual([409, 'control-differs']);
    expect(await ask('shadow', 'manager')).toEqual([200, undefined]);
  });

  it('a manager lets a class act, a bookkeeper does not; the answer is the whole as it stands then', async () => {
    await open('suggest');
    const { signature } = (await trust()).classes[0]!;
    const body = { signature, state: 'on' };
    expect((await at.ask('/api/trust/classes', { body, role: 'bookkeeper' })).status).toBe(403);
    const { body: after } = await at.ask('/api/trust/classes', { body, role: 'manager' });
    expect((after as TrustView).classes.find((it) => it.signature === signature)).toMatchObject({
      switched: 'on',
      acts: true,
    });
    expect(await at.see((tx) => tx.audit.verify())).toBeNull();
  });

  it('what was settled alone is looked at once, and its row says so', async () => {
    await open('auto');
    const auto = async () => ((await at.ask('/api/queue?filter=auto')).body as QueuePage).rows;
    const [row] = await auto();
    expect(row?.look === 'done').toBe(false);
    const path = `/api/lines/${row!.lineId}/confirm`;
    expect((await at.ask(path, { body: {}, role: 'reader' })).status).toBe(403);
    expect((await at.ask(path, { body: {}, role: 'bookkeeper' })).body).toMatchObject({
      decision: { action: 'confirm', undone: false },
      row: { look: 'done', state: 'settled' },
    });
    expect((await at.ask(path, { body: {} })).status).toBe(409);
    expect((await trust()).today).toEqual({ settled: 1, asked: 0, looked: 1 });
  });

  it('the tolerance is refused above its limit, and listed with what was used of it', async () => {
    await open('suggest');
    const set = (lineMax: number) =>
      at.ask('/api/trust/tolerance', { body: { tolerance: { lineMax, yearMax: 100 } }, role: 'manager' });
    expect(await set(6)).toMatchObject({ status: 422, body: { fault: { code: 'tolerance-too-high' } } });
    expect((await set(5)).body).toMatchObject({
      tolerance: { now: { lineMax: 5, yearMax: 100 }, lineMax: 5, year: '2026', used: [] },
    });
  });

  it('a rule is written, tried, switched on and deleted', async () => {
    await open('suggest');
    const body = { name: 'Dupont', when: { label: 'DUPONT' }, outcome: { kind: 'never' } };
    const added = (await at.ask('/api/rules', { body, role: 'bookkeeper' })).body as RuleView[];
    const [rule] = added;
    expect(rule).toMatchObject({ name: 'Dupont', state: 'draft', by: 'Une bookkeeper' });
    const on = { body: { on: true }, role: 'manager' } as const;
    expect((await at.ask(`/api/rules/${rule!.id}/switch`, on)).status).toBe(409);
    const tried = (await at.ask(`/api/rules/${rule!.id}/try`, { body: {}, role: 'bookkeeper' })).body as TrialView;
    expect(tried).toMatchObject({ trial: { lines: 1, changed: 1 }, lines: [{ now: { kind: 'nothing' } }] });
    expect((await at.ask(`/api/rules/${rule!.id}/switch`, on)).body).toMatchObject([{ state: 'on' }]);
    expect((await at.ask(`/api/rules/${rule!.id}/delete`, { body: {}, role: 'manager' })).body).toEqual([]);
    const wide = { ...body, when: { label: '*' } };
    expect((await at.ask('/api/rules', { body: wide })).status).toBe(422);
  });

  it('what is remembered is listed and forgotten', async () => {
    await open('suggest');
    const { rows } = (await at.ask('/api/queue')).body as QueuePage;
    await at.ask(`/api/lines/${rows[0]!.lineId}/reject`, { body: { reason: 'other', comment: 'à voir' } });
    const memory = (await at.ask('/api/memory')).body as MemoryView;
    expect(memory.refusals).toMatchObject([{ documents: ['FA2026-0451'], comment: 'à voir' }]);
    const thing = { kind: 'refusal', text: memory.refusals[0]!.decisionId, partyId: null };
    expect((await at.ask('/api/memory/forget', { body: thing })).body).toMatchObject({ refusals: [] });
  });
});
