// The development data beside the repository, where it is: counts, accounts, balances, amounts, signs and days as independent readers found them.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cfonb120Reader } from '../../../connector/bank/cfonb120/index.ts';
import { mt940Reader } from '../../../connector/bank/mt940/index.ts';
import { ofxReader } from '../../../connector/bank/ofx/index.ts';
import { parseDay } from '../../../sync/model/day.ts';
import type { Statement } from '../../../sync/model/statement.ts';
import type { StatementReader } from '../../../sync/port/reader.ts';
import { corpus, readBytes } from './text-file.ts';

type Fact = {
  amount: string | null;
  date?: string | null;
  booking?: string | null;
  value?: string | null;
  fitid?: string;
};
type Balance = { amount: string | null } | null;
type Expected = {
  account: string | null;
  opening?: Balance;
  closing?: Balance;
  /** Only with MT940 and CFONB: opening + lines = closing; null without a closing balance. */
  balanceEquation?: boolean | null;
  txList: Fact[];
};
type File = {
  file: string;
  format: string;
  wellformed?: boolean;
  error?: string;
  problems?: string[];
  list?: Expected[];
};

const READERS: Readonly<Record<string, StatementReader>> = {
  ofx: ofxReader,
  mt940: mt940Reader,
  cfonb: cfonb120Reader,
};

const folder = corpus();
const files: File[] =
  folder === null
    ? []
    : readFileSync(`${folder}expected.jsonl`, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line));

const isBroken = (it: File) => it.wellformed === false || it.error != null || (it.problems?.length ?? 0) > 0;
const hasNoNumber = (it: File) =>
  it.list?.some((statement) => statement.txList.some((fact) => fact.amount === null)) ?? false;
/** A statement that its own balances do not prove, so that a reader may find it cut or out of order. */
const isUnproved = (it: File) =>
  it.list?.some((statement) => statement.balanceEquation !== undefined && statement.balanceEquation !== true) ?? false;

const number = (text: string | null | undefined) => (text == null ? null : Number(text));
const squashed = (text: string | null) => text?.replace(/\s/g, '') ?? null;

/** What the expectations know of a statement, from either side. Pending entries are not among them. */
function factsOf(statement: Statement) {
  const booked = statement.transactions.filter((it) => it.status !== 'PDNG' || it.statusText !== null);
  return {
    account: squashed(statement.account),
    opening: number(statement.opening?.amount),
    closing: number(statement.closing?.amount),
    transactions: booked.map((it) => ({ amount: Number(it.amount), booking: it.bookingDate, value: it.valueDate })),
  };
}

function expectSame(statement: Statement, expected: Expected, format: string): void {
  const found = factsOf(statement);
  // MT940 may write the currency behind the account.
  if (expected.account)
    expect([found.account, `${found.account}${statement.currency}`]).toContain(squashed(expected.account));
  if (expected.opening?.amount) expect(found.opening).toBe(number(expected.opening.amount));
  if (expected.closing?.amount) expect(found.closing).toBe(number(expected.closing.amount));
  expect(found.transactions.map((it) => it.amount)).toEqual(expected.txList.map((it) => Number(it.amount) + 0));
  expected.txList.forEach((fact, i) => {
    const it = found.transactions[i];
    const booking = fact.booking ?? fact.date;
    if (booking && parseDay(booking)) expect(it?.booking).toBe(booking);
    if (fact.value && format !== 'ofx') expect(it?.value).toBe(fact.value);
  });
}

describe.skipIf(folder === null)('the development data in ../shared/data/bank', () => {
  it('has files of the three formats', () => {
    expect(new Set(files.map((it) => it.format))).toEqual(new Set(['camt', 'ofx', 'mt940', 'cfonb']));
  });

  it.each(files.filter((it) => READERS[it.format]))('$file', async (expected) => {
    const reader = READERS[expected.format]!;
    const bytes = readFileSync(`${folder}${expected.file}`);
    expect(reader.sniff(bytes.subarray(0, 65_536))).toBe(true);
    const read = await readBytes(reader, bytes);
    if (read.faults.length > 0) {
      expect(read.statements).toEqual([]);
      const mayBeRefused =
        isBroken(expected) || hasNoNumber(expected) || isUnproved(expected) || expected.list?.length === 0;
      expect(mayBeRefused, read.faults[0]?.code).toBe(true);
      return;
    }
    expect(isBroken(expected)).toBe(false);
    const list = expected.list ?? [];
    expect(read.statements).toHaveLength(list.length);
    for (const [i, it] of list.entries()) expectSame(read.statements[i]!, it, expected.format);
  });
});
