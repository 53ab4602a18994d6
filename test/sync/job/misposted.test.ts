// Receipts that were booked on the wrong customer: proposed on their bank line and on the account, moved by one entry, undone.
import { describe, expect, it } from 'vitest';
import { acceptLine, bodyOf } from '../../../sync/job/accept.ts';
import { exportFiles } from '../../../sync/job/export.ts';
import { letterItems, letterPreview } from '../../../sync/job/letter.ts';
import { mispostedIn, movesIn } from '../../../sync/job/misposted.ts';
import { rejectLine } from '../../../sync/job/reject.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import { verify } from '../../../sync/job/verify.ts';
import { pieceOf } from '../../../sync/model/entry.ts';
import type { LetterBody } from '../../../sync/port/ledger-view.ts';
import { hasDatabase } from '../../db/harness.ts';
import { BY, codeOf, deskForEach, must, request, TODAY, tie } from './desk.ts';
import { camt, fec, invoice, type Row, receipt } from './paper.ts';

/** Martin paid his invoice on 3 November; it was booked on Dupont, who owes something else. */
const ROWS = [
  ...invoice('FA-2026-00401', '2026-09-01', 'DUPONT', 'Dupont', 75_00),
  ...invoice('FA-2026-00402', '2026-09-03', 'MARTIN', 'Martin', 153_47),
  ...invoice('FA-2026-00403', '2026-09-04', 'PETIT', 'Petit', 153_47),
  ...receipt('RG1', '2026-11-03', 'DUPONT', 'Dupont', 153_47),
];
const LEDGER = fec(ROWS);
const PAID = { day: '2026-11-03', amount: 153_47, ref: 'R1', payer: 'MARTIN', text: 'FACTURE FA-2026-00402' };
const STATEMENT = camt([PAID]);
const BEFORE = ['FA-2026-00401 7500', 'FA-2026-00402 15347', 'FA-2026-00403 15347', 'RG1 -15347'];
const AFTER = ['FA-2026-00401 7500', 'FA-2026-00403 15347'];

describe.skipIf(!hasDatabase())('a receipt on the wrong customer', () => {
  const at = deskForEach();

  const open = () =>
    at.see(async (tx) => (await tx.ledger.openItems()).map((it) => `${it.document} ${it.residualMinor}`).sort());
  const ids = (...documents: string[]) =>
    at.see(async (tx) => {
      const items = await tx.ledger.openItems();
      return documents.map((name) => items.find((it) => it.document === name)?.id ?? name);
    });
  const found = () => at.see((tx) => mispostedIn(tx));
  const line = () => at.see(async (tx) => (await tx.bank.openLines())[0]);
  const sound = async () => expect((await at.see((tx) => verify(tx, TODAY))).filter((check) => !check.ok)).toEqual([]);
  const move = async (documents: readonly string[], more: Partial<LetterBody> = {}) =>
    letterItems(at.desk, at.company, { ...tie(...(await ids(...documents))), move: true, ...more }, request());

  it('is found with its bank line', async () => {
    await at.bring(LEDGER, STATEMENT);
    const [credit, debit] = await ids('RG1', 'FA-2026-00402');
    expect(await found()).toMatchObject([
      {
        creditId: credit,
        holderId: 'DUPONT',
        partyId: 'MARTIN',
        allocations: [
          { itemId: credit, amountMinor: -153_47 },
          { itemId: debit, amountMinor: 153_47 },
        ],
        explained: false,
        lineId: (await line())?.id,
      },
    ]);
  });

  it('is shown with the account on which it stands and what it pays', async () => {
    await at.bring(LEDGER, STATEMENT);
    const [row] = await at.see(movesIn);
    expect([row?.partyName, row?.items.map((it) => it.document), row?.reasons[0]?.key]).toEqual([
      'Martin',
      ['FA-2026-00402'],
      'misposted',
    ]);
    const sides = { debits: 1, credits: 1, debitMinor: 75_00, creditMinor: 153_47 };
    expect(row?.on).toEqual({ partyId: 'DUPONT', partyName: 'Dupont', account: '411000', ...sides, proposable: true });
  });

  it('is the first proposal of its bank line, never alone, and accepted goes from account to account', async () => {
    await at.bring(LEDGER, STATEMENT);
    const { id } = (await line())!;
    const stored = await at.see((tx) => tx.proposals.get(id));
    const [best] = stored!.proposal.candidates;
    expect([stored?.proposal.verdict, best?.reasons[0]?.key, best?.partyId]).toEqual([
      'suggest',
      'misposted',
      'MARTIN',
    ]);
    const decision = must(await acceptLine(at.desk, at.company, id, bodyOf(best!, 0), request()));
    expect(await open()).toEqual(AFTER);
    const [row] = await at.see((tx) => tx.outbox.byDecision(decision));
    expect(row?.entry.map((it) => [it.account, it.partyId, it.amountMinor])).toEqual([
      ['411000', 'MARTIN', -153_47],
      ['411000', 'DUPONT', 153_47],
    ]);
    await sound();
    must(await undoDecision(at.desk, at.company, decision, request()));
    expect(await open()).toEqual(BEFORE);
    await sound();
  });

  it('refused as the wrong customer, is not proposed again', async () => {
    await at.bring(LEDGER, STATEMENT);
    const { id } = (await line())!;
    must(await rejectLine(at.desk, at.company, id, { reason: 'wrong-customer', comment: null }, request()));
    const stored = await at.see((tx) => tx.proposals.get(id));
    expect(stored?.proposal.candidates.map((it) => it.partyId)).not.toContain('MARTIN');
    expect(await found()).toEqual([]);
  });

  it('is left alone where a waiting bank line pays the invoice', async () => {
    const own = { ...PAID, day: '2026-11-20', ref: 'R2' };
    await at.bring(LEDGER, STATEMENT, camt([own], { id: 'S2', opening: 1_153_47 }));
    expect(await found()).toEqual([]);
    const lines = await at.see((tx) => tx.bank.openLines());
    const proposals = await Promise.all(lines.map(({ id }) => at.see((tx) => tx.proposals.get(id))));
    const moves = proposals.filter((it) => it?.proposal.candidates.some(({ signature }) => signature === 'misposted'));
    expect([lines.length, moves.length]).toEqual([2, 0]);
  });

  it('without any bank line is moved from its account, and undone', async () => {
    const named = ROWS.map((row) => (row.piece === 'RG1' ? { ...row, label: 'VIR FA-2026-00402' } : row));
    await at.bring(fec(named));
    expect((await found()).map(({ partyId, lineId }) => [partyId, lineId])).toEqual([['MARTIN', null]]);
    const body = { ...tie(...(await ids('RG1', 'FA-2026-00402'))), move: true };
    const seen = await at.see((tx) => letterPreview(tx, at.desk, body));
    expect(
      seen.entry.map(({ account, partyId, label, amountMinor }) => [account, partyId, label, amountMinor]),
    ).toEqual([
      ['411000', 'MARTIN', 'Transfert FA-2026-00402 Dupont', -153_47],
      ['411000', 'DUPONT', 'Transfert RG1 Dupont', 153_47],
    ]);
    expect([seen.day, seen.differenceMinor, seen.fault]).toEqual(['2026-11-03', 0, null]);
    const id = must(await letterItems(at.desk, at.company, body, request()));
    expect(await open()).toEqual(AFTER);
    const [, csv] = must(await exportFiles(at.desk, at.company, 'entries', BY));
    expect(new TextDecoder().decode(csv?.bytes)).toContain('Transfert FA-2026-00402 Dupont');
    await sound();
    must(await undoDecision(at.desk, at.company, id, request()));
    expect(await open()).toEqual(BEFORE);
    await sound();
  });

  it('closes with its entry once the ledger holds it', async () => {
    await at.bring(LEDGER);
    const id = must(await move(['RG1', 'FA-2026-00402']));
    const [row] = await at.see((tx) => tx.outbox.byDecision(id));
    const posted = (row?.entry ?? []).map(
      ({ account, amountMinor, partyId, label }): Row => ({
        ...{ journal: 'OD', entry: 'OD1', day: '2026-11-03', piece: pieceOf(id), account, label, amount: amountMinor },
        ...{ aux: partyId ?? '', name: partyId === 'MARTIN' ? 'Martin' : 'Dupont' },
      }),
    );
    expect(posted).toHaveLength(2);
    await at.bring(fec([...ROWS, ...posted], { name: 'b.txt' }));
    expect(await open()).toEqual(AFTER);
    expect(await at.see((tx) => tx.outbox.waiting())).toEqual([]);
    await sound();
  });

  it('of a round sum, which proves no movement of the ledger, is not settled alone a second time', async () => {
    const rows = [
      ...invoice('FA-2026-00402', '2026-09-03', 'MARTIN', 'Martin', 150_00),
      ...receipt('RG1', '2026-11-03', 'DUPONT', 'Dupont', 150_00),
    ];
    await at.bring(fec(rows), camt([{ ...PAID, amount: 150_00 }]));
    const { id } = (await line())!;
    const stored = await at.see((tx) => tx.proposals.get(id));
    const doubts = stored?.proposal.candidates[0]?.doubts.map(({ key }) => key);
    expect([stored?.proposal.verdict, doubts]).toEqual(['suggest', ['maybe-booked']]);
  });

  it('near miss: the ledger has no movement of the sum, and the invoice is proved', async () => {
    const owed = invoice('FA-2026-00402', '2026-09-03', 'MARTIN', 'Martin', 150_00);
    await at.bring(fec([...owed, ...receipt('RG1', '2026-11-03', 'DUPONT', 'Dupont', 149_00)]));
    await at.bring(camt([{ ...PAID, amount: 150_00 }]));
    const { id } = (await line())!;
    expect((await at.see((tx) => tx.proposals.get(id)))?.proposal.verdict).toBe('auto');
  });

  it.each([
    ['without saying that it is moved', ['RG1', 'FA-2026-00402'], { move: false }, 'letters-mixed'],
    ['to two customers', ['RG1', 'FA-2026-00402', 'FA-2026-00403'], {}, 'letters-mixed'],
    ['within its own account', ['RG1', 'FA-2026-00401'], {}, 'letters-mixed'],
    ['of an invoice', ['FA-2026-00403', 'FA-2026-00402'], {}, 'letters-mixed'],
    ['leaving a rest', ['RG1', 'FA-2026-00402'], { leave: true }, 'request-invalid'],
    [
      'with a difference',
      ['RG1', 'FA-2026-00402'],
      { adjustments: [{ kind: 'rounding', amountMinor: -1 }] },
      'request-invalid',
    ],
  ] as const)('is not moved %s', async (_, documents, more, code) => {
    await at.bring(LEDGER);
    expect(codeOf(await move(documents, more as Partial<LetterBody>))).toBe(code);
    expect(await open()).toEqual(BEFORE);
  });

  it('is not moved to an invoice of another amount', async () => {
    await at.bring(fec([...ROWS, ...invoice('FA-2026-00404', '2026-09-05', 'MARTIN', 'Martin', 153_46)]));
    expect(codeOf(await move(['RG1', 'FA-2026-00404']))).toBe('letters-unbalanced');
  });
});
