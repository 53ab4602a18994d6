// What a company remembers on the real database: a further account is asked about, what is forgotten counts no more, rules are tried first.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptLine, bodyOf } from '../../../sync/job/accept.ts';
import { propose, proposeAll } from '../../../sync/job/alone.ts';
import { importFiles } from '../../../sync/job/import.ts';
import { memoryOf } from '../../../sync/job/memory.ts';
import { setAsideLine } from '../../../sync/job/put-aside.ts';
import { rejectLine } from '../../../sync/job/reject.ts';
import { forget, learnAccount, memoryView } from '../../../sync/job/remember.ts';
import { addRule, deleteRule, type RuleDraft, ruleViews, switchRule } from '../../../sync/job/rule.ts';
import { tryRule } from '../../../sync/job/rule-trial.ts';
import { hasDatabase } from '../../db/harness.ts';
import { codeOf, must, request, type TestDesk, testDesk } from './desk.ts';
import { camt, fec, IBAN, invoice, receipt } from './paper.ts';

const BOOKED = [
  ...invoice('FA2026-0001', '2026-09-02', 'OLD', 'Ancien Client', 240_00, 'AA'),
  ...receipt('BQ1', '2026-10-03', 'OLD', 'Ancien Client', 240_00, 'AA'),
];
const FIRST = 'FR7610011000201234567890188';
const OTHER = 'DE89370400440532013000';
const LEDGER = fec([
  ...BOOKED,
  ...invoice('FA2026-0451', '2026-10-01', 'DUPONT', 'Menuiserie Dupont SARL', 500_00),
  ...invoice('FA2026-0452', '2026-10-02', 'DUPONT', 'Menuiserie Dupont SARL', 600_00),
  ...invoice('FA2026-0453', '2026-10-02', 'DUPONT', 'Menuiserie Dupont SARL', 730_00),
  ...invoice('FA2026-0454', '2026-10-03', 'MARTIN', 'Garage Martin SAS', 910_00),
]);
const BANK = camt([
  { day: '2026-10-03', amount: 240_00, ref: 'B0', payer: 'ANCIEN CLIENT', text: 'VIR FA2026-0001' },
  { day: '2026-11-05', amount: 500_00, ref: 'R1', payer: 'M DUPONT PIERRE', iban: FIRST, text: 'VIR FA2026-0451' },
  { day: '2026-11-06', amount: 600_00, ref: 'R2', payer: 'DUPONT HOLDING', iban: OTHER, text: 'VIR FA2026-0452' },
  { day: '2026-11-07', amount: 910_00, ref: 'R3', payer: 'SCI DES LILAS', text: 'VIR LOYER NOVEMBRE' },
  { day: '2026-11-08', amount: 730_00, ref: 'R4', payer: 'MENUISERIE DUPONT', text: 'VIR FA2026-0453' },
]);

const DEBTORS = fec([
  ...BOOKED,
  ...invoice('FA2026-0451', '2026-10-01', 'DUPONT', 'Menuiserie Dupont SARL', 500_00),
  ...invoice('FA2026-0452', '2026-10-02', 'ROUX', 'Roux Chauffage SAS', 600_00),
  ...invoice('FA2026-0453', '2026-10-02', 'PETIT', 'Petit Toitures SARL', 730_00),
  ...invoice('FA2026-0454', '2026-10-03', 'MARTIN', 'Garage Martin SAS', 910_00),
]);
const paidBy = { payer: 'GESTION DES LILAS', iban: OTHER };
const AGENCY = camt([
  { day: '2026-10-03', amount: 240_00, ref: 'B0', payer: 'ANCIEN CLIENT', text: 'VIR FA2026-0001' },
  { day: '2026-11-05', amount: 500_00, ref: 'A1', text: 'VIR FA2026-0451', ...paidBy },
  { day: '2026-11-06', amount: 600_00, ref: 'A2', text: 'VIR FA2026-0452', ...paidBy },
  { day: '2026-11-07', amount: 730_00, ref: 'A3', text: 'VIR FA2026-0453', ...paidBy },
  { day: '2026-11-08', amount: 910_00, ref: 'A4', text: 'VIREMENT', ...paidBy },
]);

describe.skipIf(!hasDatabase())('a company', () => {
  let at: TestDesk;
  let company = '';
  beforeAll(async () => {
    at = await testDesk();
  });
  afterAll(() => at.close());

  async function open() {
    company = await at.next({ mode: 'suggest' });
    await importFiles(at.desk, company, [LEDGER, BANK], { kind: 'person', id: 'u1', name: 'Claire Martin' });
  }
  const line = async (ref: string) => {
    const all = await at.see((tx) => tx.bank.linesBetween(IBAN, '2026-10-01', '2026-11-30'));
    return all.find((it) => it.entryRef === ref)!;
  };
  const best = async (ref: string) => {
    const { id } = await line(ref);
    return (await at.see((tx) => tx.proposals.get(id)))?.proposal.candidates[0];
  };
  const accept = async (ref: string) => {
    const { id } = await line(ref);
    return must(await acceptLine(at.desk, company, id, bodyOf((await best(ref))!, 0), request()));
  };
  const memory = () => at.see(memoryView);

  describe('remembers', () => {
    it('the first account of a customer by itself, and asks about a further one', async () => {
      await open();
      await accept('R1');
      expect(await memory()).toMatchObject({ accounts: [{ partyId: 'DUPONT', text: FIRST }], changed: [] });
      await accept('R2');
      const shown = await memory();
      expect(shown.accounts.map(({ text }) => text)).toEqual([FIRST]);
      expect(shown.changed).toMatchObject([
        { partyId: 'DUPONT', partyName: 'Menuiserie Dupont SARL', text: OTHER, times: 1, known: [FIRST] },
      ]);
      expect(shown.names.map(({ text }) => text).sort()).toEqual(['DUPONT HOLDING', 'M DUPONT PIERRE']);
    });

    it('a further account once a person says whose it is, and no account that nobody paid from', async () => {
      await open();
      await accept('R1');
      await accept('R2');
      const learn = (text: string) => learnAccount(at.desk, company, { text, partyId: 'DUPONT' }, request());
      expect(codeOf(await learn('FR99'))).toBe('memory-unknown');
      must(await learn(OTHER));
      const shown = await memory();
      expect([shown.accounts.map(({ text }) => text).sort(), shown.changed]).toEqual([[OTHER, FIRST], []]);
    });

    it('a refusal with its reason, until it is forgotten: then the same may be proposed again', async () => {
      await open();
      const { id } = await line('R1');
      const why = { reason: 'wrong-invoice', comment: 'avoir à venir' } as const;
      must(await rejectLine(at.desk, company, id, why, request()));
      const names = async () => (await best('R1'))?.allocations.map(({ itemId }) => itemId) ?? [];
      const afterwards = await names();
      const { refusals } = await memory();
      expect(refusals).toMatchObject([
        { reason: 'wrong-invoice', comment: 'avoir à venir', documents: ['FA2026-0451'] },
      ]);
      const thing = { kind: 'refusal', text: refusals[0]!.decisionId, partyId: null } as const;
      must(await forget(at.desk, company, thing, request()));
      expect((await memory()).refusals).toEqual([]);
      expect(await names()).not.toEqual(afterwards);
      expect(codeOf(await forget(at.desk, company, { ...thing, text: 'none' }, request()))).toBe('memory-unknown');
    });

    it('an account that paid for three customers as nobody’s, once a person accepted all three', async () => {
      company = await at.next({ mode: 'suggest' });
      const files = [DEBTORS, AGENCY];
      await importFiles(at.desk, company, files, { kind: 'person', id: 'u1', name: 'Claire Martin' });
      await accept('A1');
      await accept('A2');
      const several = async () => (await at.see((tx) => memoryOf(tx, [], []))).multiDebtorAccounts;
      expect(await several()).toEqual([]);
      await accept('A3');
      expect(await several()).toEqual([OTHER]);
      must(await proposeAll(at.desk, company));
      expect((await best('A4'))?.doubts.map(({ key }) => key)).toContain('collective-several');
    });

    it('leaves a trace of what was forgotten', async () => {
      await open();
      await accept('R1');
      must(await forget(at.desk, company, { kind: 'name', text: 'M DUPONT PIERRE', partyId: 'DUPONT' }, request()));
      expect((await memory()).names).toEqual([]);
      expect(await at.see((tx) => tx.audit.verify())).toBeNull();
    });
  });

  describe('a rule', () => {
    const rent: RuleDraft = {
      name: 'Loyers',
      when: { label: 'LOYER*', account: IBAN },
      outcome: { kind: 'account', account: '706000' },
      replaces: null,
    };
    const add = async (draft: Partial<RuleDraft> = {}) =>
      must(await addRule(at.desk, company, { ...rent, ...draft }, request()));

    it('does nothing before it was tried and switched on', async () => {
      await open();
      const id = await add();
      expect(codeOf(await switchRule(at.desk, company, id, true, request()))).toBe('rule-untried');
      must(await propose(at.desk, company));
      expect((await best('R3'))?.reasons.map(({ key }) => key)).not.toContain('rule-account');
    });

    it('shows in its trial what it would change, and changes nothing by it', async () => {
      await open();
      const proposedBefore = await best('R3');
      const id = await add();
      const { trial, lines, rule } = must(await tryRule(at.desk, company, id));
      expect(trial).toMatchObject({ from: '2026-08-27', lines: 1, changed: 1, against: 0 });
      expect(rule.state).toBe('tried');
      expect(lines).toMatchObject([
        { payer: 'SCI DES LILAS', now: { kind: 'account', account: '706000' }, against: false },
      ]);
      expect(await best('R3')).toEqual(proposedBefore);
    });

    it('acts once switched on, is named by the proposal, and no more once off', async () => {
      await open();
      const id = await add();
      must(await tryRule(at.desk, company, id));
      must(await switchRule(at.desk, company, id, true, request()));
      expect((await best('R3'))?.reasons).toMatchObject([{ key: 'rule-account', params: { rule: id } }]);
      const { id: lineId } = await line('R3');
      expect((await at.see((tx) => tx.proposals.get(lineId)))?.proposal.rules).toEqual([id]);
      const aside = must(await setAsideLine(at.desk, company, lineId, { reason: 'other' }, request()));
      expect((await at.see((tx) => tx.decisions.get(aside)))?.proposal?.rules).toEqual([id]);
      must(await switchRule(at.desk, company, id, false, request()));
      expect((await at.see(ruleViews)).map(({ state }) => state)).toEqual(['off']);
    });

    it('that names a customer speaks against what was decided otherwise', async () => {
      await open();
      await accept('R1');
      const id = await add({ when: { label: 'DUPONT' }, outcome: { kind: 'party', partyId: 'MARTIN' } });
      const { trial, lines } = must(await tryRule(at.desk, company, id));
      expect(trial.lines).toBe(3);
      expect(lines.filter((it) => it.against)).toMatchObject([
        {
          payer: 'M DUPONT PIERRE',
          old: { kind: 'settled', partyName: 'Menuiserie Dupont SARL', documents: ['FA2026-0451'] },
          now: { kind: 'proposed', partyName: 'Garage Martin SAS' },
        },
      ]);
      expect(trial.against).toBe(1);
    });

    it('that is changed is a new one in the place of the old, and has to be tried again', async () => {
      await open();
      const old = await add();
      must(await tryRule(at.desk, company, old));
      must(await switchRule(at.desk, company, old, true, request()));
      const id = await add({ when: { label: 'LOYER' }, replaces: old });
      expect(await at.see(ruleViews)).toMatchObject([{ id, replaces: old, state: 'draft', trial: null }]);
      expect((await best('R3'))?.reasons.map(({ key }) => key) ?? []).not.toContain('rule-account');
      must(await deleteRule(at.desk, company, id, request()));
      expect(await at.see(ruleViews)).toEqual([]);
      expect(codeOf(await tryRule(at.desk, company, id))).toBe('rule-unknown');
    });

    it('that would hold for half of all lines, or names nobody, is refused', async () => {
      await open();
      const code = async (draft: Partial<RuleDraft>) =>
        codeOf(await addRule(at.desk, company, { ...rent, ...draft }, request()));
      expect(await code({ when: { label: '*' } })).toBe('rule-too-wide');
      expect(await code({ when: { amountMinorFrom: 1 } })).toBe('rule-too-wide');
      expect(await code({ when: { label: 'AB*' } })).toBe('rule-too-wide');
      expect(await code({ when: { counterpartyAccount: FIRST } })).toBe('done');
      expect(await code({ outcome: { kind: 'party', partyId: 'nobody' } })).toBe('party-missing');
      expect(await code({ outcome: { kind: 'account', account: '999' } })).toBe('request-invalid');
    });
  });
});
