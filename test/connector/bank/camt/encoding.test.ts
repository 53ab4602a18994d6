// One statement in every encoding that a bank may choose reads the same.
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { read, refusalOf, transactionsOf } from '../reading.ts';
import { detail, entry, statement } from './document.ts';

const NAME = 'Société Élan « œuvre » 20 €';

function document(declared: string): string {
  const text = statement(entry(detail(`<RltdPties><Dbtr><Pty><Nm>${NAME}</Nm></Pty></Dbtr></RltdPties>`)));
  return text.replace('encoding="UTF-8"', declared);
}

// biome-ignore format: a table
const ENCODINGS: [what: string, declaration: string, bytes: string, mark: boolean][] = [
  ['UTF-8',                                   'encoding="UTF-8"',        'utf8',         false],
  ['UTF-8 with a mark',                       'encoding="UTF-8"',        'utf8',         true],
  ['UTF-8, undeclared',                       '',                        'utf8',         false],
  ['UTF-8 that still declares UTF-16',        'encoding="utf-16"',       'utf8',         false],
  ['UTF-16 little end first with a mark',     'encoding="UTF-16"',       'utf-16le',     true],
  ['UTF-16 big end first with a mark',        'encoding="UTF-16"',       'utf-16be',     true],
  ['UTF-16 little end first without a mark',  'encoding="UTF-16"',       'utf-16le',     false],
  ['windows-1252',                            'encoding="windows-1252"', 'windows-1252', false],
  ['windows-1252 by its short name',          "encoding='cp1252'",       'windows-1252', false],
  ['windows-1252 declared as Latin-1',        'encoding="ISO-8859-1"',   'windows-1252', false],
];

describe('the name of the payer survives', () => {
  test.each(ENCODINGS)('%s', async (_, declaration, name, addBOM) => {
    const bytes = iconv.encode(document(declaration), name, { addBOM });
    for (const chunkBytes of [1, 1000, 65_536]) {
      expect(transactionsOf(await read(bytes, { chunkBytes }))[0]?.counterparty).toBe(NAME);
    }
  });

  test('Latin-9, where the euro sign is another byte', async () => {
    const bytes = iconv.encode(document('encoding="ISO-8859-15"').replaceAll(/[«»]/g, ''), 'iso-8859-15');
    expect(transactionsOf(await read(bytes))[0]?.counterparty).toBe(NAME.replaceAll(/[«»]/g, ''));
  });
});

test('single-byte text without a declaration is refused, not guessed', async () => {
  const bytes = iconv.encode(document(''), 'windows-1252');
  expect(refusalOf(await read(bytes)).code).toBe('file-encoding');
});
