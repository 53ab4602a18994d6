// Letters on customer accounts: what they join, what they refuse, and what they settle behind.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '../../../sync/job/import.ts';
import { letterItems } from '../../../sync/job/letter.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import { hasDatabase } from '../../db/harness.ts';
import { BY, codeOf, must, request, type TestDesk, TODAY, testDesk } from './desk.ts';
import { camt, fec, invoice, receipt } from './paper.ts';

const LEDGER = fec([
  ...invoice('FA1', '2026-09-01', 'DUPONT', 'Dupont', 100_00),
  ...invoice('FA2', '2026-09-02', 'DUPONT', 'Dupont', 50_00),
  ...invoice('FA3', '2026-09-03', 'MARTIN', 'Martin', 150_00),
  ...receipt('RG1', '2026-11-03', 'DUPONT', 'Dupont', 150_00),
]);
const STATEMENT = camt([{ day: '2026-11-03', amount: 150_00, ref: 'R1', payer: 'DUPONT', text: 'VIR' }]);

describe.skipIf(!hasDatabase())('a letter', () => {
  let it_: TestDesk;
  let company = '';
  let item: Record<string, string> = {};
  beforeAll(async () => {
    it_ = await testDesk();
  });
  beforeEach(async () => {
    company = await it_.next();
    await importFiles(it_.desk, company, [LEDGER, STATEMENT], BY);
    const items = await it_.see((tx) => tx.ledger.openItems());
    item = Object.fromEntries(items.map((each) => [each.document ?? '', each.id]));
  });
  afterAll(() => it_.close());

  const letter = (...documents: string[]) =>
    letterItems(
      it_.desk,
      company,
      documents.map((document) => item[document] ?? document),
      request(),
    );
  const open = () =>
    it_.see(async (tx) => (await tx.ledger.openItems()).map((each) => `${each.document} ${each.residualMinor}`).sort());
  const queue = () =>
    it_.see(async (tx) => (await tx.view.queue('to-do', TODAY, { offset: 0, limit: 9, bank: null })).total);

  it.each([
    ['lines of two customers', ['FA3', 'RG1'], 'letters-mixed'],
    ['debits that are not the credits', ['FA1', 'RG1'], 'letters-unbalanced'],
    ['one line', ['FA1'], 'request-invalid'],
    ['a line twice', ['FA1', 'FA1'], 'request-invalid'],
    ['a line that is not there', ['FA1', 'nobody'], 'item-unknown'],
  ])('does not join %s', async (_, documents, code) => {
    const before = await open();
    expect(codeOf(await letter(...documents))).toBe(code);
    expect(await open()).toEqual(before);
  });

  it('joins what ties to the cent, settles the bank line behind it, and is undone', async () => {
    expect(await queue()).toBe(1);
    const id = must(await letter('FA1', 'FA2', 'RG1'));
    expect(await open()).toEqual(['FA3 15000']);
    expect(await queue()).toBe(0);
    expect(codeOf(await letter('FA1', 'FA2', 'RG1'))).toBe('item-settled');
    must(await undoDecision(it_.desk, company, id, request()));
    expect(await open()).toEqual(['FA1 10000', 'FA2 5000', 'FA3 15000', 'RG1 -15000']);
    expect(await queue()).toBe(1);
  });

  it('by two people at once is written once', async () => {
    const both = await Promise.all([letter('FA1', 'FA2', 'RG1'), letter('FA1', 'FA2', 'RG1')]);
    expect(both.map(codeOf).sort()).toEqual(['done', 'item-settled']);
    expect(await open()).toEqual(['FA3 15000']);
  });
});
