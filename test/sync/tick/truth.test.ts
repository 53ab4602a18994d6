// Ticks of six made-up companies against what is true: none wrong, none missed, and the right customers behind them.
import { describe, expect, it } from 'vitest';
import { collect, readBankFile } from '../../../connector/bank/index.ts';
import { readLedger } from '../../../connector/erp/fec/ledger.ts';
import type { BankLine } from '../../../sync/model/statement.ts';
import { prepare } from '../../../sync/statement/index.ts';
import { customersBehind, tickLines } from '../../../sync/tick/index.ts';
import { bytesOf, COMPANIES, configOfFiles, IS_THERE, type Truth, truthOf } from '../../connector/erp/fec/truth.ts';
import { ACCOUNT } from './week.ts';

describe.skipIf(!IS_THERE).each(COMPANIES)('%s', (company) => {
  it('has every booked line ticked and no other, with its customers', async () => {
    const truth = truthOf(company);
    const ledger = readLedger(
      configOfFiles(
        truth.exercises.map(({ file }) => file),
        truth.siren,
      ),
    );
    if (Array.isArray(ledger)) throw new Error('refused');
    const byId = new Map(ledger.lines.map((line) => [line.id, line]));
    const placeOf = (id: string) => {
      const { row, book } = ledger.items.get(id)!;
      return `${ledger.books[book]!.file.name}:${row.line}`;
    };
    const lines = await bankLinesOf(truth);
    const banks = ledger.lines.filter((line) => line.role === 'bank');
    const accounts = [{ ...ACCOUNT, ledgerAccount: truth.bankAccount }];
    const behind = customersBehind(ledger.lines);
    const found = tickLines(lines, banks, accounts, ledger.lines).map(({ lineId, ledgerLineIds }) => ({
      line: lineId,
      booked: ledgerLineIds.map(placeOf).sort(),
      customers: behind(ledgerLineIds.map((id) => byId.get(id)!))
        .map(placeOf)
        .sort(),
    }));
    const expected = truth.bank
      .filter(({ booked }) => booked.length > 0)
      .map(({ file, id, booked, customerLines = [] }) => ({
        line: `${file}#${id}`,
        booked: booked.map((at) => `${at.file}:${at.line}`).sort(),
        customers: customerLines.map((at) => `${at.file}:${at.line}`).sort(),
      }));
    const byLine = (a: { line: string }, b: { line: string }) => (a.line < b.line ? -1 : 1);
    expect(lines).toHaveLength(truth.bank.length);
    expect(found.sort(byLine)).toEqual(expected.sort(byLine));
  });
});

async function bankLinesOf({ bankFiles }: Truth): Promise<BankLine[]> {
  const lines: BankLine[] = [];
  for (const name of bankFiles) {
    const read = await collect(readBankFile({ file: name, chunks: once(bytesOf(name)) }));
    for (const { transactions, ...head } of read.statements) {
      const prepared = prepare({ head, transactions }, ACCOUNT, read.version, name);
      if ('code' in prepared) throw new Error(prepared.code);
      lines.push(...prepared.drafts.map((draft) => ({ ...draft, id: `${name}#${draft.entryRef}` })));
    }
  }
  return lines;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
