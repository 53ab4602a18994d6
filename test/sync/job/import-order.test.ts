// One history of an account, cut into files in any way and brought in any order, is the same as the history brought whole.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFiles } from '../../../sync/job/import.ts';
import { addDays, type Day } from '../../../sync/model/day.ts';
import type { DeskFile } from '../../../sync/port/files.ts';
import { hasDatabase } from '../../db/harness.ts';
import { BY, type TestDesk, testDesk } from './desk.ts';
import { camt, IBAN, type Movement } from './paper.ts';

const FIRST: Day = '2026-06-01';
const OPENING = 1_000_00;

type Cut = { from: number; to: number; kind: '053' | '052' | '054' };

/** Two months of days, some without any movement, some with equal ones; half of them without a reference. */
const history = fc
  .array(
    fc.array(
      fc.record({
        amount: fc.constantFrom(80_00, 80_00, 120_00, -35_00, -35_00, 99_99),
        payer: fc.constantFrom('Dupont', 'Martin'),
        hasRef: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
    { minLength: 8, maxLength: 40 },
  )
  .map((days) =>
    days.map((moves, at) =>
      moves.map(
        ({ amount, payer, hasRef }, i): Movement => ({
          day: addDays(FIRST, at),
          amount,
          payer,
          text: `VIR ${payer}`,
          ...(hasRef ? { ref: `R${at}-${i}` } : {}),
        }),
      ),
    ),
  );

/** Pieces that cover every day: daily to monthly, some overlapping, some announced by a 052 or detailed by a 054. */
function cuts(days: number): fc.Arbitrary<Cut[]> {
  const piece = fc.record({
    length: fc.constantFrom(1, 1, 5, 7, 30),
    back: fc.constantFrom(0, 0, 0, 1, 6),
    notice: fc.constantFrom(null, null, '052' as const, '054' as const),
  });
  return fc.array(piece, { minLength: days, maxLength: days }).chain((pieces) => {
    const made: Cut[] = [];
    for (const { length, back, notice } of pieces) {
      const next = made.filter((it) => it.kind === '053').at(-1)?.to ?? 0;
      if (next >= days) break;
      const span = { from: Math.max(0, next - back), to: Math.min(days, next + length) };
      made.push({ ...span, kind: '053' });
      if (notice) made.push({ ...span, kind: notice });
    }
    return fc.shuffledSubarray(made, { minLength: made.length, maxLength: made.length });
  });
}

const MESSAGE = { '053': 'BkToCstmrStmt', '052': 'BkToCstmrAcctRpt', '054': 'BkToCstmrDbtCdtNtfctn' } as const;
const ELEMENT = { '053': 'Stmt', '052': 'Rpt', '054': 'Ntfctn' } as const;

function fileOf(days: readonly Movement[][], { from, to, kind }: Cut): DeskFile {
  const sum = (moves: readonly Movement[]) => moves.reduce((total, it) => total + it.amount, 0);
  const moves = days.slice(from, to).flat();
  const opening = OPENING + sum(days.slice(0, from).flat());
  const id = `${kind}-${from}-${to}`;
  // The opening balance is that of the evening before, as most banks date it.
  const file = camt(moves, { id, opening, from: addDays(FIRST, from - 1), to: addDays(FIRST, to - 1) });
  const text = new TextDecoder()
    .decode(file.bytes)
    .replaceAll('camt.053', `camt.${kind}`)
    .replaceAll('BkToCstmrStmt', MESSAGE[kind])
    .replaceAll('<Stmt>', `<${ELEMENT[kind]}>`)
    .replaceAll('</Stmt>', `</${ELEMENT[kind]}>`);
  return { name: `${id}.xml`, bytes: new TextEncoder().encode(text) };
}

describe.skipIf(!hasDatabase())('files in any order', () => {
  let at: TestDesk;
  beforeAll(async () => {
    at = await testDesk();
  });
  afterAll(() => at.close());

  const lines = () =>
    at.see(async (tx) =>
      (await tx.bank.tickedLines(false))
        .map((it) => `${it.bookingDay} ${it.amountMinor} ${it.entryRef ?? ''} ${it.label}`)
        .sort(),
    );
  const proofs = () => at.see((tx) => tx.bank.statementsOf(IBAN));

  it('any cut in any order, each file twice, gives every line once and proved balances', async () => {
    const story = history.chain((days) => fc.tuple(fc.constant(days), cuts(days.length)));
    await fc.assert(
      fc.asyncProperty(story, async ([days, pieces]) => {
        const company = await at.next();
        const files = pieces.map((piece) => fileOf(days, piece));
        for (const file of files) expect(await importFiles(at.desk, company, [file], BY)).toMatchObject([{ ok: true }]);
        await importFiles(at.desk, company, files, BY);
        const expected = days
          .flat()
          .map((it) => `${it.day} ${it.amount} ${it.ref ?? ''} ${it.text}`)
          .sort();
        expect(await lines()).toEqual(expected);
        const proved = (await proofs()).filter((it) => it.closingMinor !== null);
        expect(proved.every((it) => it.openingMinor! + it.linesMinor === it.closingMinor || it.lineCount === 0)).toBe(
          true,
        );
      }),
      { seed: 11, numRuns: 12 },
    );
  }, 240_000);

  it('a day that comes again with another amount is a conflict, and nothing is replaced', async () => {
    const day = (at_: number, amount: number): Movement => ({
      day: addDays(FIRST, at_),
      amount,
      payer: 'Dupont',
      text: 'VIR',
    });
    const days = [[day(0, 80_00)], [day(1, 120_00)], [day(2, 99_99)]];
    const company = await at.next();
    await importFiles(at.desk, company, [fileOf(days, { from: 0, to: 3, kind: '053' })], BY);
    const before = await lines();
    const changed = [days[0]!, [day(1, 121_00)], days[2]!];
    for (const cut of [
      { from: 0, to: 3 },
      { from: 1, to: 2 },
    ]) {
      const [outcome] = await importFiles(at.desk, company, [fileOf(changed, { ...cut, kind: '053' })], BY);
      expect(outcome).toMatchObject({ ok: false, faults: [{ code: 'statement-contradicted' }] });
    }
    expect(await lines()).toEqual(before);
  });
});
