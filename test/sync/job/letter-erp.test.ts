// Letters of a company whose books are an ERP's: each reaches it exactly once, comes back with the pull, and goes with its undo.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { flushOutbox } from '../../../sync/job/flush.ts';
import { letterItems } from '../../../sync/job/letter.ts';
import { runNight } from '../../../sync/job/night.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import { verify } from '../../../sync/job/verify.ts';
import { hasDatabase } from '../../db/harness.ts';
import { must, request, type TestDesk, TODAY, testDesk, tie } from './desk.ts';
import { FakeErp } from './erp.ts';

describe.skipIf(!hasDatabase())('a letter in an ERP', () => {
  let it_: TestDesk;
  let company = '';
  let erp: FakeErp;
  beforeAll(async () => {
    it_ = await testDesk();
  });
  beforeEach(() => begin('suggest'));
  afterAll(() => it_.close());

  async function begin(mode: 'shadow' | 'suggest'): Promise<void> {
    company = await it_.next({ erp: 'odoo', mode });
    erp = new FakeErp();
    erp.invoice('1', 'FAC/1', 'Dupont', 100_00);
    erp.invoice('2', 'FAC/2', 'Dupont', 50_00);
    erp.credit('3', 'Dupont', 150_00);
    it_.link(erp);
    must(await runNight(it_.desk, company));
  }

  const letter = () => letterItems(it_.desk, company, tie('1', '2', '3'), request());
  const send = async () => expect(await flushOutbox(it_.desk, company)).toBe(null);
  const joined = () => erp.joins.map(({ debitId, creditId, amountMinor }) => [debitId, creditId, amountMinor]);
  const open = () =>
    it_.see(async (tx) => (await tx.ledger.openItems()).map((item) => `${item.id} ${item.residualMinor}`));
  const states = async (id: string) => (await it_.see((tx) => tx.outbox.byDecision(id))).map((row) => row.state);
  const last = async () => (await it_.see((tx) => tx.view.history(1, null)))[0];
  const sound = async () => {
    expect((await it_.see((tx) => verify(tx, TODAY))).filter((check) => !check.ok)).toEqual([]);
    expect(await it_.see((tx) => tx.ledger.drifted())).toEqual([]);
  };
  const BOTH = [
    ['1', '3', 100_00],
    ['2', '3', 50_00],
  ];

  it('is joined there once, and stands here by the ERP’s own facts', async () => {
    const id = must(await letter());
    await send();
    expect(joined()).toEqual(BOTH);
    must(await runNight(it_.desk, company));
    expect(erp.posted).toEqual([id]);
    expect([await open(), await states(id)]).toEqual([[], ['verified']]);
    await sound();
  });

  it('undone, is taken off there, and is open here once the ERP says so', async () => {
    const id = must(await letter());
    await send();
    must(await undoDecision(it_.desk, company, id, request()));
    await send();
    expect(joined()).toEqual([]);
    expect(await open()).toEqual(['1 10000', '2 5000', '3 -15000']);
    expect(await states(id)).toEqual(['verified', 'verified']);
    await sound();
  });

  it('undone before it is sent, never leaves', async () => {
    const id = must(await letter());
    must(await undoDecision(it_.desk, company, id, request()));
    await send();
    expect([joined(), erp.posted]).toEqual([[], []]);
  });

  it.each(['before', 'after'] as const)('cut %s the write, is joined exactly once', async (when) => {
    const id = must(await letter());
    erp.breaks = when;
    await flushOutbox(it_.desk, company);
    await send();
    expect([joined(), await states(id), await open()]).toEqual([BOTH, ['verified'], []]);
    await sound();
  });

  it('undone after its answer was lost, is asked again as it was and then taken off', async () => {
    const id = must(await letter());
    erp.breaks = 'after';
    await flushOutbox(it_.desk, company);
    must(await undoDecision(it_.desk, company, id, request()));
    await send();
    expect([joined(), await open()]).toEqual([[], ['1 10000', '2 5000', '3 -15000']]);
  });

  it('of lines that somebody joined meanwhile, is taken back here with the reason', async () => {
    must(await letter());
    erp.joins = [{ id: 'partial/theirs', debitId: '1', creditId: '3', amountMinor: 100_00, day: TODAY }];
    erp.joins.push({ id: 'partial/other', debitId: '2', creditId: '3', amountMinor: 20_00, day: TODAY });
    await send();
    expect(await last()).toMatchObject({ action: 'undo' });
    expect(await open()).toEqual(['2 3000', '3 -3000']);
    await sound();
  });

  it('that somebody takes off there, does not stand here either', async () => {
    must(await letter());
    await send();
    erp.joins = [];
    must(await runNight(it_.desk, company));
    expect(await last()).toMatchObject({ action: 'undo', comment: 'erp-undone' });
    expect(await open()).toEqual(['1 10000', '2 5000', '3 -15000']);
    await sound();
  });

  it('in shadow mode stays here', async () => {
    await begin('shadow');
    must(await letter());
    await send();
    expect([joined(), await open()]).toEqual([[], []]);
  });
});
