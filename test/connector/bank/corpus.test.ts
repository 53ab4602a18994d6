// The collected statement files of many banks, when they are at hand: every fact that independent readers found.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sameDecimal } from '../../../connector/bank/decimal.ts';
import type { ReadFile } from '../../../connector/bank/index.ts';
import type { Transaction } from '../../../sync/model/statement.ts';
import { read } from './reading.ts';

const FOLDER = new URL('../../../../shared/data/bank/', import.meta.url).pathname;

type Fact = {
  amount: string | null;
  ccy?: string;
  booking?: string;
  value?: string;
  status?: string;
  reversal?: boolean;
  counterparty?: string;
  counterpartyAcct?: string;
  endToEndId?: string;
  mandateId?: string;
  ustrd?: string[];
  refs?: string[];
  docs?: string[];
  charges?: { amount: string; ccy: string }[];
  instdAmt?: { amount: string; ccy: string };
  returnReason?: string;
};
type Expected = {
  file: string;
  format: string;
  wellformed: boolean;
  list: {
    account: string | null;
    balanceEquation: boolean | null;
    txList: Fact[];
    entryList: { details: number; ccy: string | null }[];
  }[];
};

const available = existsSync(`${FOLDER}expected.jsonl`);
const camt = available
  ? readFileSync(`${FOLDER}expected.jsonl`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Expected => JSON.parse(line))
      .filter((it) => it.format === 'camt')
  : [];

/** No single reading is right where an amount is no number, or details have another currency than their entry. */
function isContested(it: Expected): boolean {
  return it.list.some((statement) => {
    let at = 0;
    return (
      statement.txList.some((fact) => fact.amount === null) ||
      statement.entryList.some((entry) => {
        const part = statement.txList.slice(at, at + Math.max(1, entry.details));
        at += part.length;
        return entry.details > 0 && part.some((fact) => fact.ccy && entry.ccy && fact.ccy !== entry.ccy);
      })
    );
  });
}

const squash = (it: string | null | undefined) => (it ?? '').replaceAll(/\s/g, '');

/** What of the fact is not in the transaction. */
function missing(fact: Fact, it: Transaction | undefined): string[] {
  if (it === undefined) return ['the transaction'];
  const checks: [string, boolean][] = [
    ['amount', sameDecimal(fact.amount ?? '', it.amount)],
    ['booking day', (fact.booking ?? null) === it.bookingDate],
    ['value day', (fact.value ?? null) === it.valueDate],
    ['status', (fact.status ?? null) === (it.status ?? it.statusText)],
    ['reversal', (fact.reversal ?? false) === it.reversal],
    ['counterparty', fact.counterparty === undefined || squash(fact.counterparty) === squash(it.counterparty)],
    [
      'account',
      fact.counterpartyAcct === undefined || squash(fact.counterpartyAcct) === squash(it.counterpartyAccount),
    ],
    ['end to end', /^NOT(PROVIDED|AVAIL)/.test(fact.endToEndId ?? '') || (fact.endToEndId ?? null) === it.endToEndId],
    ['mandate', (fact.mandateId ?? null) === it.mandateId],
    ['remittance', squash(it.remittance.join('')).startsWith(squash(fact.ustrd?.join('')))],
    ['references', squash(fact.refs?.join('|')) === squash(it.references.join('|'))],
    ['documents', squash(fact.docs?.join('|')) === squash(it.documents.map((doc) => doc.number).join('|'))],
    // The expectation repeats the entry's charges at every detail, which counts them several times, and knows no totals.
    ['charges', fact.charges === undefined || it.charges.length <= fact.charges.length],
    ['instructed', fact.instdAmt === undefined || fact.instdAmt.amount === it.instructed?.amount],
    ['return reason', (fact.returnReason ?? null) === it.returnReason],
  ];
  return checks.filter(([, ok]) => !ok).map(([name]) => name);
}

function findings(expected: Expected, got: ReadFile): string[] {
  if (expected.list.length !== got.statements.length)
    return [`${got.statements.length} statements: ${JSON.stringify(got.faults)}`];
  return expected.list.flatMap((statement, i) => {
    const our = got.statements[i];
    const transactions = our?.transactions.filter((it) => !it.difference) ?? [];
    const count = transactions.length === statement.txList.length ? [] : [`#${i}: ${transactions.length} transactions`];
    const balance =
      our?.balanced === null || our?.balanced === statement.balanceEquation ? [] : [`#${i}: balanced ${our?.balanced}`];
    const facts = statement.txList.flatMap((fact, n) =>
      missing(fact, transactions[n]).map((name) => `#${i}.${n}: ${name}`),
    );
    return [...count, ...balance, ...facts];
  });
}

describe.skipIf(!available)('camt files of ../shared/data/bank', () => {
  test('well-formed ones are read, fact by fact', async () => {
    const found: string[] = [];
    for (const expected of camt.filter((it) => it.wellformed && !isContested(it))) {
      const got = await read(readFileSync(FOLDER + expected.file));
      found.push(...findings(expected, got).map((it) => `${expected.file}${it}`));
    }
    expect(found).toEqual([]);
  });

  test('contested and malformed ones are refused with a place, or keep every amount', async () => {
    for (const expected of camt.filter((it) => !it.wellformed || isContested(it))) {
      const got = await read(readFileSync(FOLDER + expected.file));
      if (got.faults.length > 0)
        expect(got).toMatchObject({ statements: [], faults: [{ place: { line: expect.any(Number) } }] });
      else expect(got.statements).toHaveLength(expected.list.length);
    }
  });
});

test.runIf(!available)('../shared/data/bank is not here: the collected files were not read', () => {});
