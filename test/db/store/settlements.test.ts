// Settlement facts: appended, never overwritten, with two times; what is open follows from them alone.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../../db/connection.ts';
import { addDays, type Day } from '../../../sync/model/day.ts';
import type { Tx } from '../../../sync/port/store.ts';
import { type Fresh, freshStore, hasDatabase, newCompanies } from '../harness.ts';
import { asOwner } from '../rows.ts';
import { bankLine, decision, ledgerLine, receive, settlement } from '../sample.ts';

describe.skipIf(!hasDatabase())('settlements', () => {
  let fresh: Fresh;
  const { create: newCompany } = newCompanies(() => fresh);
  beforeAll(async () => {
    fresh = await freshStore();
  });
  afterAll(() => fresh.close());

  async function open(tx: Tx): Promise<Record<string, number>> {
    return Object.fromEntries((await tx.ledger.openItems()).map((it) => [it.id, it.residualMinor]));
  }

  it('lower what is open on both sides, also in part', async () => {
    await fresh.store.within(await newCompany(), async (tx) => {
      await tx.ledger.putLines([ledgerLine('a', 1_000), ledgerLine('b', 500), ledgerLine('p', -1_200)]);
      const both = [settlement('1', 'a', 'p', 1_000), settlement('2', 'b', 'p', 150)];
      expect(await tx.ledger.addSettlements(both, { from: 'ledger' })).toBe(2);
      expect(await open(tx)).toEqual({ b: 350, p: -50 });
    });
  });

  it('that are in force are not written twice, by whomever', async () => {
    await fresh.store.within(await newCompany(), async (tx) => {
      await tx.ledger.putLines([ledgerLine('a', 1_000), ledgerLine('p', -1_000)]);
      const one = [settlement('1', 'a', 'p', 400)];
      await tx.ledger.addSettlements(one, { from: 'ledger' });
      expect(await tx.ledger.addSettlements(one, { from: 'ledger' })).toBe(0);
      await tx.decisions.add(decision('d'));
      expect(await tx.ledger.addSettlements(one, { from: 'decision', decisionId: 'd' })).toBe(0);
      expect(await open(tx)).toEqual({ a: 600, p: -600 });
    });
  });

  it('whose content changed are taken back and written anew', async () => {
    const id = await newCompany();
    await fresh.store.within(id, async (tx) => {
      await tx.ledger.putLines([ledgerLine('a', 1_000), ledgerLine('b', 1_000), ledgerLine('p', -1_000)]);
      await tx.ledger.addSettlements([settlement('1', 'a', 'p', 400)], { from: 'ledger' });
      expect(await tx.ledger.addSettlements([settlement('1', 'b', 'p', 300)], { from: 'ledger' })).toBe(1);
      expect(await open(tx)).toEqual({ a: 1_000, b: 700, p: -700 });
    });
    expect(await turns(id)).toEqual([
      ['1', 1, 400],
      ['1', 2, -400],
      ['1', 3, 300],
    ]);
  });

  it('of a decision are revoked by facts of their own, and may come again', async () => {
    const id = await newCompany();
    await fresh.store.within(id, async (tx) => {
      await tx.ledger.putLines([ledgerLine('a', 1_000), ledgerLine('p', -1_000)]);
      await tx.decisions.add(decision('d1'));
      const made = [settlement('1', 'a', 'p', 1_000)];
      await tx.ledger.addSettlements(made, { from: 'decision', decisionId: 'd1' });
      expect(await tx.ledger.decidedSettlements()).toEqual([{ ...made[0], decisionId: 'd1' }]);
      expect(await tx.ledger.revokeDecision('d1')).toBe(1);
      expect(await tx.ledger.revokeDecision('d1')).toBe(0);
      expect(await open(tx)).toEqual({ a: 1_000, p: -1_000 });
      expect(await tx.ledger.decidedSettlements()).toEqual([]);
      await tx.decisions.add(decision('d2'));
      expect(await tx.ledger.addSettlements(made, { from: 'decision', decisionId: 'd2' })).toBe(1);
      expect(await tx.ledger.revokeDecision('d1')).toBe(0);
      expect(await open(tx)).toEqual({});
    });
    expect((await turns(id)).map(([, turn]) => turn)).toEqual([1, 2, 3]);
  });

  it('tell what is open of a foreign amount, receipts that wait for their entry taken off; unsaid, nobody knows', async () => {
    await fresh.store.within(await newCompany(), async (tx) => {
      const foreign = (minor: number) => ({ foreign: { minor, currency: 'USD' } });
      await tx.ledger.putLines([
        ledgerLine('a', 1_000, foreign(1_250)),
        ledgerLine('c', -400, foreign(-500)),
        ledgerLine('p', -1_000, foreign(-1_200)),
      ]);
      const left = async () => (await tx.ledger.items(['a', 'c'])).map((it) => it.foreignResidualMinor);
      expect(await left()).toEqual([1_250, -500]);
      const said = { ...settlement('1', 'a', 'p', 200), debitForeignMinor: 250, creditForeignMinor: 240 };
      await tx.ledger.addSettlements([said], { from: 'ledger' });
      expect(await left()).toEqual([1_000, -500]);
      await receive(tx, 's', [bankLine('b', 600)]);
      await tx.decisions.add(decision('d'));
      const waiting = [
        { ...settlement('2', 'a', 'b', 480), debitForeignMinor: 600 },
        { ...settlement('3', 'b', 'c', 80), creditForeignMinor: 100 },
      ];
      await tx.ledger.addSettlements(waiting, { from: 'decision', decisionId: 'd' });
      expect(await left()).toEqual([400, -400]);
      await tx.ledger.revokeDecision('d');
      expect(await left()).toEqual([1_000, -500]);
      await tx.ledger.addSettlements([settlement('4', 'a', 'b', 10)], { from: 'decision', decisionId: 'd' });
      expect(await left()).toEqual([null, -500]);
      await tx.ledger.revokeDecision('d');
      await tx.ledger.addSettlements([settlement('5', 'a', 'p', 10)], { from: 'ledger' });
      expect(await left()).toEqual([null, -500]);
    });
  });

  it('of the ledger are revoked when a snapshot no longer names them; those of decisions stay', async () => {
    await fresh.store.within(await newCompany(), async (tx) => {
      await tx.ledger.putLines([
        ledgerLine('a', 100),
        ledgerLine('b', 200),
        ledgerLine('c', 300),
        ledgerLine('p', -600),
      ]);
      await tx.ledger.addSettlements([settlement('1', 'a', 'p', 100), settlement('2', 'b', 'p', 200)], {
        from: 'ledger',
      });
      await tx.decisions.add(decision('d'));
      await tx.ledger.addSettlements([settlement('3', 'c', 'p', 300)], { from: 'decision', decisionId: 'd' });
      expect(await tx.ledger.revokeLedgerSettlementsExcept(['2'])).toBe(1);
      expect(await open(tx)).toEqual({ a: 100, p: -100 });
    });
  });

  it('never settle a line beyond its amount: the transaction fails at its end', async () => {
    const id = await newCompany();
    await fresh.store.within(id, (tx) => tx.ledger.putLines([ledgerLine('a', 100), ledgerLine('p', -500)]));
    const beyond = fresh.store.within(id, (tx) =>
      tx.ledger.addSettlements([settlement('1', 'a', 'p', 101)], { from: 'ledger' }),
    );
    await expect(beyond).rejects.toThrow('line a of 100 would be open by -1');
    const wrongWay = fresh.store.within(id, (tx) =>
      tx.ledger.addSettlements([settlement('1', 'p', 'a', 10)], { from: 'ledger' }),
    );
    await expect(wrongWay).rejects.toThrow('would be open by');
    expect(await fresh.store.within(id, open)).toEqual({ a: 100, p: -500 });
  });

  it('may pass through such a state within a transaction, as when the ledger takes over what a decision settled', async () => {
    await fresh.store.within(await newCompany(), async (tx) => {
      await tx.ledger.putLines([ledgerLine('a', 100), ledgerLine('p', -100)]);
      await tx.decisions.add(decision('d'));
      await tx.ledger.addSettlements([settlement('ours', 'a', 'p', 100)], { from: 'decision', decisionId: 'd' });
      await tx.ledger.addSettlements([settlement('theirs', 'a', 'p', 100)], { from: 'ledger' });
      await tx.ledger.revokeDecision('d');
      expect(await open(tx)).toEqual({});
    });
  });

  it('with a receipt that is not booked count as received until the ledger holds it', async () => {
    await fresh.store.within(await newCompany(), async (tx) => {
      await tx.ledger.putLines([ledgerLine('a', 1_000)]);
      await receive(tx, 'S', [bankLine('b', 600)]);
      await tx.decisions.add(decision('d', { lineId: 'b' }));
      const origin = { from: 'decision', decisionId: 'd' } as const;
      await tx.ledger.addSettlements([settlement('1', 'a', 'b', 600)], origin);
      expect(await tx.view.items(['a'])).toMatchObject([{ residualMinor: 400, receivedMinor: 600 }]);
      expect(await tx.ledger.decidedSettlements()).toEqual([]);
      await tx.ledger.putLines([ledgerLine('p', -600)]);
      await tx.ledger.revokeDecision('d');
      await tx.ledger.addSettlements([settlement('2', 'a', 'p', 600)], origin);
      expect(await tx.view.items(['a', 'p'])).toMatchObject([
        { residualMinor: 400, receivedMinor: 0 },
        { residualMinor: 0, receivedMinor: 0 },
      ]);
    });
  });

  it('tell a residual that somebody changed behind the program', async () => {
    const id = await newCompany();
    await fresh.store.within(id, async (tx) => {
      await tx.ledger.putLines([ledgerLine('a', 100), ledgerLine('b', 50), ledgerLine('p', -100)]);
      await receive(tx, 'S', [bankLine('l', 10)]);
      await tx.decisions.add(decision('d', { lineId: 'l' }));
      await tx.ledger.addSettlements([settlement('1', 'a', 'p', 40)], { from: 'ledger' });
      await tx.ledger.addSettlements([settlement('2', 'b', 'l', 10)], { from: 'decision', decisionId: 'd' });
      expect(await tx.ledger.drifted()).toEqual([]);
    });
    const change = (what: string, line: string) =>
      asOwner(fresh.url, (it) =>
        it.unsafe(`update ledger_lines set ${what} where company_id = '${id}' and id = '${line}'`),
      );
    await change('residual_minor = 59', 'a');
    await change('received_minor = 0', 'b');
    expect(await fresh.store.within(id, (tx) => tx.ledger.drifted())).toEqual(['a', 'b']);
  });

  it('must name lines that exist', async () => {
    const id = await newCompany();
    const dangling = fresh.store.within(id, async (tx) => {
      await tx.ledger.putLines([ledgerLine('a', 1_000)]);
      await tx.ledger.addSettlements([settlement('1', 'a', 'nothing', 10)], { from: 'ledger' });
    });
    await expect(dangling).rejects.toThrow();
  });

  it('give at any day and any instant what a plain sum of the facts gives', async () => {
    type Step = { kind: 'settle' | 'revoke'; slot: number; amount: number; late: number };
    const step: fc.Arbitrary<Step> = fc.record({
      kind: fc.constantFrom('settle', 'settle', 'revoke'),
      slot: fc.nat(3),
      amount: fc.integer({ min: 1, max: 250 }),
      late: fc.nat(20),
    });
    const firstDay: Day = '2026-03-01';
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const id = await newCompany();
        const lines = [ledgerLine('a', 1_000), ledgerLine('p', -1_000)];
        await fresh.store.within(id, (tx) => tx.ledger.putLines(lines));
        // The model: every fact with its day and the instant after which it is known.
        const facts: { amount: number; day: Day; known: number }[] = [];
        const standing = new Map<number, { amount: number; day: Day }>();
        const instants = [await instant(fresh)];
        for (const [i, { kind, slot, amount, late }] of steps.entries()) {
          const day = addDays(firstDay, late);
          const old = standing.get(slot);
          await fresh.store.within(id, async (tx) => {
            const decisionId = `d${i}`;
            if (old) await tx.ledger.revokeDecision(`slot ${slot}`);
            if (kind === 'revoke') return;
            if (!(await tx.decisions.get(`slot ${slot}`))) await tx.decisions.add(decision(`slot ${slot}`));
            await tx.decisions.add(decision(decisionId));
            const origin = { from: 'decision', decisionId: `slot ${slot}` } as const;
            await tx.ledger.addSettlements([settlement(`s${slot}`, 'a', 'p', amount, day)], origin);
          });
          if (old) facts.push({ amount: -old.amount, day: old.day, known: i });
          standing.delete(slot);
          if (kind === 'settle') {
            facts.push({ amount, day, known: i });
            standing.set(slot, { amount, day });
          }
          instants.push(await instant(fresh));
        }
        for (const [known, at] of instants.entries()) {
          for (const asOf of [firstDay, addDays(firstDay, 10), addDays(firstDay, 20)]) {
            const settled = facts
              .filter((it) => it.known < known && it.day <= asOf)
              .reduce((sum, it) => sum + it.amount, 0);
            const rows = await fresh.store.within(id, (tx) => tx.view.itemsAt({ asOf, knownOn: at }));
            const residuals = Object.fromEntries(rows.map((row) => [row.itemId, row.residualMinor]));
            // Lines were put before the first instant, so they are known at each.
            expect(residuals).toEqual(settled === 1_000 ? {} : { a: 1_000 - settled, p: settled - 1_000 });
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  async function turns(id: string): Promise<[string, number, number][]> {
    const rows = await asOwner(
      fresh.url,
      (session) => session<{ id: string; turn: number; amount: number }[]>`
        select id, turn, amount_minor as amount from settlements where company_id = ${id} order by id, turn`,
    );
    return rows.map((row) => [row.id, row.turn, row.amount]);
  }
});

/** The server's clock between two transactions. */
async function instant(fresh: Fresh): Promise<string> {
  const session = connect(fresh.url, { max: 1 });
  const [row] = await session<{ now: string }[]>`select clock_timestamp()::text as now`;
  await session.end();
  if (!row) throw new Error('the server has no clock');
  return row.now;
}
