// Lines that no open item takes whole, on the real database: an account with VAT, a pair of transfers, a claim; exported balanced.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptLine } from '../../../sync/job/accept.ts';
import { closeClaim } from '../../../sync/job/claim.ts';
import { exportFiles } from '../../../sync/job/export.ts';
import { importFiles } from '../../../sync/job/import.ts';
import { linkBankAccount } from '../../../sync/job/link-account.ts';
import { halvesOf, pairTransfer } from '../../../sync/job/transfer.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import type { AcceptBody } from '../../../sync/port/view.ts';
import { hasDatabase } from '../../db/harness.ts';
import { BY, codeOf, must, request, type TestDesk, testDesk } from './desk.ts';
import { camt, fec, invoice } from './paper.ts';

const OTHER_IBAN = 'FR7619999001000000007000193';
const row = { journal: 'OD', entry: 'OD1', day: '2026-01-01', piece: 'OD1' };
const LEDGER = fec([
  ...invoice('FA001', '2026-09-01', 'DUPONT', 'Dupont SARL', 1_200_00),
  { ...row, account: '613500', amount: 100_00 },
  { ...row, account: '445660', amount: 20_00 },
  { ...row, account: '471000', amount: -120_00 },
]);
const CURRENT = camt([
  {
    day: '2026-11-03',
    amount: -240_00,
    ref: 'RENT1',
    payer: 'SCI LES HALLES',
    text: 'PRLV SCI LES HALLES LOYER 10/2026',
  },
  { day: '2026-11-04', amount: -5_000_00, ref: 'OUT', text: 'VIR VERS LIVRET' },
  { day: '2026-11-05', amount: 1_100_00, ref: 'PART', payer: 'DUPONT SARL', text: 'FA001 MOINS PENALITES' },
  {
    day: '2026-11-20',
    amount: -240_00,
    ref: 'RENT2',
    payer: 'SCI LES HALLES',
    text: 'PRLV SCI LES HALLES LOYER 11/2026',
  },
]);
const SAVINGS = camt([{ day: '2026-11-05', amount: 5_000_00, ref: 'IN', text: 'VIR DU COMPTE COURANT' }], {
  id: 'S2',
  iban: OTHER_IBAN,
});

describe.skipIf(!hasDatabase())('a line that no item takes whole', () => {
  let it_: TestDesk;
  let company = '';
  let line: Record<string, string> = {};
  let fa001 = '';

  beforeAll(async () => {
    it_ = await testDesk();
  });
  beforeEach(async () => {
    company = await it_.next();
    for (const [account, ledgerAccount] of [
      ['FR7619999001000000007000096', '512100'],
      [OTHER_IBAN, '512200'],
    ] as const)
      must(await linkBankAccount(it_.desk, company, { account, ledgerAccount, journal: 'BQ' }, request()));
    await importFiles(it_.desk, company, [CURRENT, SAVINGS, LEDGER], BY);
    const [lines, items] = await it_.see(
      async (tx) => [await tx.bank.openLines(), await tx.ledger.openItems()] as const,
    );
    line = Object.fromEntries(lines.map((each) => [each.entryRef ?? '', each.id]));
    fa001 = items.find((item) => item.document === 'FA001')?.id ?? '';
  });
  afterAll(() => it_.close());

  const none: AcceptBody = { candidate: null, partyId: null, allocations: [], adjustments: [], rest: 'none' };
  const accept = (ref: string, what: Partial<AcceptBody>) =>
    acceptLine(it_.desk, company, line[ref]!, { ...none, ...what }, request());
  const state = (ref: string) => it_.see(async (tx) => (await tx.bank.line(line[ref]!))?.state);
  const toAccount = (account: string, rateBp = 0, amountMinor = -240_00) => ({
    adjustments: [
      {
        kind: 'other' as const,
        amountMinor,
        account,
        ...(rateBp > 0 ? { vat: { rateBp, account: '445660' } } : {}),
      },
    ],
  });
  const entries = async () => {
    const files = must(await exportFiles(it_.desk, company, 'entries', BY));
    const csv = new TextDecoder().decode(files.find((file) => file.name.endsWith('.csv'))!.bytes);
    return csv
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((text) => text.split(';'))
      .map((cells) => `${cells[4]} ${cells[6]} ${cells[11]} ${cells[12]}`.replace(/ +/g, ' '));
  };

  it('goes to an account of the ledger with its VAT, and the entry leaves balanced', async () => {
    must(await accept('RENT1', toAccount('613500', 2000)));
    expect(await state('RENT1')).toBe('settled');
    expect(await entries()).toEqual(['512100 0,00 240,00', '613500 200,00 0,00', '445660 40,00 0,00']);
  });

  it('the account of an earlier line of the same payer is offered first, with its VAT', async () => {
    must(await accept('RENT1', toAccount('613500', 2000)));
    const choices = await it_.see((tx) => tx.view.accountChoices('', line['RENT2']!, 5));
    expect(choices.accounts[0]).toMatchObject({ number: '613500', used: 1, vat: { rateBp: 2000, account: '445660' } });
    expect(choices.accounts.map((it) => it.number)).not.toContain('411000');
    expect(choices.vat).toEqual({ input: '445660', output: '445710' });
    expect((await it_.see((tx) => tx.view.accountChoices('6135', null, 5))).accounts).toHaveLength(1);
  });

  it.each([
    ['an account that the ledger does not have', '999999', 'account-unknown'],
    ['a customer’s account', '411000', 'account-reserved'],
  ])('%s is refused', async (_, account, code) => {
    expect(codeOf(await accept('RENT1', toAccount(account)))).toBe(code);
    expect(await state('RENT1')).toBe('open');
  });

  it('a transfer finds its half, settles both, leaves 58 even and is undone as one', async () => {
    const halves = await it_.see((tx) => halvesOf(tx, line['OUT']!));
    expect(halves.map((half) => half.id)).toEqual([line['IN']]);
    const other = { otherLineId: line['IN']! };
    const done = must(await pairTransfer(it_.desk, company, line['OUT']!, other, request()));
    expect([await state('OUT'), await state('IN')]).toEqual(['settled', 'settled']);
    expect((await entries()).map((it) => it.slice(0, 3)).sort()).toEqual(['512', '512', '580', '580']);
    must(await undoDecision(it_.desk, company, done, request()));
    expect([await state('OUT'), await state('IN')]).toEqual(['open', 'open']);
  });

  it('half a transfer is undone with the other half, whichever is named', async () => {
    must(await pairTransfer(it_.desk, company, line['OUT']!, { otherLineId: line['IN']! }, request()));
    const other = await it_.see(async (tx) => (await tx.bank.line(line['IN']!))?.decisionId);
    must(await undoDecision(it_.desk, company, other ?? '', request()));
    expect([await state('OUT'), await state('IN')]).toEqual(['open', 'open']);
  });

  it('two lines that do not cancel out are no transfer', async () => {
    const wrong = { otherLineId: line['RENT1']! };
    expect(codeOf(await pairTransfer(it_.desk, company, line['OUT']!, wrong, request()))).toBe('transfer-mismatch');
  });

  it('what waits on 471 is named with its balance', async () => {
    const waiting = await it_.see((tx) => tx.view.waitingAccounts());
    expect(waiting).toEqual([{ role: 'suspense', account: '471000', name: 'Compte 471000', balanceMinor: -120_00 }]);
  });

  describe('a claim', () => {
    const contested = (amountMinor = 100_00) =>
      accept('PART', {
        partyId: 'DUPONT',
        allocations: [{ itemId: fa001, amountMinor: 1_100_00 }],
        claims: [{ kind: 'contested', itemId: fa001, amountMinor, note: 'pénalités' }],
      });
    const claims = () => it_.see((tx) => tx.view.claims(10, null));

    it('is opened with the part payment, and the item keeps what is claimed', async () => {
      must(await contested());
      expect(await claims()).toMatchObject([
        {
          kind: 'contested',
          document: 'FA001',
          amountMinor: 100_00,
          residualMinor: 100_00,
          state: 'open',
          note: 'pénalités',
        },
      ]);
    });

    it('is gone when its decision is undone', async () => {
      must(await undoDecision(it_.desk, company, must(await contested()), request()));
      expect((await claims()).map((claim) => claim.state)).toEqual(['gone']);
    });

    it('is closed once, and opened again by the undo of its closing', async () => {
      must(await contested());
      const [claim] = await claims();
      const close = () =>
        closeClaim(it_.desk, company, claim?.claimId ?? '', { outcome: 'dropped', comment: null }, request());
      const closed = must(await close());
      expect((await claims())[0]?.state).toBe('closed');
      expect(codeOf(await close())).toBe('claim-closed');
      must(await undoDecision(it_.desk, company, closed, request()));
      expect((await claims())[0]?.state).toBe('open');
    });

    it('cannot be of more than stays due', async () => {
      expect(codeOf(await contested(100_01))).toBe('request-invalid');
    });
  });
});
