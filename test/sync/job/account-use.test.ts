// Accounts that a person names once for a difference which the chart has none for, on the real database: held, refused, taken back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../../db/connection.ts';
import { acceptLine } from '../../../sync/job/accept.ts';
import { accountUses, nameAccount } from '../../../sync/job/account-use.ts';
import { importFiles } from '../../../sync/job/import.ts';
import { runNight } from '../../../sync/job/night.ts';
import { pairTransfer } from '../../../sync/job/transfer.ts';
import type { AccountUse } from '../../../sync/model/company.ts';
import type { AdjustmentKind } from '../../../sync/model/match.ts';
import { hasDatabase } from '../../db/harness.ts';
import { BY, codeOf, must, request, type TestDesk, testDesk } from './desk.ts';
import { ACCOUNTS, FakeErp } from './erp.ts';
import { camt, fec, IBAN, invoice } from './paper.ts';

const OWN = [
  ...ACCOUNTS,
  { number: '411900', name: 'Clients, acomptes', role: 'receivable' as const },
  { number: '621000', name: 'Bank charges', role: 'other' as const },
  { number: '622000', name: 'Other charges', role: 'other' as const },
  { number: '253000', name: 'Deposits', role: 'other' as const },
];
/** A chart of another kind, in which Odoo names the customers' account alone. */
const CHART = { isMapped: false, uses: { receivable: '411100' } };

describe.skipIf(!hasDatabase())('accounts that a person names for good', () => {
  let it_: TestDesk;
  let company = '';
  let erp: FakeErp;
  beforeAll(async () => {
    it_ = await testDesk();
  });
  afterAll(() => it_.close());

  async function open() {
    company = await it_.next({ erp: 'odoo' });
    erp = new FakeErp();
    [erp.accounts, erp.chart] = [OWN, CHART];
    erp.invoice('i1', 'INV/1', 'Boulangerie Lefevre', 1_000_00);
    erp.line(1, 980_00, 'VIR BOULANGERIE LEFEVRE');
    erp.line(2, 300_00, 'VIR BOULANGERIE LEFEVRE ACOMPTE');
    erp.line(3, -70_00, 'VIR INTERNE');
    it_.link(erp);
    await night();
  }

  const night = async () => must(await runNight(it_.desk, company));
  const nameIt = (use: AccountUse, account: string | null) =>
    nameAccount(it_.desk, company, { use, account }, request());
  const useOf = (use: AccountUse) => it_.see(async (tx) => (await accountUses(tx)).find((it) => it.use === use));
  const paidShort = (kind: AdjustmentKind = 'bank_fee') =>
    acceptLine(
      it_.desk,
      company,
      'stl/1',
      {
        ...{ candidate: null, partyId: null, rest: 'none' },
        allocations: [{ itemId: 'i1', amountMinor: 1_000_00 }],
        adjustments: [{ kind, amountMinor: -20_00 }],
      },
      request(),
    );
  const leftAsAdvance = () =>
    acceptLine(
      it_.desk,
      company,
      'stl/2',
      { candidate: null, partyId: 'Boulangerie Lefevre', rest: 'advance', adjustments: [], allocations: [] },
      request(),
    );
  const written = () =>
    it_.see(async (tx) =>
      (await tx.outbox.waiting()).flatMap((row) => row.entry.map((line) => `${line.account} ${line.amountMinor}`)),
    );

  it('a use without an account is refused and said so, until it is named; the next reading of the chart changes nothing of it', async () => {
    await open();
    expect(await useOf('bank_fee')).toEqual({
      ...{ use: 'bank_fee', account: '', name: null },
      ...{ chosen: false, state: 'missing' },
    });
    expect(codeOf(await paidShort())).toBe('account-missing');
    must(await nameIt('bank_fee', '621000'));
    await night();
    expect(await useOf('bank_fee')).toMatchObject({ account: '621000', name: 'Bank charges', chosen: true });
    // Only that use has an account by it.
    expect(codeOf(await paidShort('rounding'))).toBe('account-missing');
    must(await paidShort());
    expect(await written()).toEqual(['512001 98000', '411100 -100000', '621000 2000']);
  });

  it('is of one company, and stands in the audit with what was before', async () => {
    await open();
    must(await nameIt('bank_fee', '621000'));
    must(await nameIt('bank_fee', '622000'));
    must(await nameIt('bank_fee', null));
    const session = connect(it_.url);
    const seen = await session<{ body: string }[]>`
      select body from audit_events where company_id = ${company} and subject = 'account bank_fee' order by seq`;
    await session.end();
    expect(seen.map(({ body }) => JSON.parse(body)).map(({ by, facts }) => [by, facts])).toEqual([
      [BY, { from: null, to: '621000' }],
      [BY, { from: '621000', to: '622000' }],
      [BY, { from: '622000', to: null }],
    ]);
    expect(codeOf(await paidShort())).toBe('account-missing');
    must(await nameIt('bank_fee', '621000'));
    await open();
    expect(await useOf('bank_fee')).toMatchObject({ state: 'missing' });
  });

  it('an account that is gone or closed in the chart is not taken, and one that was named is refused rather than replaced', async () => {
    await open();
    erp.accounts = OWN.filter((it) => it.number !== '622000');
    await night();
    expect(codeOf(await nameIt('bank_fee', '622000'))).toBe('account-unknown');
    expect(codeOf(await nameIt('bank_fee', '999999'))).toBe('account-unknown');
    must(await nameIt('bank_fee', '621000'));
    erp.accounts = OWN.map((it) => (it.number === '621000' ? { ...it, closed: true } : it));
    await night();
    expect(await useOf('bank_fee')).toMatchObject({ account: '621000', state: 'retired', chosen: true });
    expect(codeOf(await paidShort())).toBe('account-retired');
    expect((await it_.see((tx) => tx.view.accountChoices('62', null, 9))).accounts.map((it) => it.number)).toEqual([
      '622000',
    ]);
    erp.accounts = OWN;
    await night();
    must(await paidShort());
  });

  it.each([
    ['a fee', 'bank_fee', '411100'],
    ['a fee', 'bank_fee', '512001'],
    ['a deposit', 'advance', '411100'],
    ['a deposit', 'advance', '512001'],
  ] as const)('%s cannot be named %s on %s', async (_, use, account) => {
    await open();
    expect(codeOf(await nameIt(use, account))).toBe('account-reserved');
  });

  it('deposits, retentions and transfers get their role by the name, and lose it with it', async () => {
    await open();
    expect(codeOf(await leftAsAdvance())).toBe('account-missing');
    must(await nameIt('advance', '411900'));
    must(await nameIt('retention', '253000'));
    must(await nameIt('transfer', '622000'));
    await night();
    const roles = async () => (await it_.see((tx) => tx.company.get())).accounts;
    const named = { 411900: 'advance', 253000: 'retention', 622000: 'transfer' };
    expect(await roles()).toEqual({ 411100: 'receivable', ...named });
    must(await leftAsAdvance());
    must(await pairTransfer(it_.desk, company, 'stl/3', { otherLineId: null }, request()));
    expect(await written()).toEqual(['512001 30000', '411900 -30000', '512001 -7000', '622000 7000']);
    for (const use of ['advance', 'retention', 'transfer'] as const) must(await nameIt(use, null));
    expect(await roles()).toEqual({ 411100: 'receivable' });
  });

  it('a named account of deposits or transfers that was closed is refused too', async () => {
    await open();
    must(await nameIt('advance', '411900'));
    must(await nameIt('transfer', '622000'));
    erp.accounts = OWN.filter((it) => !['411900', '622000'].includes(it.number));
    await night();
    expect(codeOf(await leftAsAdvance())).toBe('account-retired');
    const transfer = await pairTransfer(it_.desk, company, 'stl/3', { otherLineId: null }, request());
    expect(codeOf(transfer)).toBe('account-retired');
  });

  it('in a ledger of files an account of the ledger goes before the usual one', async () => {
    company = await it_.next();
    const row = { journal: 'OD', entry: 'OD1', day: '2026-10-05', piece: 'OD1' };
    const used = [
      { ...row, account: '627800', amount: 5_00 },
      { ...row, account: '512100', amount: -5_00 },
    ];
    const ledger = fec([...invoice('FA1', '2026-10-01', 'DUPONT', 'Dupont SARL', 1_000_00), ...used]);
    const statement = camt([{ day: '2026-11-04', amount: 980_00, ref: 'IN', payer: 'DUPONT SARL', text: 'VIR FA1' }]);
    await importFiles(it_.desk, company, [ledger, statement], BY);
    const [line] = await it_.see((tx) => tx.bank.linesBetween(IBAN, '2026-11-01', '2026-11-30'));
    const [item] = await it_.see((tx) => tx.ledger.openItems());
    expect(await useOf('bank_fee')).toMatchObject({ account: '627000', state: 'open', chosen: false });
    expect(codeOf(await nameIt('bank_fee', '627500'))).toBe('account-unknown');
    must(await nameIt('bank_fee', '627800'));
    const body = {
      ...{ candidate: null, partyId: null, rest: 'none' as const },
      allocations: [{ itemId: item!.id, amountMinor: 1_000_00 }],
      adjustments: [{ kind: 'bank_fee' as const, amountMinor: -20_00 }],
    };
    must(await acceptLine(it_.desk, company, line!.id, body, request()));
    expect(await written()).toEqual(['512100 98000', '411000 -100000', '627800 2000']);
  });
});
