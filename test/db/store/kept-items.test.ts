// Open items that a program keeps in memory are those of the database, whoever wrote, took back, or has not finished yet.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../db/open.ts';
import { isFault, says } from '../../../sync/fault/index.ts';
import type { OpenItem } from '../../../sync/model/ledger.ts';
import type { Store, Tx } from '../../../sync/port/store.ts';
import { type Fresh, freshStore, hasDatabase, newCompanies } from '../harness.ts';
import { quiet } from '../quiet.ts';
import { ledgerLine, settlement } from '../sample.ts';

const IDS = ['a', 'b', 'c', 'd', 'e', 'p', 'q'];

describe.skipIf(!hasDatabase())('open items kept in memory', { timeout: 120_000 }, () => {
  let fresh: Fresh;
  let other: Store;
  const { create: newCompany } = newCompanies(() => fresh);
  beforeAll(async () => {
    fresh = await freshStore();
    const opened = await openStore({ url: fresh.url, log: quiet });
    if (isFault(opened)) throw new Error(says(opened, 'en'));
    other = opened.store;
  });
  afterAll(async () => {
    await other.close();
    await fresh.close();
  });

  /** What the lines themselves say, asked by their ids and so never from memory. */
  async function truth(tx: Tx): Promise<OpenItem[]> {
    const all = await tx.ledger.items(IDS);
    const key = (it: OpenItem) => `${it.day} ${it.id}`;
    return all.filter((it) => it.residualMinor !== 0).sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }

  it('are the database’s after any writes of two programs, also those that were taken back', async () => {
    const line = fc.record({
      do: fc.constant('put' as const),
      id: fc.constantFrom(...IDS),
      minor: fc.integer({ min: -9, max: 9 }),
      day: fc.constantFrom('2026-03-01' as const, '2026-02-28' as const),
    });
    const closing = fc.record({
      do: fc.constant('settle' as const),
      id: fc.constantFrom('1', '2'),
      debit: fc.constantFrom('a', 'b', 'c'),
      credit: fc.constantFrom('p', 'q'),
      minor: fc.integer({ min: 1, max: 5 }),
    });
    const gone = fc.record({ do: fc.constant('retire' as const), kept: fc.subarray(IDS) });
    const work = fc.record({
      byOther: fc.boolean(),
      looks: fc.boolean(),
      fails: fc.boolean(),
      steps: fc.array(fc.oneof(line, line, closing, gone), { maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(work, { minLength: 2, maxLength: 6 }), async (works) => {
        const id = await newCompany();
        const seen: [OpenItem[], OpenItem[]][] = [];
        await fresh.store.within(id, (tx) =>
          tx.ledger.putLines(IDS.map((it) => ledgerLine(it, 'pq'.includes(it) ? -50 : 50))),
        );
        for (const { byOther, looks, fails, steps } of works) {
          const run = (byOther ? other : fresh.store).within(id, async (tx) => {
            for (const step of steps) {
              if (step.do === 'put') await tx.ledger.putLines([ledgerLine(step.id, step.minor, { day: step.day })]);
              if (step.do === 'retire') await tx.ledger.retireLinesExcept(step.kept);
              if (step.do === 'settle') {
                const fact = settlement(step.id, step.debit, step.credit, step.minor);
                await tx.ledger.addSettlements([fact], { from: 'ledger' });
              }
              if (looks) seen.push([await tx.ledger.openItems(), await truth(tx)]);
            }
            if (fails) throw new Error('taken back');
          });
          // The database itself takes back what would leave a line open by more than it is.
          await run.catch(() => {});
          for (const [kept, true_] of seen.splice(0)) expect(kept).toEqual(true_);
          for (const store of [fresh.store, other]) {
            await store.within(id, async (tx) => expect(await tx.ledger.openItems()).toEqual(await truth(tx)));
          }
        }
      }),
      { numRuns: 15, seed: 17 },
    );
  });

  it('of a transaction that ends after a later look are seen by the next', async () => {
    const id = await newCompany();
    const residuals = () =>
      fresh.store.within(id, async (tx) => (await tx.ledger.openItems()).map((it) => [it.id, it.residualMinor]));
    await fresh.store.within(id, (tx) => tx.ledger.putLines([ledgerLine('a', 100)]));
    expect(await residuals()).toEqual([['a', 100]]);
    const slow = within(other, id, (tx) => tx.ledger.putLines([ledgerLine('b', 7)]));
    await slow.begun;
    // Meanwhile another one writes, ends and is looked at: what the slow one wrote is older than that look, and not there yet.
    await fresh.store.within(id, (tx) => tx.ledger.putLines([ledgerLine('c', 9)]));
    expect(await residuals()).toEqual([
      ['a', 100],
      ['c', 9],
    ]);
    await slow.end();
    expect(await residuals()).toEqual([
      ['a', 100],
      ['b', 7],
      ['c', 9],
    ]);
  });

  it('are the caller’s own list, of items that nobody can change', async () => {
    const id = await newCompany();
    await fresh.store.within(id, async (tx) => tx.ledger.putLines([ledgerLine('a', 100), ledgerLine('b', 7)]));
    const look = () => fresh.store.within(id, (tx) => tx.ledger.openItems());
    const first = await look();
    first.reverse().pop();
    expect((await look()).map((it) => it.id)).toEqual(['a', 'b']);
    expect(() => Object.assign(first[0] ?? {}, { residualMinor: 1 })).toThrow('read only');
  });
});

/** A transaction that has done its work and waits to be ended. */
function within(store: Store, company: string, work: (tx: Tx) => Promise<unknown>) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const done = store.within(company, async (tx) => {
    await work(tx);
    begin();
    await released;
  });
  const end = () => {
    release();
    return done;
  };
  return { begun, end };
}
