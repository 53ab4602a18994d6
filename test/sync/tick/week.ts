// Weeks of a bank account as an accountant would write them: what the bank says, what account 512 says.
import type { BankAccount } from '../../../sync/model/company.ts';
import { parseDay } from '../../../sync/model/day.ts';
import type { LedgerLine } from '../../../sync/model/ledger.ts';
import { parseMinor } from '../../../sync/model/money.ts';
import type { BankLine } from '../../../sync/model/statement.ts';
import { tickLines } from '../../../sync/tick/index.ts';

export const ACCOUNT: BankAccount = {
  account: 'FR76',
  name: 'Banque',
  ledgerAccount: '512000',
  journal: 'BQ',
  currency: 'EUR',
};

export type Week = { bank: BankLine[]; ledger: LedgerLine[] };

/**
 * Rows 'B1 | 03-12 | 120.00 | DUPONT SA | VIR DUPONT F0012' of the bank (with payer and label) and 'L1 | 03-13 | 120.00 |
 * Règlement Dupont' of the ledger; ids tell the side, days are of 2024. 'B1.1' and 'B1.2' are details of one entry.
 */
export function week(text: string): Week {
  const rows = text
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()));
  const of = (side: string) => rows.filter(([id]) => id?.startsWith(side));
  return { bank: batched(of('B').map(bankLine)), ledger: of('L').map(ledgerLine) };
}

/** The ticks as 'B1=L1, B2=L2+L3'. */
export function ticks({ bank, ledger }: Week, around: readonly LedgerLine[] = []): string {
  const found = tickLines(bank, ledger, [ACCOUNT], around);
  return found.map(({ lineId, ledgerLineIds }) => `${lineId}=${[...ledgerLineIds].sort().join('+')}`).join(', ');
}

function batched(lines: readonly BankLine[]): BankLine[] {
  const entryOf = (id: string) => id.split('.')[0] ?? '';
  const details = lines.filter((line) => line.id.includes('.'));
  return lines.map((line) => {
    if (!details.includes(line)) return line;
    const id = entryOf(line.id);
    return { ...line, batch: { id, count: details.filter((each) => entryOf(each.id) === id).length } };
  });
}

function bankLine([id = '', day = '', amount = '', payer = '', label = '']: string[]): BankLine {
  return {
    id,
    account: ACCOUNT.account,
    entryRef: null,
    bookingDay: parseDay(`2024-${day}`)!,
    valueDay: parseDay(`2024-${day}`)!,
    amountMinor: parseMinor(amount, 'EUR')!,
    currency: 'EUR',
    counterparty: payer || null,
    counterpartyAccount: null,
    ultimateParty: null,
    endToEndId: null,
    mandateId: null,
    label,
    references: [],
    bankCode: null,
    instructed: null,
    returnReason: null,
  };
}

export function ledgerLine([id = '', day = '', amount = '', label = '', document = '']: string[]): LedgerLine {
  return {
    id,
    account: '512000',
    role: 'bank',
    partyId: null,
    journal: 'BQ',
    entry: id,
    document: document || null,
    label,
    day: parseDay(`2024-${day}`)!,
    documentDay: null,
    dueDay: null,
    dueComputed: false,
    amountMinor: parseMinor(amount, 'EUR')!,
    currency: 'EUR',
    foreign: null,
    kind: 'other',
    letter: null,
    paymentReference: null,
    clientReference: null,
    discount: null,
  };
}
