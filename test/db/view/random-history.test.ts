// The two times of the aged balance against a plain model: random histories of bookings, matches, undos, re-matches and
// back-dated corrections. True at a day always equals the ledger; known on a day never changes afterwards.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, connect } from '../../../db/connection.ts';
import { columnsOf } from '../../../sync/aging/index.ts';
import { agedBalance } from '../../../sync/job/aged.ts';
import { USUAL_CUTS } from '../../../sync/model/aging.ts';
import { addDays, type Day } from '../../../sync/model/day.ts';
import type { LedgerLine } from '../../../sync/model/ledger.ts';
import { company, type Fresh, freshStore, hasDatabase } from '../harness.ts';
import { bankLine, decision, ledgerLine, party, receive } from '../sample.ts';
import { type Fact, History } from './history.ts';

const FIRST: Day = '2028-02-20';
const SPAN = 40;
const SLOTS = ['a', 'b', 'c', 'd', 'e', 'f'];

const offset = fc.nat(SPAN);
const line = fc.record({
  do: fc.constant('line' as const),
  slot: fc.constantFrom(...SLOTS),
  amount: fc.integer({ min: -900, max: 900 }).filter((n) => n !== 0),
  day: offset,
  due: fc.option(fc.integer({ min: -120, max: 60 })),
  party: fc.constantFrom('p1', 'p2'),
  kind: fc.constantFrom('invoice' as const, 'credit-note' as const, 'payment' as const, 'other' as const),
});
const step = fc.oneof(
  { weight: 5, arbitrary: line },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('gone' as const), slot: fc.constantFrom(...SLOTS) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('match' as const),
      nth: fc.nat(20),
      share: fc.integer({ min: 1, max: 100 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('receive' as const), nth: fc.nat(20), day: offset }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('undo' as const), nth: fc.nat(20) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

describe.skipIf(!hasDatabase())('a random history', () => {
  let fresh: Fresh;
  let session: Client;
  let companies = 0;
  beforeAll(async () => {
    fresh = await freshStore();
    session = connect(fresh.url, { max: 1 });
  });
  afterAll(async () => {
    await session.end();
    await fresh.close();
  });

  it('reads the same in both times as the plain model of it', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
        const id = `r${++companies}`;
        await fresh.store.createCompany(company(id));
        const history = new History();
        await begin(id);
        const instants: string[] = [];
        const seen: string[] = [];
        for (const [n, each] of steps.entries()) {
          await perform(id, history, each, n);
          instants.push(await instant());
          seen.push(JSON.stringify(await report(id, FIRST, SPAN / 2, instants[n]!)));
          history.tick();
        }
        for (const [n, at] of instants.entries()) {
          // Whatever came after, what was known then reads as it did then.
          expect(JSON.stringify(await report(id, FIRST, SPAN / 2, at))).toBe(seen[n]);
          for (const days of [0, 9, 10, SPAN / 2, SPAN, SPAN + 60])
            await compare(id, history, addDays(FIRST, days), n, at);
        }
        for (let days = -1; days <= SPAN + 1; days += 3)
          await compare(id, history, addDays(FIRST, days), steps.length - 1, null);
      }),
      { numRuns: 10, seed: 11 },
    );
  });

  async function begin(id: string): Promise<void> {
    await fresh.store.within(id, async (tx) => {
      await tx.ledger.putAccounts([{ number: '411000', name: 'Clients', role: 'receivable' }]);
      await tx.ledger.putParties([party('p1'), party('p2')]);
      await receive(tx, 'S', [bankLine('bank', 5_000)]);
    });
  }

  const report = (id: string, first: Day, days: number, knownOn: string | null) =>
    fresh.store.within(id, async (tx) => {
      const { rows, totals, control } = await agedBalance(tx, { asOf: addDays(first, days), knownOn });
      return { rows, totals, control };
    });

  async function compare(id: string, history: History, asOf: Day, known: number, knownOn: string | null) {
    const expected = history.aged(asOf, known);
    const found = await fresh.store.within(id, (tx) => agedBalance(tx, { asOf, knownOn }));
    const { columns } = columnsOf('due', USUAL_CUTS);
    const told = Object.fromEntries(
      found.rows.flatMap((row) =>
        row.columnsMinor.flatMap((minor, i) => (minor === 0 ? [] : [[`${row.key} ${columns[i]?.key}`, minor]])),
      ),
    );
    expect([asOf, known, told]).toEqual([asOf, known, expected.cells]);
    expect([asOf, known, found.totals.receivedMinor]).toEqual([asOf, known, expected.receivedMinor]);
    expect([asOf, known, found.control.differenceMinor]).toEqual([asOf, known, 0]);
    expect(found.totals.totalMinor).toBe(expected.balanceMinor);
    expect(found.totals.totalMinor).toBe(found.totals.columnsMinor.reduce((a, b) => a + b, 0));
  }

  async function perform(id: string, history: History, each: Step, n: number): Promise<void> {
    await fresh.store.within(id, async (tx) => {
      if (each.do === 'line' || each.do === 'gone') {
        // What is settled stays as it is but for its due day, as in a ledger; the rest may be corrected, also backwards.
        const put = each.do === 'line' ? corrected(history, each) : null;
        if (each.do === 'gone' && history.isSettled(each.slot)) return;
        if (put) history.put(put);
        else if (each.do === 'gone') history.remove(each.slot);
        const standing = history.standing();
        await tx.ledger.putLines(standing);
        await tx.ledger.retireLinesExcept(standing.map((it) => it.id));
        const balanceMinor = standing.reduce((sum, it) => sum + it.amountMinor, 0);
        await tx.ledger.putBalances([{ account: '411000', balanceMinor }]);
      }
      const decisionId = `d${n}`;
      if (each.do === 'match') {
        const fact = history.proposed(each.nth, each.share, decisionId);
        if (!fact) return;
        await tx.decisions.add(decision(decisionId));
        await tx.ledger.addSettlements([fact], { from: 'decision', decisionId });
        history.settle(fact);
      }
      if (each.do === 'receive') {
        const fact = history.received(each.nth, addDays(FIRST, each.day), decisionId);
        if (!fact) return;
        await tx.decisions.add(decision(decisionId));
        await tx.ledger.addSettlements([fact], { from: 'decision', decisionId });
        history.settle(fact);
      }
      if (each.do === 'undo') {
        const fact = history.nth(each.nth);
        if (!fact) return;
        await tx.ledger.revokeDecision(fact.id.split('/')[0]!);
        history.revoke(fact as Fact);
      }
    });
  }

  function corrected(history: History, each: Extract<Step, { do: 'line' }>): LedgerLine {
    const day = addDays(FIRST, each.day);
    const dueDay = each.due === null ? null : addDays(day, each.due);
    const known = history.settledLine(each.slot);
    if (known) return { ...known, dueDay };
    return ledgerLine(each.slot, each.amount, { day, dueDay, partyId: each.party, kind: each.kind });
  }

  /** The server's clock between two transactions. */
  async function instant(): Promise<string> {
    const [row] = await session<{ now: string }[]>`select clock_timestamp()::text as now`;
    return row!.now;
  }
});
