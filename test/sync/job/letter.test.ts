// Letters on customer accounts: what they join, what they refuse, and what they settle behind.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agedBalance } from '../../../sync/job/aged.ts';
import { exportFiles } from '../../../sync/job/export.ts';
import { importFiles } from '../../../sync/job/import.ts';
import { letterItems, letterPreview } from '../../../sync/job/letter.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import { verify } from '../../../sync/job/verify.ts';
import { pieceOf } from '../../../sync/model/entry.ts';
import type { LetterBody } from '../../../sync/port/ledger-view.ts';
import { hasDatabase } from '../../db/harness.ts';
import { BY, codeOf, must, request, type TestDesk, TODAY, testDesk, tie } from './desk.ts';
import { camt, fec, invoice, type Row, receipt } from './paper.ts';

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
    letterItems(it_.desk, company, tie(...documents.map((document) => item[document] ?? document)), request());
  const writing = (documents: readonly string[], more: Partial<LetterBody>): LetterBody => ({
    ...tie(...documents.map((document) => item[document] ?? document)),
    ...more,
  });
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

  describe('with a difference', () => {
    const DISCOUNT = { kind: 'discount' as const, amountMinor: -12_00 };
    const SHORT = fec([
      ...invoice('FA9', '2026-09-01', 'DUPONT', 'Dupont', 120_00),
      ...receipt('RG9', '2026-11-03', 'DUPONT', 'Dupont', 108_00),
    ]);
    beforeEach(async () => {
      company = await it_.next();
      await importFiles(it_.desk, company, [SHORT], BY);
      const items = await it_.see((tx) => tx.ledger.openItems());
      item = Object.fromEntries(items.map((each) => [each.document ?? '', each.id]));
    });
    const write = (more: Partial<LetterBody>) =>
      letterItems(it_.desk, company, writing(['FA9', 'RG9'], more), request());
    const aged = () =>
      it_.see(async (tx) => {
        const { totals, control } = await agedBalance(tx, { asOf: TODAY });
        return [totals.totalMinor, totals.receivedMinor, control.differenceMinor];
      });
    const sound = async () =>
      expect((await it_.see((tx) => verify(tx, TODAY))).filter((check) => !check.ok)).toEqual([]);

    it('posts a discount with the VAT that it takes back, and nothing stays open', async () => {
      const seen = await it_.see((tx) =>
        letterPreview(tx, it_.desk, writing(['FA9', 'RG9'], { adjustments: [DISCOUNT] })),
      );
      // 12.00 of 120.00 incl. 20 % VAT: 10.00 and 2.00, on the day on which debt and payment both stood there.
      expect(seen.entry.map(({ account, amountMinor }) => [account, amountMinor])).toEqual([
        ['411000', -12_00],
        ['665000', 10_00],
        ['445710', 2_00],
      ]);
      expect([seen.day, seen.differenceMinor, seen.fault]).toEqual(['2026-11-03', 0, null]);
      const id = must(await write({ adjustments: [DISCOUNT] }));
      expect(await open()).toEqual([]);
      expect(await aged()).toEqual([12_00, 12_00, 0]);
      const [, csv] = must(await exportFiles(it_.desk, company, 'entries', BY));
      expect(new TextDecoder().decode(csv?.bytes)).toContain('Escompte Dupont');
      await sound();
      must(await undoDecision(it_.desk, company, id, request()));
      expect(await open()).toEqual(['FA9 12000', 'RG9 -10800']);
      expect(await it_.see((tx) => tx.outbox.waiting())).toEqual([]);
      await sound();
    });

    it('closes with its entry once the ledger holds it', async () => {
      const id = must(await write({ adjustments: [DISCOUNT] }));
      const [row] = await it_.see((tx) => tx.outbox.byDecision(id));
      const posted = (row?.entry ?? []).map(
        ({ account, amountMinor, partyId, label }): Row => ({
          ...{
            journal: 'OD',
            entry: 'OD1',
            day: '2026-11-03',
            piece: pieceOf(id),
            account,
            label,
            amount: amountMinor,
          },
          ...(partyId === null ? {} : { aux: partyId, name: 'Dupont' }),
        }),
      );
      const open9 = [
        ...invoice('FA9', '2026-09-01', 'DUPONT', 'Dupont', 120_00),
        ...receipt('RG9', '2026-11-03', 'DUPONT', 'Dupont', 108_00),
      ];
      const other = invoice('FA8', '2026-09-01', 'MARTIN', 'Martin', 1_00);
      await importFiles(it_.desk, company, [fec([...open9, ...other], { name: 'b.txt' })], BY);
      expect(await open()).toEqual(['FA8 100']);
      await importFiles(it_.desk, company, [fec([...open9, ...posted], { name: 'c.txt' })], BY);
      expect(await open()).toEqual([]);
      expect(await aged()).toEqual([0, 0, 0]);
      expect(await it_.see((tx) => tx.outbox.waiting())).toEqual([]);
      await sound();
    });

    it('left due takes the invoice in part', async () => {
      must(await write({ leave: true }));
      expect(await open()).toEqual(['FA9 1200']);
      await sound();
    });

    it.each<[string, Partial<LetterBody>, string]>([
      [
        'does not make up for what is between the sides',
        { adjustments: [{ kind: 'rounding', amountMinor: -1 }] },
        'letters-unbalanced',
      ],
      [
        'is a discount on money that is too much',
        { adjustments: [{ kind: 'discount', amountMinor: 12_00 }] },
        'request-invalid',
      ],
      [
        'goes to a customer',
        { adjustments: [{ kind: 'other', amountMinor: -12_00, account: '411000' }] },
        'account-reserved',
      ],
      ['is written off and left due', { adjustments: [DISCOUNT], leave: true }, 'request-invalid'],
    ])('that %s is refused', async (_, more, code) => {
      expect(codeOf(await write(more))).toBe(code);
      expect(await open()).toEqual(['FA9 12000', 'RG9 -10800']);
    });
  });

  it('by two people at once is written once', async () => {
    const both = await Promise.all([letter('FA1', 'FA2', 'RG1'), letter('FA1', 'FA2', 'RG1')]);
    expect(both.map(codeOf).sort()).toEqual(['done', 'item-settled']);
    expect(await open()).toEqual(['FA3 15000']);
  });
});
