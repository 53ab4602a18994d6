// Any statement that a bank could write reads back exactly, in every version's form and in chunks of any size.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDay } from '../../../../sync/model/day.ts';
import { formatMinor } from '../../../../sync/model/money.ts';
import type { Transaction } from '../../../../sync/model/statement.ts';
import { read, refusalOf } from '../reading.ts';

const SEED = 20_250_401;

const RUNS = { seed: SEED, numRuns: 100 };

type Sample = {
  old: boolean;
  prefix: string;
  entries: {
    minors: number[];
    restMinor: number;
    day: string;
    name: string;
    ustrd: string[];
    reversal: boolean;
    batch: boolean;
  }[];
};

/** Text of one line without blanks at its ends: what a bank's field holds. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((it) => it.replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ').trim())
  .filter((it) => it !== '');

const minor = fc.integer({ min: -5_000_000, max: 5_000_000 }).filter((it) => it !== 0);

const day = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((it) => it.toISOString().slice(0, 10));

const samples: fc.Arbitrary<Sample> = fc.record({
  old: fc.boolean(),
  prefix: fc.constantFrom('', 'n:', 'camt:'),
  entries: fc.array(
    fc.record({
      minors: fc.array(minor, { maxLength: 4 }),
      restMinor: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, minor),
      day,
      name: text,
      ustrd: fc.array(text, { maxLength: 3 }),
      reversal: fc.boolean(),
      batch: fc.boolean(),
    }),
    { maxLength: 8 },
  ),
});

const total = (minors: readonly number[]) => minors.reduce((sum, it) => sum + it, 0);
const escaped = (it: string) => it.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const indicator = (it: number) => `<CdtDbtInd>${it < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;
const amount = (it: number) => `<Amt Ccy="EUR">${formatMinor(Math.abs(it), 'EUR')}</Amt>`;

/** The money of an entry: its details and a rest, or an amount of its own when it has none. */
function entryMinor(it: Sample['entries'][number]): number {
  return total(it.minors) + it.restMinor;
}

function written({ old, prefix, entries }: Sample): string {
  const version = old ? 'camt.053.001.02' : 'camt.053.001.08';
  const booked = total(entries.map(entryMinor));
  const bal = (type: string, it: number) =>
    `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp>${amount(it)}${indicator(it)}</Bal>`;
  const body = `<Document><BkToCstmrStmt><Stmt><Id>S</Id><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>
${bal('OPBD', 12_345)}${bal('CLBD', 12_345 + booked)}${entries.map((it) => entryText(it, old)).join('\n')}</Stmt></BkToCstmrStmt></Document>`;
  const named = body.replaceAll(/<(\/?)([A-Z])/g, `<$1${prefix}$2`);
  const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  return named.replace('Document>', `Document ${declaration}="urn:iso:std:iso:20022:tech:xsd:${version}">`);
}

function entryText(it: Sample['entries'][number], old: boolean): string {
  const whole = entryMinor(it);
  const status = old ? '<Sts>BOOK</Sts>' : '<Sts><Cd>BOOK</Cd></Sts>';
  const name = old ? `<Nm>${escaped(it.name)}</Nm>` : `<Pty><Nm>${escaped(it.name)}</Nm></Pty>`;
  const details = it.minors.map((minor) => {
    const money = old
      ? `<AmtDtls><TxAmt>${amount(minor)}</TxAmt></AmtDtls>${indicator(minor)}`
      : amount(minor) + indicator(minor);
    const parties = `<RltdPties><Dbtr>${name}</Dbtr><Cdtr>${name}</Cdtr></RltdPties>`;
    const ustrd = it.ustrd.map((line) => `<Ustrd>${escaped(line)}</Ustrd>`).join('');
    return `<TxDtls>${money}${parties}<RmtInf>${ustrd}</RmtInf></TxDtls>`;
  });
  const batch = it.batch ? `<Btch><NbOfTxs>${it.minors.length}</NbOfTxs></Btch>` : '';
  return `<Ntry>${amount(whole)}${indicator(whole)}<RvslInd>${it.reversal}</RvslInd>${status}<BookgDt><Dt>${it.day}</Dt></BookgDt><NtryDtls>${batch}${details.join('')}</NtryDtls></Ntry>`;
}

function expected({ entries }: Sample): Partial<Transaction>[] {
  return entries.flatMap((it) => {
    const shared = { bookingDate: parseDay(it.day), reversal: it.reversal, status: 'BOOK' as const };
    const batch = it.batch ? { count: it.minors.length } : null;
    const bare = { ...shared, amount: formatMinor(it.restMinor, 'EUR'), counterparty: null, remittance: [] };
    const details: Partial<Transaction>[] = it.minors.map((minor) => ({
      ...bare,
      amount: formatMinor(minor, 'EUR'),
      counterparty: it.name,
      remittance: it.ustrd,
      batch,
    }));
    if (details.length === 0) return [{ ...bare, batch }];
    return it.restMinor === 0 ? details : [...details, { ...bare, batch: null, difference: true }];
  });
}

describe('generated statements', () => {
  test('read back exactly, and balance', async () => {
    await fc.assert(
      fc.asyncProperty(samples, fc.integer({ min: 1, max: 400 }), async (sample, chunkBytes) => {
        const got = await read(written(sample), { chunkBytes });
        expect(got.faults).toEqual([]);
        expect(got.statements[0]?.balanced).toBe(true);
        const transactions = got.statements[0]?.transactions ?? [];
        const wanted = expected(sample);
        expect(transactions).toHaveLength(wanted.length);
        expect(transactions).toMatchObject(wanted);
      }),
      RUNS,
    );
  });

  test('cut anywhere before their last bracket, they are refused', async () => {
    await fc.assert(
      fc.asyncProperty(samples, fc.double({ min: 0, max: 1, noNaN: true }), async (sample, part) => {
        const bytes = new TextEncoder().encode(written(sample));
        const cut = 1 + Math.floor(part * (bytes.length - 2));
        expect(refusalOf(await read(bytes.subarray(0, cut))).code).not.toBe('');
      }),
      RUNS,
    );
  });
});
