import { expect, it } from 'vitest';
import { company, freshStore } from './harness.ts';

it('opens, creates a company and reads it', async () => {
  const fresh = await freshStore();
  await fresh.store.createCompany(company('a'));
  expect(await fresh.store.companies()).toEqual([company('a')]);
  expect(await fresh.store.within('a', (tx) => tx.company.get())).toEqual(company('a'));
  await fresh.store.within('a', async (tx) => {
    await tx.audit.append({
      at: '2026-01-01T00:00:00.000Z',
      by: { kind: 'program' },
      what: 'import',
      subject: 'x',
      facts: {},
    });
    expect(await tx.audit.verify()).toBe(null);
    expect(await tx.view.queue('to-do', '2026-01-01', { offset: 0, limit: 10, bank: null })).toMatchObject({
      rows: [],
    });
    expect(await tx.view.itemsAt('2026-01-01')).toEqual([]);
    expect(await tx.view.searchItems('x 3000', 10)).toEqual([]);
    expect(await tx.view.history(10, null)).toEqual([]);
    expect(await tx.view.imports(10)).toEqual([]);
    expect(await tx.ledger.openItems()).toEqual([]);
    expect(await tx.decisions.unbooked()).toEqual([]);
  });
  await fresh.close();
});
