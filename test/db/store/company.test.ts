// Companies: created once, changed from inside, listed by the scheduler alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { company, type Fresh, freshStore, hasDatabase } from '../harness.ts';

describe.skipIf(!hasDatabase())('companies', () => {
  let fresh: Fresh;
  beforeAll(async () => {
    fresh = await freshStore();
    await fresh.store.createCompany(company('alpha'));
    await fresh.store.createCompany(company('beta', { siren: '732829320', terms: TERMS }));
  });
  afterAll(() => fresh.close());

  it('come back as they were given, in the order of their creation', async () => {
    const expected = [company('alpha'), company('beta', { siren: '732829320', terms: TERMS })];
    expect(await fresh.store.companies()).toEqual(expected);
  });

  it('are changed from inside their own transaction only', async () => {
    const changed = company('alpha', { mode: 'auto', name: 'Alpha SAS' });
    await fresh.store.within('alpha', (tx) => tx.company.update(changed));
    expect(await fresh.store.within('alpha', (tx) => tx.company.get())).toEqual(changed);
    await expect(fresh.store.within('beta', (tx) => tx.company.update(changed))).rejects.toThrow('inside beta');
  });

  it('cannot be created twice, nor with a number that is no SIREN', async () => {
    await expect(fresh.store.createCompany(company('alpha'))).rejects.toThrow();
    await expect(fresh.store.createCompany(company('gamma', { siren: '123' }))).rejects.toThrow();
    expect(await fresh.store.companies()).toHaveLength(2);
  });

  it('are decided upon one transaction at a time: a lock is held until the transaction ends', async () => {
    const order: string[] = [];
    const turn = (name: string) =>
      fresh.store.within('alpha', async (tx) => {
        await tx.company.lock();
        order.push(`${name} begins`);
        await tx.view.history(1, null);
        order.push(`${name} ends`);
      });
    await Promise.all([turn('one'), turn('two'), turn('three')]);
    const names = order.filter((it) => it.endsWith('begins')).map((it) => it.split(' ')[0]);
    expect(order).toEqual(names.flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('keep nothing of a transaction that throws', async () => {
    const failing = fresh.store.within('alpha', async (tx) => {
      await tx.company.update(company('alpha', { name: 'never' }));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect((await fresh.store.within('alpha', (tx) => tx.company.get())).name).toBe('Alpha SAS');
  });
});

const TERMS = { days: 45, endOfMonth: true, extraDays: 10 };
