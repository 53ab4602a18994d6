// The words of the form for a cheque slip, and of statements that are missing.
import type { slip as fr } from '../fr/slip.ts';
import type { Shape } from '../shape.ts';
import { s } from './plural.ts';

export const slip: Shape<typeof fr> = {
  slip: {
    open: 'Enter a cheque slip',
    title: 'Cheque slip',
    note: 'Enter goes to the next cheque, = fills in what is missing.',
    number: 'Slip number',
    day: 'Slip date',
    account: 'Bank account',
    payer: 'Payer',
    invoice: 'Invoice',
    amount: 'Amount',
    removeOf: (n) => `Remove cheque ${n}`,
    of: (what, n) => `${what} of cheque ${n}`,
    total: (n) => `Total of ${n} cheque${s(n)}`,
    keep: 'Save the slip',
    fileName: (number) => `Slip ${number}`,
    needsNumber: 'Enter the number of the slip.',
    needsAccount: 'No bank account is known: import a statement first.',
    needsCheque: 'Enter at least one cheque.',
    needsPayer: 'Each cheque has a payer or an invoice.',
    needsAmount: 'Each cheque has an amount above zero.',
    noCredit: 'No slip credit waits on this account around this day: the slip will wait for it.',
    explains: (amount, day, label) => `Equals the credit of ${amount} on ${day}: ${label}`,
    differs: (amount, day, rest, isShort) =>
      `Nearest credit: ${amount} on ${day}. ${isShort ? `${rest} is missing.` : `${rest} too much.`}`,
  },
  gap: {
    title: 'Missing statements',
    missing: (account, after, before) => `Account ${account}: a statement is missing between ${after} and ${before}.`,
    why: (closing, opening, change) =>
      `The balance goes from ${closing} to ${opening} (${change}) without the lines. Import the statements of these days, in any order.`,
  },
};
