// From a movement of the bank to its entry in the ledger: bank against customers, with the differences on their accounts.

import type { AdjustmentKind } from '../../sync/model/match.ts';
import { sum } from '../../sync/model/money.ts';
import { BANKS } from './account.ts';
import { cut } from './bank-text.ts';
import { type Entry, join, type Ledger, type Line, type LineSpec, post } from './ledger.ts';
import { KINDS, type Movement, type Payment, totalOf } from './movement.ts';
import { discountParts, eurosOf } from './rate.ts';

const ADJUSTMENT_ACCOUNTS: Readonly<Record<AdjustmentKind, string>> = {
  discount: '665000',
  bank_fee: '627000',
  psp_fee: '627000',
  factor_fee: '622500',
  rounding: '658000',
  short_pay: '658000',
  withholding: '467100',
  fx: '656000',
  retention: '411700',
  other: '471000',
};

/** Books a movement and joins what it settles. By hand: booked, but nobody has lettered it. */
export function book(ledger: Ledger, move: Movement, piece: string): Entry {
  const bank = BANKS[move.bank];
  const total = totalOf(move);
  const euros = bank.currency === 'EUR' ? total : eurosOf(total, move.day);
  const contra = move.payments.flatMap((payment) => contraOf(payment, move));
  const rest = euros + sum(contra.map((line) => line.minor));
  // Only a foreign account leaves a rest: the exchange difference between the invoice's day and this one.
  const exchange: LineSpec[] = rest === 0 ? [] : [{ account: rest > 0 ? '756000' : '656000', minor: -rest }];
  const entry = post(ledger, { journal: bank.journal, day: move.day, piece, label: labelOf(move) }, [
    {
      account: bank.ledgerAccount,
      minor: euros,
      foreign: bank.currency === 'EUR' ? null : { minor: total, currency: bank.currency },
    },
    ...contra,
    ...exchange,
  ]);
  if (move.state === 'booked') for (const payment of move.payments) letter(entry, payment);
  move.entry = entry;
  return entry;
}

/** The lines of a payment against the bank: given, or one a customer account and one a difference. */
function contraOf(payment: Payment, move: Movement): LineSpec[] {
  if (payment.contra) return [...payment.contra];
  const { pays, adjustments, restMinor, customer } = payment.truth;
  const byAccount = new Map<string, LineSpec>();
  for (const { line, minor } of pays) {
    const key = `${line.account}/${line.auxiliary?.code}`;
    const before = byAccount.get(key)?.minor ?? 0;
    byAccount.set(key, { account: line.account, auxiliary: line.auxiliary, minor: before - minor });
  }
  const differences = adjustments.flatMap(({ kind, minor }): LineSpec[] =>
    kind === 'discount'
      ? discountParts(minor)
      : [{ account: minor > 0 ? '758000' : ADJUSTMENT_ACCOUNTS[kind], minor: -minor }],
  );
  const inEuros = BANKS[move.bank].currency === 'EUR' ? restMinor : eurosOf(restMinor, move.day);
  return [...byAccount.values(), ...differences, { account: '411000', auxiliary: customer, minor: -inEuros }];
}

/** Joins the customer lines of a payment with the open lines that it pays, account by account. */
function letter(entry: Entry, payment: Payment): void {
  const lines = [...payment.truth.pays.map(({ line }) => line), ...payment.settles];
  for (const open of lines) {
    const line = entry.lines.find((own) => sameAccount(own, open));
    if (line) join(line, open);
  }
}

function sameAccount(a: Line, b: Line): boolean {
  return a.account === b.account && a.auxiliary?.code === b.auxiliary?.code;
}

function labelOf(move: Movement): string {
  const { words } = KINDS[move.kind];
  const [first, second] = move.payments;
  if (!first || second) return cut(`${words} ${move.payments.length} OPERATIONS`, 60);
  return cut([words.split(' ').slice(0, 2).join(' '), first.name, ...first.text()].filter(Boolean).join(' '), 60);
}
