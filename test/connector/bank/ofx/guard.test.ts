// What the guard repairs, what it refuses, and that whatever it lets through is XML in which ofx-js finds the same.
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { READ_LIMITS } from '../../../../connector/bank/limits.ts';
import { parseElement } from '../../../../connector/bank/ofx/element.ts';
import { Guard, type Piece } from '../../../../connector/bank/ofx/guard.ts';

function pieces(text: string): { pieces: Piece[]; refusal: string | null } {
  const guard = new Guard(text, 'file', READ_LIMITS);
  const found = [...guard.pieces()];
  return { pieces: found, refusal: guard.refusal?.code ?? null };
}

const inStatement = (body: string) => `<OFX><STMTRS>${body}</STMTRS></OFX>`;

/** The statement of a text at its end. */
function statement(body: string): string | undefined {
  return pieces(inStatement(body))
    .pieces.find((it) => it.name === 'STMTRS' && it.whole)
    ?.content.xml();
}

describe('a statement becomes well-formed XML', () => {
  it.each([
    ['leaves without end', '<A>1<B>2', '<A>1</A><B>2</B>'],
    ['leaves with end', '<A>1</A><B>2</B>', '<A>1</A><B>2</B>'],
    ['an empty leaf without end', '<A>\n<B>2', '<A></A><B>2</B>'],
    ['an empty leaf with end', '<A></A><B>2', '<A></A><B>2</B>'],
    ['an empty element tag', '<A/><B>2', '<A></A><B>2</B>'],
    ['the end of another leaf', '<A>1</C><B>2', '<A>1</A><B>2</B>'],
    ['lower case', '<a>1<Bal>2</bAL>', '<A>1</A><BAL>2</BAL>'],
    ['attributes', '<A x="1" y=2>1<B>2', '<A>1</A><B>2</B>'],
    ['a blank in the tag', '<A >1</A ><B>2', '<A>1</A><B>2</B>'],
    ['names with dots', '<INTU.BID>1<B>2', '<INTU.BID>1</INTU.BID><B>2</B>'],
    ['CDATA', '<A><![CDATA[x < y & z]]><B>2', '<A>x &lt; y &amp; z</A><B>2</B>'],
    ['comments', '<!-- <A>9 --><A>1<!-- c --><B>2', '<A>1</A><B>2</B>'],
    ['a comment inside a text', '<A>1<!-- c -->2', '<A>12</A>'],
    ['raw signs', '<A>R&D < 5 > 3<B>2', '<A>R&amp;D &lt; 5 &gt; 3</A><B>2</B>'],
    ['entities', '<A>&lt;&#233;&#xE9;&eacute;&unknown;&amp;lt;', '<A>&lt;ééé&amp;unknown;&amp;lt;</A>'],
    ['line ends in a value', '<A>1\r\n   2\n<B>3', '<A>1 2</A><B>3</B>'],
    ['control characters', '<A>1\u00002\u0007<B>3', '<A>1 2</A><B>3</B>'],
    ['an aggregate with end', '<G><A>1</G><B>2', '<G><A>1</A></G><B>2</B>'],
    [
      'a list without end',
      '<BANKTRANLIST><A>1<LEDGERBAL><B>2</LEDGERBAL>',
      '<BANKTRANLIST></BANKTRANLIST><A>1</A><LEDGERBAL><B>2</B></LEDGERBAL>',
    ],
  ])('%s', (_name, body, xml) => {
    expect(statement(body)).toBe(`<STMTRS>${xml}</STMTRS>`);
  });
});

describe('what cannot be repaired without guessing is refused', () => {
  it.each([
    ['a transaction without end', inStatement('<STMTTRN><A>1'), 'file-malformed'],
    ['a transaction without beginning', inStatement('<A>1</STMTTRN>'), 'file-malformed'],
    ['a transaction inside a transaction', inStatement('<STMTTRN><A>1<STMTTRN><A>2</STMTTRN>'), 'file-malformed'],
    ['a statement inside a statement', inStatement('<STMTRS><A>1</STMTRS>'), 'file-malformed'],
    ['a transaction inside a status', inStatement('<STATUS><STMTTRN><A>1</STMTTRN></STATUS>'), 'file-malformed'],
    ['a balance without end', inStatement('<LEDGERBAL><BALAMT>1'), 'file-malformed'],
    ['a text between elements', inStatement('<A>1</A>lost<B>2'), 'file-malformed'],
    ['a text in place of a statement', '<OFX><STMTRS>text</STMTRS></OFX>', 'file-malformed'],
    ['no document', 'OFXHEADER:100\n', 'file-malformed'],
    ['another root', '<html><OFX></OFX></html>', 'file-malformed'],
    ['a document inside a document', '<OFX><OFX></OFX></OFX>', 'file-malformed'],
    ['elements behind the document', '<OFX><A>1</OFX><B>2</B>', 'file-malformed'],
    ['words behind the document', '<OFX><A>1</OFX> and more', 'file-malformed'],
    ['no end', '<OFX><STMTRS></STMTRS>', 'file-truncated'],
    ['a header without its document', '<OFX></OFX>\nOFXHEADER:100\n', 'file-truncated'],
    ['a comment without end', '<OFX><!-- ', 'file-truncated'],
    ['CDATA without end', '<OFX><A><![CDATA[x</OFX>', 'file-truncated'],
    ['a document type', '<!DOCTYPE OFX><OFX></OFX>', 'file-hostile'],
  ])('%s', (_name, text, code) => {
    expect(pieces(text).refusal).toBe(code);
  });

  it.each([
    ['blanks and the end mark of DOS behind the document', '<OFX><A>1</OFX>\r\n \u001a'],
    ['a licence before it', '<?xml version="1.0"?><!-- licence --><?OFX VERSION="200"?> words <OFX><A>1</OFX>'],
    ['two documents', 'OFXHEADER:100\n<OFX><A>1</OFX>OFXHEADER:100\n<OFX><A>2</OFX>'],
  ])('but not %s', (_name, text) => {
    expect(pieces(text).refusal).toBeNull();
  });
});

describe('pieces leave in the order of the file', () => {
  it('with their line, their surroundings, and the statement before its first transaction', () => {
    const text =
      '<OFX>\n<BANK>\n<STATUS><CODE>0</STATUS>\n<STMTRS><CURDEF>EUR\n<LIST>\n<STMTTRN><A>1</STMTTRN>\n</LIST><B>2</STMTRS>\n</BANK>\n</OFX>';
    expect(pieces(text).pieces.map(({ content, ...piece }) => ({ ...piece, xml: content.xml() }))).toEqual([
      { name: 'STATUS', around: ['OFX', 'BANK'], line: 3, whole: true, xml: '<STATUS><CODE>0</CODE></STATUS>' },
      {
        name: 'STMTRS',
        around: ['OFX', 'BANK'],
        line: 4,
        whole: false,
        xml: '<STMTRS><CURDEF>EUR</CURDEF><LIST></LIST></STMTRS>',
      },
      {
        name: 'STMTTRN',
        around: ['OFX', 'BANK', 'STMTRS', 'LIST'],
        line: 6,
        whole: true,
        xml: '<STMTTRN><A>1</A></STMTTRN>',
      },
      {
        name: 'STMTRS',
        around: ['OFX', 'BANK'],
        line: 4,
        whole: true,
        xml: '<STMTRS><CURDEF>EUR</CURDEF><LIST></LIST><B>2</B></STMTRS>',
      },
    ]);
  });
});

/** Texts that look like OFX in every way that could go wrong. */
const scraps = fc.array(
  fc.oneof(
    fc.constantFrom(
      '<OFX>',
      '</OFX>',
      '<STMTRS>',
      '</STMTRS>',
      '<STMTTRN>',
      '</STMTTRN>',
      '<STATUS>',
      '</STATUS>',
      '<LEDGERBAL>',
      '</LEDGERBAL>',
    ),
    fc.constantFrom(
      '<A>',
      '</A>',
      '<b/>',
      '<C x="1">',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?',
      '?>',
      '&amp;',
      '&#0;',
      '&',
      '<',
      '>',
      '\n',
      ' ',
      '\0',
    ),
    fc.constantFrom(
      '<STMTRS><CURDEF>EUR<LIST>',
      '<STMTTRN><A>1</STMTTRN>',
      '<STMTTRN><A>1<G><A>2<H><A>3</G><B/><A>4</STMTTRN>',
      '<STATUS><CODE>0</STATUS>',
      '<LEDGERBAL><B>1</LEDGERBAL>',
    ),
    fc.string({ maxLength: 6, unit: 'binary' }),
  ),
  { maxLength: 60 },
);

function isWellFormed(xml: string): boolean {
  let isGood = true;
  const parser = new SaxesParser();
  parser.on('error', () => {
    isGood = false;
  });
  parser.write(xml).close();
  return isGood;
}

describe('whatever the text', () => {
  it('every piece is well-formed XML, and a text that is not refused is whole', () => {
    fc.assert(
      fc.property(scraps, (parts) => {
        const { pieces: found, refusal } = pieces(`<OFX>${parts.join('')}`);
        for (const { name, content } of found) {
          const xml = content.xml();
          expect(isWellFormed(clean(xml)), xml).toBe(true);
          expect(content.element(), xml).toEqual(parseElement(name, xml));
        }
        if (refusal === null) expect(parts).toContain('</OFX>');
      }),
      { numRuns: 2000 },
    );
  });
});

/** saxes refuses characters that XML has no name for (U+FFFE, lone surrogates); ofx-js does not mind them. */
function clean(xml: string): string {
  return xml.replace(/[\ufffe\uffff\p{Surrogate}]/gu, ' ');
}
