// The control line is read from the ledger at that moment: what it holds that was not read is a difference, and an ERP that does not
// answer is said with the time of the last reading.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agedBalanceNow } from '../../../sync/job/aged.ts';
import { importFiles } from '../../../sync/job/import.ts';
import { pullErp } from '../../../sync/job/pull-erp.ts';
import { reportSheets } from '../../../sync/job/report/index.ts';
import { hasDatabase } from '../../db/harness.ts';
import { ledgerLine } from '../../db/sample.ts';
import { BY, must, type TestDesk, TODAY, testDesk } from './desk.ts';
import { FakeErp } from './erp.ts';

const FRENCH = { of: 'fr', isAsked: false } as const;

describe.skipIf(!hasDatabase())('the control of the aged balance', () => {
  let it_: TestDesk;
  let id: string;
  beforeAll(async () => {
    it_ = await testDesk();
  });
  afterAll(() => it_.close());

  const balance = async (asOf = TODAY) => (await agedBalanceNow(it_.desk, id, { asOf })).control;
  const printed = async () => {
    const [sheet] = must(await reportSheets(it_.desk, id, 'aging', { asOf: TODAY }, FRENCH));
    return sheet?.control;
  };

  describe('against an ERP', () => {
    let erp: FakeErp;
    beforeEach(async () => {
      id = await it_.next({ erp: 'odoo' });
      erp = new FakeErp();
      it_.link(erp);
      erp.invoice('i1', 'F-1', 'Dupont', 120_00);
      must(await pullErp(it_.desk, erp, id));
    });

    it('asks it, and says when', async () => {
      const { source, differenceMinor, ledgerMinor } = await balance();
      expect([ledgerMinor, differenceMinor, source.live]).toEqual([120_00, 0, true]);
      expect(source.at).toMatch(/^2026-11-25T08:/);
      expect((await printed())?.says).toMatch(
        /^Égale au grand livre : 120,00.EUR = 411100 120,00.EUR\. Grand livre interrogé le 25\/11\/2026 09:00\.$/,
      );
    });

    it('is off by what was booked there since, and names the entry', async () => {
      erp.invoice('i2', 'F-2', 'Dupont', 30_00);
      const { differenceMinor, suspects } = await balance();
      expect(differenceMinor).toBe(30_00);
      const unread = suspects.filter((each) => each.why === 'unread').map(({ itemId, document }) => [itemId, document]);
      expect(unread).toContainEqual(['i2', 'F-2']);
      const line = await printed();
      expect(line?.ok).toBe(false);
      expect(line?.says).toContain('ATTENTION, s’écarte du grand livre de 30,00');
      must(await pullErp(it_.desk, erp, id));
      expect((await balance()).differenceMinor).toBe(0);
    });

    it('rests on the last reading where it does not answer, and says so on what is printed', async () => {
      erp.isGone = true;
      const { pulledAt } = await it_.see((tx) => tx.link.get());
      const { source, differenceMinor } = await balance();
      expect(differenceMinor).toBe(0);
      expect(source).toMatchObject({
        live: false,
        at: pulledAt,
        why: { en: expect.stringContaining('not answering') },
      });
      expect((await printed())?.says).toMatch(
        /CONTRÔLE NON REFAIT : fake ne répond pas.* Totaux lus le 25\/11\/2026 09:00\./,
      );
    });

    it('rests on the last reading where the program has no access to it', async () => {
      const desk = {
        ...it_.desk,
        erps: {
          open: () => {
            throw new Error('not configured');
          },
        },
      };
      const { control } = await agedBalanceNow(desk, id, { asOf: TODAY });
      expect(control.source).toMatchObject({ live: false, why: { fr: expect.stringContaining('odoo') } });
    });

    it('of what was known on a past day is what the ledger had stated by then', async () => {
      const { control } = await agedBalanceNow(it_.desk, id, { asOf: TODAY, knownOn: '2026-11-24' });
      expect(control.source).toMatchObject({ live: false, why: null });
    });
  });

  describe('against ledger files', () => {
    const row = (entry: number, day: string, account: string, piece: string, debit: string, credit: string) =>
      ['VE', 'Ventes', entry, day, account, 'x', '', '', piece, day, piece, debit, credit, '', '', day, '', ''].join(
        '\t',
      );
    const HEAD =
      'JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise';
    const FEC = [
      HEAD,
      row(1, '20260110', '411DUPONT', 'F1', '100,00', '0,00'),
      row(1, '20260110', '706000', 'F1', '0,00', '100,00'),
      row(2, '20260310', '411DUPONT', 'F2', '50,00', '0,00'),
      row(2, '20260310', '706000', 'F2', '0,00', '50,00'),
    ].join('\n');

    beforeEach(async () => {
      id = await it_.next({ siren: null });
      const file = { name: 'FEC.txt', bytes: new TextEncoder().encode(FEC) };
      const [outcome] = await importFiles(it_.desk, id, [file], BY);
      expect(outcome?.ok).toBe(true);
    });

    it('reads them again, at any day', async () => {
      for (const [asOf, minor] of [
        ['2026-01-09', 0],
        ['2026-01-10', 100_00],
        ['2026-03-09', 100_00],
        ['2026-03-10', 150_00],
      ] as const) {
        const { ledgerMinor, differenceMinor, source } = await balance(asOf);
        expect([asOf, ledgerMinor, differenceMinor, source.live]).toEqual([asOf, minor, 0, true]);
      }
    });

    it('finds what a total of the end hides: a line that stands on another day here', async () => {
      await it_.see(async (tx) => {
        const kept = (await tx.ledger.lines()).find((each) => each.document === 'F1')!;
        await tx.ledger.putLines([ledgerLine(kept.id, kept.amountMinor, { ...kept, day: '2026-02-01' })]);
      });
      expect((await balance('2026-01-31')).differenceMinor).toBe(100_00);
      expect((await balance('2026-02-01')).differenceMinor).toBe(0);
    });
  });
});
