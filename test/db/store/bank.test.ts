// Bank statements and their lines: where each stands, and the ledger lines that are the same movement.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountRole } from '../../../sync/model/ledger.ts';
import type { Transaction } from '../../../sync/model/statement.ts';
import { type Fresh, freshStore, hasDatabase, newCompanies } from '../harness.ts';
import { bankLine, decision, file, ledgerLine, receive, settlement, statement } from '../sample.ts';

const PENDING: Transaction = {
  amount: '12.50',
  currency: 'EUR',
  bookingDate: null,
  valueDate: '2026-03-12',
  status: 'PDNG',
  statusText: null,
  reversal: false,
  counterparty: 'DURAND',
  counterpartyAccount: null,
  ultimateParty: null,
  endToEndId: null,
  mandateId: null,
  remittance: [],
  note: [],
  references: [],
  documents: [],
  bankCode: null,
  charges: [],
  instructed: null,
  returnReason: null,
  bankReference: null,
  batch: null,
  place: 'Stmt[1]/Ntry[1]',
};

describe.skipIf(!hasDatabase())('bank', () => {
  let fresh: Fresh;
  const { within } = newCompanies(() => fresh);
  beforeAll(async () => {
    fresh = await freshStore();
  });
  afterAll(() => fresh.close());

  it('gives accounts, files and statements back as they were put', () =>
    within(async (tx) => {
      const accounts = [
        { account: 'DE1', name: 'Ohne Konto', ledgerAccount: null, journal: null, currency: 'EUR' },
        { account: 'FR1', name: 'Courant', ledgerAccount: '512000', journal: 'BQ', currency: 'EUR' },
      ];
      await tx.bank.putAccounts(accounts);
      expect(await tx.bank.accounts()).toEqual(accounts);
      await tx.files.add(file('f'));
      const { bytes: _, ...facts } = file('f');
      expect(await tx.files.byHash(facts.hash)).toEqual(facts);
      expect(await tx.files.byHash('0'.repeat(64))).toBe(null);
      const row = statement('s', 'f', { apart: [PENDING], openingMinor: null, balanced: null, openingCarried: true });
      await tx.bank.addStatement(row);
      expect(await tx.bank.statementsOf('FR7612345')).toEqual([row]);
    }));

  it('takes of several statements of one day, read at once, the closing of the last', () =>
    within(async (tx) => {
      await tx.bank.putAccounts([
        { account: 'BNK1', name: 'Courant', ledgerAccount: '512001', journal: 'BNK1', currency: 'EUR' },
      ]);
      const closing = (id: string, closingMinor: number) => ({
        ...statement(id, ''),
        ...{ fileId: null, account: 'BNK1', format: 'erp' as const, closingMinor },
      });
      await tx.bank.putStatements([closing('stmt/10', 150), closing('stmt/9', 100), closing('stmt/8', 300)]);
      expect((await tx.bank.totals()).map((it) => it.statedMinor)).toEqual([150]);
    }));

  it('keeps the bytes of ledger files, the newest of each exercise in force', () =>
    within(async (tx) => {
      const ledger = { from: '2026-01-01', to: '2026-12-31', lines: 3, parties: 2 } as const;
      await tx.files.add(file('old', { kind: 'fec', ledger }));
      await tx.files.supersede('old');
      const bytes = new Uint8Array(300_000).map((_, i) => i % 251);
      await tx.files.add(file('new', { kind: 'fec', ledger, bytes, importedAt: '2026-04-01T00:00:00.000Z' }));
      await tx.files.add(file('bank'));
      const current = await tx.files.currentLedgers();
      expect(current.map((it) => it.id)).toEqual(['new']);
      expect(Buffer.from(current[0]?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
      expect(current[0]).toMatchObject({ ledger });
    }));

  it('gives a line back exactly as it was put, with its place', () =>
    within(async (tx) => {
      const whole = bankLine('b', -4_550, {
        entryRef: 'REF 1',
        valueDay: '2026-03-09',
        counterparty: null,
        counterpartyAccount: 'FR7699',
        ultimateParty: 'SCI LES TILLEULS',
        endToEndId: 'E2E',
        mandateId: 'RUM',
        label: 'PRLV “été”\u2028 \\N \t fin',
        references: ['RF18', 'X'],
        bankCode: 'PMNT-RCDT',
        instructed: { amountMinor: 5_000, currency: 'USD' },
        returnReason: 'AM04',
        batch: { id: 'entry 1', count: 3 },
      });
      await receive(tx, 'S', [bankLine('first', 1), whole]);
      const stored = {
        state: 'open',
        until: null,
        flagged: false,
        booked: [],
        decisionId: null,
        erpId: null,
        waitingMinor: null,
        waitingOwnMinor: null,
      };
      expect(await tx.bank.line('b')).toEqual({ ...whole, ...stored, statementId: 'S', position: 1 });
      expect(await tx.bank.line('unknown')).toBe(null);
      expect(await tx.bank.known(['b', 'unknown', 'first'])).toEqual(new Set(['b', 'first']));
    }));

  it('numbers later lines of a statement after the earlier ones', () =>
    within(async (tx) => {
      await receive(tx, 'S', [bankLine('1', 1), bankLine('2', 2)]);
      await tx.bank.addLines('S', [bankLine('3', 3)]);
      expect((await tx.bank.openLines()).map((it) => [it.id, it.position])).toEqual([
        ['1', 0],
        ['2', 1],
        ['3', 2],
      ]);
    }));

  it('refuses a line that it has', async () => {
    const twice = within(async (tx) => {
      await receive(tx, 'S', [bankLine('1', 1)]);
      await tx.bank.addLines('S', [bankLine('1', 1)]);
    });
    await expect(twice).rejects.toThrow();
  });

  it('lists lines that wait, oldest first, and those of an account by days', () =>
    within(async (tx) => {
      await receive(tx, 'S', [
        bankLine('new', 1, { bookingDay: '2026-03-12' }),
        bankLine('old', 2, { bookingDay: '2026-03-01' }),
        bankLine('done', 3, { bookingDay: '2026-03-02' }),
        bankLine('other', 4, { bookingDay: '2026-03-02', account: 'X' }),
      ]);
      await tx.bank.setState('done', 'settled', {});
      await tx.bank.setState('new', 'later', { until: '2026-04-01' });
      expect((await tx.bank.openLines()).map((it) => it.id)).toEqual(['old', 'other', 'new']);
      const between = await tx.bank.linesBetween('FR7612345', '2026-03-01', '2026-03-02');
      expect(between.map((it) => [it.id, it.format])).toEqual([
        ['old', 'camt'],
        ['done', 'camt'],
      ]);
    }));

  it('changes of a state only what is named', () =>
    within(async (tx) => {
      await receive(tx, 'S', [bankLine('b', 1)]);
      await tx.decisions.add(decision('d', { lineId: 'b' }));
      const state = async () => {
        const line = await tx.bank.line('b');
        return [line?.state, line?.until, line?.flagged, line?.decisionId];
      };
      await tx.bank.setState('b', 'later', { until: '2026-04-01', flagged: true });
      expect(await state()).toEqual(['later', '2026-04-01', true, null]);
      await tx.bank.setState('b', 'settled', { decisionId: 'd' });
      expect(await state()).toEqual(['settled', null, true, 'd']);
      await tx.bank.setState('b', 'open', { decisionId: null, flagged: false });
      expect(await state()).toEqual(['open', null, false, null]);
      await tx.bank.setStates(['b', 'unknown'], 'settled');
      expect(await state()).toEqual(['settled', null, false, null]);
      await expect(tx.bank.setState('unknown', 'open', {})).rejects.toThrow('does not exist');
    }));

  it('ticks lines against ledger lines, replacing earlier ticks; a line that left the ledger ticks nothing', () =>
    within(async (tx) => {
      await tx.ledger.putLines(['x', 'y', 'z'].map((id) => ledgerLine(id, 10, { account: '512000', role: 'bank' })));
      await receive(tx, 'S', [bankLine('b', 20), bankLine('c', 10)]);
      await tx.bank.tick([
        { lineId: 'b', ledgerLineIds: ['y', 'x'] },
        { lineId: 'c', ledgerLineIds: ['z'] },
      ]);
      expect((await tx.bank.line('b'))?.booked).toEqual(['x', 'y']);
      await tx.bank.tick([{ lineId: 'b', ledgerLineIds: ['y'] }]);
      await tx.bank.tick([{ lineId: 'c', ledgerLineIds: [] }]);
      const ticked = async (yes: boolean) => (await tx.bank.tickedLines(yes)).map((it) => it.id);
      expect([await ticked(true), await ticked(false)]).toEqual([['b'], ['c']]);
      await tx.ledger.retireLinesExcept(['x', 'z']);
      expect([await ticked(true), await ticked(false)]).toEqual([[], ['b', 'c']]);
    }));

  it('settles at once what waits undecided where nothing of its entries is open, and looks again at what is not so', () =>
    within(async (tx) => {
      const owned = { journal: 'BQ', kind: 'other' } as const;
      /** An entry of a bank line and its counterpart. */
      const entry = (name: string, role: AccountRole = 'receivable') => [
        ledgerLine(`${name}-bank`, 10, { ...owned, account: '512000', role: 'bank', entry: name }),
        ledgerLine(`${name}-other`, -10, { ...owned, role, entry: name }),
      ];
      const names = ['whole', 'free', 'cheque', 'put-off', 'decided', 'aside', 'retired', 'twofold'];
      const matched = names.filter((name) => name !== 'free' && name !== 'cheque');
      await tx.ledger.putLines([
        ...names.flatMap((name) => entry(name, name === 'cheque' ? 'collection' : 'receivable')),
        ...matched.map((name) => ledgerLine(`${name}-invoice`, 10, { ...owned, entry: `invoice of ${name}` })),
      ]);
      await tx.ledger.addSettlements(
        matched.map((name) => settlement(`${name}-match`, `${name}-invoice`, `${name}-other`, 10)),
        { from: 'ledger' },
      );
      await receive(
        tx,
        'S',
        [...names, 'unticked'].map((name) => bankLine(name, 10)),
      );
      await tx.bank.nameInErp([...names, 'unticked'].map((name) => ({ lineId: name, erpId: name })));
      await tx.bank.tick([
        ...names
          .filter((name) => name !== 'twofold')
          .map((name) => ({ lineId: name, ledgerLineIds: [`${name}-bank`] })),
        { lineId: 'twofold', ledgerLineIds: ['twofold-bank', 'free-bank'] },
      ]);
      await tx.decisions.add(decision('d', { lineId: 'decided' }));
      await tx.bank.setState('put-off', 'later', { until: '2026-04-01' });
      await tx.bank.setState('decided', 'open', { decisionId: 'd' });
      await tx.bank.setState('aside', 'set-aside', {});
      const all = names.flatMap((name) => [`${name}-bank`, `${name}-other`, `${name}-invoice`]);
      await tx.ledger.retireLinesExcept(all.filter((id) => id !== 'retired-bank'));

      await tx.bank.settleWhole();
      const settled = async () => {
        const lines = await Promise.all([...names, 'unticked'].map((name) => tx.bank.line(name)));
        return lines.filter((line) => line?.state === 'settled').map((line) => line?.id);
      };
      expect(await settled()).toEqual(['whole']);

      const again = async (erpIds: string[] | null) =>
        (await tx.bank.restatable(erpIds, '', 100)).map((line) => line.id).sort();
      expect(await again(null)).toEqual(['cheque', 'decided', 'free', 'put-off', 'twofold']);
      // Settled, and not so any more: freed in the ledger, or no longer in it.
      await tx.bank.setStates(['free', 'unticked', 'retired'], 'settled');
      expect(await again(null)).toEqual(['cheque', 'decided', 'free', 'put-off', 'retired', 'twofold', 'unticked']);
      expect(await again(['unticked', 'whole'])).toEqual(['cheque', 'decided', 'put-off', 'twofold', 'unticked']);
    }));
});
