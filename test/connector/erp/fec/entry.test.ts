// Entries leave in the columns of a FEC, and what leaves is read back as what was decided.
import { describe, expect, it } from 'vitest';
import { exportEntries } from '../../../../connector/erp/fec/index.ts';
import { readLedger } from '../../../../connector/erp/fec/ledger.ts';
import { type EntryLine, pieceOf } from '../../../../sync/model/entry.ts';
import { COMPANY } from './fixture.ts';

const CONTEXT = {
  accounts: [
    { number: '512000', name: 'Banque' },
    { number: '411000', name: 'Clients' },
    { number: '411DUPONT', name: 'Dupont' },
  ],
  parties: [
    { id: 'MAR', name: 'Martin' },
    { id: 'DUPONT', name: 'Dupont' },
    { id: '100', name: 'Centieme' },
  ],
  journalOf: (account: string | null) =>
    account === null ? { code: 'OD', name: 'Divers' } : { code: 'BQ', name: 'Banque' },
};

function line(part: EntryLine['part'], account: string, amountMinor: number, partyId: string | null = null): EntryLine {
  return { part, account, partyId, label: `Règlement\t${account}`, amountMinor, settles: null };
}

const RECEIPT = {
  decisionId: 'd3b0-7384-d113-edec',
  day: '2024-03-12' as const,
  entry: [line('bank', '512000', 11_990), line('bank_fee', '627000', 10), line('customer', '411000', -12_000, 'MAR')],
};

describe('entries for the accounting program', () => {
  it('stand in the legal columns, as drafts, with the decision as their piece', () => {
    const text = new TextDecoder().decode(exportEntries([RECEIPT], CONTEXT).fec);
    const [head, ...rows] = text.replace(/\r\n$/, '').split('\r\n');
    expect(head!.split('\t')).toHaveLength(18);
    expect(rows).toEqual([
      'BQ\tBanque\tP1\t20240312\t512000\tBanque\t\t\tL7384D113EDEC\t20240312\tRèglement 512000\t119,90\t0,00\t\t\t\t\t',
      'BQ\tBanque\tP1\t20240312\t627000\t\t\t\tL7384D113EDEC\t20240312\tRèglement 627000\t0,10\t0,00\t\t\t\t\t',
      'BQ\tBanque\tP1\t20240312\t411000\tClients\tMAR\tMartin\tL7384D113EDEC\t20240312\tRèglement 411000\t0,00\t120,00\t\t\t\t\t',
    ]);
  });

  it('are read back as one entry each, for the same customers', () => {
    const other = {
      ...RECEIPT,
      decisionId: 'e',
      entry: [line('other', '411000', 500, 'MAR'), line('other', '411DUPONT', -500, 'DUPONT')],
    };
    const { fec } = exportEntries([RECEIPT, other], CONTEXT);
    const ledger = readLedger({ ...COMPANY, files: [{ name: 'entries.txt', bytes: fec }] });
    if (Array.isArray(ledger)) throw new Error(ledger[0]!.code);
    const told = ledger.lines.map(({ journal, entry, account, partyId, amountMinor }) => [
      journal,
      entry,
      account,
      partyId,
      amountMinor,
    ]);
    expect(told).toEqual([
      ['BQ', 'P1', '512000', null, 11_990],
      ['BQ', 'P1', '411000', 'MAR', -12_000],
      ['OD', 'P2', '411000', 'MAR', 500],
      ['OD', 'P2', '411DUPONT', 'DUPONT', -500],
    ]);
  });

  it('name no auxiliary on a customer’s own account, and one on a collective account that ends in its number', () => {
    const entry = [line('customer', '411DUPONT', 100, 'DUPONT'), line('customer', '411100', -100, '100')];
    const csv = new TextDecoder().decode(exportEntries([{ ...RECEIPT, entry }], CONTEXT).csv).split('\r\n');
    expect(csv.slice(1, 3).map((row) => row.split(';')[6])).toEqual(['', '100']);
  });

  it('that do not balance are our own mistake and stop the program', () => {
    expect(() => exportEntries([{ ...RECEIPT, entry: [line('bank', '512000', 1)] }], CONTEXT)).toThrow(
      'does not balance',
    );
  });

  it('of two decisions never share a piece', () => {
    expect(pieceOf('0190a1b2-0000-7000-8000-000000000001')).not.toBe(pieceOf('0190a1b2-0000-7000-8000-000000000002'));
  });
});
