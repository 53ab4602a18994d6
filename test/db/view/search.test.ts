// What a search finds: items by what a person remembers of them, customers by their names.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fresh, freshStore, hasDatabase, newCompanies } from '../harness.ts';
import { ledgerLine, party, settlement } from '../sample.ts';

describe.skipIf(!hasDatabase())('a search', () => {
  let fresh: Fresh;
  const { within } = newCompanies(() => fresh);
  beforeAll(async () => {
    fresh = await freshStore();
  });
  afterAll(() => fresh.close());

  it('finds items by number, customer, label and amount, open ones first, the longest due before', () =>
    within(async (tx) => {
      await tx.ledger.putParties([
        party('durand', { name: 'Établissements Durand' }),
        party('petit', { name: 'Petit' }),
      ]);
      await tx.ledger.putLines([
        ledgerLine('1', 300_000, { partyId: 'durand', document: 'FAC/2026/0871', dueDay: '2026-05-01' }),
        ledgerLine('2', 290_000, { partyId: 'durand', document: 'FAC/2026/0872', dueDay: '2026-04-01' }),
        ledgerLine('3', 5_000, { partyId: 'petit', document: 'FAC/2026/3000', label: 'Chantier 100 % bois_' }),
        ledgerLine('paid', 300_000, { partyId: 'petit', document: 'FAC/2025/0001', dueDay: '2025-01-01' }),
        ledgerLine('pays', -300_000, { partyId: 'petit', label: 'virement petit' }),
        ledgerLine('bank', 300_000, { account: '512000', role: 'bank' }),
        ledgerLine('retired', 300_000, { document: 'FAC/2026/0871 bis' }),
      ]);
      await tx.ledger.addSettlements([settlement('s', 'paid', 'pays', 300_000)], { from: 'ledger' });
      await tx.ledger.retireLinesExcept(['1', '2', '3', 'paid', 'pays', 'bank']);
      const find = async (query: string, limit = 20) =>
        (await tx.view.searchItems(query, limit)).map((row) => row.itemId);
      expect(await find('0871')).toEqual(['1']);
      expect(await find('etablissements')).toEqual(['2', '1']);
      expect(await find('ÉTABLISSEMENTS 0872')).toEqual(['2']);
      expect(await find('3000')).toEqual(['3', '1', 'paid', 'pays']);
      expect(await find('3 000,00')).toEqual(['1', 'paid', 'pays']);
      expect(await find('3000~5')).toEqual(['2', '1', 'paid', 'pays']);
      expect(await find('3000~5', 1)).toEqual(['2']);
      expect(await find('durand 3000~5')).toEqual(['2', '1']);
      expect(await find('100 %')).toEqual(['3']);
      expect(await find('bois_')).toEqual(['3']);
      expect(await find('virement')).toEqual(['pays']);
      expect(await find("l'inconnu %")).toEqual([]);
      expect(await find('')).toEqual([]);
    }));

  it('compares a document of the currency that is asked in with amounts of it, all others in the company’s', () =>
    within(async (tx) => {
      await tx.company.update({ ...(await tx.company.get()), erp: 'odoo' });
      const dollars = (minor: number) => ({
        foreign: { minor, currency: 'USD' },
      });
      await tx.ledger.putLines([
        ledgerLine('usd', 272_727, dollars(300_000)),
        ledgerLine('near', 270_000, dollars(297_000)),
        ledgerLine('part', 454_500, dollars(500_000)),
        ledgerLine('paid', -181_818, dollars(-200_000)),
        ledgerLine('eur', 300_000),
        ledgerLine('worth', 300_000, dollars(330_000)),
        ledgerLine('yen', 300_000, {
          foreign: { minor: 500_000, currency: 'JPY' },
        }),
        ledgerLine('untold', 300_000, dollars(340_000)),
        ledgerLine('by', -100, {}),
      ]);
      const facts = [
        {
          ...settlement('s', 'part', 'paid', 181_818),
          debitForeignMinor: 200_000,
          creditForeignMinor: 200_000,
        },
        // Of this one nobody says how much it took of the dollars.
        settlement('t', 'untold', 'by', 100),
      ];
      await tx.ledger.addSettlements(facts, { from: 'ledger' });
      const find = async (query: string, currency?: string) =>
        (await tx.view.searchItems(query, 20, { currency })).map((row) => row.itemId).sort();
      expect(await find('3000', 'USD')).toEqual(['eur', 'part', 'untold', 'usd', 'yen']);
      expect(await find('3000~2', 'USD')).toEqual(['eur', 'near', 'part', 'untold', 'usd', 'yen']);
      expect(await find('2000', 'USD')).toEqual(['paid']);
      expect(await find('2727,27', 'USD')).toEqual([]);
      expect(await find('500000', 'JPY')).toEqual(['yen']);
      const home = ['eur', 'untold', 'worth', 'yen'];
      expect([await find('3000'), await find('3000', 'EUR'), await find('2727,27')]).toEqual([home, home, ['usd']]);
    }));

  it('names customers by their words, those without an item too, and no supplier', () =>
    within(async (tx) => {
      await tx.ledger.putParties([
        party('a', { name: 'Établissements Durand' }),
        party('b', { name: 'Durand SA' }),
        party('new', { name: 'Durand et fils' }),
        party('bought', { name: 'Durand fournitures' }),
      ]);
      await tx.ledger.putLines([
        ledgerLine('1', 100, { partyId: 'a' }),
        ledgerLine('2', 100, { partyId: 'b' }),
        ledgerLine('3', -100, { partyId: 'bought', account: '401000', role: 'payable' }),
      ]);
      const found = async (query: string, limit = 9) =>
        (await tx.view.searchParties(query, limit)).map((it) => it.partyId);
      expect(await found('durand')).toEqual(['new', 'b', 'a']);
      expect(await found('durand ETABL')).toEqual(['a']);
      expect(await found('durand', 1)).toEqual(['new']);
      expect(await found('100 %')).toEqual([]);
      expect(await found(' ')).toEqual([]);
    }));
});
