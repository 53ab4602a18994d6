// The watched folder: each file once, when it is whole, and where it went says what became of it.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { look, type Seen, watchInbox } from '../../panel/inbox.ts';
import { fault } from '../../sync/fault/index.ts';
import { hasDatabase } from '../db/harness.ts';
import { type TestDesk, testDesk } from '../sync/job/desk.ts';
import { camt, IBAN, together } from '../sync/job/paper.ts';

const GOOD = camt([{ day: '2026-11-03', amount: 100_00, ref: 'A', payer: 'Dupont', text: 'VIR A' }], { id: 'GOOD' });
const WRONG = camt([{ day: '2026-11-04', amount: 5_00, ref: 'B' }], { id: 'WRONG', opening: 1_100_00, closing: 7 });

describe.skipIf(!hasDatabase())('the watched folder', () => {
  let it_: TestDesk;
  let folder = '';
  let seen: Seen = new Map();
  beforeAll(async () => {
    it_ = await testDesk();
  });
  beforeEach(async () => {
    await it_.next();
    folder = await mkdtemp(join(tmpdir(), 'lettrage-inbox-'));
    seen = new Map();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  afterAll(() => it_.close());

  const drop = (name: string, bytes: Uint8Array) => writeFile(join(folder, name), bytes);
  const lookTwice = async () => {
    await look(folder, it_.desk, seen);
    await look(folder, it_.desk, seen);
  };
  /** Files of the folder, of done/ and of refused/. */
  const lying = async () => {
    const of = async (where: string) =>
      (await readdir(join(folder, where), { withFileTypes: true }))
        .filter((each) => each.isFile())
        .map((each) => each.name)
        .sort();
    return { waiting: await of('.'), done: await of('done'), refused: await of('refused') };
  };
  const amounts = () =>
    it_.see(async (tx) =>
      (await tx.bank.linesBetween(IBAN, '2026-11-01', '2026-11-30')).map((line) => line.amountMinor),
    );

  it('waits for a file until it stands still, then imports it and moves it to done', async () => {
    await drop('releve.xml', GOOD.bytes.subarray(0, 400));
    await look(folder, it_.desk, seen);
    await drop('releve.xml', GOOD.bytes);
    await look(folder, it_.desk, seen);
    expect(await lying()).toEqual({ waiting: ['releve.xml'], done: [], refused: [] });
    expect(await amounts()).toEqual([]);
    await look(folder, it_.desk, seen);
    expect(await lying()).toEqual({ waiting: [], done: ['releve.xml'], refused: [] });
    expect(await amounts()).toEqual([100_00]);
  });

  it('moves a refused file with the reason in both languages beside it, and imports the others', async () => {
    await drop('a.xml', WRONG.bytes);
    await drop('b.xml', GOOD.bytes);
    await lookTwice();
    expect(await lying()).toEqual({ waiting: [], done: ['b.xml'], refused: ['a.xml', 'a.xml.txt'] });
    const reason = await readFile(join(folder, 'refused', 'a.xml.txt'), 'utf8');
    expect(reason).toMatch(/^a\.xml, WRONG: Le solde final ne correspond pas/);
    expect(reason).toMatch(/\na\.xml, WRONG: The closing balance does not match/);
    expect(await amounts()).toEqual([100_00]);
  });

  it('says of a file that was taken in part what was not taken', async () => {
    await drop('both.xml', together(GOOD, WRONG).bytes);
    await lookTwice();
    expect(await lying()).toMatchObject({ done: [], refused: ['both.xml', 'both.xml.txt'] });
    expect(await readFile(join(folder, 'refused', 'both.xml.txt'), 'utf8')).toContain(
      'The rest of the file is imported.',
    );
    expect(await amounts()).toEqual([100_00]);
  });

  it('knows a file that comes again, and keeps both', async () => {
    await drop('releve.xml', GOOD.bytes);
    await lookTwice();
    await drop('releve.xml', GOOD.bytes);
    await lookTwice();
    expect(await lying()).toEqual({ waiting: [], done: ['releve-2.xml', 'releve.xml'], refused: [] });
    expect(await amounts()).toEqual([100_00]);
  });

  it('leaves alone what a program is still writing under another name, hidden files and folders', async () => {
    await drop('releve.xml.part', GOOD.bytes);
    await drop('.releve.xml', GOOD.bytes);
    await lookTwice();
    expect(await lying()).toEqual({ waiting: ['.releve.xml', 'releve.xml.part'], done: [], refused: [] });
  });

  it('leaves a file for the next look while the database is busy', async () => {
    await drop('releve.xml', GOOD.bytes);
    const busy = { ...it_.desk, files: { ...it_.desk.files, unpack: async () => fault('store-busy') } };
    await look(folder, busy, seen);
    await look(folder, busy, seen);
    expect(await lying()).toEqual({ waiting: ['releve.xml'], done: [], refused: [] });
    await look(folder, it_.desk, seen);
    expect(await lying()).toEqual({ waiting: [], done: ['releve.xml'], refused: [] });
  });

  it('watches until it is stopped', async () => {
    await drop('releve.xml', GOOD.bytes);
    const inbox = watchInbox(folder, it_.desk);
    while ((await lying().catch(() => ({ done: [] }))).done.length === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await inbox.stop();
    expect(await amounts()).toEqual([100_00]);
  });
});
