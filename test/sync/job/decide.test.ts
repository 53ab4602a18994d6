// Decisions about bank lines on the real database: accepted, refused, rejected, put off and undone, also by two people at once.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptLine, acceptProven } from '../../../sync/job/accept.ts';
import { agedBalance } from '../../../sync/job/aged.ts';
import { detailOf, preview } from '../../../sync/job/detail.ts';
import { importFiles } from '../../../sync/job/import.ts';
import { flagLine, postponeLine, setAsideLine } from '../../../sync/job/put-aside.ts';
import { rejectLine } from '../../../sync/job/reject.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import { formatMinor } from '../../../sync/model/money.ts';
import type { AcceptBody } from '../../../sync/port/view.ts';
import { hasDatabase } from '../../db/harness.ts';
import { BY, codeOf, must, request, type TestDesk, TODAY, testDesk } from './desk.ts';
import { camt, fec, invoice, receipt } from './paper.ts';

const LEDGER = fec([
  ...invoice('FA001', '2026-09-01', 'DUPONT', 'Dupont SARL', 1_200_00),
  ...invoice('FA002', '2026-10-01', 'MARTIN', 'Martin SA', 600_00),
  ...receipt('BQ1', '2026-11-03', 'MARTIN', 'Martin SA', 240_00),
]);
const STATEMENT = camt([
  { day: '2026-11-03', amount: 240_00, ref: 'R1', payer: 'MARTIN SA', text: 'VIR MARTIN' },
  { day: '2026-11-05', amount: 1_200_00, ref: 'R2', payer: 'DUPONT SARL', text: 'VIR DUPONT FA001' },
  { day: '2026-11-06', amount: 1_200_00, ref: 'R3', payer: 'DUPONT SARL', text: 'VIR DUPONT' },
]);

describe.skipIf(!hasDatabase())('a decision', () => {
  let it_: TestDesk;
  let company = '';
  /** Lines by the bank's reference, items by their document. */
  let line: Record<string, string> = {};
  let item: Record<string, string> = {};

  beforeAll(async () => {
    it_ = await testDesk();
  });
  beforeEach(async () => {
    company = await it_.next();
    await importFiles(it_.desk, company, [LEDGER, STATEMENT], BY);
    const [lines, items] = await it_.see(
      async (tx) => [await tx.bank.openLines(), await tx.ledger.openItems()] as const,
    );
    line = Object.fromEntries(lines.map((each) => [each.entryRef ?? '', each.id]));
    item = Object.fromEntries(items.map((each) => [each.document ?? '', each.id]));
  });
  afterAll(() => it_.close());

  const body = (facts: Partial<AcceptBody>): AcceptBody => ({
    candidate: null,
    partyId: null,
    allocations: [],
    adjustments: [],
    rest: 'none',
    ...facts,
  });
  const paying = (document: string, amountMinor: number, facts: Partial<AcceptBody> = {}) =>
    body({ allocations: [{ itemId: item[document]!, amountMinor }], ...facts });
  const accept = (ref: string, what: AcceptBody, key: string | null = null) =>
    acceptLine(it_.desk, company, line[ref]!, what, request(key, JSON.stringify(what)));
  const residual = async (document: string) => {
    const [found] = await it_.see((tx) => tx.ledger.items([item[document]!]));
    return formatMinor(found?.residualMinor ?? Number.NaN, 'EUR');
  };
  const state = (ref: string) => it_.see(async (tx) => (await tx.bank.line(line[ref]!))?.state);
  /** What is still owed once the receipts that wait for the ledger are in it. */
  const total = () =>
    it_.see(async (tx) => {
      const { totals } = await agedBalance(tx, { asOf: TODAY });
      return totals.totalMinor - totals.receivedMinor;
    });

  describe('acceptance', () => {
    it('takes a part of an invoice and leaves the rest due', async () => {
      must(await accept('R2', paying('FA001', 1_000_00, { rest: 'overpayment', partyId: 'DUPONT' })));
      expect(await residual('FA001')).toBe('200.00');
      expect(await state('R2')).toBe('settled');
    });

    it.each<[string, () => AcceptBody, string]>([
      ['more than is due', () => paying('FA002', 600_01), 'too-much'],
      [
        'more than was received',
        () =>
          body({
            allocations: [
              { itemId: item['FA001']!, amountMinor: 1_200_00 },
              { itemId: item['FA002']!, amountMinor: 1_00 },
            ],
          }),
        'over-allocated',
      ],
      ['less than was received', () => paying('FA002', 600_00), 'sum-open'],
      ['a credit as if it were due', () => paying('BQ1', 240_00), 'request-invalid'],
      ['an item that is not there', () => body({ allocations: [{ itemId: 'no', amountMinor: 1 }] }), 'item-unknown'],
      [
        'the same item twice',
        () => body({ allocations: [1, 2].map(() => ({ itemId: item['FA001']!, amountMinor: 1 })) }),
        'request-invalid',
      ],
      ['nothing', () => body({}), 'nothing-allocated'],
      ['a rest of nobody', () => body({ rest: 'advance' }), 'party-missing'],
      [
        'a fee that came in',
        () => paying('FA001', 1_100_00, { adjustments: [{ kind: 'bank_fee', amountMinor: 100_00 }] }),
        'request-invalid',
      ],
    ])('of %s is refused and changes nothing', async (_, what, code) => {
      const before = await total();
      expect(codeOf(await accept('R2', what()))).toBe(code);
      expect(await state('R2')).toBe('open');
      expect(await total()).toBe(before);
      expect(await it_.see((tx) => tx.decisions.list({ limit: 9 }))).toEqual([]);
    });

    it('posts what it previewed', async () => {
      const short = paying('FA001', 1_200_00 - 12_50);
      expect(await it_.see((tx) => preview(tx, line['R2']!, short))).toMatchObject({
        entry: [],
        differenceMinor: 12_50,
        fault: { code: 'sum-open' },
      });
      const whole = paying('FA001', 1_187_50, { rest: 'advance', partyId: 'DUPONT' });
      const shown = await it_.see((tx) => preview(tx, line['R2']!, whole));
      expect(shown.entry.map(({ account, amountMinor }) => [account, amountMinor])).toEqual([
        ['512100', 1_200_00],
        ['411000', -1_187_50],
        ['419100', -12_50],
      ]);
      const id = must(await accept('R2', whole));
      const [posted] = await it_.see((tx) => tx.outbox.byDecision(id));
      expect(posted).toMatchObject({ state: 'planned', entry: shown.entry });
      expect(posted?.before).toEqual({ [item['FA001']!]: 1_200_00 });
      expect(posted?.after).toEqual({ [item['FA001']!]: 12_50 });
    });

    it('of a line that was decided is refused, saying by whom and with what', async () => {
      must(await accept('R2', paying('FA001', 1_200_00)));
      const second = await accept('R2', paying('FA001', 1_200_00));
      expect(second).toMatchObject({ code: 'line-decided', params: { by: 'Claire Martin', documents: 'FA001' } });
    });

    it('by two people at once is taken once', async () => {
      const both = await Promise.all([
        accept('R2', paying('FA001', 1_200_00)),
        accept('R2', paying('FA001', 1_200_00)),
      ]);
      expect(both.map(codeOf).sort()).toEqual(['done', 'line-decided']);
      expect(await residual('FA001')).toBe('0.00');
    });

    it('of one invoice by two lines at once settles it once', async () => {
      const both = await Promise.all([
        accept('R2', paying('FA001', 1_200_00)),
        accept('R3', paying('FA001', 1_200_00)),
      ]);
      expect(both.map(codeOf).sort()).toEqual(['done', 'item-settled']);
      expect(await residual('FA001')).toBe('0.00');
    });

    it('repeated with its key has one effect; the key with another body is refused', async () => {
      const first = must(await accept('R2', paying('FA001', 1_200_00), 'key-1'));
      expect(await accept('R2', paying('FA001', 1_200_00), 'key-1')).toBe(first);
      expect(codeOf(await accept('R3', paying('FA001', 1_00), 'key-1'))).toBe('key-reused');
      expect(await it_.see((tx) => tx.decisions.list({ limit: 9 }))).toHaveLength(1);
    });

    it('among many is for proven lines alone', async () => {
      await it_.see((tx) =>
        tx.proposals.put(
          [{ lineId: line['R3']!, verdict: 'suggest', signature: null, candidates: [], findings: [] }],
          'test',
        ),
      );
      expect(codeOf(await acceptProven(it_.desk, company, line['R3']!, null, request()))).toBe('not-proven');
    });

    it('among many is for what was seen of each', async () => {
      const seen = { partyId: 'DUPONT', itemIds: [item['FA001']!] };
      for (const other of [
        { ...seen, partyId: 'MARTIN' },
        { ...seen, itemIds: [item['FA002']!] },
      ])
        expect(codeOf(await acceptProven(it_.desk, company, line['R2']!, other, request()))).toBe('proposal-changed');
      expect([await state('R2'), await residual('FA001')]).toEqual(['open', '1200.00']);
      must(await acceptProven(it_.desk, company, line['R2']!, seen, request()));
      expect([await state('R2'), await residual('FA001')]).toEqual(['settled', '0.00']);
    });

    it('is in the audit chain with its evidence', async () => {
      must(await accept('R2', paying('FA001', 1_200_00)));
      expect(await it_.see((tx) => tx.audit.verify())).toBeNull();
    });
  });

  describe('of a receipt that the ledger holds', () => {
    it('joins its own line there and posts nothing', async () => {
      const { toAllocateMinor } = await it_.see((tx) => detailOf(tx, line['R1']!));
      expect(toAllocateMinor).toBe(240_00);
      const id = must(await accept('R1', paying('FA002', 240_00)));
      expect(await residual('FA002')).toBe('360.00');
      expect(await residual('BQ1')).toBe('0.00');
      expect(await it_.see((tx) => tx.outbox.byDecision(id))).toMatchObject([{ entry: [] }]);
      const { control, outside } = await it_.see((tx) => agedBalance(tx, { asOf: TODAY }));
      expect(control.differenceMinor).toBe(0);
      expect(outside.receivedNotBookedLines).toBe(0);
    });

    it('keeps the ledger whole while a difference waits to be booked', async () => {
      const fee = paying('FA002', 252_50, { adjustments: [{ kind: 'bank_fee', amountMinor: -12_50 }] });
      must(await accept('R1', fee));
      expect(await residual('FA002')).toBe('347.50');
      expect((await it_.see((tx) => agedBalance(tx, { asOf: TODAY }))).control.differenceMinor).toBe(0);
    });
  });

  describe('undo', () => {
    it('gives back the line, the invoice and the balance, and can be followed by another decision', async () => {
      const before = await total();
      const id = must(await accept('R2', paying('FA001', 1_200_00)));
      expect(await total()).toBe(before - 1_200_00);
      must(await undoDecision(it_.desk, company, id, request()));
      expect([await state('R2'), await residual('FA001'), await total()]).toEqual(['open', '1200.00', before]);
      expect(await it_.see((tx) => tx.outbox.waiting())).toEqual([]);
      must(await accept('R2', paying('FA001', 1_200_00)));
      expect(await it_.see((tx) => tx.audit.verify())).toBeNull();
    });

    it('happens once, and never of an undo', async () => {
      const id = must(await accept('R2', paying('FA001', 1_200_00)));
      const undo = must(await undoDecision(it_.desk, company, id, request()));
      expect(codeOf(await undoDecision(it_.desk, company, id, request()))).toBe('nothing-to-undo');
      expect(codeOf(await undoDecision(it_.desk, company, undo, request()))).toBe('nothing-to-undo');
    });

    it('of a decision that a later one replaced is refused', async () => {
      const later = must(
        await postponeLine(it_.desk, company, line['R2']!, { until: '2026-12-01', comment: null }, request()),
      );
      must(await accept('R2', paying('FA001', 1_200_00)));
      expect(codeOf(await undoDecision(it_.desk, company, later, request()))).toBe('nothing-to-undo');
    });
  });

  it('rejecting a proposal brings the next and never the same again', async () => {
    const candidates = () => it_.see(async (tx) => (await tx.proposals.get(line['R2']!))?.proposal.candidates ?? []);
    const [best] = await candidates();
    expect(best?.allocations).toEqual([{ itemId: item['FA001'], amountMinor: 1_200_00 }]);
    const id = must(
      await rejectLine(it_.desk, company, line['R2']!, { reason: 'wrong-invoice', comment: null }, request()),
    );
    const names = (all: Awaited<ReturnType<typeof candidates>>) => all.map((each) => JSON.stringify(each.allocations));
    expect(names(await candidates())).not.toContain(JSON.stringify(best?.allocations));
    await importFiles(it_.desk, company, [camt([{ day: '2026-11-09', amount: -1_00, ref: 'R9' }], { id: 'S2' })], BY);
    expect(names(await candidates())).not.toContain(JSON.stringify(best?.allocations));
    expect(await state('R2')).toBe('open');
    must(await undoDecision(it_.desk, company, id, request()));
    expect(names(await candidates())).toContain(JSON.stringify(best?.allocations));
  });

  it('rejecting another proposal than was seen rejects none', async () => {
    const before = await it_.see((tx) => tx.proposals.get(line['R2']!));
    const shown = { partyId: 'DUPONT', itemIds: [item['FA002']!] };
    const why = { reason: 'wrong-customer', comment: null, shown } as const;
    expect(codeOf(await rejectLine(it_.desk, company, line['R2']!, why, request()))).toBe('proposal-changed');
    expect(await it_.see((tx) => tx.proposals.get(line['R2']!))).toEqual(before);
    expect(await it_.see((tx) => tx.decisions.list({ limit: 9 }))).toEqual([]);
    const read = { ...why, shown: { partyId: 'DUPONT', itemIds: [item['FA001']!] } };
    must(await rejectLine(it_.desk, company, line['R2']!, read, request()));
  });

  it('later brings the line back on its day, which is after today', async () => {
    const put = (until: `${number}-${number}-${number}`) =>
      postponeLine(it_.desk, company, line['R2']!, { until, comment: 'attendre' }, request());
    expect(codeOf(await put(TODAY))).toBe('request-invalid');
    must(await put('2026-11-27'));
    const waiting = async (day: `${number}-${number}-${number}`) => {
      const page = await it_.see((tx) => tx.view.queue('to-do', day, { offset: 0, limit: 9, bank: null }));
      return page.rows.some((row) => row.lineId === line['R2']);
    };
    expect([await waiting('2026-11-26'), await waiting('2026-11-27')]).toEqual([false, true]);
  });

  it('a flag stays with the line and setting aside takes it off the list; both are undone', async () => {
    const flag = must(await flagLine(it_.desk, company, line['R2']!, { flagged: true, comment: null }, request()));
    const aside = must(await setAsideLine(it_.desk, company, line['R2']!, { reason: 'subvention' }, request()));
    expect(await it_.see((tx) => tx.bank.line(line['R2']!))).toMatchObject({ state: 'set-aside', flagged: true });
    expect(codeOf(await accept('R2', paying('FA001', 1_200_00)))).toBe('line-decided');
    must(await undoDecision(it_.desk, company, aside, request()));
    must(await undoDecision(it_.desk, company, flag, request()));
    expect(await it_.see((tx) => tx.bank.line(line['R2']!))).toMatchObject({
      state: 'open',
      flagged: false,
      decisionId: null,
    });
  });
});
