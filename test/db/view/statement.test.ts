// One bank statement: its proof, the ones beside it, and its lines with the balance after each.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../../../sync/model/day.ts';
import type { StatementPlace } from '../../../sync/port/statement-view.ts';
import { company, type Fresh, freshStore, hasDatabase } from '../harness.ts';
import { bankLine, decision, file, proposal, statement } from '../sample.ts';

const TODAY: Day = '2026-03-20';
const PLACE: StatementPlace = { offset: 0, limit: 50, waiting: false, lineId: null };

describe.skipIf(!hasDatabase())('one bank statement', () => {
  let fresh: Fresh;
  beforeAll(async () => {
    fresh = await freshStore();
    for (const id of ['c', 'other']) await fresh.store.createCompany(company(id));
    await fresh.store.within('c', async (tx) => {
      for (const id of ['f1', 'f2', 'f3']) await tx.files.add(file(id));
      const stated = (id: string, facts: Parameters<typeof statement>[2]) =>
        tx.bank.addStatement(statement(id, `f${id.slice(1)}`, facts));
      await stated('s1', {
        number: '1',
        openingMinor: 1_000,
        openingDay: '2026-03-01',
        closingMinor: 1_300,
        closingDay: '2026-03-05',
        lineCount: 2,
        linesMinor: 300,
      });
      await tx.bank.addLines('s1', [bankLine('a', 100), bankLine('b', 200)]);
      // Four lines of 70 in all, of which one of 200 came with the statement before.
      await stated('s2', {
        number: '2',
        openingMinor: 1_100,
        openingDay: '2026-03-05',
        closingMinor: 1_170,
        closingDay: '2026-03-10',
        lineCount: 4,
        linesMinor: 70,
        duplicateCount: 1,
      });
      await tx.bank.addLines('s2', [bankLine('c', -50), bankLine('d', -100), bankLine('e', 20)]);
      await stated('s3', {
        number: '3',
        openingMinor: 1_170,
        openingDay: '2026-03-10',
        closingMinor: 1_200,
        closingDay: '2026-03-15',
        lineCount: 1,
        linesMinor: 30,
      });
      await tx.bank.addLines('s3', [bankLine('f', 25)]);
      await tx.decisions.add(decision('x', { lineId: 'c' }));
      await tx.bank.setState('c', 'settled', { decisionId: 'x' });
      await tx.bank.setState('d', 'later', { until: TODAY });
      await tx.proposals.put([proposal('e', { verdict: 'auto' })], '1');
    });
  });
  afterAll(() => fresh.close());

  const view = (id: string) => fresh.store.within('c', (tx) => tx.view.statement(id));
  const lines = (id: string, place: Partial<StatementPlace>) =>
    fresh.store.within('c', (tx) => tx.view.statementLines(id, TODAY, { ...PLACE, ...place }));

  it('adds up: opening, what came before, its own lines', async () => {
    expect(await view('s2')).toMatchObject({
      earlier: { count: 1, sumMinor: 200 },
      lines: { count: 3, sumMinor: -130 },
      computedMinor: 1_170,
      closingMinor: 1_170,
      states: { open: 1, settled: 1, later: 1, 'set-aside': 0 },
    });
  });

  it('says what a line that is missing does to it', async () => {
    expect(await view('s3')).toMatchObject({
      computedMinor: 1_195,
      closingMinor: 1_200,
      earlier: { count: 0, sumMinor: 0 },
    });
  });

  it('knows the statements before and after, and that the first has none', async () => {
    expect(await view('s2')).toMatchObject({
      before: { statementId: 's1', number: '1', closingMinor: 1_300, day: '2026-03-05' },
      after: { statementId: 's3', number: '3', day: '2026-03-15' },
    });
    expect(await view('s1')).toMatchObject({ before: null });
    expect(await view('s3')).toMatchObject({ after: null });
  });

  it('lists its lines in order with state and balance, which ends at the closing', async () => {
    const { lines: all, total } = await lines('s2', {});
    expect(total).toBe(3);
    expect(all.map((it) => [it.at, it.lineId, it.state, it.certainty, it.balanceMinor])).toEqual([
      [0, 'c', 'settled', 'none', 1_250],
      [1, 'd', 'open', 'none', 1_150],
      [2, 'e', 'open', 'strong', 1_170],
    ]);
  });

  it('lists those that wait with the balance that they had among all', async () => {
    const { lines: all, total } = await lines('s2', { waiting: true });
    expect(total).toBe(2);
    expect(all.map((it) => [it.at, it.lineId, it.balanceMinor])).toEqual([
      [0, 'd', 1_150],
      [1, 'e', 1_170],
    ]);
  });

  it('opens at the page of a line', async () => {
    const { lines: page } = await lines('s2', { limit: 2, lineId: 'e' });
    expect(page.map((it) => it.lineId)).toEqual(['e']);
  });

  it('is nobody else’s', async () => {
    await fresh.store.within('other', async (tx) => {
      expect(await tx.view.statement('s2')).toBeNull();
      expect((await tx.view.statementLines('s2', TODAY, PLACE)).total).toBe(0);
    });
  });
});
