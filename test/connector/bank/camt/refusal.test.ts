// A file that cannot be trusted whole yields no statement, and says where it failed.
import { describe, expect, test } from 'vitest';
import { read, refusalOf } from '../reading.ts';
import { balance, detail, entry, statement } from './document.ts';

const good = entry();

describe('each of these is refused, with a place', () => {
  // biome-ignore format: a table
  test.each([
    // what                                  content                                                            code                 line  path
    ['an amount that is no number',          statement(`${good}\n${entry('', { amount: '12..34' })}`),          'amount-unreadable',  5, 'Stmt[1]/Ntry[2]'],
    ['an amount with a comma',               statement(entry('', { amount: '12,34' })),                         'amount-unreadable',  4, 'Stmt[1]/Ntry[1]'],
    ['an amount in scientific notation',     statement(entry('', { amount: '1e3' })),                           'amount-unreadable',  4, 'Stmt[1]/Ntry[1]'],
    ['an empty amount',                      statement(entry('', { amount: ' ' })),                             'entry-incomplete',   4, 'Stmt[1]/Ntry[1]'],
    ['no direction',                         statement(entry('', { sign: '' })),                                'entry-incomplete',   4, 'Stmt[1]/Ntry[1]'],
    ['an unknown direction',                 statement(entry('', { sign: 'DEBIT' })),                           'entry-incomplete',   4, 'Stmt[1]/Ntry[1]'],
    ['a day that no calendar has',           statement(entry('', { date: '2025-02-30' })),                      'date-unreadable',    4, 'Stmt[1]/Ntry[1]'],
    ['a day in another order',               statement(entry('', { date: '02/04/2025' })),                      'date-unreadable',    4, 'Stmt[1]/Ntry[1]'],
    ['a detail whose amount is no number',   statement(entry(detail('<Amt Ccy="EUR">ten</Amt>'))),              'amount-unreadable',  4, 'Stmt[1]/Ntry[1]'],
    ['a charge whose amount is no number',   statement(entry(detail('<Chrgs><Rcrd><Amt Ccy="EUR">x</Amt></Rcrd></Chrgs>'))), 'amount-unreadable', 4, 'Stmt[1]/Ntry[1]'],
    ['a balance whose amount is no number',  statement(good, balance('OPBD', 'O,00')),                          'amount-unreadable',  3, 'Stmt[1]/Bal'],
    ['a tag that nothing closes',            statement('<Ntry><Amt Ccy="EUR">1</Ntry>'),                        'file-malformed',     4, 'Stmt[1]/Ntry[1]'],
    ['an entity that nobody declared',       statement(entry('<AddtlNtryInf>&eacute;</AddtlNtryInf>')),         'file-malformed',     4, 'Stmt[1]/Ntry[1]/AddtlNtryInf'],
    ['a raw ampersand',                      statement(entry('<AddtlNtryInf>Elan & Fils</AddtlNtryInf>')),      'file-malformed',     4, 'Stmt[1]/Ntry[1]/AddtlNtryInf'],
    ['an entity named like a property',      statement(entry('<AddtlNtryInf>&constructor;</AddtlNtryInf>')),    'file-malformed',     4, 'Stmt[1]/Ntry[1]/AddtlNtryInf'],
    ['a zero byte',                          statement(entry('<AddtlNtryInf>a\0b</AddtlNtryInf>')),             'file-malformed',     4, 'Stmt[1]/Ntry[1]/AddtlNtryInf'],
    ['a second root',                        `${statement(good)}<Document/>`,                                   'file-malformed',     6, undefined],
    ['text after the root',                  `${statement(good)}the end`,                                       'file-malformed',     6, undefined],
    ['a blank line before the declaration',  `\n${statement(good)}`,                                            'file-malformed',     2, undefined],
    ['a document type',                      statement(good).replace('<Document', '<!DOCTYPE Document><Document'), 'file-hostile',     2, undefined],
    ['an attribute twice',                   statement('<Ntry><Amt Ccy="EUR" Ccy="USD">1</Amt></Ntry>'),        'file-malformed',     4, 'Stmt[1]/Ntry[1]'],
  ])('%s', async (_, content, code, line, path) => {
    expect(refusalOf(await read(content))).toMatchObject({ code, line, path, ...(code.startsWith('file-') ? { column: expect.any(Number) } : {}) });
  });
});

test('the column points at the letter that is wrong', async () => {
  const content = `<Document><BkToCstmrStmt><Stmt><Id>a & b</Id></Stmt></BkToCstmrStmt></Document>`;
  const { line, column } = refusalOf(await read(content));
  expect([line, content[(column ?? 0) - 1]]).toEqual([1, '&']);
});

test('bytes that are not of the declared encoding are refused where they stand', async () => {
  const text = statement(entry('<AddtlNtryInf>Soci*t*</AddtlNtryInf>'));
  const bytes = new TextEncoder().encode(text).map((byte) => (byte === 0x2a ? 0xe9 : byte));
  for (const chunkBytes of [1, 100, 65_536]) {
    const { code, line, column, path } = refusalOf(await read(bytes, { chunkBytes }));
    expect({ code, line, path }).toEqual({ code: 'file-encoding', line: 4, path: 'Stmt[1]/Ntry[1]/AddtlNtryInf' });
    expect(text.split('\n')[3]?.slice(0, column)).toMatch(/Soci$/);
  }
});

test('an encoding that nobody knows is refused', async () => {
  expect(refusalOf(await read(statement(good).replace('UTF-8', 'KLINGON'))).code).toBe('file-encoding');
});

test('one bad entry at the end takes every statement before it along', async () => {
  const text = statement(good.repeat(500) + entry('', { amount: '?' }));
  expect(refusalOf(await read(text))).toMatchObject({ code: 'amount-unreadable', path: 'Stmt[1]/Ntry[501]' });
});

describe('limits refuse instead of exhausting', () => {
  test('bytes', async () => {
    const text = statement(good.repeat(2000));
    expect(refusalOf(await read(text, { limits: { bytesMax: 100_000 } })).code).toBe('file-too-large');
  });

  test('transactions', async () => {
    expect(refusalOf(await read(statement(good.repeat(11)), { limits: { transactionsMax: 10 } })).code).toBe(
      'file-too-large',
    );
    expect((await read(statement(good.repeat(10)), { limits: { transactionsMax: 10 } })).faults).toEqual([]);
  });

  test('depth, with the place where it went too deep', async () => {
    const deep = `<AddtlNtryInf>${'<x>'.repeat(100)}${'</x>'.repeat(100)}</AddtlNtryInf>`;
    expect(refusalOf(await read(statement(entry(deep))))).toMatchObject({ code: 'file-hostile', line: 4 });
    const shallow = `<x>${'<x>'.repeat(50)}${'</x>'.repeat(50)}</x>`;
    expect((await read(statement(entry(shallow)))).faults).toEqual([]);
  });

  test.each(['<!--', '<x y="', '<![CDATA[', '<?pi '])('a text that never ends after %s', async (start) => {
    const text = `<Document><BkToCstmrStmt>${start}${'a'.repeat(400_000)}`;
    const { code } = refusalOf(await read(text, { limits: { textMax: 100_000 }, chunkBytes: 10_000 }));
    expect(code).toBe('file-hostile');
  });
});
