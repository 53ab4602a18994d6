// What suppliers of a ledger of files are owed, from the import to the entry that pays them, beside customers who are matched as ever.
import { describe, expect, it } from 'vitest';
import { acceptLine, bodyOf } from '../../../sync/job/accept.ts';
import { agedBalance } from '../../../sync/job/aged.ts';
import { exportFiles } from '../../../sync/job/export.ts';
import { importFiles } from '../../../sync/job/import.ts';
import { undoDecision } from '../../../sync/job/undo.ts';
import { verify } from '../../../sync/job/verify.ts';
import { hasDatabase } from '../../db/harness.ts';
import { BY, deskForEach, must, request, TODAY } from './desk.ts';
import { camt, fec, IBAN, invoice, receipt } from './paper.ts';

/** A purchase of 607 with its VAT; `aux` names the supplier on the collective account 401000. */
function purchase(piece: string, day: string, aux: string, name: string, amount: number) {
  const row = { journal: 'HA', entry: piece, day, piece };
  return [
    { ...row, account: '607000', amount: amount - Math.round(amount / 6) },
    { ...row, account: '445660', amount: Math.round(amount / 6) },
    { ...row, account: '401000', aux, name, label: `Facture ${name}`, amount: -amount },
  ];
}

function payment(entry: string, day: string, aux: string, name: string, amount: number) {
  const row = { journal: 'BQ', entry, day, piece: entry, label: `VIR ${name}` };
  return [
    { ...row, account: '401000', aux, name, amount },
    { ...row, account: '512100', amount: -amount },
  ];
}

/** Dupont is a customer and, under the same code, a supplier. Of Papeterie one of two invoices is paid, of Loueur nobody can tell. */
const BOOKS = [
  ...invoice('FA2026-0451', '2026-10-01', 'DUPONT', 'Menuiserie Dupont SARL', 1_234_56),
  ...invoice('FA2026-0452', '2026-10-02', 'MARTIN', 'Garage Martin SAS', 777_60, 'A'),
  ...receipt('BQ1', '2026-10-20', 'MARTIN', 'Garage Martin SAS', 777_60, 'A'),
  ...purchase('AF100', '2026-09-05', 'PAPET', 'Papeterie Orvalle', 360_00),
  ...payment('BQ2', '2026-10-05', 'PAPET', 'Papeterie Orvalle', 360_00),
  ...purchase('AF101', '2026-10-05', 'PAPET', 'Papeterie Orvalle', 420_00),
  ...purchase('AF102', '2026-10-06', 'LOUEUR', 'Loueur Rapidis', 600_00),
  ...payment('BQ3', '2026-10-25', 'LOUEUR', 'Loueur Rapidis', 250_00),
  ...purchase('AF103', '2026-10-07', 'DUPONT', 'Menuiserie Dupont SARL', 1_234_56),
];
const PAID = payment('BQ4', '2026-11-05', 'PAPET', 'Papeterie Orvalle', 420_00);
const STATEMENT = camt([
  { day: '2026-11-04', amount: 1_234_56, ref: 'IN', payer: 'MENUISERIE DUPONT SARL', text: 'VIR FA2026-0451' },
  { day: '2026-11-05', amount: -420_00, ref: 'OUT', payer: 'PAPETERIE ORVALLE', text: 'VIR PAPETERIE ORVALLE AF101' },
  { day: '2026-11-06', amount: -600_00, ref: 'RENT', payer: 'LOUEUR RAPIDIS', text: 'PRLV LOUEUR RAPIDIS' },
]);

describe.skipIf(!hasDatabase())('suppliers of a ledger of files', () => {
  const at = deskForEach();
  /** The same company whose ledger holds no supplier. */
  const bare = deskForEach();
  const open = (books = BOOKS, statement = STATEMENT) => importFiles(at.desk, at.company, [fec(books), statement], BY);
  const lineOf = async (ref: string) =>
    (await at.see((tx) => tx.bank.linesBetween(IBAN, '2026-11-01', '2026-11-30'))).find((it) => it.entryRef === ref)!;
  const proposalOf = async (ref: string) => {
    const { id } = await lineOf(ref);
    return (await at.see((tx) => tx.proposals.get(id)))!.proposal;
  };
  const accept = async (ref: string) => {
    const { candidates } = await proposalOf(ref);
    const { id } = await lineOf(ref);
    return must(await acceptLine(at.desk, at.company, id, bodyOf(candidates[0]!, 0), request()));
  };
  const owed = () =>
    at.see(async (tx) =>
      (await tx.ledger.besideItems()).map((it) => [it.partyId, it.document, it.residualMinor]).sort(),
    );
  const holds = () => at.see(async (tx) => (await verify(tx, TODAY)).filter((it) => !it.ok));

  it('are owed what no letter and no equal payment closes; who has a payment left over is left out whole', async () => {
    await open();
    expect(await owed()).toEqual([
      ['supplier:DUPONT', 'AF103', -1_234_56],
      ['supplier:PAPET', 'AF101', -420_00],
    ]);
  });

  it('are proposed for what goes out, for a person, and never for what comes in', async () => {
    await open();
    const out = await proposalOf('OUT');
    expect([out.verdict, out.signature]).toEqual(['suggest', 'supplier']);
    expect(out.candidates[0]).toMatchObject({
      partyId: 'supplier:PAPET',
      allocations: [{ amountMinor: -420_00 }],
      restMinor: 0,
    });
    expect((await proposalOf('RENT')).candidates.map((it) => it.signature)).not.toContain('supplier');
    const customers = BOOKS.filter((row) => row.journal !== 'HA' && !['BQ2', 'BQ3'].includes(row.entry));
    const incoming = await proposalOf('IN');
    expect(incoming.candidates[0]).toMatchObject({ partyId: 'DUPONT', allocations: [{ amountMinor: 1_234_56 }] });
    await importFiles(bare.desk, bare.company, [fec(customers), STATEMENT], BY);
    const { id } = await lineOf('IN');
    expect(incoming).toEqual((await bare.see((tx) => tx.proposals.get(id)))?.proposal);
  });

  it('stay out of the customers’ balance, and are found by name and number for a line only', async () => {
    await open();
    const { totals, control, rows } = await at.see((tx) => agedBalance(tx, { asOf: TODAY }));
    expect([totals.totalMinor, control.differenceMinor]).toEqual([1_234_56, 0]);
    expect(rows.map((row) => row.name)).toEqual(['Menuiserie Dupont SARL']);
    const found = (q: string, beside: boolean) =>
      at.see(async (tx) => (await tx.view.searchItems(q, 9, { beside })).map((it) => [it.document, it.role]));
    expect(await found('AF101', true)).toEqual([['AF101', 'payable']]);
    expect(await found('orvalle', false)).toEqual([]);
    expect(await at.see((tx) => tx.view.searchParties('orvalle', 9))).toEqual([]);
  });

  it('are paid by an entry on their own code, and undone', async () => {
    await open();
    const decision = await accept('OUT');
    expect(await owed()).toEqual([['supplier:DUPONT', 'AF103', -1_234_56]]);
    const files = must(await exportFiles(at.desk, at.company, 'entries', BY));
    const file = files.find(({ name }) => name.endsWith('.txt'));
    const rows = new TextDecoder()
      .decode(file!.bytes)
      .split('\r\n')
      .map((row) => row.split('\t'));
    expect(
      rows
        .slice(1, 3)
        .map((row) => [row[4], row[6], row[7], row[11], row[12]])
        .sort(),
    ).toEqual([
      ['401000', 'PAPET', 'Papeterie Orvalle', '420,00', '0,00'],
      ['512100', '', '', '0,00', '420,00'],
    ]);
    expect(await holds()).toEqual([]);
    must(await undoDecision(at.desk, at.company, decision, request()));
    expect(await owed()).toContainEqual(['supplier:PAPET', 'AF101', -420_00]);
    expect(await holds()).toEqual([]);
  });

  it('are settled by the ledger that books the payment: nothing is left to post, nothing is settled twice', async () => {
    await open();
    await accept('OUT');
    await importFiles(at.desk, at.company, [fec([...BOOKS, ...PAID], { name: `999000019FEC20261231-2.txt` })], BY);
    expect(await owed()).toEqual([['supplier:DUPONT', 'AF103', -1_234_56]]);
    expect((await lineOf('OUT')).booked).toHaveLength(1);
    expect(await at.see((tx) => tx.outbox.waiting())).toEqual([]);
    expect(await holds()).toEqual([]);
  });

  it('that share a code with a customer learn nothing about the customer', async () => {
    const twice = camt([
      {
        day: '2026-11-04',
        amount: -1_234_56,
        ref: 'OUT',
        payer: 'MENUISERIE DUPONT',
        iban: 'FR7630001007941234567890185',
        text: 'VIR AF103',
      },
      {
        day: '2026-11-07',
        amount: 1_234_56,
        ref: 'IN',
        payer: 'MENUISERIE DUPONT',
        iban: 'FR7630001007941234567890185',
        text: 'VIR',
      },
    ]);
    await open(BOOKS, twice);
    await accept('OUT');
    expect((await proposalOf('IN')).candidates.every((it) => it.partyId !== 'supplier:DUPONT')).toBe(true);
    expect(await holds()).toEqual([]);
  });
});
