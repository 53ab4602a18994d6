// CFONB 120 files read whole: golden pairs, recognition, and cuts.
import { isValidIBAN } from 'ibantools';
import { describe, expect, it } from 'vitest';
import { cfonb120Reader } from '../../../../connector/bank/cfonb120/index.ts';
import { compact, goldenPairs, readBytes } from '../text-file.ts';

const PAIRS = goldenPairs('cfonb120');

describe('CFONB 120 files are read as the pairs in test/fixtures/bank/cfonb120 say', () => {
  it.each(PAIRS)('$name', async ({ bytes, expected }) => {
    expect(compact(await readBytes(cfonb120Reader, bytes))).toEqual(expected);
  });

  it.each(PAIRS)('$name is recognised', ({ bytes }) => {
    expect(cfonb120Reader.sniff(bytes)).toBe(true);
  });

  it('accounts are named by a valid IBAN', async () => {
    const good = PAIRS.filter((it) => !it.name.startsWith('refused'));
    const read = await Promise.all(good.map((it) => readBytes(cfonb120Reader, it.bytes)));
    const ibans = read.flatMap((it) => it.statements.map((statement) => statement.iban));
    expect(ibans).toHaveLength(5);
    for (const iban of ibans) expect(isValidIBAN(iban ?? '')).toBe(true);
  });
});

describe('what is no CFONB 120', () => {
  it.each([
    ['an MT940 message', ':20:STARTUMS\n:25:1/2\n'],
    ['OFX', 'OFXHEADER:100\n'],
    ['a line of digits', '0130004 2026 EUR\n'],
    ['nothing', ''],
  ])('%s', (_name, text) => {
    expect(cfonb120Reader.sniff(new TextEncoder().encode(text))).toBe(false);
  });
});

describe('a file cut between or inside its records', () => {
  const whole = PAIRS.find((it) => it.name === 'every-qualifier.txt')!.bytes;

  it('is refused at every length', async () => {
    for (let length = 1; length < whole.length - 20; length += 7) {
      const read = await readBytes(cfonb120Reader, whole.subarray(0, length));
      expect(read.statements, `${length} bytes`).toEqual([]);
      expect(read.faults, `${length} bytes`).toHaveLength(1);
    }
  });
});
