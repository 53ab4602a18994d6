// Proposals: stored with the engine that made them, kept fresh when items go, and acted upon alone only where a company lets them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptLine, bodyOf } from '../../../sync/job/accept.ts';
import { importFiles } from '../../../sync/job/import.ts';
import { ENGINE } from '../../../sync/job/propose.ts';
import { refreshStale } from '../../../sync/job/refresh.ts';
import type { Mode } from '../../../sync/model/company.ts';
import { hasDatabase } from '../../db/harness.ts';
import { BY, must, request, type TestDesk, TODAY, testDesk } from './desk.ts';
import { camt, fec, invoice, receipt } from './paper.ts';

const LEDGER = fec([
  ...invoice('FA2026-0451', '2026-10-01', 'DUPONT', 'Menuiserie Dupont SARL', 1_234_56),
  ...invoice('FA2026-0452', '2026-10-02', 'MARTIN', 'Garage Martin SAS', 777_77),
  ...invoice('FA2026-0399', '2026-09-02', 'MARTIN', 'Garage Martin SAS', 240_00),
  ...receipt('BQ1', '2026-11-03', 'MARTIN', 'Garage Martin SAS', 240_00),
]);
const STATEMENT = camt([
  { day: '2026-11-03', amount: 240_00, ref: 'R1', payer: 'GARAGE MARTIN SAS', text: 'VIR FA2026-0399' },
  { day: '2026-11-05', amount: 1_234_56, ref: 'R2', payer: 'MENUISERIE DUPONT SARL', text: 'VIR FA2026-0451' },
  { day: '2026-11-06', amount: 1_234_56, ref: 'R3', payer: 'MENUISERIE DUPONT', text: 'VIREMENT' },
]);

describe.skipIf(!hasDatabase())('proposals', () => {
  let it_: TestDesk;
  beforeAll(async () => {
    it_ = await testDesk();
  });
  afterAll(() => it_.close());

  /** The company's lines by reference, with the verdict and the documents of the best candidate. */
  async function open(mode: Mode) {
    const company = await it_.next({ mode });
    await importFiles(it_.desk, company, [LEDGER, STATEMENT], BY);
    return { company, lines: await lines() };
  }
  const lines = () =>
    it_.see(async (tx) => {
      const all = await tx.bank.linesBetween('FR7619999001000000007000096', '2026-11-01', '2026-11-30');
      return Promise.all(
        all.map(async (line) => {
          const stored = await tx.proposals.get(line.id);
          return { id: line.id, ref: line.entryRef, state: line.state, stored, best: stored?.proposal.candidates[0] };
        }),
      );
    });

  it('are stored with the engine, and a booked line only ever suggests to join its own customer’s invoice', async () => {
    const { lines: all } = await open('suggest');
    expect(all.map(({ stored }) => stored?.engine)).toEqual([ENGINE, ENGINE, ENGINE]);
    const booked = all.find(({ ref }) => ref === 'R1');
    expect(booked?.stored?.proposal.verdict).toBe('suggest');
    expect(booked?.best).toMatchObject({ partyId: 'MARTIN', allocations: [{ amountMinor: 240_00 }], restMinor: 0 });
    expect(all.every(({ state }) => state === 'open')).toBe(true);
  });

  it('act alone in a company of mode auto, on exactly what is proven', async () => {
    const proven = (await open('suggest')).lines
      .filter(({ stored }) => stored?.proposal.verdict === 'auto')
      .map(({ ref }) => ref);
    expect(proven.length).toBeGreaterThan(0);
    const { lines: acted } = await open('auto');
    expect(acted.filter(({ state }) => state === 'settled').map(({ ref }) => ref)).toEqual(proven);
    const page = await it_.see((tx) => tx.view.queue('auto', TODAY, { offset: 0, limit: 9, bank: null }));
    expect(page.rows.map(({ settledBy }) => settledBy)).toEqual(proven.map(() => 'night'));
    const [decision] = await it_.see((tx) => tx.decisions.list({ limit: 1 }));
    expect(decision).toMatchObject({ by: { kind: 'night' }, engine: ENGINE, proposal: { verdict: 'auto' } });
  });

  it('for an item that another line took are made anew', async () => {
    const { company, lines: all } = await open('suggest');
    const taken = all.find(({ ref }) => ref === 'R2')!;
    const rival = all.find(({ ref }) => ref === 'R3')!;
    const item = taken.best?.allocations[0]?.itemId;
    await it_.see((tx) => tx.proposals.put([{ ...rival.stored!.proposal, candidates: [taken.best!] }], 'stale'));
    const other = all.find(({ ref }) => ref === 'R1')!;
    const first = must(await acceptLine(it_.desk, company, other.id, bodyOf(other.best!, 0), request()));
    const second = must(await acceptLine(it_.desk, company, taken.id, bodyOf(taken.best!, 0), request()));
    // Together, as of lines that were checked: a rival that both made stale would still be one.
    expect(must(await refreshStale(it_.desk, company, [first]))).toBe(0);
    expect(must(await refreshStale(it_.desk, company, [first, second]))).toBe(1);
    const after = (await lines()).find(({ ref }) => ref === 'R3');
    expect(after?.stored?.engine).toBe(ENGINE);
    expect(after?.best?.allocations.map(({ itemId }) => itemId) ?? []).not.toContain(item);
  });

  it('of the payer’s other lines are made anew where a person said who that is', async () => {
    const company = await it_.next({ mode: 'suggest' });
    const ledger = fec([
      ...invoice('FA2026-0500', '2026-10-01', 'DUPONT', 'Menuiserie Dupont SARL', 1_000_00),
      ...invoice('FA2026-0399', '2026-09-02', 'MARTIN', 'Garage Martin SAS', 240_00),
      ...receipt('BQ1', '2026-10-03', 'MARTIN', 'Garage Martin SAS', 240_00),
    ]);
    const statement = camt([
      { day: '2026-11-03', amount: 400_00, ref: 'R1', payer: 'ARNAUD BLIN', text: 'PREMIERE PARTIE' },
      { day: '2026-11-09', amount: 600_00, ref: 'R2', payer: 'ARNAUD BLIN', text: 'DEUXIEME PARTIE' },
    ]);
    await importFiles(it_.desk, company, [ledger, statement], BY);
    const [first, second] = await lines();
    expect([first?.best, second?.best]).toEqual([undefined, undefined]);
    const [item] = await it_.see((tx) => tx.view.searchItems('FA2026-0500', 1));
    const allocations = [{ itemId: item!.itemId, amountMinor: 400_00 }];
    const body = { candidate: null, partyId: 'DUPONT', allocations, adjustments: [], rest: 'none' as const };
    const decision = must(await acceptLine(it_.desk, company, first!.id, body, request()));
    expect(must(await refreshStale(it_.desk, company, [decision]))).toBe(1);
    const best = (await lines()).find(({ ref }) => ref === 'R2')?.best;
    expect(best).toMatchObject({ partyId: 'DUPONT', allocations: [{ amountMinor: 600_00 }], restMinor: 0 });
  });
});
