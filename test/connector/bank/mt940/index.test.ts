// MT940 files read whole: golden pairs, recognition, and cuts.
import { describe, expect, it } from 'vitest';
import { mt940Reader } from '../../../../connector/bank/mt940/index.ts';
import { compact, goldenPairs, readBytes, readText } from '../text-file.ts';

describe('MT940 files are read as the pairs in test/fixtures/bank/mt940 say', () => {
  it.each(goldenPairs('mt940'))('$name', async ({ bytes, expected }) => {
    expect(compact(await readBytes(mt940Reader, bytes))).toEqual(expected);
  });
});

describe('an MT940 file is known by the tags at the start of its lines', () => {
  it.each([
    ['tags alone', ':20:STARTUMS\n:25:1/2\n:28C:1\n:60F:C260301EUR1,\n', true],
    ['an envelope', '{1:F01X}{2:I940X}{4:\r\n:20:X\r\n:25:Y\r\n:28C:1\r\n', true],
    ['words before the message', 'ABNANL2A\n940\nABNANL2A\n:20:X\n:25:Y\n:28:1\n', true],
    ['an interim report', ':20:X\n:25:Y\n:28C:1\n:34F:EUR0,\n', true],
    ['line ends as FinTS sends them', '@@:20:STARTUMS@@:25:1/2@@:28C:0@@:60F:C260301EUR1,@@', true],
    ['OFX', 'OFXHEADER:100\nDATA:OFXSGML\n<OFX>', false],
    ['a text with a time', 'Meeting\n:20:15 h\n', false],
  ])('%s', (_name, text, isMt940) => {
    expect(mt940Reader.sniff(new TextEncoder().encode(text))).toBe(isMt940);
  });
});

describe('a statement without closing balance', () => {
  const body = ':20:R\n:25:1/2\n:28C:1\n:60F:C260301EUR10,00\n:61:260302C5,00NTRFNONREF\n';

  it('is read, unproved, when the file ends with a line', async () => {
    const read = await readText(mt940Reader, `${body}:86:TEXT\n`);
    expect(read.statements[0]).toMatchObject({ closing: null, balanced: null, transactions: [{ amount: '5.00' }] });
  });

  it.each(Array.from({ length: body.length - 20 }, (_, i) => i + 20))(
    'is refused when the file is cut inside a line, after %d characters',
    async (length) => {
      const text = body.slice(0, length);
      if (text.endsWith('\n')) return;
      const read = await readText(mt940Reader, text);
      expect(read.statements).toEqual([]);
      expect(read.faults).toHaveLength(1);
    },
  );
});
