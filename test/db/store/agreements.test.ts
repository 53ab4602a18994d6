// Agreements to set off in the database: their words stand, their end is written once, and one company never sees another's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fresh, freshStore, hasDatabase, newCompanies } from '../harness.ts';
import { agreement, MANAGER } from '../taught.ts';

const ENDED = { by: MANAGER, at: '2026-04-01T08:00:00.000Z' } as const;

describe.skipIf(!hasDatabase())('agreements', () => {
  let fresh: Fresh;
  beforeAll(async () => {
    fresh = await freshStore();
  });
  afterAll(() => fresh.close());
  const { within } = newCompanies(() => fresh);

  it('come back as they were written, oldest first, those that ended with their end', () =>
    within(async (tx) => {
      const [a, b] = [agreement('z', { note: 'convention du 12/03' }), agreement('b', { supplierId: 'other' })];
      await tx.agreements.add(a);
      await tx.agreements.add(b);
      await tx.agreements.end('z', ENDED);
      expect(await tx.agreements.list()).toEqual([{ ...a, ended: ENDED }, b]);
    }));

  it('are in force once for a customer and a supplier, and again after the first has ended', async () => {
    await within(async (tx) => {
      await tx.agreements.add(agreement('a'));
      await tx.agreements.end('a', ENDED);
      await tx.agreements.add(agreement('b'));
      expect((await tx.agreements.list()).map((it) => it.ended)).toEqual([ENDED, null]);
    });
    const twice = within(async (tx) => {
      await tx.agreements.add(agreement('a'));
      await tx.agreements.add(agreement('b'));
    });
    await expect(twice).rejects.toThrow();
  });
});
