// How a table would be read by a mapping, before anybody confirms it: nothing is kept.
import { type Fault, fault, isFault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import { type Currency, parseMinor } from '../model/money.ts';
import type { Balance, Transaction } from '../model/statement.ts';
import { mappingOf, questionsOf, type TableGuess } from '../model/table.ts';
import type { DeskFile } from '../port/files.ts';
import type { TableView } from '../port/view.ts';
import { accountOf } from '../statement/account.ts';
import type { ReadStatement } from '../statement/index.ts';
import { type Desk, seen } from './desk.ts';
import { readBank } from './read-bank.ts';

export type TablePreview = Omit<TableView, 'fault'> & { fault: Fault | null };

/** The first rows as they would be read. */
const ROWS = 6;

/** `choice` null: what was remembered for these headings, else what the table itself suggests. A file that is no table is a fault. */
export async function previewTable(
  desk: Desk,
  company: CompanyId,
  file: DeskFile,
  choice: { mapping: TableGuess; account: string | null } | null,
): Promise<TablePreview | Fault> {
  const first = await readBank(desk, file);
  const shape = first.table;
  if (shape === null) return 'faults' in first ? first.faults[0]! : fault('table-unknown', { file: file.name });
  const known = await seen(desk, company, async (tx) => ({
    mappings: await tx.bank.mappings(shape.signature),
    accounts: await tx.bank.accounts(),
    currency: (await tx.company.get()).currency,
  }));
  if (isFault(known)) return known;
  const [remembered] = known.mappings;
  const guess = choice?.mapping ?? remembered?.mapping ?? shape.guess;
  const columns = Array.from(shape.guess.columns, (_, i) => guess.columns[i] ?? null);
  const mapping = { ...guess, columns };
  const account =
    shape.account ?? choice?.account ?? remembered?.account ?? only(known.accounts.map((it) => it.account));
  const whole = mappingOf(mapping);
  const own = account === null ? null : accountOf(known.accounts, account);
  const read = whole && (await readBank(desk, file, { mapping: whole, currency: own?.currency ?? known.currency }));
  const wrong = read && 'faults' in read ? read.faults[0]! : null;
  const statements = read && 'statements' in read ? read.statements : [];
  const isAccountNamed =
    shape.account !== null || (statements.length > 0 && statements.every(({ head }) => head.account !== null));
  return {
    headers: shape.headers,
    sample: shape.sample,
    rowCount: shape.rowCount,
    mapping,
    questions: questionsOf(mapping),
    account: isAccountNamed ? (account ?? statements[0]?.head.account ?? null) : account,
    isAccountNamed,
    accounts: known.accounts.map(({ account, name }) => ({ account, name })),
    ...readAs(statements, own?.currency ?? known.currency),
    fault: wrong,
  };
}

type ReadAs = Pick<TableView, 'rows' | 'lineCount' | 'openingMinor' | 'closingMinor' | 'currency'>;

function readAs(statements: readonly ReadStatement[], home: Currency): ReadAs {
  const [statement] = statements;
  const head = statements.length === 1 ? statement?.head : undefined;
  const currency = head?.currency ?? home;
  const minorOf = (balance: Balance | null | undefined) => (balance ? parseMinor(balance.amount, currency) : null);
  const transactions = statements.flatMap((each) => each.transactions);
  return {
    rows: transactions.slice(0, ROWS).flatMap(rowOf),
    lineCount: transactions.length,
    openingMinor: minorOf(head?.opening),
    closingMinor: minorOf(head?.closing),
    currency,
  };
}

function rowOf({ bookingDate, valueDate, counterparty, remittance, amount, currency }: Transaction): TableView['rows'] {
  const amountMinor = parseMinor(amount, currency);
  if (bookingDate === null || amountMinor === null) return [];
  const label = remittance.join(' ');
  return [{ day: bookingDate, valueDay: valueDate, counterparty, label, amountMinor, currency }];
}

function only<T>(values: readonly T[]): T | null {
  return values.length === 1 ? values[0]! : null;
}
