// A company with a row in every table, in two transactions: what changes leaves a row of what it was.
import type { TableMapping } from '../../sync/model/table.ts';
import type { NightSummary } from '../../sync/port/night.ts';
import type { Store, Tx } from '../../sync/port/store.ts';
import { bankLine, candidate, decision, file, ledgerLine, party, proposal, receive, settlement } from './sample.ts';
import { agreement, classSwitch, lesson, memoryMark, rule } from './taught.ts';

const MAPPING: TableMapping = { columns: ['date', 'amount'], dateOrder: 'dmy', decimal: ',' };
const AT = '2026-01-01T00:00:00.000Z';

const NIGHT: NightSummary = {
  ...{ id: 'n', company: 'c', mode: 'shadow', startedAt: AT, endedAt: null, step: 'pull', failed: null },
  ...{ read: 1, files: 0, made: 0, proposed: 0, settled: 0, written: 0, verified: 0, waiting: 1 },
  ...{ refused: [], warnings: [], control: [] },
};

export async function fillEveryTable(store: Store, company: string): Promise<void> {
  await store.within(company, fill);
  await store.within(company, async (tx) => {
    await tx.ledger.putLines([ledgerLine('x', 6, { role: 'bank' })]);
    await tx.ledger.putBalances([{ account: '411000', balanceMinor: 2 }]);
  });
}

async function fill(tx: Tx): Promise<void> {
  await tx.ledger.putParties([party('p', { name: 'Établissements “Durand”\u2028 \\N \\. \t fin' })]);
  await tx.ledger.putAccounts([{ number: '411000', name: 'Clients', role: 'receivable' }]);
  await tx.ledger.putBalances([{ account: '411000', balanceMinor: 1 }]);
  const rich = {
    foreign: { minor: 7, currency: 'USD' },
    discount: { percentBp: 200, until: '2026-03-01', discountedMinor: 98 },
  } as const;
  await tx.ledger.putLines([
    ledgerLine('a', 100, { ...rich, partyId: 'p', label: 'une\nligne\r\net demie' }),
    ledgerLine('b', -100),
    ledgerLine('x', 5, { role: 'bank' }),
  ]);
  await tx.bank.putAccounts([{ account: 'FR1', name: 'n', ledgerAccount: null, journal: null, currency: 'EUR' }]);
  await tx.bank.putMapping({ account: 'FR1', signature: 'date|montant', mapping: MAPPING });
  const bytes = new Uint8Array(70_000).map((_, i) => (i * 31) % 256);
  await tx.files.add(file('ledger', { kind: 'fec', bytes }));
  await receive(tx, 'S', [
    bankLine('l', 100, { references: ['RF18', 'é'], instructed: { amountMinor: 1, currency: 'USD' } }),
  ]);
  await tx.bank.tick([{ lineId: 'l', ledgerLineIds: ['x'] }]);
  const adjustments = [{ kind: 'discount', amountMinor: 1 } as const];
  const best = candidate({ allocations: [{ itemId: 'a', amountMinor: 100 }], adjustments });
  await tx.proposals.put([proposal('l', { candidates: [best] })], '1');
  await tx.decisions.add(decision('d', { lineId: 'l', candidate: best }));
  await tx.ledger.addSettlements([settlement('s', 'a', 'b', 100)], { from: 'decision', decisionId: 'd' });
  await tx.ledger.revokeDecision('d');
  await tx.trust.teach({ ...lesson('d', 'l'), facts: 'a 100' });
  await tx.trust.addSwitch(classSwitch('x #0', 'on', 1));
  await tx.memory.mark(memoryMark('account', 'FR1', 'p'));
  await tx.rules.add(rule('r', { name: 'règle', replaces: 'q' }));
  await tx.agreements.add(agreement('g', { note: 'signé à Orléans' }));
  await tx.claims.add([
    {
      id: 'k',
      kind: 'contested',
      itemId: 'a',
      partyId: 'p',
      amountMinor: 1,
      openedOn: '2026-01-01',
      decisionId: 'd',
      note: 'é',
    },
  ]);
  const outbox = {
    id: 'o',
    decisionId: 'd',
    kind: 'post',
    state: 'planned',
    before: {},
    after: {},
    answer: null,
  } as const;
  await tx.outbox.add({ ...outbox, entry: [] });
  await tx.audit.append({ at: '2026-01-01', by: { kind: 'program' }, what: 'import', subject: 's', facts: { é: 1 } });
  await tx.idempotency.put('u', 'k', 'h', { z: 1, a: 'é' });
  await tx.link.put({ cursor: '{}', progress: { done: 1, total: 2 }, halted: { code: 'erp-restored', at: AT } });
  await tx.nights.begin('n', AT);
  await tx.nights.note('n', NIGHT);
}
