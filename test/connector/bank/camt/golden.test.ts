// Each fixture beside its facts, written by hand from the file: what is not named there is absent.
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Transaction } from '../../../../sync/model/statement.ts';
import { read } from '../reading.ts';

const FOLDER = new URL('../../../fixtures/bank/camt/', import.meta.url).pathname;

const ABSENT = {
  bookingDate: null,
  valueDate: null,
  status: null,
  statusText: null,
  reversal: false,
  counterparty: null,
  counterpartyAccount: null,
  ultimateParty: null,
  endToEndId: null,
  mandateId: null,
  remittance: [],
  note: [],
  references: [],
  documents: [],
  bankCode: null,
  charges: [],
  instructed: null,
  returnReason: null,
  bankReference: null,
  batch: null,
} satisfies Partial<Transaction>;

type Golden = { version: string; statements: { transactions: Partial<Transaction>[] }[] };

describe('every fixture reads as its golden facts say', () => {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.xml'))
    .map((name) => FOLDER + name);
  test('there are fixtures', () => expect(files.length).toBeGreaterThan(6));

  test.each(files.map((file) => [basename(file, '.xml'), file]))('%s', async (_, file) => {
    const golden: Golden = JSON.parse(readFileSync(file.replace('.xml', '.json'), 'utf8'));
    const statements = golden.statements.map((it) => ({
      ...it,
      transactions: it.transactions.map((facts) => ({ ...ABSENT, ...facts })),
    }));
    const got = await read(readFileSync(file));
    expect(got).toEqual({ format: 'camt', version: golden.version, statements, faults: [] });
  });

  test.each(files.map((file) => [basename(file, '.xml'), file]))(
    '%s reads the same in chunks of seven bytes',
    async (_, file) => {
      const bytes = readFileSync(file);
      expect(await read(bytes, { chunkBytes: 7 })).toEqual(await read(bytes));
    },
  );
});
