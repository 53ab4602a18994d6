// A statement cut anywhere is refused: a short file must never pass for a short statement.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read, refusalOf } from '../reading.ts';

const FOLDER = new URL('../../../fixtures/bank/camt/', import.meta.url).pathname;

describe('every cut of every fixture', () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.xml'));

  test.each(names)('%s', async (name) => {
    const bytes = readFileSync(FOLDER + name);
    const whole = await read(bytes);
    const complete = bytes.toString('utf8').trimEnd().length;
    const length = Buffer.byteLength(bytes.toString('utf8').slice(0, complete));
    for (let cut = 1; cut < bytes.length; cut += cut < 200 || cut > length - 60 ? 1 : 13) {
      const got = await read(bytes.subarray(0, cut));
      if (cut >= length) expect(got).toEqual(whole);
      else expect(['file-truncated', 'file-unknown', 'file-encoding']).toContain(refusalOf(got).code);
    }
  });
});
