// Made-up companies with two exercises, statements and the truth about each line, where they are at hand: nothing is lost,
// doubled or ticked wrongly, and the aged balance is the ledger's.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agedBalance } from '../../../sync/job/aged.ts';
import { importFiles } from '../../../sync/job/import.ts';
import type { DeskFile } from '../../../sync/port/files.ts';
import { hasDatabase } from '../../db/harness.ts';
import { BY, type TestDesk, testDesk } from './desk.ts';

const ROOT = join(import.meta.dirname, '../../../../shared/data/fec');
const COMPANIES = existsSync(ROOT)
  ? readdirSync(ROOT).filter((name) => existsSync(join(ROOT, name, 'truth.json')))
  : [];

type Truth = {
  bank: { amount: number; booked: unknown[]; date: string; file: string; id: string; movement: number }[];
  bankFiles: string[];
};

function fileAt(path: string): DeskFile {
  return { name: path.split('/').at(-1) ?? path, bytes: readFileSync(join(ROOT, path)) };
}

function filesIn(folder: string): DeskFile[] {
  const path = join(ROOT, folder);
  return existsSync(path) ? readdirSync(path).map((name) => fileAt(join(folder, name))) : [];
}

if (COMPANIES.length === 0) it.skip('../shared/data/fec is not here', () => {});

describe.skipIf(!hasDatabase()).each(COMPANIES)('%s', (name) => {
  const truth = JSON.parse(readFileSync(join(ROOT, name, 'truth.json'), 'utf8')) as Truth;
  /** A movement that two files repeat is one. */
  const movements = new Map(truth.bank.map((line) => [line.movement, line]));
  const bankFiles = truth.bankFiles.map(fileAt);
  let it_: TestDesk;
  beforeAll(async () => {
    it_ = await testDesk();
  });
  afterAll(() => it_.close());

  it('every bank line is there once, whatever comes first and how often', async () => {
    const company = await it_.next();
    const ledgers = [...filesIn(join(name, '1')), ...filesIn(join(name, '2'))];
    const outcomes = await importFiles(it_.desk, company, [...ledgers, ...bankFiles], BY);
    expect(outcomes.flatMap(({ faults }) => faults)).toEqual([]);
    await importFiles(it_.desk, company, [...bankFiles].reverse(), BY);
    const lines = await it_.see(async (tx) => [
      ...(await tx.bank.tickedLines(true)),
      ...(await tx.bank.tickedLines(false)),
    ]);
    const amounts = (all: { amount: number; date: string }[]) =>
      all.map(({ amount, date }) => `${date} ${amount}`).sort();
    expect(
      amounts(lines.map((line) => ({ amount: line.amountMinor, date: line.bookingDay.replaceAll('-', '') }))),
    ).toEqual(amounts([...movements.values()]));
  });

  it('what the ledger holds is told from what it does not', async () => {
    const [ticked, unticked] = await it_.see(async (tx) => [
      await tx.bank.tickedLines(true),
      await tx.bank.tickedLines(false),
    ]);
    const count = (isBooked: boolean) =>
      [...movements.values()].filter((line) => line.booked.length > 0 === isBooked).length;
    const byKey = (isBooked: boolean) =>
      new Set(
        [...movements.values()]
          .filter((line) => line.booked.length > 0 === isBooked)
          .map(({ amount, date }) => `${date} ${amount}`),
      );
    const keyOf = (line: { bookingDay: string; amountMinor: number }) =>
      `${line.bookingDay.replaceAll('-', '')} ${line.amountMinor}`;
    expect(ticked.filter((line) => !byKey(true).has(keyOf(line))).map(keyOf)).toEqual([]);
    expect({ ticked: ticked.length, unticked: unticked.length }).toEqual({
      ticked: count(true),
      unticked: count(false),
    });
  });

  it('the aged balance is the ledger’s, at its end and in the middle', async () => {
    for (const day of ['2026-12-31', '2025-06-30', '2024-12-31', '2024-06-30'] as const) {
      const { control, totals } = await it_.see((tx) => agedBalance(tx, { asOf: day }));
      expect([day, control.differenceMinor]).toEqual([day, 0]);
      expect(totals.totalMinor).toBe(totals.columnsMinor.reduce((a, b) => a + b, 0));
    }
  });
});
