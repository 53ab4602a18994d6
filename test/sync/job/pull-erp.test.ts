// A pull into the real database from an ERP in memory: what it leaves of the lines' states, whole, cut and large.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fault } from '../../../sync/fault/index.ts';
import { pullErp } from '../../../sync/job/pull-erp.ts';
import type { PullPage } from '../../../sync/port/erp.ts';
import { hasDatabase } from '../../db/harness.ts';
import { codeOf, must, type TestDesk, testDesk } from './desk.ts';
import { FakeErp } from './erp.ts';

describe.skipIf(!hasDatabase())('a pull', () => {
  let it_: TestDesk;
  beforeAll(async () => {
    it_ = await testDesk();
  });
  afterAll(() => it_.close());

  const stateOf = (line: string) => it_.see(async (tx) => (await tx.bank.line(line))?.state);

  /** Lines 1 to `count`, each matched with its own invoice in the ERP. */
  function matched(count: number): FakeErp {
    const erp = new FakeErp();
    for (let i = 1; i <= count; i++) {
      erp.invoice(`i${i}`, `FAC/2026/${i}`, 'Boulangerie Lefevre', 1_000);
      erp.line(i, 1_000, `VIR ${i}`);
      erp.matches.set(i, { invoice: `i${i}`, amountMinor: 1_000 });
    }
    return erp;
  }

  /** Of a pull that was cut by a fault after its bank lines: first what came before the mark, then what comes after it. */
  function cutAfterBankLines(erp: FakeErp): void {
    const whole = FakeErp.prototype.pull.bind(erp);
    let isCut = false;
    erp.pull = async function* (): AsyncGenerator<PullPage> {
      for await (const page of whole()) {
        if (isCut && page.kind === 'bank-lines') continue;
        yield page;
        if (isCut || page.kind !== 'bank-lines') continue;
        isCut = true;
        yield { kind: 'mark', cursor: 'after the bank lines', done: 1, total: 2 };
        return yield { kind: 'refused', faults: [fault('erp-unreachable', {}, { erp: 'fake' })] };
      }
    };
  }

  it('opens a line again that somebody freed in the ERP, also when it was cut after it had brought the line', async () => {
    const id = await it_.next({ erp: 'odoo', mode: 'suggest' });
    const erp = matched(2);
    must(await pullErp(it_.desk, erp, id));
    expect([await stateOf('stl/1'), await stateOf('stl/2')]).toEqual(['settled', 'settled']);
    erp.matches.delete(1);
    cutAfterBankLines(erp);
    expect(codeOf(await pullErp(it_.desk, erp, id))).toBe('erp-unreachable');
    must(await pullErp(it_.desk, erp, id));
    expect([await stateOf('stl/1'), await stateOf('stl/2')]).toEqual(['open', 'settled']);
  });

  it('gives the company the name and the currency that it has in the ERP', async () => {
    const id = await it_.next({ erp: 'odoo', mode: 'suggest' });
    const erp = matched(1);
    const whole = FakeErp.prototype.pull.bind(erp);
    const named = { name: 'Atelier du Léman', currency: 'CHF' };
    erp.pull = async function* (): AsyncGenerator<PullPage> {
      yield { kind: 'company', siren: null, from: null, to: null, source: 'fake', ...named };
      yield* whole();
    };
    must(await pullErp(it_.desk, erp, id));
    expect(await it_.see((tx) => tx.company.get())).toMatchObject(named);
  });

  it('settles every line that the ledger settles, also more of them than are looked at at once', async () => {
    const id = await it_.next({ erp: 'odoo', mode: 'suggest' });
    const erp = matched(2_003);
    expect(must(await pullErp(it_.desk, erp, id))).toEqual({ read: 2_003 });
    const waiting = await it_.see(async (tx) => (await tx.bank.openLines()).map((line) => line.id));
    expect(waiting).toEqual([]);
  });

  it('leaves a line open whose receipt stands on the customer in part, also when it was cut after it had brought the line', async () => {
    for (const isCut of [false, true]) {
      const id = await it_.next({ erp: 'odoo', mode: 'suggest' });
      const erp = matched(3);
      // Nothing waits in the ERP's suspense: 6.00 of the receipt stand on the customer's account.
      erp.matches.set(2, { invoice: 'i2', amountMinor: 400 });
      if (isCut) {
        cutAfterBankLines(erp);
        expect(codeOf(await pullErp(it_.desk, erp, id))).toBe('erp-unreachable');
      }
      must(await pullErp(it_.desk, erp, id));
      const states = [await stateOf('stl/1'), await stateOf('stl/2'), await stateOf('stl/3')];
      expect(states).toEqual(['settled', 'open', 'settled']);
    }
  });
});
