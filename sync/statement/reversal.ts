// The sign of reversals: as booked by ISO 20022, but some banks turn it; the balance equation decides, and is remembered.
import type { Fault } from '../fault/index.ts';
import type { BankAccount } from '../model/company.ts';
import { isBalanced, type Prepared, prepare, type ReadStatement } from './index.ts';

/** `reversals`: what this statement shows of the bank's way; null where it shows nothing. */
export type Signed = Prepared & { reversals: NonNullable<BankAccount['reversals']> | null };

/**
 * The statement with the signs that its balances prove. Without both balances the account's remembered way counts, as booked
 * where none is. A statement that closes neither way stays as booked, and does not balance.
 */
export function prepareSigned(
  statement: ReadStatement,
  account: BankAccount,
  version: string | null,
  file: string,
): Signed | Fault {
  const booked = prepare(statement, account, version, file);
  if ('code' in booked || !statement.transactions.some((it) => it.reversal)) return plain(booked);
  const turned = prepare(withTurned(statement), account, version, file);
  if ('code' in turned) return turned;
  const closes = isBalanced(booked.proof);
  if (closes === null) return account.reversals === 'turned' ? plain(turned) : plain(booked);
  const closesTurned = isBalanced(turned.proof);
  if (closes === closesTurned) return plain(booked);
  return closes ? { ...booked, reversals: 'as-booked' } : { ...turned, reversals: 'turned' };
}

function plain(prepared: Prepared | Fault): Signed | Fault {
  return 'code' in prepared ? prepared : { ...prepared, reversals: null };
}

function withTurned({ head, transactions }: ReadStatement): ReadStatement {
  const turn = (amount: string) => (amount.startsWith('-') ? amount.slice(1) : `-${amount}`);
  return { head, transactions: transactions.map((it) => (it.reversal ? { ...it, amount: turn(it.amount) } : it)) };
}
