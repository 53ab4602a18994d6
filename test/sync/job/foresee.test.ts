// Warnings of an ERP before a write: shown to whoever decides, accepted by name, and never by the night.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fault } from '../../../sync/fault/index.ts';
import { acceptLine } from '../../../sync/job/accept.ts';
import { flushOutbox } from '../../../sync/job/flush.ts';
import { foreseeLine } from '../../../sync/job/foresee.ts';
import { runNight } from '../../../sync/job/night.ts';
import type { Posting } from '../../../sync/port/erp.ts';
import { hasDatabase } from '../../db/harness.ts';
import { must, request, type TestDesk, testDesk } from './desk.ts';
import { FakeErp } from './erp.ts';

const WARNING = fault('vat-other-month', {}, { document: 'FAC/1', month: '2026-07', received: '2026-06' });
const BODY = {
  candidate: null,
  partyId: null,
  allocations: [{ itemId: 'i1', amountMinor: 120_000 }],
  adjustments: [],
  rest: 'none' as const,
};

describe.skipIf(!hasDatabase())('a warning of the ERP', () => {
  let it_: TestDesk;
  beforeAll(async () => {
    it_ = await testDesk();
  });
  afterAll(() => it_.close());

  /** An ERP that writes only what whoever decided has accepted. */
  async function wary(): Promise<{ company: string; seen: Posting[] }> {
    const company = await it_.next({ erp: 'odoo', mode: 'suggest' });
    const erp = new FakeErp();
    erp.invoice('i1', 'FAC/1', 'Dupont', 120_000);
    erp.line(1, 120_000, 'VIR DUPONT FAC/1');
    const seen: Posting[] = [];
    const post = erp.post.bind(erp);
    erp.post = async (posting) => {
      seen.push(posting);
      return posting.accepted?.includes('vat-other-month') ? post(posting) : WARNING;
    };
    Object.assign(erp, { foresee: async () => [WARNING, fault('item-draft')] });
    it_.link(erp);
    must(await runNight(it_.desk, company));
    return { company, seen };
  }
  const state = () => it_.see(async (tx) => (await tx.bank.line('stl/1'))?.state);

  it('is told before, and only what a person may accept', async () => {
    const { company } = await wary();
    expect(must(await foreseeLine(it_.desk, company, 'stl/1', BODY)).map((each) => each.code)).toEqual([
      'vat-other-month',
    ]);
  });

  it('accepted by a person, lets the write through', async () => {
    const { company, seen } = await wary();
    must(await acceptLine(it_.desk, company, 'stl/1', { ...BODY, accepted: ['vat-other-month'] }, request()));
    expect(await flushOutbox(it_.desk, company)).toBe(null);
    expect([seen.map((each) => each.accepted), await state()]).toEqual([[['vat-other-month']], 'settled']);
  });

  it('not accepted, leaves the line to be decided again', async () => {
    const { company, seen } = await wary();
    must(await acceptLine(it_.desk, company, 'stl/1', BODY, request()));
    expect(await flushOutbox(it_.desk, company)).toBe(null);
    expect([seen.map((each) => each.accepted), await state()]).toEqual([[[]], 'open']);
  });
});
