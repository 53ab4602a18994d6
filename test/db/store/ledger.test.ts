// The ledger as the ERP states it: written again only where it differs, read with what is open.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerLine } from '../../../sync/model/ledger.ts';
import { type Fresh, freshStore, hasDatabase, newCompanies } from '../harness.ts';
import { bankLine, ledgerLine, party, receive, settlement } from '../sample.ts';

const WHOLE: LedgerLine = ledgerLine('whole', 120_000, {
  partyId: 'durand',
  document: 'FAC/2026/0001',
  label: 'Façade\u2028nord — “lot 3”, l’été',
  documentDay: '2026-02-28',
  dueDay: '2026-04-30',
  dueComputed: true,
  foreign: { minor: 130_000, currency: 'USD' },
  letter: 'aa',
  paymentReference: 'RF18539007547034',
  clientReference: 'BC 77',
  discount: { percentBp: 200, until: '2026-03-15', discountedMinor: 117_600 },
  vatMinor: 20_000,
  vatWaitingMinor: 5_000,
});

const WORDS = ['NULL', 'null', '', '{a,b}', '"cité", \\ barre \\"', 'l’un, l’autre', ' deux  lignes\n\t'];

describe.skipIf(!hasDatabase())('ledger', () => {
  let fresh: Fresh;
  const { within } = newCompanies(() => fresh);
  beforeAll(async () => {
    fresh = await freshStore();
  });
  afterAll(() => fresh.close());

  it('gives a line back exactly as it was put', () =>
    within(async (tx) => {
      await tx.ledger.putParties([party('durand')]);
      await tx.ledger.putLines([WHOLE]);
      expect(await tx.ledger.lines()).toEqual([WHOLE]);
      expect(await tx.ledger.items(['whole'])).toEqual([
        { ...WHOLE, residualMinor: 120_000, foreignResidualMinor: WHOLE.foreign?.minor },
      ]);
    }));

  it('gives back what every line of a page says alike, as what one alone says', () =>
    within(async (tx) => {
      await tx.ledger.putParties([party('durand')]);
      for (const [page, alike] of [
        WHOLE,
        ledgerLine('bare', 5),
        ...WORDS.map((label) => ({ ...WHOLE, label })),
      ].entries()) {
        const lines = ['1', '2', '3'].map((id) => ({ ...alike, id: `${page}/${id}` }));
        await tx.ledger.putLines(lines);
        expect(
          (await tx.ledger.items(lines.map(({ id }) => id))).map(
            ({ residualMinor: _, foreignResidualMinor: __, ...line }) => line,
          ),
        ).toEqual(lines);
      }
    }));

  it('gives words back as they are, whatever they mean in a list', () =>
    within(async (tx) => {
      const lines = WORDS.map((label, i) => ledgerLine(`w${i}`, 100, { label, clientReference: i % 2 ? label : null }));
      await tx.ledger.putLines(lines);
      expect(await tx.ledger.lines()).toEqual(lines);
      const named = WORDS.map((name, i) => party(`p${i}`, { name, ibans: [name, 'FR76'] }));
      await tx.ledger.putParties(named);
      const back = new Map((await tx.ledger.parties()).map((it) => [it.id, it]));
      expect(named.map((it) => back.get(it.id))).toEqual(named);
    }));

  it('gives customers back as they were put, and changes them', () =>
    within(async (tx) => {
      const rich = party('durand', { city: 'Lyon', country: 'FR', ibans: ['FR7600001'], parentId: 'p', shared: true });
      await tx.ledger.putParties([party('zoe'), rich]);
      expect(await tx.ledger.parties()).toEqual([rich, party('zoe')]);
      await tx.ledger.putParties([party('zoe', { name: 'Zoé SARL' })]);
      expect((await tx.ledger.parties())[1]?.name).toBe('Zoé SARL');
    }));

  it('counts what was added, changed and the same', () =>
    within(async (tx) => {
      const lines = [ledgerLine('a', 100), ledgerLine('b', 200), ledgerLine('c', 300)];
      expect(await tx.ledger.putLines(lines)).toEqual({ added: 3, changed: 0, same: 0 });
      const again = [ledgerLine('a', 100), ledgerLine('b', 200, { letter: 'AA' }), ledgerLine('d', 1)];
      expect(await tx.ledger.putLines(again)).toEqual({ added: 1, changed: 1, same: 1 });
      expect(await tx.ledger.putLines([])).toEqual({ added: 0, changed: 0, same: 0 });
    }));

  it('takes lines before their customers within a transaction, but not without them at its end', async () => {
    const late = within(async (tx) => {
      await tx.ledger.putLines([ledgerLine('a', 100, { partyId: 'durand' })]);
      await tx.ledger.putParties([party('durand')]);
      return tx.ledger.lines();
    });
    expect(await late).toHaveLength(1);
    await expect(within((tx) => tx.ledger.putLines([ledgerLine('a', 100, { partyId: 'nobody' })]))).rejects.toThrow();
  });

  it('moves what is open with a changed amount, keeping what was settled', () =>
    within(async (tx) => {
      await tx.ledger.putLines([ledgerLine('a', 1_000), ledgerLine('p', -400)]);
      await tx.ledger.addSettlements([settlement('s', 'a', 'p', 400)], { from: 'ledger' });
      await tx.ledger.putLines([ledgerLine('a', 1_100)]);
      expect((await tx.ledger.items(['a']))[0]?.residualMinor).toBe(700);
    }));

  it('retires lines that a snapshot does not name, and takes them back when one names them again', () =>
    within(async (tx) => {
      await tx.ledger.putLines([ledgerLine('a', 100), ledgerLine('b', 200), ledgerLine('c', 300)]);
      expect(await tx.ledger.retireLinesExcept(['b', 'unknown'])).toBe(2);
      expect(await tx.ledger.retireLinesExcept(['b'])).toBe(0);
      expect((await tx.ledger.openItems()).map((it) => it.id)).toEqual(['b']);
      expect(await tx.ledger.items(['a'])).toEqual([]);
      expect(await tx.ledger.putLines([ledgerLine('a', 100)])).toEqual({ added: 0, changed: 1, same: 0 });
      expect((await tx.ledger.lines()).map((it) => it.id)).toEqual(['a', 'b']);
    }));

  it('lists as open the customer lines of either sign with a residual, oldest first', () =>
    within(async (tx) => {
      await tx.ledger.putLines([
        ledgerLine('new', 100, { day: '2026-05-01' }),
        ledgerLine('old', 200, { day: '2026-01-01', account: '416000', role: 'doubtful' }),
        ledgerLine('credit', -50, { day: '2026-02-01', account: '419100', role: 'advance' }),
        ledgerLine('bank', 70, { account: '512000', role: 'bank' }),
        ledgerLine('wait', 80, { account: '471000', role: 'suspense' }),
        ledgerLine('paid', 90),
        ledgerLine('pays', -90),
      ]);
      await tx.ledger.addSettlements([settlement('s', 'paid', 'pays', 90)], { from: 'ledger' });
      expect((await tx.ledger.openItems()).map((it) => it.id)).toEqual(['old', 'credit', 'new']);
    }));

  it('finds the other lines of an entry, and the bank lines that no statement line is ticked against', () =>
    within(async (tx) => {
      const entry = { journal: 'BQ', entry: '17' };
      await tx.ledger.putLines([
        ledgerLine('512', 90, { ...entry, account: '512000', role: 'bank' }),
        ledgerLine('411', -90, entry),
        ledgerLine('other day', -5, { ...entry, day: '2026-03-02' }),
        ledgerLine('other journal', -5, { ...entry, journal: 'OD' }),
        ledgerLine('512 b', 10, { account: '512000', role: 'bank' }),
      ]);
      expect((await tx.ledger.entriesOf(['512'])).map((it) => it.id)).toEqual(['411', '512']);
      await receive(tx, 'S1', [bankLine('b1', 90)]);
      await tx.bank.tick([{ lineId: 'b1', ledgerLineIds: ['512'] }]);
      expect((await tx.ledger.untickedBankLines()).map((it) => it.id)).toEqual(['512 b']);
    }));

  it('finds the lines of accounts and amounts, the receivable account of a customer, and invoices that nothing is open of', () =>
    within(async (tx) => {
      await tx.ledger.putParties([party('p'), party('q')]);
      const line = (id: string, amount: number, account: string, facts: Partial<LedgerLine> = {}) =>
        ledgerLine(id, amount, { partyId: 'p', account, ...facts });
      await tx.ledger.putLines([
        line('1', 10, '411100'),
        line('2', 20, '411200'),
        line('3', 30, '411200', { document: 'FA-2026/0003' }),
        line('4', -30, '411200'),
        line('5', -5, '419100', { role: 'advance' }),
      ]);
      await tx.ledger.addSettlements([settlement('s', '3', '4', 30)], { from: 'ledger' });
      expect([await tx.ledger.receivableOf('p'), await tx.ledger.receivableOf('q')]).toEqual(['411200', null]);
      expect((await tx.ledger.linesOn(['411100', '419100'], [10, -5, 20])).map((it) => it.id)).toEqual(['1', '5']);
      const paid = async (saidIn: string[] | null) => (await tx.ledger.paidInvoices(saidIn)).map((it) => it.id);
      expect([await paid(null), await paid(['', 'VIR fa 2026 0003 MERCI']), await paid(['FA-2026/0004', ''])]).toEqual([
        ['3'],
        ['3'],
        [],
      ]);
      // What ends one text and begins the next is no number.
      expect([await paid(['FA-2026', '0003']), await paid([])]).toEqual([[], []]);
    }));

  it('replaces totals as a whole', () =>
    within(async (tx) => {
      await tx.ledger.putAccounts([
        { number: '411000', name: 'Clients', role: 'receivable' },
        { number: '416000', name: 'Douteux', role: 'doubtful' },
      ]);
      await tx.ledger.putBalances([
        { account: '411000', balanceMinor: 5 },
        { account: '416000', balanceMinor: 6 },
      ]);
      await tx.ledger.putBalances([{ account: '411000', balanceMinor: 7 }]);
      expect(await tx.view.ledgerBalances({ asOf: '2030-01-01', knownOn: null })).toEqual([
        { account: '411000', role: 'receivable', balanceMinor: 7 },
        { account: '416000', role: 'doubtful', balanceMinor: 0 },
      ]);
    }));

  it('takes more lines than one statement holds', () =>
    within(async (tx) => {
      const lines = Array.from({ length: 5_003 }, (_, i) => ledgerLine(`l${i}`, i + 1));
      expect(await tx.ledger.putLines(lines)).toEqual({ added: 5_003, changed: 0, same: 0 });
      expect(await tx.ledger.putLines(lines)).toEqual({ added: 0, changed: 0, same: 5_003 });
    }));
});
