// OFX files read whole: golden pairs, recognition, limits, and the order of events.
import { describe, expect, it } from 'vitest';
import { ofxReader } from '../../../../connector/bank/ofx/index.ts';
import { compact, goldenPairs, readBytes, readText } from '../text-file.ts';

describe('OFX files are read as the pairs in test/fixtures/bank/ofx say', () => {
  it.each(goldenPairs('ofx'))('$name', async ({ bytes, expected }) => {
    expect(compact(await readBytes(ofxReader, bytes))).toEqual(expected);
  });
});

describe('an OFX file is known by its first characters', () => {
  it.each([
    ['the header of 1.x', 'OFXHEADER:100\nDATA:OFXSGML', true],
    ['the header of 2.x', '<?xml version="1.0"?>\n<?OFX OFXHEADER="200"?>', true],
    ['a file without header', '\n\n<OFX>\n', true],
    ['lower case and a blank', '<ofx >', true],
    [
      'a CAMT document',
      '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">',
      false,
    ],
    ['an MT940 message', ':20:STARTUMS\n:25:1/2\n:28C:1\n', false],
    ['a web page', '<!DOCTYPE html><html>', false],
  ])('%s', (_name, text, isOfx) => {
    expect(ofxReader.sniff(new TextEncoder().encode(text))).toBe(isOfx);
  });

  it('in UTF-16 too', () => {
    expect(ofxReader.sniff(utf16('OFXHEADER:100\n'))).toBe(true);
  });
});

describe('limits', () => {
  const file = (body: string) =>
    `<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM>${body}</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
  const entry = '<STMTTRN><DTPOSTED>20260105<TRNAMT>1</STMTTRN>';
  const limits = { bytesMax: 10_000, depthMax: 10, transactionsMax: 3, textMax: 50 };

  it.each([
    ['more bytes than allowed', file(entry).padEnd(10_001), 'file-too-large'],
    ['more transactions than allowed', file(entry.repeat(4)), 'file-too-large'],
    ['elements deeper than allowed', file('<A>'.repeat(10)), 'file-hostile'],
    ['a text longer than allowed', file(`<MEMO>${'x'.repeat(51)}`), 'file-hostile'],
    ['nothing at all', '', 'file-empty'],
  ])('a file with %s is refused', async (_name, text, code) => {
    const read = await readText(ofxReader, text, limits);
    expect(read.faults.map((it) => it.code)).toEqual([code]);
  });

  it('a file within all of them is read', async () => {
    expect((await readText(ofxReader, file(entry.repeat(3)), limits)).statements[0]?.transactions).toHaveLength(3);
  });
});

describe('statements leave as soon as their account and currency are known', () => {
  it('the head at the end has the balance that stood behind the transactions', async () => {
    const text =
      '<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST><STMTTRN><DTPOSTED>20260105<TRNAMT>1</STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>9</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>';
    const heads = [];
    for await (const event of ofxReader.read({ file: 'f', chunks: once(text) }, NO_LIMITS)) {
      if (event.kind === 'open' || event.kind === 'close') heads.push(event.head.closing?.amount ?? null);
    }
    expect(heads).toEqual([null, '9']);
  });

  it('currency and account behind the transactions are found all the same', async () => {
    const text =
      '<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><BANKTRANLIST><STMTTRN><DTPOSTED>20260105<TRNAMT>1</STMTTRN></BANKTRANLIST><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>';
    const read = await readText(ofxReader, text);
    expect(read.statements[0]).toMatchObject({ account: '1', transactions: [{ amount: '1', currency: 'EUR' }] });
  });
});

const NO_LIMITS = { bytesMax: 1e9, depthMax: 64, transactionsMax: 1e9, textMax: 1e6 };

async function* once(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}

function utf16(text: string): Uint8Array {
  return Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((it) => [it.charCodeAt(0), 0])]);
}
