// ZIP archives: their files one by one, checked, bounded, or a fault that says what is wrong.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { membersOf, unpack } from '../../../connector/bank/archive.ts';
import { collect, readBankFile } from '../../../connector/bank/index.ts';
import { READ_LIMITS } from '../../../connector/bank/limits.ts';
import { isFault } from '../../../sync/fault/index.ts';
import { entry, statement } from './camt/document.ts';

const camt = strToU8(statement(entry()));

async function names(bytes: Uint8Array, limits = READ_LIMITS): Promise<unknown> {
  const members = await unpack('a.zip', bytes, limits);
  return isFault(members)
    ? [members.code, members.params['what'] ?? members.params['limit']]
    : members.map((it) => it.file);
}

/** The offset of the first central directory record. */
function directoryAt(zip: Uint8Array): number {
  return new DataView(zip.buffer, zip.byteOffset).getUint32(zip.length - 6, true);
}

describe('members', () => {
  test("are read one by one, deflated or stored, in the archive's order", async () => {
    const zip = zipSync({ 'b.xml': camt, 'sub/a.xml': [camt, { level: 0 }] });
    const members = membersOf('a.zip', zip);
    if (isFault(members)) throw new Error(members.code);
    const files = [];
    for (const member of members) files.push([member.file, (await collect(readBankFile(member))).statements.length]);
    expect(files).toEqual([
      ['a.zip/b.xml', 1],
      ['a.zip/sub/a.xml', 1],
    ]);
  });

  test('folders and what Macintosh adds are no files', async () => {
    expect(await names(zipSync({ 'x/': new Uint8Array(0), '__MACOSX/x/._a.xml': camt, 'x/a.xml': camt }))).toEqual([
      'a.zip/x/a.xml',
    ]);
  });

  test('a file that is no archive is its own only member', async () => {
    expect(await names(camt)).toEqual(['a.zip']);
  });

  test('an Office document is no archive of files', async () => {
    expect(await names(zipSync({ '[Content_Types].xml': camt, 'xl/workbook.xml': camt }))).toEqual(['a.zip']);
  });
});

describe('a fault for', () => {
  test('an archive cut off', async () => {
    const zip = zipSync({ 'a.xml': camt });
    for (const length of [4, 100, zip.length - 1]) {
      expect(await names(zip.subarray(0, length))).toEqual([
        'archive-unreadable',
        'its directory is missing (cut off?)',
      ]);
    }
  });

  test('an empty archive', async () => {
    expect(await names(zipSync({}))).toEqual(['archive-unreadable', 'no file in it']);
  });

  test('any bit that turned in a file', async () => {
    const zip = zipSync({ 'a.xml': [camt, { level: 0 }] });
    for (let at = 40; at < 400; at += 31) {
      const damaged = zip.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      expect(await names(damaged)).toEqual(['archive-unreadable', 'a file is damaged']);
    }
  });

  test('a compressed file that cannot be inflated', async () => {
    const zip = zipSync({ 'a.xml': camt });
    expect(await names(zip.slice().fill(0xff, 45, 120))).toEqual(['archive-unreadable', 'a file is damaged']);
  });

  test('a password', async () => {
    const zip = zipSync({ 'a.xml': camt });
    const at = directoryAt(zip) + 8;
    zip[at] = (zip[at] ?? 0) | 1;
    expect(await names(zip)).toEqual(['archive-unreadable', 'it is protected by a password']);
  });

  test('a compression that nobody uses', async () => {
    const zip = zipSync({ 'a.xml': camt });
    zip[directoryAt(zip) + 10] = 12;
    expect(await names(zip)).toEqual(['archive-unreadable', 'a.xml uses an unknown compression']);
  });

  test('a file that is longer than promised', async () => {
    const zip = zipSync({ 'a.xml': camt });
    zip[directoryAt(zip) + 24] = 1;
    zip[directoryAt(zip) + 25] = 0;
    expect(await names(zip)).toEqual(['archive-unreadable', 'a file is longer than the archive says']);
  });

  test('a bomb: what unpacks to more than the limit', async () => {
    const zip = zipSync({ 'a.xml': new Uint8Array(4_000_000) });
    expect(zip.length).toBeLessThan(10_000);
    expect(await names(zip, { ...READ_LIMITS, bytesMax: 1_048_576 })).toEqual(['file-too-large', '1 MB']);
  });

  test('a thousand files and one', async () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`${i}.xml`, new Uint8Array(1)]));
    expect(await names(zipSync(many))).toEqual(['archive-unreadable', 'more than 1000 files']);
  });
});

test('a damaged member refuses its statements when it is read as a stream', async () => {
  const zip = zipSync({ 'a.xml': [camt, { level: 0 }] });
  zip[300] = (zip[300] ?? 0) ^ 1;
  const members = membersOf('a.zip', zip);
  if (isFault(members)) throw new Error(members.code);
  const [member] = members;
  if (member === undefined) throw new Error('no member');
  expect(await collect(readBankFile(member))).toMatchObject({
    statements: [],
    faults: [{ code: expect.stringMatching(/^(archive-unreadable|file-malformed)$/) }],
  });
});
