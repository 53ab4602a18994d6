// The watched folder: each file once, when it is whole, and where it went says what became of it.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../panel/config.ts';
import { checksOf } from '../../panel/doctor.ts';
import { look, type Seen, takeInbox, watchInbox } from '../../panel/inbox.ts';
import { fault } from '../../sync/fault/index.ts';
import { importStatements } from '../../sync/job/import-statement.ts';
import { previewTable } from '../../sync/job/preview-table.ts';
import { mappingOf } from '../../sync/model/table.ts';
import { hasDatabase } from '../db/harness.ts';
import { BY, codeOf, must, type TestDesk, testDesk } from '../sync/job/desk.ts';
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

  describe('with a folder for each account', () => {
    const OTHER = 'FR7630001007941234567890185';
    const at = (name: string, bytes: Uint8Array, account = IBAN) => drop(join(account, name), bytes);
    const inFolder = async (where: string) => (await readdir(join(folder, where, IBAN)).catch(() => [])).sort();
    const linesOf = (account: string) =>
      it_.see(async (tx) =>
        (await tx.bank.linesBetween(account, '2026-01-01', '2026-12-31')).map((line) => line.amountMinor),
      );
    beforeEach(async () => {
      await it_.see((tx) =>
        tx.bank.putAccounts(
          [IBAN, OTHER].map((account) => ({
            account,
            name: account,
            ledgerAccount: null,
            journal: null,
            currency: 'EUR',
          })),
        ),
      );
      for (const account of [IBAN, OTHER]) await mkdir(join(folder, account));
    });

    it("takes the account's file and keeps it under the account's name in done", async () => {
      await at('releve.xml', GOOD.bytes);
      await lookTwice();
      expect([await inFolder('.'), await inFolder('done'), await amounts()]).toEqual([[], ['releve.xml'], [100_00]]);
    });

    it("refuses another account's file whole, with both accounts in the reason", async () => {
      await at('releve.xml', GOOD.bytes, OTHER);
      await lookTwice();
      expect(await readdir(join(folder, 'refused', OTHER))).toEqual(['releve.xml', 'releve.xml.txt']);
      const reason = await readFile(join(folder, 'refused', OTHER, 'releve.xml.txt'), 'utf8');
      expect(reason).toContain(`The file is of account ${IBAN}, but lay in the folder of account ${OTHER}.`);
      expect([await linesOf(IBAN), await linesOf(OTHER)]).toEqual([[], []]);
    });

    it('takes a table that names no account for the one of its folder, as its columns were confirmed for another', async () => {
      const table = (label: string, amount: string) => ({
        name: 'export.csv',
        bytes: new TextEncoder().encode(`Date;Libellé;Montant\n01/04/2026;${label};${amount}\n14/04/2026;B;1,00\n`),
      });
      await at('export.csv', table('VIR A', '10,00').bytes);
      await lookTwice();
      expect(await inFolder('refused')).toEqual(['export.csv', 'export.csv.txt']);
      const [company] = (await it_.desk.store.companies()).slice(-1);
      const first = table('VIR A', '10,00');
      const mapping = mappingOf(must(await previewTable(it_.desk, company!.id, first, null)).mapping)!;
      expect(await importStatements(it_.desk, company!.id, first, BY, { mapping, account: IBAN })).toMatchObject({
        ok: true,
      });
      await at('export.csv', table('VIR B', '20,00').bytes, OTHER);
      await lookTwice();
      expect([await linesOf(IBAN), await linesOf(OTHER)]).toEqual([
        [10_00, 1_00],
        [20_00, 1_00],
      ]);
    });

    it('leaves folders alone that are no account', async () => {
      await mkdir(join(folder, '2026-11-25'));
      await drop(join('2026-11-25', 'releve.xml'), GOOD.bytes);
      await lookTwice();
      expect(await readdir(join(folder, '2026-11-25'))).toEqual(['releve.xml']);
      expect(await amounts()).toEqual([]);
    });

    it('is what doctor looks at', async () => {
      const line = async (inbox: string) => {
        const config = { ...readConfig({ data: folder }), inbox };
        return (await checksOf(it_.desk, config)).find((check) => check.name === 'inbox');
      };
      expect(await line(folder)).toMatchObject({ ok: true, says: { en: `${folder}, 2 account folder(s)` } });
      await mkdir(join(folder, 'Archives'));
      expect(await line(folder)).toMatchObject({
        ok: false,
        says: { en: expect.stringMatching(/^Archives: no account of/) },
      });
      expect(await line(join(folder, 'absent'))).toMatchObject({
        ok: false,
        says: { fr: expect.stringMatching(/n’existe pas/) },
      });
    });
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

describe.skipIf(!hasDatabase())('the watched folder of several companies in one ERP', () => {
  const OTHER = 'FR7630001007941234567890185';
  const THEIRS = camt([{ day: '2026-11-03', amount: 7_00, ref: 'T' }], { id: 'THEIRS', iban: OTHER });
  let it_: TestDesk;
  let folder = '';
  let ids: string[] = [];
  beforeAll(async () => {
    it_ = await testDesk();
    ids = [await it_.next({ erp: 'odoo' }), await it_.next({ erp: 'odoo' })];
    for (const [i, account] of [IBAN, OTHER].entries()) {
      const facts = {
        account,
        name: account,
        ledgerAccount: '512001',
        journal: 'BNK1',
        currency: 'EUR',
        iban: account,
      };
      await it_.desk.store.within(ids[i]!, (tx) => tx.bank.putAccounts([facts]));
    }
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lettrage-inbox-'));
    await takeInbox(folder, it_.desk, ids[0]!);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  afterAll(() => it_.close());

  const amountsOf = async (company: string) => {
    const lines = await it_.desk.store.within(company, async (tx) =>
      (await Promise.all([IBAN, OTHER].map((it) => tx.bank.linesBetween(it, '2026-11-01', '2026-11-30')))).flat(),
    );
    return lines.map((line) => line.amountMinor);
  };

  it('each has a folder of its own, and its night counts its own files', async () => {
    await writeFile(join(folder, ids[0]!, 'releve.xml'), GOOD.bytes);
    await writeFile(join(folder, ids[1]!, 'releve.xml'), THEIRS.bytes);
    expect(await takeInbox(folder, it_.desk, ids[0]!)).toBe(1);
    expect([await amountsOf(ids[0]!), await amountsOf(ids[1]!)]).toEqual([[100_00], [7_00]]);
    for (const id of ids) expect(await readdir(join(folder, id, 'done'))).toEqual(['releve.xml']);
  });

  it('a file in the folder above goes to the company whose account it states', async () => {
    const again = camt([{ day: '2026-11-05', amount: 9_00, ref: 'U' }], { id: 'AGAIN', iban: OTHER });
    await writeFile(join(folder, 'releve.xml'), again.bytes);
    expect(await takeInbox(folder, it_.desk, ids[1]!)).toBe(1);
    expect(await amountsOf(ids[1]!)).toContain(9_00);
    expect(await amountsOf(ids[0]!)).not.toContain(9_00);
  });

  it('a file of nobody is refused, and the reason names the folders', async () => {
    const strange = camt([{ day: '2026-11-05', amount: 3_00, ref: 'V' }], {
      id: 'V',
      iban: 'FR7610107001011234567890129',
    });
    await writeFile(join(folder, 'releve.xml'), strange.bytes);
    expect(await takeInbox(folder, it_.desk, ids[0]!)).toBe(0);
    expect(await readFile(join(folder, 'refused', 'releve.xml.txt'), 'utf8')).toContain(ids.join(', '));
    expect([await amountsOf(ids[0]!), await amountsOf(ids[1]!)].flat()).not.toContain(3_00);
  });

  it('two looks at once take a file once', async () => {
    const twice = camt([{ day: '2026-11-06', amount: 11_00, ref: 'W' }], { id: 'W' });
    await writeFile(join(folder, ids[0]!, 'w.xml'), twice.bytes);
    const counts = await Promise.all([takeInbox(folder, it_.desk, ids[0]!), takeInbox(folder, it_.desk, ids[0]!)]);
    expect(counts.sort()).toEqual([0, 1]);
    expect((await amountsOf(ids[0]!)).filter((it) => it === 11_00)).toHaveLength(1);
  });

  it('a folder that cannot be read is a warning, not the end of the night', async () => {
    const blocked = join(folder, 'file');
    await writeFile(blocked, '');
    expect(codeOf(await takeInbox(blocked, it_.desk, ids[0]!))).toBe('inbox-unread');
  });
});
