// One statement in the company's terms: its account, the signs that its balances prove, and what it corrects of earlier files.
import { type Fault, fault } from '../fault/index.ts';
import type { BankAccount } from '../model/company.ts';
import { addDays } from '../model/day.ts';
import type { DeskFile } from '../port/files.ts';
import type { Tx } from '../port/store.ts';
import { type Correction, withCorrections } from '../statement/correction.ts';
import type { ReadStatement } from '../statement/index.ts';
import { prepareSigned, type Signed } from '../statement/reversal.ts';
import { accountFor } from './link-account.ts';

/** A bank corrects what it booked within a year. */
const CORRECTED_DAYS_MAX = 400;

export type PreparedStatement = {
  account: BankAccount;
  prepared: Signed;
  warnings: Fault[];
  /** Stores what was learned of the account; called only when its statement is kept. */
  remember(): Promise<void>;
};

export async function prepareStatement(
  tx: Tx,
  read: ReadStatement,
  version: string | null,
  file: DeskFile,
): Promise<PreparedStatement | Fault> {
  const linked = await accountFor(tx, read, version, file.name);
  if ('code' in linked) return linked;
  const { account } = linked;
  const { statement, corrections } = await corrected(tx, read, account);
  const prepared = prepareSigned(statement, account, version, file.name);
  if ('code' in prepared) return prepared;
  const { reversals } = prepared;
  const isNew = reversals !== null && reversals !== account.reversals;
  const warnings = [...linked.warnings, ...corrections.map((it) => correctionWarning(it, file))];
  if (isNew && reversals === 'turned') {
    warnings.push(fault('statement-reversals-turned', { file: file.name }, { account: account.account }));
  }
  const remember = async () => {
    await linked.remember();
    if (isNew) await tx.bank.putAccounts([{ ...account, reversals }]);
  };
  return { account, prepared, warnings, remember };
}

/** The lines that may be corrected are looked for only where the file corrects something. */
async function corrected(tx: Tx, read: ReadStatement, { account }: BankAccount) {
  const days = read.transactions.flatMap((it) => (it.corrects && it.bookingDate ? [it.bookingDate] : [])).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return withCorrections(read, []);
  const from = addDays(first, -CORRECTED_DAYS_MAX);
  return withCorrections(read, await tx.bank.linesBetween(account, from, addDays(last, CORRECTED_DAYS_MAX)));
}

function correctionWarning({ line, transaction }: Correction, file: DeskFile): Fault {
  const isDelete = transaction.corrects?.action === 'delete';
  return fault(
    isDelete ? 'statement-line-deleted' : 'statement-line-replaced',
    { file: file.name, path: transaction.place },
    {
      day: line.bookingDay,
      amount: { minor: line.amountMinor, currency: line.currency },
      reference: line.entryRef ?? '',
      ...(isDelete ? {} : { now: transaction.amount }),
    },
  );
}
