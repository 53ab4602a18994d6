// Proposals, decisions and the outbox: what was said, what was decided, what is on its way.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryLine } from '../../../sync/model/entry.ts';
import { type Fresh, freshStore, hasDatabase, newCompanies } from '../harness.ts';
import { bankLine, candidate, decision, ledgerLine, proposal, receive } from '../sample.ts';

const NIGHT = { kind: 'night', signature: 'reference+amount' } as const;

const line = (account: string, amountMinor: number): EntryLine => ({
  account,
  partyId: null,
  label: '',
  amountMinor,
  settles: null,
  part: 'other',
});
const ENTRY = [line('512000', 100), line('411000', -100)];

describe.skipIf(!hasDatabase())('decisions', () => {
  let fresh: Fresh;
  const { within } = newCompanies(() => fresh);
  beforeAll(async () => {
    fresh = await freshStore();
  });
  afterAll(() => fresh.close());

  it('come back as they were given, newest first', () =>
    within(async (tx) => {
      await receive(tx, 'S', [bankLine('b', 100), bankLine('c', 1)]);
      const best = candidate({
        partyId: 'durand',
        allocations: [{ itemId: 'a', amountMinor: 110, lineMinor: 100 }],
        adjustments: [
          { kind: 'discount', amountMinor: -8 },
          { kind: 'bank_fee', amountMinor: -2 },
        ],
        reasons: [{ key: 'number', params: { number: 'FAC-1', count: 2 } }],
      });
      const whole = decision('whole', {
        lineId: 'b',
        candidate: best,
        proposal: proposal('b', { candidates: [best] }),
        comment: 'vu avec Mme Petit',
      });
      const later = decision('later', {
        action: 'later',
        lineId: 'b',
        until: '2026-04-01',
        at: '2026-03-12T08:31:00.250Z',
      });
      for (const it of [whole, later, decision('c', { lineId: 'c', by: NIGHT })]) await tx.decisions.add(it);
      expect(await tx.decisions.get('whole')).toEqual(whole);
      expect(await tx.decisions.get('unknown')).toBe(null);
      expect((await tx.decisions.list({ limit: 2 })).map((it) => it.id)).toEqual(['c', 'later']);
      expect(await tx.decisions.list({ lineId: 'b', limit: 9 })).toEqual([later, whole]);
    }));

  it('are undone once, by a decision of their own', async () => {
    const twice = within(async (tx) => {
      await tx.decisions.add(decision('d'));
      expect(await tx.decisions.undoneBy('d')).toBe(null);
      await tx.decisions.add(decision('u', { action: 'undo', undoes: 'd' }));
      expect(await tx.decisions.undoneBy('d')).toBe('u');
      await tx.decisions.add(decision('u2', { action: 'undo', undoes: 'd' }));
    });
    await expect(twice).rejects.toThrow();
    await expect(within((tx) => tx.decisions.add(decision('u', { action: 'undo' })))).rejects.toThrow();
  });

  it('remember what was rejected until the rejection is undone', () =>
    within(async (tx) => {
      await receive(tx, 'S', [bankLine('b', 100), bankLine('c', 1)]);
      const of = (...ids: string[]) =>
        candidate({ partyId: 'P', allocations: ids.map((itemId) => ({ itemId, amountMinor: 1 })) });
      const reject = { action: 'reject', lineId: 'b', rejectReason: 'wrong-customer' } as const;
      await tx.decisions.add(decision('1', { ...reject, candidate: of('z', 'a') }));
      await tx.decisions.add(decision('2', { ...reject, candidate: of('k') }));
      await tx.decisions.add(decision('3', { ...reject, lineId: 'c', candidate: of('k') }));
      await tx.decisions.add(decision('4', { action: 'undo', undoes: '2', lineId: 'b' }));
      expect(await tx.decisions.rejected(['b'])).toEqual([{ lineId: 'b', itemIds: ['a', 'z'], wrongPartyId: 'P' }]);
      expect(await tx.decisions.rejected(['b', 'c'])).toHaveLength(2);
      expect(await tx.decisions.rejected([])).toEqual([]);
    }));

  it('teach which customer a payer is, and how often that was undone', () =>
    within(async (tx) => {
      const durand = { counterparty: 'DURAND SA', counterpartyAccount: 'FR76 0001' };
      await receive(tx, 'S', [
        bankLine('1', 100, durand),
        bankLine('2', 100, { ...durand, counterparty: null, ultimateParty: 'DURAND SA' }),
        bankLine('refund', -100, durand),
        bankLine('night', 100, durand),
      ]);
      const accept = (id: string, lineId: string, partyId: string | null) =>
        tx.decisions.add(decision(id, { lineId, candidate: candidate({ partyId }) }));
      await accept('d1', '1', 'durand');
      await accept('d2', '2', 'durand');
      await accept('d3', 'refund', 'durand');
      await accept('d4', '1', 'petit');
      await tx.decisions.add(
        decision('d5', { lineId: 'night', by: NIGHT, candidate: candidate({ partyId: 'durand' }) }),
      );
      await tx.decisions.add(decision('u', { action: 'undo', undoes: 'd4', lineId: '1' }));
      const account = { kind: 'account', text: 'FR760001', lastDay: '2026-03-10' };
      const name = { kind: 'name', text: 'DURAND SA', lastDay: '2026-03-10' };
      const aliases = await tx.decisions.aliases();
      const [durandFirst, petitFirst] = [aliases[0]?.firstSeq ?? 0, aliases[1]?.firstSeq ?? 0];
      expect(durandFirst).toBeLessThan(petitFirst);
      expect(aliases.map(({ firstSeq, ...alias }) => alias)).toEqual([
        { ...account, partyId: 'durand', confirmed: 2, undone: 0 },
        { ...account, partyId: 'petit', confirmed: 0, undone: 1 },
        { ...name, partyId: 'durand', confirmed: 2, undone: 0 },
        { ...name, partyId: 'petit', confirmed: 0, undone: 1 },
      ]);
    }));

  it('are received, not booked, until their line is ticked or they are undone', () =>
    within(async (tx) => {
      await tx.ledger.putLines([ledgerLine('512', 100, { account: '512000', role: 'bank' })]);
      await receive(tx, 'S', [bankLine('b', 100), bankLine('c', 70, { bookingDay: '2026-03-20' }), bankLine('d', 1)]);
      for (const [i, id] of ['b', 'c'].entries()) {
        await tx.decisions.add(decision(`d${i}`, { lineId: id }));
        await tx.bank.setState(id, 'settled', { decisionId: `d${i}` });
        await tx.outbox.add(outboxRow(`o${i}`, `d${i}`));
      }
      await tx.bank.setState('d', 'settled', {});
      const unbooked = await tx.decisions.unbooked();
      expect(unbooked.map((it) => [it.decision.id, it.line.id, it.entry])).toEqual([
        ['d0', 'b', ENTRY],
        ['d1', 'c', ENTRY],
      ]);
      expect(unbooked[0]?.line).toEqual(await tx.bank.line('b'));
      expect(await tx.view.outside({ asOf: '2026-03-31', knownOn: null })).toMatchObject({
        receivedNotBookedMinor: 170,
        receivedNotBookedLines: 2,
      });
      expect(await tx.view.outside({ asOf: '2026-03-19', knownOn: null })).toMatchObject({
        receivedNotBookedMinor: 100,
        receivedNotBookedLines: 1,
      });
      await tx.bank.tick([{ lineId: 'b', ledgerLineIds: ['512'] }]);
      expect((await tx.decisions.unbooked()).map((it) => it.line.id)).toEqual(['c']);
      await tx.decisions.add(decision('u', { action: 'undo', undoes: 'd1', lineId: 'c' }));
      expect(await tx.decisions.unbooked()).toEqual([]);
      expect(await tx.view.outside({ asOf: '2026-03-31', knownOn: null })).toMatchObject({
        receivedNotBookedMinor: 0,
        receivedNotBookedLines: 0,
      });
    }));

  it('reach the ERP through the outbox, whose entries balance', async () => {
    await within(async (tx) => {
      await tx.decisions.add(decision('d'));
      await tx.outbox.add(outboxRow('1', 'd'));
      await tx.outbox.add({ ...outboxRow('2', 'd'), kind: 'undo' });
      await tx.outbox.mark('1', 'verified', { move: 17 });
      expect((await tx.outbox.waiting()).map((it) => it.id)).toEqual(['2']);
      expect(await tx.outbox.byDecision('d')).toEqual([
        { ...outboxRow('1', 'd'), state: 'verified', answer: { move: 17 } },
        { ...outboxRow('2', 'd'), kind: 'undo' },
      ]);
      await expect(tx.outbox.mark('3', 'sent', null)).rejects.toThrow('does not exist');
    });
    const unbalanced = within(async (tx) => {
      await tx.decisions.add(decision('d'));
      await tx.outbox.add({ ...outboxRow('1', 'd'), entry: [line('512000', 100), line('411000', -99)] });
    });
    await expect(unbalanced).rejects.toThrow();
  });

  it('make proposals stale that name the same items', () =>
    within(async (tx) => {
      await receive(tx, 'S', [bankLine('b', 100), bankLine('c', 1), bankLine('done', 1)]);
      const naming = (...ids: string[]) =>
        candidate({ allocations: ids.map((itemId) => ({ itemId, amountMinor: 1 })) });
      const rows = [
        proposal('b', {
          candidates: [naming('x'), naming('y', 'x')],
          findings: [FINDING],
          signature: 's',
          verdict: 'auto',
        }),
        proposal('c', { candidates: [naming('y')] }),
        proposal('done', { candidates: [naming('y')] }),
      ];
      await tx.proposals.put(rows, 'e1');
      await tx.bank.setState('done', 'settled', {});
      expect(await tx.proposals.get('b')).toEqual({ proposal: rows[0], engine: 'e1' });
      expect(await tx.proposals.touching(['y'])).toEqual(['b', 'c']);
      await tx.proposals.put([proposal('b', { candidates: [naming('x')] })], 'e2');
      expect(await tx.proposals.touching(['y', 'z'])).toEqual(['c']);
      await tx.proposals.clear(['c', 'b']);
      expect([await tx.proposals.touching(['x', 'y']), await tx.proposals.get('b')]).toEqual([[], null]);
    }));
});

const FINDING = { type: 'invoice-number', text: 'FAC-1', at: 4, itemId: 'x' } as const;

function outboxRow(id: string, decisionId: string) {
  const facts = { kind: 'post', state: 'planned', before: { a: 100 }, after: { a: 0 }, answer: null } as const;
  return { id, decisionId, entry: ENTRY, ...facts };
}
