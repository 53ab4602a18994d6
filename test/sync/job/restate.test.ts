// States that a pull leaves: what the database settles of all lines at once is what the rule of one line says of each.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restate } from '../../../sync/job/booked.ts';
import type { AccountRole, LedgerLine, Settlement } from '../../../sync/model/ledger.ts';
import type { Tx } from '../../../sync/port/store.ts';
import { hasDatabase } from '../../db/harness.ts';
import { bankLine, ledgerLine, receive, settlement } from '../../db/sample.ts';
import { type TestDesk, testDesk } from './desk.ts';

const ROLES: readonly AccountRole[] = ['receivable', 'receivable', 'advance', 'collection', 'payable', 'other', 'bank'];
const NUMBER = fc.integer({ min: 1, max: 3 });

/** A line beside the bank's in an entry; `settled`: how much of its amount an invoice took, in thirds. */
const beside = fc.record({ role: fc.constantFrom(...ROLES), amount: NUMBER, settled: fc.constantFrom(0, 1, 3, 3, 3) });
const entry = fc.record({
  beside: fc.array(beside, { maxLength: 3 }),
  amount: NUMBER,
  gone: fc.constantFrom(false, false, true),
});
const world = fc.record({
  entries: fc.array(entry, { minLength: 1, maxLength: 6 }),
  ticks: fc.array(fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 2 }), { minLength: 1, maxLength: 8 }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

/** What put a cheque on the account of those in collection: the customer's line is open. */
function deposit(id: string, amount: number): LedgerLine[] {
  const of = { journal: 'CHQ', entry: `${id}-deposit` };
  return [
    ledgerLine(`${id}-deposit`, amount, {
      ...of,
      role: 'collection',
      account: 'collection',
      document: `C${amount / 300}`,
    }),
    ledgerLine(`${id}-payer`, -amount, of),
  ];
}

async function put(tx: Tx, { entries, ticks }: World): Promise<void> {
  const lines: LedgerLine[] = [];
  const facts: Settlement[] = [];
  for (const [i, { beside, amount }] of entries.entries()) {
    const of = { journal: 'BQ', entry: `${i}` };
    lines.push(ledgerLine(`b${i}`, amount * 300, { ...of, account: '512000', role: 'bank' }));
    for (const [n, it] of beside.entries()) {
      const id = `b${i}-${n}`;
      lines.push(
        ledgerLine(id, -it.amount * 300, { ...of, role: it.role, account: it.role, document: `C${it.amount}` }),
      );
      if (it.role === 'collection') lines.push(...deposit(id, it.amount * 300));
      if (it.settled === 0) continue;
      lines.push(ledgerLine(`${id}-invoice`, it.amount * 300, { entry: `${id}-invoice` }));
      facts.push(settlement(`${id}-fact`, `${id}-invoice`, id, it.settled * it.amount * 100));
    }
  }
  await tx.ledger.putLines(lines);
  await tx.ledger.addSettlements(facts, { from: 'ledger' });
  await receive(
    tx,
    'S',
    ticks.map((_, i) => bankLine(`stl/${i}`, 300)),
  );
  await tx.bank.nameInErp(ticks.map((_, i) => ({ lineId: `stl/${i}`, erpId: `stl/${i}` })));
  const ticked = (of: number[]) => of.filter((i) => i < entries.length).map((i) => `b${i}`);
  await tx.bank.tick(ticks.map((of, i) => ({ lineId: `stl/${i}`, ledgerLineIds: ticked(of) })));
  const gone = new Set(entries.flatMap((it, i) => (it.gone ? [`b${i}`] : [])));
  await tx.ledger.retireLinesExcept(lines.map((line) => line.id).filter((id) => !gone.has(id)));
}

describe.skipIf(!hasDatabase())('states after a pull', () => {
  let it_: TestDesk;
  beforeAll(async () => {
    it_ = await testDesk();
  });
  afterAll(() => it_.close());

  it('are the same whether the database settles what is whole first or every line is looked at', async () => {
    let whole = 0;
    let rest = 0;
    const property = fc.asyncProperty(world, async (it) => {
      await it_.next();
      await it_.see(async (tx) => {
        await put(tx, it);
        const all = it.ticks.map((_, i) => `stl/${i}`);
        const settled = async () =>
          (await tx.bank.byErpIds(all)).filter(({ state }) => state === 'settled').map(({ id }) => id);
        await restate(tx, await tx.bank.byErpIds(all));
        const expected = await settled();
        for (const before of ['open', 'settled'] as const) {
          await tx.bank.setStates(all, before);
          await tx.bank.settleWhole();
          if (before === 'open') whole += (await settled()).length;
          const looked = await tx.bank.restatable(null, '', 100);
          await restate(tx, looked);
          rest += looked.length;
          expect(await settled()).toEqual(expected);
        }
      });
    });
    await fc.assert(property, { numRuns: 60 });
    expect([whole > 20, rest > 20]).toEqual([true, true]);
  });
});
