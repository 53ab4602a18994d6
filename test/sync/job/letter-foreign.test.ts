// Letters of documents in one foreign currency: even or not in that, whatever the company's books make of each.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountLines } from '../../../sync/job/account-lines.ts';
import { letterItems, letterPreview } from '../../../sync/job/letter.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import { verify } from '../../../sync/job/verify.ts';
import type { LetterBody } from '../../../sync/port/ledger-view.ts';
import { hasDatabase } from '../../db/harness.ts';
import { ledgerLine, party, settlement } from '../../db/sample.ts';
import { codeOf, must, request, type TestDesk, TODAY, testDesk, tie } from './desk.ts';

const dollars = (minor: number) => ({ partyId: 'p', foreign: { minor, currency: 'USD' } });

describe.skipIf(!hasDatabase())('a letter in dollars', () => {
  let it_: TestDesk;
  let company = '';
  beforeAll(async () => {
    it_ = await testDesk();
  });
  beforeEach(async () => {
    company = await it_.next({ erp: 'odoo', mode: 'suggest' });
    await it_.see(async (tx) => {
      await tx.ledger.putAccounts([{ number: '411000', name: 'Clients', role: 'receivable' }]);
      await tx.ledger.putParties([party('p')]);
      await tx.ledger.putLines([
        // 1.10 dollars a euro when they were sold, 1.25 when they were paid.
        ledgerLine('sold', 1136_36, dollars(1250_00)),
        ledgerLine('paid', -1000_00, dollars(-1250_00)),
        ledgerLine('even', 1000_00, dollars(1100_00)),
        ledgerLine('more', 909_09, dollars(1000_00)),
        ledgerLine('euros', 1136_36, { partyId: 'p' }),
        ledgerLine('untold', 100_00, dollars(110_00)),
        ledgerLine('by', -1_00, { partyId: 'p' }),
      ]);
      await tx.ledger.addSettlements([settlement('s', 'untold', 'by', 1_00)], { from: 'ledger' });
    });
  });
  afterAll(() => it_.close());

  const letter = (body: LetterBody) => letterItems(it_.desk, company, body, request());
  const open = (...ids: string[]) =>
    it_.see(async (tx) => {
      const items = new Map((await tx.ledger.items(ids)).map((item) => [item.id, item]));
      return ids.map((id) => [items.get(id)?.residualMinor, items.get(id)?.foreignResidualMinor]);
    });
  const sound = async () => {
    expect(await it_.see((tx) => tx.ledger.drifted())).toEqual([]);
    const checks = await it_.see((tx) => verify(tx, TODAY));
    expect(checks.filter((check) => !check.ok && check.name === 'decisions')).toEqual([]);
  };

  it('is taken where the dollars are even: nothing is posted, the rates are the ERP’s, and undone all is as before', async () => {
    const body = tie('sold', 'paid');
    const told = await it_.see((tx) => letterPreview(tx, it_.desk, body));
    expect(told).toMatchObject({ entry: [], differenceMinor: 0, fault: null });
    const id = must(await letter(body));
    expect(await open('sold', 'paid')).toEqual([
      [0, 0],
      [0, 0],
    ]);
    const [row] = await it_.see((tx) => tx.outbox.byDecision(id));
    expect(row).toMatchObject({
      ...{ entry: [], before: { sold: 1250_00, paid: -1250_00 }, after: { sold: 0, paid: 0 }, state: 'planned' },
    });
    await sound();
    const [last] = await it_.see((tx) => tx.view.history(1, null));
    expect([last?.amountMinor, last?.currency]).toEqual([1250_00, 'USD']);
    must(await undoDecision(it_.desk, company, id, request()));
    expect(await open('sold', 'paid')).toEqual([
      [1136_36, 1250_00],
      [-1000_00, -1250_00],
    ]);
    await sound();
  });

  it('is refused where only the euros are even, with the dollars that are missing', async () => {
    expect(codeOf(await letter(tie('even', 'paid')))).toBe('letters-unbalanced');
    const told = await it_.see((tx) => letterPreview(tx, it_.desk, tie('even', 'paid')));
    expect([told.differenceMinor, told.fault?.params['amount']]).toEqual([-150_00, { minor: 150_00, currency: 'USD' }]);
  });

  it('leaves what is too much open in dollars, and its worth in euros', async () => {
    must(await letter({ ...tie('sold', 'more', 'paid'), leave: true }));
    // 1250.00 of 2250.00 dollars are taken: all of the first, 250.00 of the last, which are worth a fifth of its euros.
    expect(await open('more', 'sold', 'paid')).toEqual([
      [0, 0],
      [909_09, 1000_00],
      [0, 0],
    ]);
    await sound();
  });

  it.each([
    [
      'a difference written off',
      { ...tie('even', 'paid'), adjustments: [{ kind: 'other', amountMinor: 150_00 }] },
      'difference-foreign',
    ],
    ['a document of which nobody tells what is open in dollars', tie('untold', 'paid'), 'item-foreign'],
  ] as const)('refuses %s', async (_, body, code) => {
    expect(codeOf(await letter(body as LetterBody))).toBe(code);
  });

  it('of a dollar and a euro document is even or not in the company’s currency, as before', async () => {
    expect(codeOf(await letter(tie('euros', 'paid')))).toBe('letters-unbalanced');
  });

  it('is proposed by its dollars, and each line says what is open of them', async () => {
    const { items, groups } = await it_.see((tx) => accountLines(tx, 'p', '411000'));
    const own = items.map((item) => [item.itemId, item.own?.minor]);
    expect(own.sort()).toEqual([
      ['euros', undefined],
      ['even', 1100_00],
      ['more', 1000_00],
      ['paid', -1250_00],
      ['sold', 1250_00],
      ['untold', undefined],
    ]);
    expect(groups.map((group) => group.allocations.map((it) => it.itemId).sort())).toEqual([['paid', 'sold']]);
  });
});
