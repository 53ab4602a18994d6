// Input that means harm to the text formats: each case ends by itself, in a statement or in a refusal with its place.
import { describe, expect, it } from 'vitest';
import { cfonb120Reader } from '../../../connector/bank/cfonb120/index.ts';
import type { ReadFile } from '../../../connector/bank/collect.ts';
import { mt940Reader } from '../../../connector/bank/mt940/index.ts';
import { ofxReader } from '../../../connector/bank/ofx/index.ts';
import { readText } from './text-file.ts';

/** Far above what each case takes; reached only by work that grows faster than the input. */
const TIMEOUT_MS = 20_000;

const ofx = (body: string) =>
  `<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST>${body}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
const entry = (memo: string) => `<STMTTRN><DTPOSTED>20260101<TRNAMT>1<MEMO>${memo}</STMTTRN>`;
const mt940 = (narrative: string) =>
  `:20:X\n:25:1\n:28C:1\n:60F:C260101EUR0,\n:61:260102C1,NTRFNONREF\n:86:${narrative}\n:62F:C260102EUR1,\n-\n`;

function outcome(read: ReadFile): string {
  const [refusal] = read.faults;
  if (!refusal) return `${read.statements.flatMap((it) => it.transactions).length} transactions`;
  expect(refusal.place.line ?? refusal.place.file, 'every refusal has a place').toBeDefined();
  return refusal.code;
}

describe('OFX', () => {
  it.each([
    ['a name of 60 capitals that is no tag', ofx(entry(`<${'A'.repeat(60)}!`)), '1 transactions'],
    [
      'names that double the work of an expression',
      ofx(entry(`<${'A'.repeat(30)}.${'A'.repeat(30)}>x`)),
      '1 transactions',
    ],
    ['a name of 3,000 capitals', ofx(entry(`<${'A'.repeat(3000)}>`)), '1 transactions'],
    ['20,000 elements deep', ofx('<A>'.repeat(20_000)), 'file-hostile'],
    ['20,000 deep and closed', ofx('<A>'.repeat(20_000) + '</A>'.repeat(20_000)), 'file-hostile'],
    ['100,000 blanks in a value', ofx(entry(`a${' '.repeat(100_000)}b`)), '1 transactions'],
    ['100,000 blanks between elements', ofx(' '.repeat(100_000) + entry('x')), '1 transactions'],
    ['1,000,000 line ends in a value', ofx(entry(`a${'\n'.repeat(1_000_000)}b`)), '1 transactions'],
    ['300,000 signs that open nothing', ofx(entry('<'.repeat(300_000))), '1 transactions'],
    ['300,000 tags without end sign', ofx(entry('<A '.repeat(300_000))), '1 transactions'],
    ['300,000 end tags of nothing', ofx('</A>'.repeat(300_000)), '0 transactions'],
    ['300,000 empty elements', ofx('<A></A>'.repeat(300_000)), 'file-hostile'],
    ['300,000 names', ofx(Array.from({ length: 300_000 }, (_, i) => `<N${i}>1`).join('')), 'file-hostile'],
    ['100,000 signs of entities', ofx(entry('&'.repeat(100_000))), '1 transactions'],
    ['entities in entities', ofx(entry('&amp;'.repeat(10_000))), '1 transactions'],
    ['a text of two million characters', ofx(entry('x'.repeat(2_000_000))), 'file-hostile'],
    ['entity declarations', `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(50)}">]>${ofx(entry('&a;'))}`, 'file-hostile'],
    [
      'a file of another machine',
      `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${ofx(entry('&a;'))}`,
      'file-hostile',
    ],
    ['50,000 comments without end', ofx('<!--'.repeat(50_000)), 'file-truncated'],
    ['50,000 comments', ofx('<!-- -->'.repeat(50_000) + entry('x')), '1 transactions'],
    [
      'names of object properties',
      ofx(entry('x<__proto__>1<constructor>2<toString>3<hasOwnProperty>4')),
      '1 transactions',
    ],
    ['zero bytes', ofx(entry('a\0\0b')), '1 transactions'],
    [
      '20,000 statements',
      `<OFX>${'<STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM></STMTRS>'.repeat(20_000)}</OFX>`,
      '0 transactions',
    ],
    ['2,000 documents', ofx(entry('x')).repeat(2_000), '2000 transactions'],
    ['an amount of a million digits', ofx(`<STMTTRN><TRNAMT>${'9'.repeat(1_000_000)}x</STMTTRN>`), 'amount-unreadable'],
    [
      'an amount of a million commas',
      ofx(`<STMTTRN><TRNAMT>1${',111'.repeat(250_000)}x</STMTTRN>`),
      'amount-unreadable',
    ],
  ])(
    '%s',
    async (_name, text, expected) => expect(outcome(await readText(ofxReader, text))).toBe(expected),
    TIMEOUT_MS,
  );

  it('never changes what objects are', async () => {
    await readText(ofxReader, ofx(entry('x<__PROTO__><POLLUTED>1</__PROTO__>')));
    expect(({} as Record<string, unknown>)['POLLUTED']).toBeUndefined();
  });
});

describe('MT940', () => {
  it.each([
    ['a million slashes', mt940('/'.repeat(1_000_000)), '1 transactions'],
    ['a million blanks', mt940(`a${' '.repeat(1_000_000)}b`), '1 transactions'],
    ['100,000 words', mt940('/EREF/x'.repeat(100_000)), '1 transactions'],
    ['100,000 subfields', mt940(`166${'?20a'.repeat(100_000)}`), '1 transactions'],
    ['100,000 dashes', mt940('-\n'.repeat(100_000)), '1 transactions'],
    ['200,000 lines', mt940('x\n'.repeat(200_000)), '1 transactions'],
    ['50,000 fields of text', mt940('x\n:86:y\n'.repeat(50_000)), '1 transactions'],
    [
      '100,000 empty statements',
      ':20:X\n:25:1\n:60F:C260101EUR0,\n:62F:C260101EUR0,\n-\n'.repeat(20_000),
      '0 transactions',
    ],
    ['a text of two million characters', mt940('x'.repeat(2_000_000)), 'file-hostile'],
    ['an entry of a million digits', `:20:X\n:25:1\n:61:260101C${'9'.repeat(1_000_000)}\n`, '1 transactions'],
    ['tags without anything', ':20:\n:25:\n:61:\n', 'record-unreadable'],
    ['100,000 labels', mt940('NAAM: '.repeat(100_000)), '1 transactions'],
  ])(
    '%s',
    async (_name, text, expected) => {
      const result = outcome(await readText(mt940Reader, text));
      // An entry without any balance has no currency.
      expect(expected === '1 transactions' && result === 'entry-incomplete' ? expected : result).toBe(expected);
    },
    TIMEOUT_MS,
  );
});

describe('CFONB 120', () => {
  const opening = `0130004    00001EUR2 00012345678  310326${' '.repeat(50)}0000000010000{${' '.repeat(16)}`;

  it.each([
    ['a line of a million characters', `${opening}\n${'05'.padEnd(1_000_000, 'x')}`, 'record-misplaced'],
    ['a million blanks', `${opening}${' '.repeat(1_000_000)}`, 'file-truncated'],
    ['a million line ends', `${opening}${'\n'.repeat(1_000_000)}`, 'file-truncated'],
    ['100,000 opening records', `${opening}\n`.repeat(100_000), 'record-misplaced'],
    ['nothing but blanks', ' '.repeat(240), 'file-malformed'],
  ])(
    '%s',
    async (_name, text, expected) => expect(outcome(await readText(cfonb120Reader, text))).toBe(expected),
    TIMEOUT_MS,
  );
});
