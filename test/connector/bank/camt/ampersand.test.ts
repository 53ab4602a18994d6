// Where a raw ampersand stands is said, however far the parser read on before it noticed.
import { describe, expect, test } from 'vitest';
import { rawAmpersandAfter } from '../../../../connector/bank/camt/ampersand.ts';
import { read, refusalOf } from '../reading.ts';
import { entry, statement } from './document.ts';

const START = { line: 1, column: 0 };

// biome-ignore format: a table
test.each([
  ['a & b',                     { line: 1, column: 3 }],
  ['a &amp; b &#233; &#xe9; c', null],
  ['a &; b',                    { line: 1, column: 3 }],
  ['one\r\ntwo & three',        { line: 2, column: 5 }],
  ['no ampersand',              null],
])('%j', (text, expected) => {
  expect(rawAmpersandAfter(START, text, START)).toEqual(expected);
});

test('what stands before the last tag is not the culprit', () => {
  const text = '<![CDATA[a & b]]>\n</x> & c';
  expect(rawAmpersandAfter({ line: 2, column: 4 }, text, START)).toEqual({ line: 2, column: 6 });
});

describe('in a statement', () => {
  const lines = [
    '<Ntry>',
    '<AddtlNtryInf>Elan',
    'Fils & Cie</AddtlNtryInf>',
    ...Array.from({ length: 200 }, () => entry()),
  ];
  const text = statement(lines.join('\n'));

  test.each([1, 50, 65_536])('in pieces of %i bytes', async (chunkBytes) => {
    expect(refusalOf(await read(text, { chunkBytes }))).toMatchObject({ code: 'file-malformed', line: 6, column: 6 });
  });

  test('a piece full of harmless ones costs no more than one', async () => {
    const harmless = `<AddtlNtryInf><![CDATA[${'&'.repeat(500_000)}]]></AddtlNtryInf>`;
    expect(refusalOf(await read(statement(`<Ntry>${harmless}</Oops>`))).code).toBe('file-malformed');
  });
});
