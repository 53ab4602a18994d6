// Trust at work on the real database: who may act alone, what an undo does at once, and that every unattended match can be computed again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptLine, bodyOf } from '../../../sync/job/accept.ts';
import { propose } from '../../../sync/job/alone.ts';
import { confirmLine } from '../../../sync/job/confirm.ts';
import { importFiles } from '../../../sync/job/import.ts';
import { rejectLine } from '../../../sync/job/reject.ts';
import { trustAt } from '../../../sync/job/trust.ts';
import { setMode, setTolerance, switchClass } from '../../../sync/job/trust-setting.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import { verify } from '../../../sync/job/verify.ts';
import type { Mode } from '../../../sync/model/company.ts';
import { hasDatabase } from '../../db/harness.ts';
import { decision } from '../../db/sample.ts';
import { lesson } from '../../db/taught.ts';
import { BY, codeOf, must, request, type TestDesk, TODAY, testDesk } from './desk.ts';
import { camt, fec, IBAN, invoice, receipt } from './paper.ts';

const NAMES = ['Menuiserie Dupont', 'Garage Martin', 'Boulangerie Leroy', 'Imprimerie Colin', 'Pharmacie Aubert'];
/** A movement that the books hold already: it tells which account of the ledger the bank's is. */
const BOOKED = [
  ...invoice('FA2026-0001', '2026-09-02', 'OLD', 'Ancien Client', 240_00, 'AA'),
  ...receipt('BQ1', '2026-10-03', 'OLD', 'Ancien Client', 240_00, 'AA'),
];
const TICKED = { day: '2026-10-03', amount: 240_00, ref: 'B0', payer: 'ANCIEN CLIENT', text: 'VIR FA2026-0001' };
const LEDGER = fec([
  ...BOOKED,
  ...NAMES.flatMap((name, i) =>
    invoice(`FA2026-045${i}`, '2026-10-01', `C${i}`, `${name} SARL`, 1_234_56 + i * 111_11),
  ),
]);
const STATEMENT = camt([
  TICKED,
  ...NAMES.map((name, i) => ({
    day: '2026-11-05',
    amount: 1_234_56 + i * 111_11,
    ref: `R${i}`,
    payer: `${name.toUpperCase()} SARL`,
    text: `VIR FA2026-045${i}`,
  })),
]);

describe.skipIf(!hasDatabase())('trust', () => {
  let at: TestDesk;
  let company = '';
  beforeAll(async () => {
    at = await testDesk();
  });
  afterAll(() => at.close());

  /** A company with five receipts, each naming its invoice: one class, proven by the counts that ship. */
  async function open(mode: Mode) {
    company = await at.next({ mode });
    await importFiles(at.desk, company, [LEDGER, STATEMENT], BY);
  }
  const lines = () => at.see((tx) => tx.bank.linesBetween(IBAN, '2026-11-01', '2026-11-30'));
  const settled = async () => (await lines()).filter(({ state }) => state === 'settled').length;
  const verdicts = async () =>
    at.see(async (tx) =>
      Promise.all((await tx.bank.openLines()).map(async ({ id }) => (await tx.proposals.get(id))?.proposal.verdict)),
    );
  const classOf = async () => {
    const waiting = await at.see((tx) => tx.trust.waiting());
    return waiting[0]?.signature ?? '';
  };
  const broken = async () =>
    (await at.see((tx) => verify(tx, TODAY))).filter((check) => !check.ok).map(({ name, says }) => [name, says.en]);
  const sw = (signature: string, state: 'on' | 'off' | 'mode') =>
    switchClass(at.desk, company, { signature, state }, request());

  it('lets proven classes act in mode auto, none in shadow or suggest, and keeps the grounds of each', async () => {
    for (const mode of ['shadow', 'suggest'] as const) {
      await open(mode);
      expect([await settled(), await verdicts()]).toEqual([0, Array(5).fill('auto')]);
    }
    await open('auto');
    expect(await settled()).toBe(5);
    const [first] = await at.see((tx) => tx.trust.unattended());
    expect(first?.grounds).toMatchObject({
      signature: first?.proposal?.signature,
      mode: 'auto',
      switched: 'mode',
      target: 980_000,
      own: { seen: 0, right: 0 },
    });
    expect(first?.grounds?.seeded.seen).toBeGreaterThan(149);
    expect(await broken()).toEqual([]);
  });

  it('goes by the class’s own switch before the company’s mode, and by shadow before all', async () => {
    await open('suggest');
    const signature = await classOf();
    must(await sw(signature, 'on'));
    expect(must(await propose(at.desk, company)).settled).toBe(5);
    expect(await broken()).toEqual([]);
    await open('auto');
    expect(await settled()).toBe(5);
    await open('suggest');
    must(await sw(signature, 'off'));
    must(await setMode(at.desk, company, 'auto', request()));
    expect(must(await propose(at.desk, company)).settled).toBe(0);
    must(await sw(signature, 'on'));
    must(await setMode(at.desk, company, 'shadow', request()));
    expect(must(await propose(at.desk, company)).settled).toBe(0);
    must(await setMode(at.desk, company, 'suggest', request()));
    must(await sw(signature, 'mode'));
    expect(must(await propose(at.desk, company)).settled).toBe(0);
  });

  it('an undo of an unattended match puts its class down at once: what waits is no longer called proven', async () => {
    await open('suggest');
    const signature = await classOf();
    const [one] = await lines();
    const body = async (id: string) => bodyOf((await at.see((tx) => tx.proposals.get(id)))!.proposal.candidates[0]!, 0);
    const night = { by: { kind: 'night', signature }, key: null } as const;
    const alone = must(await acceptLine(at.desk, company, one!.id, await body(one!.id), night));
    expect(await verdicts()).toEqual(Array(4).fill('auto'));
    must(await undoDecision(at.desk, company, alone, request()));
    expect(await verdicts()).toEqual(expect.arrayContaining(Array(4).fill('suggest')));
    must(await setMode(at.desk, company, 'auto', request()));
    expect(must(await propose(at.desk, company)).settled).toBe(0);
    expect(codeOf(await sw(signature, 'on'))).toBe('class-stood-down');

    // The undo was a mistake: the very same match, accepted by a person, takes the error away.
    must(await acceptLine(at.desk, company, one!.id, await body(one!.id), request()));
    expect((await at.see((tx) => trustAt(tx, TODAY))).standDowns).toEqual([]);
    expect(must(await propose(at.desk, company)).settled).toBe(4);
    expect(await broken()).toEqual([]);
  });

  it('a refusal of what would have acted alone puts the class down too, and taking it back lifts that', async () => {
    await open('suggest');
    const [one] = await lines();
    const why = { reason: 'wrong-customer', comment: null } as const;
    const refusal = must(await rejectLine(at.desk, company, one!.id, why, request()));
    expect(await verdicts()).not.toContain('auto');
    must(await undoDecision(at.desk, company, refusal, request()));
    must(await propose(at.desk, company));
    expect(await verdicts()).toEqual(Array(5).fill('auto'));
  });

  it('comes back once enough was confirmed after the error and a manager switched the class on', async () => {
    await open('suggest');
    const [one] = await lines();
    const signature = await classOf();
    must(await rejectLine(at.desk, company, one!.id, { reason: 'other', comment: null }, request()));
    const confirm = (from: number, to: number) =>
      at.see(async (tx) => {
        for (let i = from; i < to; i += 1) {
          await tx.decisions.add(decision(`c${i}`, { action: 'later' }));
          await tx.trust.teach(lesson(`c${i}`, `x${i}`, { signature, day: TODAY }));
        }
      });
    await confirm(0, 19);
    expect(codeOf(await sw(signature, 'on'))).toBe('class-stood-down');
    await confirm(19, 20);
    must(await sw(signature, 'on'));
    expect((await verdicts()).filter((verdict) => verdict === 'auto')).toHaveLength(4);
    expect(must(await propose(at.desk, company)).settled).toBe(4);
    const [made] = await at.see((tx) => tx.trust.switches());
    expect(made).toMatchObject({ signature, state: 'on', by: BY, shown: { own: { seen: 21, right: 20 } } });
    expect(await broken()).toEqual([]);
  });

  it('switches on no class without proof, and none that is unknown', async () => {
    await open('suggest');
    expect(codeOf(await sw('nonsense #0', 'on'))).toBe('class-unknown');
    await at.see(async (tx) => {
      await tx.decisions.add(decision('d', { action: 'later' }));
      await tx.trust.teach(lesson('d', 'x', { signature: 'new #0', day: TODAY }));
    });
    expect(codeOf(await sw('new #0', 'on'))).toBe('class-unproven');
    expect(codeOf(await sw('new #0', 'off'))).toBe('done');
  });

  it('counts an acceptance as proposed, a look that found it right, and nothing for silence', async () => {
    await open('suggest');
    const signature = await classOf();
    const own = async () => (await at.see((tx) => trustAt(tx, TODAY))).counts.company[signature];
    const [one, two] = await lines();
    const best = (await at.see((tx) => tx.proposals.get(one!.id)))!.proposal.candidates[0]!;
    must(await acceptLine(at.desk, company, one!.id, { ...bodyOf(best, 0), candidate: null }, request()));
    expect(await own()).toEqual({ seen: 1, right: 1 });
    expect(codeOf(await confirmLine(at.desk, company, one!.id, request()))).toBe('nothing-to-confirm');
    expect(codeOf(await confirmLine(at.desk, company, two!.id, request()))).toBe('nothing-to-confirm');
    must(await setMode(at.desk, company, 'auto', request()));
    expect(must(await propose(at.desk, company)).settled).toBe(4);
    expect(await own()).toEqual({ seen: 1, right: 1 });
    must(await confirmLine(at.desk, company, two!.id, request()));
    expect(await own()).toEqual({ seen: 2, right: 2 });
    expect(codeOf(await confirmLine(at.desk, company, two!.id, request()))).toBe('nothing-to-confirm');
    expect(await broken()).toEqual([]);
  });

  it('verify finds grounds that do not follow', async () => {
    await open('auto');
    const [true_] = await at.see((tx) => tx.trust.unattended());
    const forged = (id: string, grounds: object) =>
      at.see((tx) => tx.decisions.add({ ...true_!, id, grounds: { ...true_!.grounds!, ...grounds } }));
    await forged('f-counts', { own: { seen: 9, right: 9 } });
    await forged('f-bound', { bound: 999_999 });
    await forged('f-target', { target: 999_999 });
    await forged('f-switch', { mode: 'suggest' });
    await forged('f-class', { signature: 'other #0' });
    await forged('f-sample', { sampled: !true_!.grounds!.sampled });
    const { seeded } = true_!.grounds!;
    await forged('f-shipped', { seeded: { seen: seeded.seen + 1, right: seeded.right + 1 } });
    // Of another edition of the counts nothing can be said but that the bound follows.
    await forged('f-older', { edition: '00000000' });
    const [found] = await broken();
    for (const what of ['counts', 'bound', 'target', 'switch', 'class', 'sample']) {
      expect(found?.[1]).toContain(`f-${what} (${what})`);
    }
    expect(found?.[1]).toContain('f-shipped (shipped counts)');
    expect(found?.[1]).not.toContain('f-older');
  });

  describe('the tolerance for cents', () => {
    it('is five hundredths a line at most, and its year is no less than a line', async () => {
      await open('suggest');
      const set = (lineMax: number, yearMax: number) => setTolerance(at.desk, company, { lineMax, yearMax }, request());
      expect([codeOf(await set(6, 100)), codeOf(await set(0, 100)), codeOf(await set(5, 4))]).toEqual(
        Array(3).fill('tolerance-too-high'),
      );
      expect(codeOf(await set(5, 10))).toBe('done');
      expect((await at.see((tx) => tx.company.get())).tolerance).toEqual({ lineMax: 5, yearMax: 10 });
      expect(codeOf(await setTolerance(at.desk, company, null, request()))).toBe('done');
    });

    it('stops at the customer’s cap of the year, even where each line is within it', async () => {
      company = await at.next({ mode: 'auto' });
      const short = (i: number) => ({ day: '2026-11-05', amount: 1_000_00 + i * 100_00 - 4, ref: `S${i}` });
      const due = (i: number) => invoice(`FA2026-077${i}`, '2026-10-01', 'C1', 'Garage Martin', 1_000_00 + i * 100_00);
      const ledger = fec([...BOOKED, ...[0, 1, 2].flatMap(due)]);
      const paid = (i: number) => ({ ...short(i), payer: 'GARAGE MARTIN', text: `VIR FA2026-077${i}` });
      const bank = camt([TICKED, ...[0, 1, 2].map(paid)]);
      await importFiles(at.desk, company, [ledger, bank], BY);
      expect(await settled()).toBe(0);
      const signature = await classOf();
      expect(signature).toContain(' cents ');
      await at.see(async (tx) => {
        for (let i = 0; i < 200; i += 1) {
          await tx.decisions.add(decision(`k${i}`, { action: 'later' }));
          await tx.trust.teach(lesson(`k${i}`, `x${i}`, { signature, day: TODAY }));
        }
      });
      expect(must(await propose(at.desk, company)).settled).toBe(0);
      must(await setTolerance(at.desk, company, { lineMax: 5, yearMax: 9 }, request()));
      expect(must(await propose(at.desk, company)).settled).toBe(2);
      expect(await at.see((tx) => tx.trust.writtenOff('2026', null))).toEqual([{ partyId: 'C1', minor: 8 }]);
      expect(await broken()).toEqual([]);
    });
  });
});
