// Files cut, doubled, moved and overwritten by a fixed seed: a reader ends in `end` or in one refusal with code and place, never otherwise.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cfonb120Reader } from '../../../connector/bank/cfonb120/index.ts';
import { plainDecimal } from '../../../connector/bank/decimal.ts';
import { mt940Reader } from '../../../connector/bank/mt940/index.ts';
import { ofxReader } from '../../../connector/bank/ofx/index.ts';
import type { StatementReader } from '../../../sync/port/reader.ts';
import { corpus, damaged, goldenPairs, readBytes } from './text-file.ts';

const FORMATS: readonly { reader: StatementReader; folder: string }[] = [
  { reader: ofxReader, folder: 'ofx' },
  { reader: mt940Reader, folder: 'mt940' },
  { reader: cfonb120Reader, folder: 'cfonb' },
];

const PER_FIXTURE = 120;
const PER_CORPUS_FILE = 6;

async function check(reader: StatementReader, bytes: Uint8Array, seed: number): Promise<void> {
  const read = await readBytes(reader, damaged(bytes, seed));
  if (read.faults.length > 0) {
    expect(read.faults, `seed ${seed}`).toHaveLength(1);
    expect(read.statements).toEqual([]);
    expect(read.faults[0]?.place.file).toBe('file');
    return;
  }
  for (const it of read.statements.flatMap((statement) => statement.transactions)) {
    expect(plainDecimal(it.amount), `seed ${seed}`).toBe(it.amount);
    expect(it.currency).toMatch(/\S/);
    expect(it.place).toMatch(/line \d+/);
  }
}

describe.each(FORMATS)('damaged $folder files', ({ reader, folder }) => {
  it.each(goldenPairs(folder === 'cfonb' ? 'cfonb120' : folder))('of the fixture $name', async ({ bytes }) => {
    for (let seed = 0; seed < PER_FIXTURE; seed++) await check(reader, bytes, seed);
  });

  const folderOfCorpus = corpus();
  it.skipIf(folderOfCorpus === null)(
    'of the development data in ../shared/data/bank',
    async () => {
      for (const name of readdirSync(`${folderOfCorpus}${folder}`)) {
        const bytes = readFileSync(`${folderOfCorpus}${folder}/${name}`);
        for (let seed = 0; seed < PER_CORPUS_FILE; seed++) await check(reader, bytes, seed);
      }
    },
    120_000,
  );
});
