// Bytes become the text that the bank wrote, or a fault with the place of the first byte that cannot be.
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText, encodingOf, openDecoder } from '../../../connector/bank/decode.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the encoding', () => {
  // biome-ignore format: a table
  test.each([
    // bytes                              declared          trust          encoding
    ['plain ASCII',                       utf8('abc'),      null,           'declaration', 'utf-8'],
    ['a mark of UTF-8',                   utf8('\ufeffé'),  'windows-1252', 'declaration', 'utf-8'],
    ['a mark of UTF-16, little',          bytes(0xff, 0xfe, 0x41, 0), null, 'declaration', 'utf-16le'],
    ['a mark of UTF-16, big',             bytes(0xfe, 0xff, 0, 0x41), null, 'declaration', 'utf-16be'],
    ['the shape of UTF-16, little',       bytes(0x3c, 0, 0x3f, 0), 'utf-8', 'declaration', 'utf-16le'],
    ['the shape of UTF-16, big',          bytes(0, 0x3c, 0, 0x3f), null,    'declaration', 'utf-16be'],
    ['UTF-16 declared, but not there',    utf8('<?xml'),    'UTF-16',       'declaration', 'utf-8'],
    ['a declared name',                   bytes(0xe9),      'ISO-8859-15',  'declaration', 'iso-8859-15'],
    ['Latin-1, which is windows-1252',    bytes(0xe9),      'ISO-8859-1',   'declaration', 'windows-1252'],
    ['a code page number',                bytes(0xe9),      '1252',         'declaration', 'windows-1252'],
    ['a Cyrillic code page',              bytes(0xe9),      'cp1251',       'declaration', 'windows-1251'],
    ['an unknown name',                   bytes(0xe9),      'KLINGON',      'declaration', null],
    ['evidence of UTF-8 over the header', utf8('é'),        '1252',         'bytes',       'utf-8'],
    ['evidence against UTF-8',            bytes(0xe9),      'UTF-8',        'bytes',       'windows-1252'],
    ['a believable header',               bytes(0xe9),      '1250',         'bytes',       'windows-1250'],
    ['an unknown header',                 bytes(0xe9),      'NONE',         'bytes',       'windows-1252'],
    ['a euro sign of Latin-9',            bytes(0xe9, 0xa4), null,          'bytes',       'iso-8859-15'],
    ['a euro sign of windows-1252',       bytes(0x80, 0xa4), null,          'bytes',       'windows-1252'],
  ] as const)('by %s', (_, content, declared, trust, encoding) => {
    expect(encodingOf(content, { declared, trust }, true)).toBe(encoding);
  });
});

test('a head that ends inside a character is UTF-8, a whole file that does is not', () => {
  const head = utf8('é€').subarray(0, 4);
  expect([encodingOf(head, { trust: 'bytes' }), encodingOf(head, { trust: 'bytes' }, true)]).toEqual([
    'utf-8',
    'windows-1252',
  ]);
});

test('the euro sign of windows-1252 survives', () => {
  expect(decodeText(bytes(0x80, 0x20, 0xe9, 0x9c), { declared: 'windows-1252' })).toEqual({
    text: '€ éœ',
    encoding: 'windows-1252',
  });
});

test('a byte order mark is no text, wherever the pieces are cut; one inside is', () => {
  const content = utf8('\ufeffa\ufeffb');
  for (const cut of [1, 2, 3, 4]) {
    const decoder = openDecoder('utf-8');
    const text =
      decoder.push(content.subarray(0, cut)).text + decoder.push(content.subarray(cut)).text + decoder.end().text;
    expect(text).toBe('a\ufeffb');
  }
});

describe('what is not of the encoding', () => {
  // biome-ignore format: a table
  test.each([
    ['a Latin-1 letter',         bytes(0x61, 0x0a, 0x62, 0xe9, 0x63),         2, 2],
    ['after CR LF',              bytes(0x61, 0x0d, 0x0a, 0xff),               2, 1],
    ['a character cut off',      bytes(0x61, 0xe2, 0x82),                     1, 2],
    ['a surrogate',              bytes(0xed, 0xa0, 0x80),                     1, 1],
    ['an overlong slash',        bytes(0x61, 0xc0, 0xaf),                     1, 2],
  ])('%s is placed', (_, content, line, column) => {
    expect(decodeText(content, { file: 'f' })).toMatchObject({ code: 'file-encoding', place: { file: 'f', line, column } });
  });

  test('half a UTF-16 character', () => {
    expect(decodeText(bytes(0xff, 0xfe, 0x41, 0x00, 0x42))).toMatchObject({ code: 'file-encoding' });
  });

  test('an unknown declared name', () => {
    expect(decodeText(utf8('a'), { declared: 'KLINGON' })).toMatchObject({
      code: 'file-encoding',
      params: { encoding: 'KLINGON' },
    });
  });
});

test.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])('%s in pieces of any size is the same text', (name) => {
  const text = 'Société «œuvre» 20 €, 100 % — fin';
  const content = iconv.encode(text, name);
  for (let size = 1; size < 8; size++) {
    const decoder = openDecoder(name);
    let got = '';
    for (let at = 0; at < content.length; at += size) got += decoder.push(content.subarray(at, at + size)).text;
    expect(got + decoder.end().text).toBe(text);
  }
});
