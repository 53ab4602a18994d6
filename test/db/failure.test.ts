// Failures of the surroundings are faults that say whether a retry helps; no failure ends the program or tells data.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classOf, directoryFault, translated } from '../../db/failure.ts';
import { openPool } from '../../db/pool.ts';
import { storeOf } from '../../db/store/index.ts';
import { fault, isFault } from '../../sync/fault/index.ts';
import { administer, company, type Fresh, freshStore, hasDatabase } from './harness.ts';
import { ledgerLine } from './sample.ts';

const coded = (code: string, facts: object = {}) => Object.assign(new Error(code), { code, ...facts });

describe('an error', () => {
  it.each([
    [coded('ECONNREFUSED', { syscall: 'connect' }), 'absent'],
    [coded('ENOENT', { syscall: 'connect' }), 'absent'],
    [coded('ENOENT', { syscall: 'open' }), 'ours'],
    [coded('CONNECTION_CLOSED'), 'lost'],
    [coded('CONNECT_TIMEOUT'), 'lost'],
    [coded('57P01'), 'lost'],
    [coded('08006'), 'lost'],
    [coded('57P03'), 'busy'],
    [coded('53300'), 'busy'],
    [coded('55P03'), 'late'],
    [coded('40P01'), 'late'],
    [coded('57014'), 'late'],
    [coded('53100'), 'full'],
    [coded('23505'), 'ours'],
    [coded('42501'), 'ours'],
    [new TypeError('x'), 'ours'],
    ['text', 'ours'],
  ] as const)('%s is %s', (error, kind) => {
    expect(classOf(error)).toBe(kind);
  });

  it.each([
    ['EACCES', 'data-denied'],
    ['EROFS', 'data-denied'],
    ['ENOSPC', 'store-full'],
    ['EMFILE', undefined],
  ])('of a directory, %s, is the fault %s', (code, expected) => {
    expect(directoryFault(coded(code), '/data')?.code).toBe(expected);
  });

  it('that is a fault already stays what it is', () => {
    const it = fault('line-unknown');
    expect(translated(it)).toBe(it);
  });
});

describe.skipIf(!hasDatabase())('a store', () => {
  let fresh: Fresh;
  beforeAll(async () => {
    fresh = await freshStore();
    await fresh.store.createCompany(company('c'));
  });
  afterAll(() => fresh.close());

  /** Ends every session of the store as a server that goes away would. */
  const cut = () =>
    administer(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'lettrage' and datname = '${new URL(fresh.url).pathname.slice(1)}'`);

  it('whose connection is cut while work is under way says so, refuses that work more, and goes on', async () => {
    const steps: string[] = [];
    let finish = () => {};
    const finished = new Promise<void>((done) => {
      finish = done;
    });
    const broken = fresh.store.within('c', async (tx) => {
      await tx.ledger.putLines([ledgerLine('a', 1)]);
      await cut();
      await new Promise((done) => setTimeout(done, 200));
      await tx.ledger.openItems().catch((error: unknown) => steps.push(isFault(error) ? error.code : 'other'));
      finish();
    });
    const error = await broken.catch((it: unknown) => it);
    expect(isFault(error) && [error.code, error.retry]).toEqual(['store-unreachable', true]);
    await finished;
    expect(steps).toEqual(['store-unreachable']);
    expect(await fresh.store.within('c', (tx) => tx.ledger.openItems())).toEqual([]);
  });

  it('survives cuts at any moment: each transaction is whole or not there, and no error is anything but a fault', async () => {
    const outcomes: string[] = [];
    const work = async (i: number) => {
      const id = `${i}`;
      try {
        await fresh.store.within('c', async (tx) => {
          await tx.ledger.putLines([ledgerLine(`${id} first`, 1)]);
          await tx.ledger.openItems();
          await tx.ledger.putLines([ledgerLine(`${id} second`, 1)]);
        });
        outcomes.push('done');
      } catch (error) {
        outcomes.push(isFault(error) ? error.code : String(error));
      }
    };
    for (let round = 0; round < 12; round += 1) {
      const all = Array.from({ length: 8 }, (_, i) => work(round * 8 + i));
      await new Promise((done) => setTimeout(done, round));
      await cut();
      await Promise.all(all);
    }
    // On a busy machine every one of them may have been cut, and the last cut be noticed only by the next that asks.
    let next = 1_000;
    await expect.poll(() => work(next++).then(() => outcomes.at(-1)), { timeout: 10_000 }).toBe('done');
    expect(new Set(outcomes.filter((it) => it !== 'done'))).toEqual(new Set(['store-unreachable']));
    const ids = (await fresh.store.within('c', (tx) => tx.ledger.lines())).map((line) => line.id.split(' ')[0]);
    const counts = ids.map((id) => ids.filter((other) => other === id).length);
    expect(new Set(counts)).toEqual(new Set([2]));
  });

  it('lets nobody wait for ever: a lock that is not given in time is the fault that it is busy', async () => {
    const limits = { lock: '50ms', statement: '120s', idle: '120s' };
    const impatient = storeOf(openPool(fresh.url), limits);
    const outcome = await fresh.store.within('c', async (tx) => {
      await tx.company.lock();
      return impatient.within('c', (other) => other.company.lock()).catch((error: unknown) => error);
    });
    expect(isFault(outcome) && [outcome.code, outcome.retry]).toEqual(['store-busy', true]);
    await impatient.close();
  });

  it('does not repeat what was sent in the words of an error', async () => {
    const twice = fresh.store.within('c', async (tx) => {
      await tx.ledger.putAccounts([
        { number: '1', name: 'secret name', role: 'other' },
        { number: '1', name: 'secret name', role: 'other' },
      ]);
    });
    const error = await twice.catch((it: unknown) => it);
    expect(error).toBeInstanceOf(Error);
    expect(JSON.stringify(error) + String(error)).not.toContain('secret');
  });
});
