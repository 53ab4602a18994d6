// Bank files that come in any order, twice, in two formats, broken or of a stranger: no line is lost or doubled.
import { describe, expect, it } from 'vitest';
import { says } from '../../../sync/fault/index.ts';
import { statementGaps } from '../../../sync/job/gaps.ts';
import type { DeskFile } from '../../../sync/port/files.ts';
import { hasDatabase } from '../../db/harness.ts';
import { deskForEach, TODAY } from './desk.ts';
import { camt, fec, IBAN, invoice, type Movement, ofx, receipt, together } from './paper.ts';

const A: Movement = { day: '2026-11-03', amount: 100_00, ref: 'A', payer: 'Dupont', text: 'VIR A' };
const B: Movement = { day: '2026-11-04', amount: 200_00, ref: 'B', payer: 'Martin', text: 'VIR B' };
const C: Movement = { day: '2026-11-05', amount: -50_00, ref: 'C', text: 'FRAIS' };

describe.skipIf(!hasDatabase())('bank files', () => {
  const at = deskForEach();
  const { bring, see } = at;
  /** 'day amount' of every line of the company, in the list's order. */
  const lines = () =>
    see(async (tx) => {
      const all = await tx.bank.tickedLines(false);
      return all.map(({ bookingDay, amountMinor }) => `${bookingDay} ${amountMinor}`);
    });
  const statements = () => see((tx) => tx.bank.statementsOf(IBAN));

  it('the same file again writes nothing', async () => {
    const file = camt([A, B]);
    expect(await bring(file)).toMatchObject([{ ok: true, known: false }]);
    expect(await bring(file)).toMatchObject([{ ok: true, known: true, statements: [{ duplicateCount: 2 }] }]);
    expect(await lines()).toEqual(['2026-11-03 10000', '2026-11-04 20000']);
    expect(await statements()).toHaveLength(1);
  });

  it('files that overlap add only what is new, in any order of days', async () => {
    await bring(camt([B, C], { id: 'S2', opening: 1_100_00 }));
    const [second] = await bring(camt([A, B], { id: 'S1' }));
    expect(second).toMatchObject({ ok: true, statements: [{ lineCount: 2, duplicateCount: 1, balanced: true }] });
    expect(await lines()).toEqual(['2026-11-03 10000', '2026-11-04 20000', '2026-11-05 -5000']);
  });

  it('a day that is missing between two files is named until its file comes', async () => {
    await bring(camt([C], { id: 'S3', opening: 1_300_00, from: '2026-11-04' }), camt([A], { id: 'S1' }));
    const gaps = () => statementGaps(at.desk, at.company);
    expect(await gaps()).toEqual([
      {
        account: IBAN,
        currency: 'EUR',
        after: '2026-11-03',
        before: '2026-11-04',
        closingMinor: 1_100_00,
        openingMinor: 1_300_00,
      },
    ]);
    await bring(camt([B], { id: 'S2', opening: 1_100_00, from: '2026-11-03' }));
    expect(await gaps()).toEqual([]);
  });

  it('two equal payments of one day stay two, and stay two when they come again', async () => {
    const twin = { day: '2026-11-03', amount: 80_00, payer: 'Dupont', text: 'VIR' };
    await bring(camt([twin, twin], { id: 'S1' }));
    await bring(camt([twin, twin, C], { id: 'S2' }));
    expect(await lines()).toEqual(['2026-11-03 8000', '2026-11-03 8000', '2026-11-05 -5000']);
  });

  it('a statement that goes on in the middle of a day brings a second equal payment', async () => {
    const twin = { day: '2026-11-03', amount: 80_00, payer: 'Dupont', text: 'VIR' };
    await bring(camt([twin], { id: 'MORNING', opening: 0 }));
    await bring(camt([twin], { id: 'AFTERNOON', opening: 80_00 }));
    expect(await lines()).toEqual(['2026-11-03 8000', '2026-11-03 8000']);
    expect(await bring(camt([twin], { id: 'AFTERNOON', opening: 80_00 }))).toMatchObject([{ known: true }]);
  });

  it('a file that names bank, branch and number apart is of the account with that IBAN, not of another with the number', async () => {
    const other = 'FR7630003001000000007000006';
    await bring(camt([A, B]));
    await see((tx) =>
      tx.bank.putAccounts([{ account: other, name: 'B', ledgerAccount: null, journal: null, currency: 'EUR' }]),
    );
    const daysOf = (account: string) =>
      see(async (tx) => (await tx.bank.linesBetween(account, '2026-11-01', '2026-11-30')).map((it) => it.amountMinor));
    // The key of the RIB fits the second bank only; without a bank of five digits the number could be of both.
    expect(await bring(ofx([C], { bank: '30003', key: '06', closing: 0 }))).toMatchObject([{ ok: true }]);
    expect([await daysOf(IBAN), await daysOf(other)]).toEqual([[100_00, 200_00], [-50_00]]);
    await bring(fec([...receipt('BQ1', '2026-11-03', 'DUPONT', 'Dupont', 100_00)]));
    expect(await bring(ofx([A], { bank: '3', name: 'deux.ofx' }))).toMatchObject([
      { ok: false, faults: [{ code: 'statement-account-unknown' }] },
    ]);
  });

  it('another format of the same days adds nothing, whether the bank names its entries alike or not', async () => {
    await bring(camt([A, B, C]));
    const same = ofx([A, B, C], { closing: 1_250_00 });
    const renamed = [A, B, C].map((movement) => ({ ...movement, ref: `2026${movement.ref}`, text: 'AUTRE' }));
    expect(await bring(same)).toMatchObject([{ ok: true, statements: [{ duplicateCount: 3 }] }]);
    expect(await bring(ofx(renamed, { closing: 1_250_00, name: 'autre.ofx' }))).toMatchObject([
      { statements: [{ duplicateCount: 3 }] },
    ]);
    expect(await lines()).toHaveLength(3);
  });

  it('an OFX starts from the closing before it, and says so', async () => {
    await bring(camt([A], { id: 'S1' }));
    const [read] = await bring(ofx([B, C], { closing: 1_250_00 }));
    expect(read?.statements).toMatchObject([{ openingMinor: 1_100_00, openingCarried: true, balanced: true }]);
  });

  it('a statement that does not add up is refused whole, the others of its file are not', async () => {
    const wrong = camt([A, B], { closing: 1_342_00 });
    const [refused] = await bring(wrong);
    expect(refused).toMatchObject({ ok: false, faults: [{ code: 'statement-unbalanced' }] });
    expect(refused?.faults[0]?.params).toMatchObject({
      computed: { minor: 1_300_00, currency: 'EUR' },
      closing: { minor: 1_342_00, currency: 'EUR' },
    });
    expect(await lines()).toEqual([]);
    expect(await see((tx) => tx.view.imports(10))).toEqual([]);
    const [partly] = await bring(
      together(camt([A], { id: 'GOOD' }), camt([B], { id: 'BAD', opening: 1_100_00, closing: 7 })),
    );
    expect(partly).toMatchObject({
      ok: true,
      statements: [{ number: 'GOOD' }],
      faults: [{ place: { record: 'BAD' } }],
    });
    expect(await lines()).toEqual(['2026-11-03 10000']);
  });

  it('a statement issued again with other lines is a conflict and replaces nothing', async () => {
    await bring(camt([A, B], { from: '2026-11-02', to: '2026-11-05' }));
    const changed = camt([A, { ...B, amount: 300_00 }], { from: '2026-11-02', to: '2026-11-05', name: 'again.xml' });
    expect(await bring(changed)).toMatchObject([{ ok: false, faults: [{ code: 'statement-contradicted' }] }]);
    expect(await lines()).toEqual(['2026-11-03 10000', '2026-11-04 20000']);
  });

  it('a statement of one day that comes again under its number with another amount names number and account', async () => {
    await bring(camt([A], { from: '2026-11-03', to: '2026-11-03' }));
    const changed = camt([{ ...A, amount: 300_00 }], { from: '2026-11-03', to: '2026-11-03', name: 'again.xml' });
    const [outcome] = await bring(changed);
    const found = outcome && !outcome.ok ? outcome.faults[0] : undefined;
    expect(found).toMatchObject({ code: 'statement-conflict', place: { file: 'again.xml' } });
    expect(found && says(found, 'fr')).toContain(`Le relevé S1 du compte ${IBAN} est déjà importé`);
    expect(await lines()).toEqual(['2026-11-03 10000']);
  });

  it('a line that a proved statement leaves no room for is a conflict, under whatever number it comes', async () => {
    await bring(camt([A, C], { from: '2026-11-02', to: '2026-11-06' }));
    expect(await bring(camt([B], { id: 'S9' }))).toMatchObject([
      { ok: false, faults: [{ code: 'statement-contradicted' }] },
    ]);
    expect(await lines()).toHaveLength(2);
  });

  it('what is pending or for information is kept apart and never a line', async () => {
    const [read] = await bring(camt([A, { ...B, status: 'PDNG' }, { ...C, status: 'INFO' }]));
    expect(read?.statements).toMatchObject([{ lineCount: 1, apartCount: 2, balanced: true }]);
    expect(await lines()).toEqual(['2026-11-03 10000']);
  });

  it('an amount with more decimals than its currency is refused with its place', async () => {
    const file = camt([A]);
    const text = new TextDecoder().decode(file.bytes).replaceAll('>100.00<', '>100.005<');
    const [read] = await bring({ ...file, bytes: new TextEncoder().encode(text) });
    expect(read).toMatchObject({ ok: false, faults: [{ code: 'amount-decimals', place: { file: 'S1.xml' } }] });
  });

  it('a file of nothing and a file of something else are refused by their content', async () => {
    const files = [
      { name: 'vide.xml', bytes: new Uint8Array() },
      { name: 'photo.ofx', bytes: new TextEncoder().encode('not a statement') },
    ];
    expect((await bring(...files)).map((read) => read.faults[0]?.code)).toEqual(['file-empty', 'file-unknown']);
  });
});

describe.skipIf(!hasDatabase())('the account of a statement', () => {
  const at = deskForEach();
  const { bring, see } = at;
  const links = () =>
    see(async (tx) =>
      (await tx.bank.accounts()).map(({ account, ledgerAccount, journal }) => `${account} ${ledgerAccount} ${journal}`),
    );
  const OTHER = 'FR7618888010000000000000013';
  const ledger = (...rows: Parameters<typeof fec>[0][number][]) =>
    fec([...invoice('FA1', '2026-10-01', 'D', 'Dupont', 500_00), ...rows]);

  it('is the only bank account of the ledger', async () => {
    const [, read] = await bring(ledger(...receipt('B1', '2026-11-03', 'D', 'Dupont', 100_00)), camt([B]));
    expect(read?.warnings).toMatchObject([{ code: 'statement-account-linked', params: { by: 'sole' } }]);
    expect(await links()).toEqual([`${IBAN} 512100 BQ`]);
  });

  it('is the one of several that has the same movements', async () => {
    const other = (entry: string, amount: number) =>
      receipt(entry, '2026-11-03', 'D', 'Dupont', amount).map((row) => ({
        ...row,
        journal: 'B2',
        account: row.account === '512100' ? '512200' : row.account,
      }));
    const movements = [A, B, C].map((movement) => ({ ...movement, day: '2026-11-03' }));
    await bring(
      ledger(
        ...receipt('B1', '2026-11-03', 'D', 'Dupont', 77_00),
        ...[A, B, C].flatMap((it, i) => other(`O${i}`, it.amount)),
      ),
      camt(movements),
    );
    expect(await links()).toEqual([`${IBAN} 512200 B2`]);
  });

  it('is refused when the ledger cannot tell which it is, and nothing of it is kept', async () => {
    await bring(ledger(...receipt('B1', '2026-11-03', 'D', 'Dupont', 100_00)), camt([A]));
    const [read] = await bring(camt([B], { iban: OTHER, name: 'stranger.xml' }));
    expect(read).toMatchObject({ ok: false, faults: [{ code: 'statement-account-unknown' }] });
    expect(await links()).toEqual([`${IBAN} 512100 BQ`]);
  });

  it('is read without a link before any ledger, and linked when one comes', async () => {
    const [read] = await bring(camt([A, B]));
    expect(read).toMatchObject({ ok: true, warnings: [{ code: 'statement-account-unlinked' }] });
    expect(await links()).toEqual([`${IBAN} null null`]);
    await bring(ledger(...receipt('B1', '2026-11-03', 'D', 'Dupont', 100_00)));
    expect(await links()).toEqual([`${IBAN} 512100 BQ`]);
    const rows = await see((tx) => tx.view.queue('to-do', TODAY, { offset: 0, limit: 9, bank: null }));
    expect(rows.rows.map((row) => row.booked)).toEqual([true, false]);
  });

  describe('corrections of an OFX file', () => {
    const ofxOf = (name: string, body: string): DeskFile => {
      const file = ofx([], { name });
      const text = new TextDecoder().decode(file.bytes).replace('</BANKTRANLIST>', `${body}</BANKTRANLIST>`);
      return { name, bytes: new TextEncoder().encode(text) };
    };
    const entry = (ref: string, amount: string, corrects = '') =>
      `<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261103<TRNAMT>${amount}<FITID>${ref}${corrects}<NAME>CLIENT</STMTTRN>`;
    const correcting = (ref: string, action: string) => `<CORRECTFITID>${ref}<CORRECTACTION>${action}`;
    const amounts = () =>
      see(async (tx) => (await tx.bank.tickedLines(false)).map((line) => line.amountMinor).sort((a, b) => a - b));

    it('of a line that an earlier file brought are shown, and change nothing', async () => {
      await bring(ofxOf('1.ofx', entry('A', '90.00') + entry('B', '10.00')));
      const second = ofxOf(
        '2.ofx',
        entry('C', '95.00', correcting('A', 'REPLACE')) + entry('D', '10.00', correcting('B', 'DELETE')),
      );
      const [outcome] = await bring(second);
      expect(outcome?.warnings.map((it) => it.code)).toEqual(
        expect.arrayContaining(['statement-line-replaced', 'statement-line-deleted']),
      );
      expect(await amounts()).toEqual([10_00, 90_00]);
    });

    it('of a line that nobody knows: a replacement is an entry, a deletion is none', async () => {
      await bring(
        ofxOf(
          '1.ofx',
          entry('C', '95.00', correcting('A', 'REPLACE')) + entry('D', '10.00', correcting('B', 'DELETE')),
        ),
      );
      expect(await amounts()).toEqual([95_00]);
    });
  });
});
