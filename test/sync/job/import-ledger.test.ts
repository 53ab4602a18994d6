// Ledgers that come one after the other: the same, newer, renumbered, lettered elsewhere, broken.
import { describe, expect, it } from 'vitest';
import { acceptLine } from '../../../sync/job/accept.ts';
import { agedBalance } from '../../../sync/job/aged.ts';
import { exportFiles } from '../../../sync/job/export.ts';
import { importFiles } from '../../../sync/job/import.ts';
import { letterItems } from '../../../sync/job/letter.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import { formatMinor } from '../../../sync/model/money.ts';
import { hasDatabase } from '../../db/harness.ts';
import { BY, deskForEach, must, request, TODAY, tie } from './desk.ts';
import { camt, fec, IBAN, invoice, type Row, receipt } from './paper.ts';

const OPEN = [
  ...invoice('FA001', '2026-09-01', 'DUPONT', 'Dupont SARL', 1_200_00),
  ...invoice('FA002', '2026-10-01', 'MARTIN', 'Martin SA', 600_00),
];
const PAID = receipt('BQ7', '2026-11-05', 'DUPONT', 'Dupont SARL', 1_200_00);
/** Another bank movement, so that the ledger names the bank account. */
const OTHER: Row[] = receipt('BQ1', '2026-10-02', 'MARTIN', 'Martin SA', 10_00);
const RECEIVED = camt([{ day: '2026-11-05', amount: 1_200_00, ref: 'R2', payer: 'DUPONT SARL', text: 'VIR FA001' }]);

describe.skipIf(!hasDatabase())('a ledger', () => {
  const at = deskForEach();
  const { bring, see } = at;
  const newer = (rows: readonly Row[], name = 'newer.txt') => fec(rows, { name: `999000019FEC20261231-${name}` });
  /** 'document residual' of everything open. */
  const open = () =>
    see(async (tx) =>
      (await tx.ledger.openItems()).map((item) => `${item.document} ${formatMinor(item.residualMinor, 'EUR')}`).sort(),
    );
  const itemOf = (document: string) =>
    see(
      async (tx) =>
        (await tx.ledger.lines()).find((line) => line.document === document && line.role === 'receivable')?.id ?? '',
    );
  const control = () => see(async (tx) => (await agedBalance(tx, { asOf: TODAY })).control.differenceMinor);
  const lineOf = async () => (await see((tx) => tx.bank.linesBetween(IBAN, '2026-11-01', '2026-11-30')))[0]!;
  const acceptAll = async () => {
    const body = {
      candidate: null,
      partyId: null,
      allocations: [{ itemId: await itemOf('FA001'), amountMinor: 1_200_00 }],
      adjustments: [],
      rest: 'none' as const,
    };
    return must(await acceptLine(at.desk, at.company, (await lineOf()).id, body, request()));
  };

  it('names the company, and a ledger of another company is refused whole', async () => {
    await bring(fec(OPEN));
    expect(await see(async (tx) => (await tx.company.get()).siren)).toBe('999000019');
    const before = await open();
    const [read] = await bring(fec(OTHER, { siren: '999000027' }));
    expect(read).toMatchObject({ ok: false, faults: [{ code: 'fec-siren' }] });
    expect(await open()).toEqual(before);
  });

  it('again changes nothing', async () => {
    await bring(fec(OPEN));
    expect(await bring(fec(OPEN))).toMatchObject([{ ok: true, known: true }]);
    expect(await see((tx) => tx.files.currentLedgers())).toHaveLength(1);
  });

  it('of the same exercise takes the older one’s place, and what it no longer names is gone', async () => {
    await bring(fec(OPEN));
    const [read] = await bring(newer(OPEN.slice(0, 3)));
    expect(read).toMatchObject({ ok: true, ledger: { added: 0, same: 1 } });
    expect(await open()).toEqual(['FA001 1200.00']);
    expect(await see((tx) => tx.files.currentLedgers())).toMatchObject([{ name: '999000019FEC20261231-newer.txt' }]);
    expect(await bring(fec(OPEN))).toMatchObject([{ ok: false, faults: [{ code: 'fec-replaced' }] }]);
    expect(await control()).toBe(0);
  });

  it('of one exercise twice in one drop is in force once', async () => {
    await bring(fec(OPEN.slice(0, 3)), newer(OPEN));
    expect(await see((tx) => tx.files.currentLedgers())).toMatchObject([{ name: '999000019FEC20261231-newer.txt' }]);
    expect(await open()).toEqual(['FA001 1200.00', 'FA002 600.00']);
  });

  it('with other numbers after validation is known again by content', async () => {
    await bring(fec(OPEN.map((row) => ({ ...row, entry: `P${row.entry}` }))));
    const before = await itemOf('FA001');
    await bring(newer(OPEN.map((row, i) => ({ ...row, entry: String(100 + i) }))));
    expect(await itemOf('FA001')).toBe(before);
    expect(await open()).toEqual(['FA001 1200.00', 'FA002 600.00']);
  });

  it('of unvalidated entries alone stands beside the validated ones, and is validated with them', async () => {
    await bring(fec(OPEN));
    const draft = [...invoice('FA003', '2026-10-08', 'DUPONT', 'Dupont SARL', 50_00), ...OTHER];
    const provisional = draft.map((row) => ({ ...row, entry: '' }));
    const [read] = await bring(fec(provisional, { name: 'draft.txt', draft: true }));
    expect(read).toMatchObject({ ok: true, ledger: { added: 3 } });
    const all = ['BQ1 -10.00', 'FA001 1200.00', 'FA002 600.00', 'FA003 50.00'];
    expect(await open()).toEqual(all);
    expect(await control()).toBe(0);
    const before = await itemOf('FA003');
    // One of its entries is validated; the draft that is left holds both still.
    await bring(newer([...OPEN, ...draft.slice(0, 3)]));
    expect(await open()).toEqual(all);
    await bring(newer([...OPEN, ...draft], 'newest.txt'));
    expect(await open()).toEqual(all);
    expect(await itemOf('FA003')).toBe(before);
    expect(await see((tx) => tx.files.currentLedgers())).toHaveLength(1);
    expect(await control()).toBe(0);
  });

  it('of unvalidated entries that are validated by now is refused, and hides nothing', async () => {
    await bring(fec([...OPEN, ...OTHER]));
    const older = fec(OPEN.slice(0, 3), { name: 'draft.txt', draft: true });
    for (const _ of [1, 2]) {
      expect(await bring(older)).toMatchObject([{ ok: false, faults: [{ code: 'fec-draft-behind' }] }]);
      expect(await open()).toEqual(['BQ1 -10.00', 'FA001 1200.00', 'FA002 600.00']);
    }
  });

  it('that cannot be trusted is refused and nothing of it is kept', async () => {
    await bring(fec(OPEN));
    const [read] = await bring(newer([{ ...OPEN[0]!, entry: 'X', piece: 'X' }, ...OPEN]));
    expect(read).toMatchObject({ ok: false, faults: [{ code: 'entry-unbalanced' }] });
    expect(await open()).toEqual(['FA001 1200.00', 'FA002 600.00']);
  });

  it('that holds an accepted receipt joins it there, once', async () => {
    await bring(fec([...OPEN, ...OTHER]), RECEIVED);
    await acceptAll();
    expect(await open()).toEqual(['BQ1 -10.00', 'FA002 600.00']);
    await bring(newer([...OPEN, ...OTHER, ...PAID]));
    expect(await lineOf()).toMatchObject({ state: 'settled', booked: [expect.any(String)] });
    expect(await open()).toEqual(['BQ1 -10.00', 'FA002 600.00']);
    expect(await control()).toBe(0);
    expect(await see((tx) => tx.decisions.unbooked())).toEqual([]);
    expect(await see((tx) => tx.outbox.waiting())).toEqual([]);
  });

  it('that letters what we joined settles it once', async () => {
    await bring(fec([...OPEN, ...OTHER, ...PAID]), RECEIVED);
    const joined = await acceptAll();
    const lettered = [
      ...invoice('FA001', '2026-09-01', 'DUPONT', 'Dupont SARL', 1_200_00, 'A'),
      ...OPEN.slice(3),
      ...OTHER,
      ...receipt('BQ7', '2026-11-05', 'DUPONT', 'Dupont SARL', 1_200_00, 'A'),
    ];
    await bring(newer(lettered));
    expect(await open()).toEqual(['BQ1 -10.00', 'FA002 600.00']);
    expect(await see((tx) => tx.ledger.decidedSettlements())).toEqual([]);
    must(await undoDecision(at.desk, at.company, joined, request()));
    expect(await open()).toEqual(['BQ1 -10.00', 'FA002 600.00']);
    expect(await lineOf()).toMatchObject({ state: 'settled', decisionId: null });
  });

  it('that loses a booked receipt makes it wait to be booked again', async () => {
    await bring(fec([...OPEN, ...OTHER, ...PAID]), RECEIVED);
    await acceptAll();
    await bring(newer([...OPEN, ...OTHER]));
    expect(await lineOf()).toMatchObject({ state: 'settled', booked: [] });
    expect(await open()).toEqual(['BQ1 -10.00', 'FA002 600.00']);
    expect(await see((tx) => tx.decisions.unbooked())).toHaveLength(1);
    expect(await control()).toBe(0);
  });

  it('that loses a lettered payment opens the invoice again', async () => {
    await bring(fec([...OPEN, ...OTHER, ...PAID]));
    must(await letterItems(at.desk, at.company, tie(await itemOf('FA001'), await itemOf('BQ7')), request()));
    expect(await open()).toEqual(['BQ1 -10.00', 'FA002 600.00']);
    await bring(newer([...OPEN, ...OTHER]));
    expect(await open()).toEqual(['BQ1 -10.00', 'FA001 1200.00', 'FA002 600.00']);
  });

  it('settles by its own letters the bank lines that it holds', async () => {
    const lettered = [
      ...invoice('FA001', '2026-09-01', 'DUPONT', 'Dupont SARL', 1_200_00, 'A'),
      ...receipt('BQ7', '2026-11-05', 'DUPONT', 'Dupont SARL', 1_200_00, 'A'),
    ];
    await bring(fec(lettered), RECEIVED);
    const page = await see((tx) => tx.view.queue('settled', TODAY, { offset: 0, limit: 9, bank: null }));
    expect(page.rows).toMatchObject([{ state: 'settled', settledBy: 'ledger', booked: true }]);
  });

  it('leaves again with our letters, and a receipt that it lacks leaves as an entry', async () => {
    await bring(fec([...OPEN, ...OTHER, ...PAID]));
    must(await letterItems(at.desk, at.company, tie(await itemOf('FA001'), await itemOf('BQ7')), request()));
    const [copy] = must(await exportFiles(at.desk, at.company, 'fec', BY));
    expect(copy?.name).toContain('copie-de-travail');
    const letters = new TextDecoder()
      .decode(copy?.bytes)
      .split('\r\n')
      .map((text) => text.split('\t'))
      .filter((cells) => cells[13] === 'A')
      .map((cells) => [cells[4], cells[6], cells[11], cells[12]]);
    expect(letters).toEqual([
      ['411000', 'DUPONT', '1200,00', '0,00'],
      ['411000', 'DUPONT', '0,00', '1200,00'],
    ]);
    const [list] = must(await exportFiles(at.desk, at.company, 'letters', BY));
    expect(new TextDecoder().decode(list?.bytes).split('\r\n').filter(Boolean)).toHaveLength(3);
  });

  it('killed in the middle of an import is as it was before', async () => {
    await bring(fec([...OPEN, ...OTHER]), RECEIVED);
    const before = await open();
    const { desk } = at;
    const dying = {
      ...desk,
      store: {
        ...desk.store,
        within: ((id, work) =>
          desk.store.within(id, (tx) =>
            work({ ...tx, audit: { ...tx.audit, append: () => Promise.reject(new Error('killed')) } }),
          )) as typeof desk.store.within,
      },
    };
    await expect(importFiles(dying, at.company, [newer([...OPEN, ...OTHER, ...PAID])], BY)).rejects.toThrow('killed');
    expect(await open()).toEqual(before);
    expect(await see((tx) => tx.files.currentLedgers())).toHaveLength(1);
  });
});
