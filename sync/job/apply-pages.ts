// Writes pages of a pull into the store, each kind in its own way; what the ERP names is changed, what it no longer knows is gone.
import { onChart } from '../model/chart.ts';
import type { BankAccount } from '../model/company.ts';
import type { Books, ErpStatement, PullPage } from '../port/erp.ts';
import type { StatementRow, Tx } from '../port/store.ts';
import { closeOvertaken } from './close-by-erp.ts';
import type { Desk } from './desk.ts';
import { putErpLines } from './erp-lines.ts';
import { takenBack } from './undo.ts';

export type Applied = { read: number };

/** Applies the pages in their order, which is that of what refers to what. */
export async function applyPages(tx: Tx, desk: Desk, pages: readonly PullPage[]): Promise<Applied> {
  let read = 0;
  for (const page of pages) {
    switch (page.kind) {
      case 'accounts':
        await putAccounts(tx, page);
        break;
      case 'bank-accounts':
        await tx.bank.putAccounts(await known(tx, page.rows));
        break;
      case 'parties':
        await tx.ledger.putParties(page.rows);
        break;
      case 'ibans':
        await tx.ledger.putIbans(page.rows);
        break;
      case 'lines':
        await tx.ledger.putLines(page.rows);
        break;
      case 'statements':
        await tx.bank.putStatements(await statementRows(tx, page.rows));
        break;
      case 'bank-lines':
        read += await putErpLines(tx, page.rows);
        break;
      case 'settlements':
        await tx.ledger.addSettlements(page.rows, { from: 'ledger', onlyKept: true });
        await closeOvertaken(tx, desk);
        break;
      case 'standing':
        await retire(tx, desk, page);
        break;
      case 'balances':
        await tx.ledger.putBalances(page.rows);
        break;
      case 'books':
        await putBooks(tx, desk, page.books);
        break;
      case 'company':
        await putCompany(tx, page);
        break;
      case 'warning':
        desk.log.warn('pull', { code: page.fault.code });
        break;
    }
  }
  return { read };
}

/** An account keeps the name under which its lines stand here, also when its journal gets a number later. */
async function known(tx: Tx, rows: readonly BankAccount[]): Promise<BankAccount[]> {
  const byJournal = new Map((await tx.bank.accounts()).map((it) => [it.journal, it.account]));
  return rows.map((row) => ({ ...row, account: byJournal.get(row.journal) ?? row.account }));
}

async function statementRows(tx: Tx, rows: readonly ErpStatement[]): Promise<StatementRow[]> {
  const byJournal = new Map((await tx.bank.accounts()).map((it) => [it.journal, it]));
  return rows.flatMap((row): StatementRow[] => {
    const bank = byJournal.get(row.journal);
    if (!bank) return [];
    return [
      {
        id: row.id,
        fileId: null,
        format: 'erp',
        account: bank.account,
        number: row.number,
        currency: bank.currency,
        openingMinor: row.openingMinor,
        openingDay: null,
        closingMinor: row.closingMinor,
        closingDay: row.day,
        balanced: null,
        openingCarried: false,
        lineCount: 0,
        linesMinor: 0,
        duplicateCount: 0,
        apart: [],
      },
    ];
  });
}

async function retire(tx: Tx, desk: Desk, { of, ids }: Extract<PullPage, { kind: 'standing' }>): Promise<void> {
  if (of === 'settlements') await tx.ledger.revokeLedgerSettlementsExcept(ids);
  if (of === 'lines') await tx.ledger.retireLinesExcept(ids);
  if (of !== 'bank-lines') return;
  for (const line of await tx.bank.retireErpLinesExcept(ids)) {
    const decision = line.decisionId === null ? null : await tx.decisions.get(line.decisionId);
    if (decision?.action === 'accept') await takenBack(tx, desk, decision, 'erp-line-gone');
  }
}

async function putBooks(tx: Tx, desk: Desk, books: Books): Promise<void> {
  await tx.link.put({ books });
  if (!books.restored) return;
  desk.log.warn('the ERP was put back from a backup', {});
  await tx.link.put({ halted: { code: 'erp-restored', at: desk.clock.now() } });
}

/** The company's map and accounts of differences are brought to what the ERP's chart has: else it would refuse, or take another account. */
async function putAccounts(tx: Tx, { rows, chart }: Extract<PullPage, { kind: 'accounts' }>): Promise<void> {
  await tx.ledger.putAccounts(rows, chart !== undefined);
  if (!chart) return;
  const company = await tx.company.get();
  const next = onChart(company, rows, chart);
  const isKnown =
    isSame(next.accounts, company.accounts) && isSame(next.differenceAccounts, company.differenceAccounts);
  if (!isKnown) await tx.company.update({ ...company, ...next });
}

function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

async function putCompany(tx: Tx, page: Extract<PullPage, { kind: 'company' }>): Promise<void> {
  const company = await tx.company.get();
  const name = page.name === undefined || page.name === '' ? company.name : page.name;
  const next = { ...company, name, siren: page.siren ?? company.siren, currency: page.currency ?? company.currency };
  if (JSON.stringify(next) !== JSON.stringify(company)) await tx.company.update(next);
}
