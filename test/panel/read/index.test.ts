// `read` as it is called: paths in, one JSON line a file out, in a thread that a bad file cannot take along.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { readCommand } from '../../../panel/read/index.ts';
import { READING_LIMITS, Reading } from '../../../panel/read/reading.ts';
import { detail, entry, OWN, statement } from '../../connector/bank/camt/document.ts';

const folder = mkdtempSync(join(tmpdir(), 'lettrage-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(...paths: string[]) {
  const lines: string[] = [];
  const notes: string[] = [];
  const code = await readCommand(paths, { out: (line) => lines.push(line), err: (line) => notes.push(line) });
  return { code, files: lines.map((line) => JSON.parse(line)), notes };
}

const good = file('good.xml', statement(entry(detail('<RmtInf><Ustrd>FACTURE 9</Ustrd></RmtInf>'))));
const cutText = statement(entry()).split('<CdtDbtInd>')[0] ?? '';
const cut = file('cut.xml', cutText);

describe('lines', () => {
  test('a file that reads', async () => {
    const { code, files } = await run(good);
    expect(files).toEqual([
      {
        file: good,
        format: 'camt',
        version: 'camt.053.001.08',
        statements: [
          {
            id: 'S',
            account: OWN,
            currency: 'EUR',
            opening: null,
            closing: null,
            balanced: null,
            transactions: [
              {
                amount: '100.00',
                currency: 'EUR',
                bookingDate: '2025-04-02',
                valueDate: null,
                status: 'BOOK',
                statusText: null,
                reversal: false,
                counterparty: null,
                counterpartyAccount: null,
                ultimateParty: null,
                endToEndId: null,
                mandateId: null,
                remittance: ['FACTURE 9'],
                note: [],
                references: [],
                documents: [],
                bankCode: null,
                charges: [],
                instructed: null,
                returnReason: null,
                bankReference: null,
                batch: null,
                place: 'Stmt[1]/Ntry[1]/TxDtls[1], line 4',
              },
            ],
          },
        ],
        faults: [],
      },
    ]);
    expect(code).toBe(0);
  });

  test('a refused file says code, place and words, and the others are read', async () => {
    const { code, files, notes } = await run(cut, good);
    expect(files[0]).toEqual({
      file: cut,
      format: 'camt',
      version: 'camt.053.001.08',
      statements: [],
      faults: [
        {
          code: 'file-truncated',
          place: `${cut}, line 4, column ${cutText.split('\n')[3]?.length}, Stmt[1]/Ntry[1]`,
          says: 'The file looks cut off: unclosed tag: Ntry. Nothing was imported; download it again.',
        },
      ],
    });
    expect(files[1]).toMatchObject({ file: good, faults: [] });
    expect([code, notes.at(-1)]).toEqual([2, '1 refused; each says why in its line']);
  });

  test('what is not there, not a file, empty or unknown has a line as well', async () => {
    const paths = [join(folder, 'nowhere.xml'), folder, file('empty.xml', ''), file('note.txt', 'hello')];
    const { code, files } = await run(...paths);
    expect(files.map((it) => [it.file, it.faults[0].code])).toEqual([
      [paths[0], 'file-missing'],
      [paths[1], 'file-missing'],
      [paths[2], 'file-empty'],
      [paths[3], 'file-unknown'],
    ]);
    expect(code).toBe(2);
  });

  test('an archive has a line for each of its files, and one when it is unreadable', async () => {
    const zip = zipSync({ 'a.xml': strToU8(statement(entry())), 'b.txt': strToU8('hello') });
    const whole = file('both.zip', zip);
    const broken = file('broken.zip', zip.subarray(0, 200));
    const { files } = await run(whole, broken);
    expect(
      files.map((it) => [it.file, it.statements.length, it.faults.map((fault: { code: string }) => fault.code)]),
    ).toEqual([
      [`${whole}/a.xml`, 1, []],
      [`${whole}/b.txt`, 0, ['file-unknown']],
      [broken, 0, ['archive-unreadable']],
    ]);
  });
});

describe('a file that takes too much is given up, and the next is read', () => {
  test('time', async () => {
    const reading = new Reading({ ...READING_LIMITS, secondsMax: 0 });
    try {
      const [it] = await reading.read(good);
      expect(it).toMatchObject({
        file: good,
        read: { statements: [], faults: [{ code: 'file-too-slow', place: { file: good } }] },
      });
    } finally {
      await reading.close();
    }
  });

  test('memory', async () => {
    const details = '<TxDtls><Amt Ccy="EUR">1.00</Amt></TxDtls>'.repeat(80_000);
    const large = file('large.xml', statement(entry(`<NtryDtls>${details}</NtryDtls>`, { amount: '80000.00' })));
    const reading = new Reading({ ...READING_LIMITS, memoryMbMax: 24 });
    try {
      const [it] = await reading.read(large);
      expect(it).toMatchObject({
        file: large,
        read: { statements: [], faults: [{ code: 'file-too-large', params: { limit: '24 MB' } }] },
      });
      expect((await reading.read(good))[0]?.read.statements).toHaveLength(1);
    } finally {
      await reading.close();
    }
  });
});
