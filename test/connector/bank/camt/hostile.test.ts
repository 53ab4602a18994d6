// Input made to hurt: each is refused or read plainly, soon, and touches nothing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read, refusalOf } from '../reading.ts';
import { detail, entry, statement } from './document.ts';

const LAUGHS = Array.from({ length: 9 }, (_, i) => {
  const inner = i === 0 ? 'ha' : `&l${i - 1};`.repeat(10);
  return `<!ENTITY l${i} "${inner}">`;
}).join('');

// biome-ignore format: a table
const HOSTILE: [what: string, content: string, code: string][] = [
  ['entities that explode',         `<?xml version="1.0"?><!DOCTYPE Document [${LAUGHS}]>${statement('<Ntry>&l8;</Ntry>').slice(39)}`, 'file-hostile'],
  ['an entity from the disk',       `<!DOCTYPE Document [<!ENTITY x SYSTEM "file:///etc/passwd">]>${statement('&x;').slice(39)}`,       'file-hostile'],
  ['a document type of megabytes',  `<!DOCTYPE Document [<!ENTITY z "${'A'.repeat(3_000_000)}">]><Document/>`,                       'file-hostile'],
  ['300,000 elements deep',         `<Document><BkToCstmrStmt>${'<a>'.repeat(300_000)}`,                                                'file-hostile'],
  ['300,000 deep outside',          `<x xmlns="camt.053.001.08">${'<a>'.repeat(300_000)}`,                                              'file-hostile'],
  ['a flood of brackets',           `<Document><BkToCstmrStmt>${'<'.repeat(500_000)}`,                                                  'file-malformed'],
  ['a flood of ampersands',         `<Document><BkToCstmrStmt>${'&'.repeat(500_000)}`,                                                  'file-malformed'],
  ['a flood of attributes',         `<Document><BkToCstmrStmt ${Array.from({ length: 20_000 }, (_, i) => `a${i}=""`).join(' ')}>`,    'file-truncated'],
  ['nested CDATA openings',         `<Document><BkToCstmrStmt>${'<![CDATA['.repeat(100_000)}`,                                          'file-truncated'],
  ['a name of two million letters', `<Document><BkToCstmrStmt><${'a'.repeat(2_000_000)}`,                                               'file-hostile'],
];

describe('is refused', () => {
  test.each(HOSTILE)('%s', async (_, content, code) => {
    expect(refusalOf(await read(content)).code).toBe(code);
  });
});

test('names of JavaScript are names like any other', async () => {
  const inside = '<__proto__><polluted>yes</polluted></__proto__><constructor><prototype>x</prototype></constructor>';
  const got = await read(statement(`${inside}${entry(detail(`${inside}<hasOwnProperty>x</hasOwnProperty>`))}`));
  expect(got.statements[0]?.transactions).toHaveLength(1);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

const SHARED = new URL('../../../../../shared/data/hostile/', import.meta.url).pathname;

describe.skipIf(!existsSync(SHARED))('hostile samples in ../shared/data/hostile', () => {
  const names = existsSync(SHARED) ? readdirSync(SHARED).filter((name) => name !== 'proto.xml') : [];
  test.each(names)('%s is refused with a place', async (name) => {
    expect(refusalOf(await read(readFileSync(SHARED + name))).line).toBeGreaterThan(0);
  });
});
