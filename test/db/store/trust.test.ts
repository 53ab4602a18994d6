// What was taught comes back as it stood at any decision; marks make it forgotten; a rule's words never change.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Decision } from '../../../sync/model/decision.ts';
import type { Lesson } from '../../../sync/model/trust.ts';
import type { Tx } from '../../../sync/port/store.ts';
import { type Fresh, freshStore, hasDatabase, newCompanies } from '../harness.ts';
import { bankLine, candidate, decision, ledgerLine, party, proposal, receive } from '../sample.ts';
import { classSwitch, lesson, memoryMark, rule } from '../taught.ts';

const NIGHT = { kind: 'night', signature: 'x #0' } as const;
const ALL = { since: '2000-01-01', until: 1e9, perPayerMax: 20 } as const;

describe.skipIf(!hasDatabase())('what was taught', () => {
  let fresh: Fresh;
  beforeAll(async () => {
    fresh = await freshStore();
  });
  afterAll(() => fresh.close());
  const { within } = newCompanies(() => fresh);

  /** Lines l0, l1 …, as many as asked. */
  const lines = (tx: Tx, count: number, facts: Parameters<typeof bankLine>[2] = {}) =>
    receive(
      tx,
      'S',
      Array.from({ length: count }, (_, i) => bankLine(`l${i}`, 100, facts)),
    );
  const teach = async (tx: Tx, id: string, lineId: string, facts: Partial<Lesson> = {}, of: Partial<Decision> = {}) => {
    await tx.decisions.add(decision(id, { lineId, ...of }));
    await tx.trust.teach(lesson(id, lineId, facts));
    return tx.trust.newest();
  };
  const ids = async (tx: Tx, at: Partial<Parameters<Tx['trust']['lessons']>[0]> = {}) =>
    (await tx.trust.lessons({ ...ALL, ...at })).map((it) => it.decisionId);

  it('comes back in the order of the decisions, with its undo by a person and only by one', () =>
    within(async (tx) => {
      await lines(tx, 2);
      await teach(tx, 'a', 'l0');
      await teach(tx, 'b', 'l1', { kind: 'changed', proven: false });
      await tx.decisions.add(decision('ua', { action: 'undo', undoes: 'a' }));
      await tx.decisions.add(decision('ub', { action: 'undo', undoes: 'b', by: NIGHT }));
      const [first, second] = await tx.trust.lessons(ALL);
      expect(first).toMatchObject({ ...lesson('a', 'l0'), undoneSeq: await seqOf(tx, 'ua') });
      expect(second).toMatchObject({ ...lesson('b', 'l1', { kind: 'changed', proven: false }), undoneSeq: null });
    }));

  it('is given as it stood at an earlier decision', () =>
    within(async (tx) => {
      await lines(tx, 2);
      const first = await teach(tx, 'a', 'l0');
      await teach(tx, 'b', 'l1');
      await tx.decisions.add(decision('u', { action: 'undo', undoes: 'a' }));
      expect(await ids(tx)).toEqual(['a', 'b']);
      expect(await ids(tx, { until: first })).toEqual(['a']);
      expect((await tx.trust.lessons({ ...ALL, until: first }))[0]?.undoneSeq).toBeNull();
    }));

  it('leaves out what changes no number: old confirmations, those beyond the cap, and unattended matches that stand', () =>
    within(async (tx) => {
      await lines(tx, 7);
      await teach(tx, 'old', 'l0', { day: '2020-01-01' });
      for (const i of [1, 2, 3]) await teach(tx, `a${i}`, `l${i}`, { payer: 'p' });
      await teach(tx, 'night', 'l4', { kind: 'unattended' }, { by: NIGHT });
      await teach(tx, 'wrong', 'l5', { kind: 'refused', day: '2020-01-01' });
      expect(await ids(tx, { since: '2025-01-01', perPayerMax: 2 })).toEqual(['a2', 'a3', 'wrong']);
    }));

  it('knows whether a person decided since, and which unattended match was confirmed', () =>
    within(async (tx) => {
      await lines(tx, 1);
      const night = await teach(tx, 'n', 'l0', { kind: 'unattended' }, { by: NIGHT });
      expect([await tx.trust.decidedByPerson(0), await tx.trust.isConfirmed('n')]).toEqual([false, false]);
      await teach(tx, 'c', 'l0', { kind: 'confirmed', about: 'n' }, { action: 'confirm' });
      expect([await tx.trust.decidedByPerson(night), await tx.trust.isConfirmed('n')]).toEqual([true, true]);
      await tx.decisions.add(decision('u', { action: 'undo', undoes: 'c' }));
      expect(await tx.trust.isConfirmed('n')).toBe(false);
    }));

  it('keeps every switch in its order', () =>
    within(async (tx) => {
      for (const state of ['on', 'off', 'mode'] as const) await tx.trust.addSwitch(classSwitch('x #0', state, 3));
      expect((await tx.trust.switches()).map(({ state }) => state)).toEqual(['on', 'off', 'mode']);
    }));

  it('sums what was written off without asking, by customer and calendar year of the line', () =>
    within(async (tx) => {
      await receive(tx, 'S', [
        bankLine('a', 100, { bookingDay: '2026-12-31' }),
        bankLine('b', 100, { bookingDay: '2027-01-01' }),
        bankLine('c', 100, { bookingDay: '2026-06-01' }),
        bankLine('d', 100, { bookingDay: '2026-06-01' }),
        bankLine('e', 100, { bookingDay: '2026-06-01' }),
      ]);
      const off = (partyId: string, amountMinor: number) =>
        candidate({ partyId, adjustments: [{ kind: 'rounding', amountMinor }] });
      await tx.decisions.add(decision('a', { lineId: 'a', by: NIGHT, candidate: off('p', -3) }));
      await tx.decisions.add(decision('b', { lineId: 'b', by: NIGHT, candidate: off('p', -4) }));
      await tx.decisions.add(decision('c', { lineId: 'c', by: NIGHT, candidate: off('q', 5) }));
      await tx.decisions.add(decision('d', { lineId: 'd', candidate: off('p', -5) }));
      await tx.decisions.add(decision('e', { lineId: 'e', by: NIGHT, candidate: off('q', -1) }));
      await tx.decisions.add(decision('u', { action: 'undo', undoes: 'e' }));
      expect(await tx.trust.writtenOff('2026', null)).toEqual([
        { partyId: 'q', minor: 5 },
        { partyId: 'p', minor: 3 },
      ]);
      expect(await tx.trust.writtenOff('2027', 'p')).toEqual([{ partyId: 'p', minor: 4 }]);
    }));

  it('counts waiting proposals by class, and finds the lines of one', () =>
    within(async (tx) => {
      await lines(tx, 3);
      await tx.proposals.put(
        [
          proposal('l0', { signature: 'x #0', verdict: 'auto', rules: ['r1'] }),
          proposal('l1', { signature: 'x #0' }),
          proposal('l2', { signature: 'y #0' }),
        ],
        '1',
      );
      expect(await tx.trust.waiting()).toEqual([
        { signature: 'x #0', proven: false, count: 1 },
        { signature: 'x #0', proven: true, count: 1 },
        { signature: 'y #0', proven: false, count: 1 },
      ]);
      expect(await tx.proposals.ofClass('x #0')).toEqual(['l0', 'l1']);
      expect(await tx.proposals.proven('x #0')).toEqual(['l0']);
      expect((await tx.proposals.get('l0'))?.proposal.rules).toEqual(['r1']);
    }));

  it('is forgotten when marked: payers and refusals up to the mark count no more, later ones do', () =>
    within(async (tx) => {
      await tx.ledger.putParties([party('p')]);
      await tx.ledger.putLines([ledgerLine('i', 100)]);
      await lines(tx, 3, { counterparty: 'DUPONT', counterpartyAccount: 'FR99' });
      const accepted = { candidate: candidate({ partyId: 'p' }) };
      await tx.decisions.add(decision('a', { lineId: 'l0', ...accepted }));
      const allocations = [{ itemId: 'i', amountMinor: 100 }];
      const refused = { action: 'reject', candidate: candidate({ allocations }), rejectReason: 'other' } as const;
      await tx.decisions.add(decision('r', { lineId: 'l1', comment: 'déjà payée', ...refused }));
      expect(await tx.memory.refusedPairs(9)).toMatchObject([
        { decisionId: 'r', documents: ['FAC-i'], reason: 'other', comment: 'déjà payée' },
      ]);
      const afterSeq = await tx.trust.newest();
      await tx.memory.mark({ ...memoryMark('account', 'FR99', 'p'), afterSeq });
      await tx.memory.mark({ ...memoryMark('refusal', 'r', null), afterSeq });
      expect((await tx.decisions.aliases()).map(({ kind, text }) => [kind, text])).toEqual([['name', 'DUPONT']]);
      expect(await tx.decisions.rejected(['l1'])).toEqual([]);
      expect(await tx.memory.refusedPairs(9)).toEqual([]);
      await tx.decisions.add(decision('b', { lineId: 'l2', ...accepted }));
      expect(await tx.decisions.aliases()).toMatchObject([
        { kind: 'account', text: 'FR99', confirmed: 1 },
        { kind: 'name', text: 'DUPONT', confirmed: 2 },
      ]);
    }));

  it('learns a further account only by a mark, until it is forgotten', () =>
    within(async (tx) => {
      await tx.memory.mark({ ...memoryMark('account', 'FR2', 'p'), verdict: 'learn' });
      expect(await tx.memory.learnedAccounts()).toEqual([{ text: 'FR2', partyId: 'p' }]);
      await tx.memory.mark(memoryMark('account', 'FR2', 'p'));
      expect(await tx.memory.learnedAccounts()).toEqual([]);
    }));

  it('sees a habit once it was seen twice, and counts it anew after it was forgotten', () =>
    within(async (tx) => {
      await tx.ledger.putParties([party('p')]);
      await lines(tx, 3);
      const several = candidate({
        partyId: 'p',
        allocations: [
          { itemId: 'i', amountMinor: 50 },
          { itemId: 'j', amountMinor: 50 },
        ],
      });
      await tx.decisions.add(decision('a', { lineId: 'l0', candidate: several }));
      expect(await tx.memory.habits()).toEqual([]);
      await tx.decisions.add(decision('b', { lineId: 'l1', candidate: several }));
      await tx.decisions.add(decision('c', { lineId: 'l2', candidate: candidate({ partyId: 'p' }) }));
      expect(await tx.memory.habits()).toEqual([{ partyId: 'p', kind: 'several-at-once', times: 2, receipts: 3 }]);
      await tx.memory.mark({ ...memoryMark('habit', 'several-at-once', 'p'), afterSeq: await tx.trust.newest() });
      expect(await tx.memory.habits()).toEqual([]);
    }));

  it('a rule is listed until it is gone, and cannot act before it was tried', async () => {
    await within(async (tx) => {
      const trial = { at: '2026-03-12T09:00:00.000Z', from: '2025-12-12', lines: 3, changed: 2, against: 1 } as const;
      await tx.rules.add(rule('r', { when: { label: 'EDF*', amountMinorTo: -1 } }));
      await tx.rules.setTrial('r', trial);
      await tx.rules.setState('r', 'on');
      expect(await tx.rules.list()).toEqual([
        rule('r', { when: { label: 'EDF*', amountMinorTo: -1 }, state: 'on', trial }),
      ]);
      await tx.rules.setState('r', 'gone');
      expect(await tx.rules.list()).toEqual([]);
      expect((await tx.rules.get('r'))?.state).toBe('gone');
    });
    const untried = within(async (tx) => {
      await tx.rules.add(rule('r'));
      await tx.rules.setState('r', 'on');
    });
    await expect(untried).rejects.toThrow();
  });

  /** The place of a decision, by the undo that the store reports. */
  async function seqOf(tx: Tx, id: string): Promise<number> {
    const newest = await tx.trust.newest();
    return id === 'ua' ? newest - 1 : newest;
  }
});
