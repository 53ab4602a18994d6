// The night on the real database beside an ERP in memory: what it reads, settles alone, writes, verifies, and closes by the ERP's word.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptLine, bodyOf } from '../../../sync/job/accept.ts';
import { detailOf } from '../../../sync/job/detail.ts';
import { flushOutbox } from '../../../sync/job/flush.ts';
import { inverseOfDecision } from '../../../sync/job/foresee-undo.ts';
import { runNight } from '../../../sync/job/night.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import type { Company } from '../../../sync/model/company.ts';
import { hasDatabase } from '../../db/harness.ts';
import { ledgerLine } from '../../db/sample.ts';
import { codeOf, must, request, type TestDesk, testDesk } from './desk.ts';
import { FakeErp } from './erp.ts';

describe.skipIf(!hasDatabase())('a night', () => {
  let it_: TestDesk;
  beforeAll(async () => {
    it_ = await testDesk();
  });
  afterAll(() => it_.close());

  /** Two invoices of two customers, and a line that names one of them. */
  async function company(mode: Company['mode']): Promise<{ id: string; erp: FakeErp }> {
    const id = await it_.next({ erp: 'odoo', mode });
    const erp = new FakeErp();
    erp.invoice('i1', 'FAC/2026/00001', 'Boulangerie Lefevre', 120_000);
    erp.invoice('i2', 'FAC/2026/00002', 'Menuiserie Garnier', 285_660);
    erp.line(1, 120_000, 'VIR BOULANGERIE LEFEVRE FAC/2026/00001');
    it_.link(erp);
    return { id, erp };
  }

  const accept = (id: string, invoice: string, amountMinor: number, line = 'stl/1') =>
    acceptLine(
      it_.desk,
      id,
      line,
      {
        candidate: null,
        partyId: null,
        allocations: [{ itemId: invoice, amountMinor }],
        adjustments: [],
        rest: 'none',
      },
      request(),
    );
  const stateOf = (line: string) => it_.see(async (tx) => (await tx.bank.line(line))?.state);
  const residual = (item: string) => it_.see(async (tx) => (await tx.ledger.items([item]))[0]?.residualMinor);
  const night = async (id: string, dryRun = false) => must(await runNight(it_.desk, id, { dryRun }));

  it('reads everything from nothing, and its figures agree with the ERP', async () => {
    const { id } = await company('suggest');
    const done = await night(id);
    expect(done).toMatchObject({ read: 1, settled: 0, written: 0, waiting: 1, failed: null, step: 'snapshot' });
    expect(done.control.map((row) => [row.name, row.erpMinor, row.oursMinor])).toEqual([
      ['customers', 405_660, 405_660],
      ['bank', 120_000, 120_000],
      ['suspense', -120_000, -120_000],
    ]);
  });

  it('what a till or a general entry leaves in suspense stands in both sums; what should have a bank line does not', async () => {
    const { id, erp } = await company('suggest');
    const parked = (line: string, journal: string, amountMinor: number) =>
      ledgerLine(line, amountMinor, { journal, account: '471000', role: 'suspense', kind: 'other' });
    erp.entries = [parked('till', 'CSH1', -3_000), parked('general', 'OD', 500)];
    const suspense = async () => (await night(id)).control.at(-1);
    expect(await suspense()).toMatchObject({ erpMinor: -122_500, oursMinor: -122_500, besideMinor: -2_500 });
    erp.entries.push(parked('unseen', 'BNK1', -700));
    expect(await suspense()).toMatchObject({ erpMinor: -123_200, oursMinor: -122_500, besideMinor: -2_500 });
  });

  it('run again changes nothing', async () => {
    const { id } = await company('suggest');
    await night(id);
    expect(await night(id)).toMatchObject({ read: 0, settled: 0, written: 0, waiting: 1 });
  });

  it('sends what a person decided, once, and finds it in the ERP afterwards', async () => {
    const { id, erp } = await company('suggest');
    await night(id);
    must(await accept(id, 'i1', 120_000));
    expect(await night(id)).toMatchObject({ written: 1, verified: 1, refused: [] });
    expect(await night(id)).toMatchObject({ written: 0 });
    expect(erp.posted).toHaveLength(1);
    expect([await residual('i1'), await stateOf('stl/1')]).toEqual([0, 'settled']);
  });

  it('in shadow mode writes nothing', async () => {
    const { id, erp } = await company('shadow');
    await night(id);
    must(await accept(id, 'i1', 120_000));
    expect(await night(id)).toMatchObject({ written: 0 });
    expect(erp.posted).toEqual([]);
  });

  it('as a dry run writes nothing', async () => {
    const { id, erp } = await company('suggest');
    await night(id);
    must(await accept(id, 'i1', 120_000));
    await night(id, true);
    expect(erp.posted).toEqual([]);
  });

  it('one transfer for a registered payment and an invoice is proposed whole, written once, verified and taken back', async () => {
    const { id, erp } = await company('auto');
    erp.payment('p1', 'Menuiserie Garnier', 50_000);
    erp.line(2, 335_660, 'VIR MENUISERIE GARNIER FAC/2026/00002');
    const agree = async () => {
      const { control } = await night(id);
      expect(control.filter((row) => row.erpMinor !== row.oursMinor)).toEqual([]);
    };
    await agree();
    // Whoever acts alone leaves it: a person looks.
    expect(await stateOf('stl/2')).toBe('open');
    const [best] = (await it_.see((tx) => detailOf(tx, 'stl/2'))).candidates;
    expect(best?.candidate).toMatchObject({ signature: 'outstanding', adjustments: [], restMinor: 0 });
    expect(best?.candidate.allocations).toEqual([
      { itemId: 'p1', amountMinor: 50_000 },
      { itemId: 'i2', amountMinor: 285_660 },
    ]);
    expect(best?.entry.map((it) => [it.account, it.amountMinor, it.settles])).toEqual([
      ['512001', 335_660, null],
      ['512002', -50_000, 'p1'],
      ['411100', -285_660, 'i2'],
    ]);
    const body = bodyOf(best!.candidate, 0);
    const decision = must(await acceptLine(it_.desk, id, 'stl/2', body, request()));
    erp.breaks = 'after';
    await agree();
    await agree();
    const paid = [1, 2].flatMap((line) => [erp.matches.get(line), ...(erp.more.get(line) ?? [])]);
    expect(paid.filter((it) => it?.invoice !== 'i1')).toEqual([
      { invoice: 'p1', amountMinor: 50_000 },
      { invoice: 'i2', amountMinor: 285_660 },
    ]);
    expect([await residual('p1'), await residual('i2'), await stateOf('stl/2')]).toEqual([0, 0, 'settled']);
    const [row] = await it_.see((tx) => tx.outbox.byDecision(decision));
    expect(row?.state).toBe('verified');
    must(await undoDecision(it_.desk, id, decision, request()));
    await agree();
    expect([await residual('p1'), await residual('i2'), await stateOf('stl/2')]).toEqual([50_000, 285_660, 'open']);
  });

  it.each(['before', 'after'] as const)('cut %s the write, matches exactly once', async (when) => {
    const { id, erp } = await company('suggest');
    await night(id);
    must(await accept(id, 'i1', 120_000));
    erp.breaks = when;
    await night(id);
    await night(id);
    expect([...erp.matches]).toEqual([[1, { invoice: 'i1', amountMinor: 120_000 }]]);
    const [row] = await it_.see(async (tx) => {
      const [decision] = await tx.decisions.list({ limit: 1 });
      return tx.outbox.byDecision(decision?.id ?? '');
    });
    expect(row?.state).toBe('verified');
  });

  it('leaves a decision standing that keeps a part in suspense, and its figures agree', async () => {
    const { id, erp } = await company('suggest');
    erp.line(2, 90_000, 'VIR');
    await night(id);
    must(
      await acceptLine(
        it_.desk,
        id,
        'stl/2',
        {
          candidate: null,
          partyId: null,
          allocations: [{ itemId: 'i2', amountMinor: 60_000 }],
          adjustments: [{ kind: 'other', amountMinor: 30_000, account: '471000' }],
          rest: 'none',
        },
        request(),
      ),
    );
    expect(await night(id)).toMatchObject({ written: 1 });
    const done = await night(id);
    expect([await stateOf('stl/2'), await residual('i2')]).toEqual(['settled', 225_660]);
    expect(done.control.at(-1)).toMatchObject({ name: 'suspense', erpMinor: -150_000, oursMinor: -150_000 });
  });

  it('takes a decision back that the ERP refuses, with its reason, and marks the line', async () => {
    const { id, erp } = await company('suggest');
    erp.line(2, 120_000, 'autre virement');
    await night(id);
    must(await accept(id, 'i1', 120_000));
    // Somebody is faster after the night has read: the invoice is paid by the other line.
    const pull = erp.pull.bind(erp);
    erp.post = async (posting) => {
      erp.matches.set(2, { invoice: 'i1', amountMinor: 120_000 });
      erp.post = FakeErp.prototype.post.bind(erp);
      return FakeErp.prototype.post.call(erp, posting);
    };
    erp.pull = pull;
    expect(await flushOutbox(it_.desk, id)).toBe(null);
    expect(await it_.see(async (tx) => (await tx.bank.line('stl/1'))?.flagged)).toBe(true);
    expect([await stateOf('stl/1'), await stateOf('stl/2'), await residual('i1')]).toEqual(['open', 'settled', 0]);
  });

  it('closes a line that somebody settled in the ERP', async () => {
    const { id, erp } = await company('suggest');
    await night(id);
    erp.matches.set(1, { invoice: 'i1', amountMinor: 120_000 });
    expect(await night(id)).toMatchObject({ waiting: 0, written: 0 });
    expect(await stateOf('stl/1')).toBe('settled');
  });

  it('takes a waiting decision back that the ERP settled otherwise', async () => {
    const { id, erp } = await company('shadow');
    await night(id);
    must(await accept(id, 'i1', 120_000));
    erp.matches.set(1, { invoice: 'i2', amountMinor: 120_000 });
    await night(id);
    expect([await residual('i1'), await residual('i2')]).toEqual([120_000, 165_660]);
    const [last] = await it_.see((tx) => tx.view.history(1, 'stl/1'));
    expect([last?.action, last?.comment]).toEqual(['undo', 'erp-settled-otherwise']);
  });

  it('undoes in the ERP what is undone here, and the line waits again', async () => {
    const { id, erp } = await company('suggest');
    await night(id);
    const decision = must(await accept(id, 'i1', 120_000));
    await flushOutbox(it_.desk, id);
    must(await undoDecision(it_.desk, id, decision, request()));
    expect(await flushOutbox(it_.desk, id)).toBe(null);
    expect([erp.matches.size, await stateOf('stl/1'), await residual('i1')]).toEqual([0, 'open', 120_000]);
  });

  it('follows an undo that somebody made in the ERP', async () => {
    const { id, erp } = await company('suggest');
    await night(id);
    must(await accept(id, 'i1', 120_000));
    await flushOutbox(it_.desk, id);
    erp.matches.clear();
    await night(id);
    expect([await stateOf('stl/1'), await residual('i1')]).toEqual(['open', 120_000]);
  });

  it('refuses to undo in a locked period before it does anything', async () => {
    const { id, erp } = await company('suggest');
    await night(id);
    const decision = must(await accept(id, 'i1', 120_000));
    await flushOutbox(it_.desk, id);
    erp.books = { ...erp.books, lockedUntil: '2026-11-30' };
    await night(id);
    expect(codeOf(await undoDecision(it_.desk, id, decision, request()))).toBe('period-locked');
    expect(erp.matches.size).toBe(1);
  });

  it('takes a match of a locked period off on an open day, and the line waits again', async () => {
    const { id, erp } = await company('suggest');
    await night(id);
    const decision = must(await accept(id, 'i1', 120_000));
    await flushOutbox(it_.desk, id);
    erp.books = { ...erp.books, lockedUntil: '2026-11-30' };
    await night(id);
    const locked = must(await inverseOfDecision(it_.desk, id, decision, null));
    expect(locked).toEqual({ day: '2026-12-01', firstDay: '2026-12-01', entry: [] });
    expect(codeOf(await undoDecision(it_.desk, id, decision, request(), '2026-11-30'))).toBe('period-locked');
    must(await undoDecision(it_.desk, id, decision, request(), '2026-12-01'));
    expect(await flushOutbox(it_.desk, id)).toBe(null);
    expect(erp.undoneOn).toEqual(['2026-12-01']);
    expect([await stateOf('stl/1'), await residual('i1'), await residual('c1')]).toEqual(['open', 120_000, -120_000]);
    // What is decided about it now is posted, and shown before, on an open day.
    await night(id);
    expect((await it_.see((tx) => detailOf(tx, 'stl/1'))).postingDay).toBe('2026-12-01');
    // A discount on it would bring VAT, which the lock of taxes would refuse for good.
    erp.books = { ...erp.books, taxLockedUntil: '2026-12-31' };
    await night(id);
    expect((await it_.see((tx) => detailOf(tx, 'stl/1'))).postingDay).toBe('2027-01-01');
  });

  it('stops writing when the ERP was put back from a backup', async () => {
    const { id, erp } = await company('suggest');
    await night(id);
    erp.books = { ...erp.books, restored: true };
    must(await accept(id, 'i1', 120_000));
    const done = await night(id);
    expect(done.warnings.map((it) => it.code)).toEqual(['erp-restored']);
    expect([done.written, erp.posted]).toEqual([0, []]);
  });

  it('forgets a line that the ERP no longer knows', async () => {
    const { id, erp } = await company('suggest');
    await night(id);
    erp.statementLines = [];
    expect(await night(id)).toMatchObject({ waiting: 0 });
    expect(await stateOf('stl/1')).toBe(undefined);
  });
});
