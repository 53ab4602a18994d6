// A file as one text, within limits and in its encoding.
import { describe, expect, it } from 'vitest';
import { encodingIn } from '../../../connector/bank/ofx/header.ts';
import { asciiHead, wholeText } from '../../../connector/bank/whole-text.ts';

const LIMITS = { bytesMax: 100, depthMax: 64, transactionsMax: 10, textMax: 100 };

function source(...chunks: (string | number[])[]) {
  return {
    file: 'file',
    chunks: (async function* () {
      for (const chunk of chunks)
        yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : Uint8Array.from(chunk);
    })(),
  };
}

describe('a file as one text', () => {
  it('joins its chunks before it decodes them', async () => {
    expect(await wholeText(source([0x41, 0xc3], [0xa9, 0x42]), LIMITS)).toBe('AéB');
  });

  it('reads bytes that are no UTF-8 as what they are most likely', async () => {
    expect(await wholeText(source([0x43, 0xe9, 0x80]), LIMITS)).toBe('Cé€');
  });

  it('is refused when it is empty or too long', async () => {
    expect(await wholeText(source(), LIMITS)).toMatchObject({ code: 'file-empty' });
    expect(await wholeText(source('x'.repeat(60), 'x'.repeat(60)), LIMITS)).toMatchObject({
      code: 'file-too-large',
      place: { file: 'file' },
      params: { limit: '100 B' },
    });
  });

  it('its first bytes are ASCII in any encoding', () => {
    expect(asciiHead(Uint8Array.from([0xff, 0xfe, 0x4f, 0, 0x46, 0, 0x58, 0]))).toBe('\ufffd\ufffdOFX');
  });
});

describe('the encoding that an OFX header declares', () => {
  it.each([
    ['OFXHEADER:100\nENCODING:USASCII\nCHARSET:1252\n', '1252'],
    ['OFXHEADER:100\nENCODING:UTF-8\nCHARSET:NONE\n', 'utf-8'],
    ['OFXHEADER:100\nENCODING:UNICODE\nCHARSET:NONE\n', 'utf-16'],
    ['OFXHEADER:100\nENCODING:USASCII\nCHARSET:NONE\n', null],
    ['OFXHEADER:100 ENCODING:USASCII CHARSET:ISO-8859-1 <OFX>', 'ISO-8859-1'],
    ['<?xml version="1.0" encoding="iso-8859-15"?><?OFX VERSION="200"?>', 'iso-8859-15'],
    ['<?xml version="1.0" encoding="US-ASCII"?>', null],
    ['<OFX>CHARSET:1252', null],
  ])('%j: %j', (header, encoding) => {
    expect(encodingIn(header)).toBe(encoding);
  });
});
