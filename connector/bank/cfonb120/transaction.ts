// A movement (04) with its complements (05) as a transaction.
import type { Day } from '../../../sync/model/day.ts';
import type { Currency } from '../../../sync/model/money.ts';
import type { Decimal, Transaction } from '../../../sync/model/statement.ts';
import { type Complement, complementOf } from './complement.ts';
import { field, textOf } from './field.ts';
import { isoCodeOf, isUnpaidCollection } from './operation-codes.ts';

/** What the reader has proved of the movement. */
export type Movement = {
  record: string;
  complements: string[];
  amount: Decimal;
  currency: Currency;
  bookingDate: Day | null;
  valueDate: Day | null;
  place: string;
};

export function transactionOf(movement: Movement): Transaction {
  const { record, amount } = movement;
  const isCredit = !amount.startsWith('-');
  const operation = field(record, 'operation').trim();
  const bankCode = isoCodeOf(operation, isCredit) ?? (operation === '' ? null : operation);
  const facts = complementOf(movement.complements);
  const label = textOf(record, 'label');
  const reject = textOf(record, 'reject');
  return {
    amount,
    currency: movement.currency,
    bookingDate: movement.bookingDate,
    valueDate: movement.valueDate,
    status: 'BOOK',
    statusText: null,
    reversal: false,
    ...partiesOf(facts, isCredit || isUnpaidCollection(bankCode)),
    endToEndId: facts.endToEndId,
    mandateId: facts.mandateId,
    remittance: label === null ? facts.remittance : [label, ...facts.remittance],
    note: [...facts.note, ...numbersOf(record, [label ?? '', ...facts.remittance])],
    references: facts.references,
    documents: [],
    bankCode,
    charges: facts.charges,
    instructed: facts.original,
    returnReason: facts.returnReason ?? reject,
    bankReference: facts.bankReference,
    batch: null,
    place: movement.place,
  };
}

/** The other side: the debtor of what comes in, and of what we collected and comes back; else the creditor. */
function partiesOf(
  facts: Complement,
  theyAreDebtor: boolean,
): Pick<Transaction, 'counterparty' | 'counterpartyAccount' | 'ultimateParty'> {
  return theyAreDebtor
    ? {
        counterparty: facts.debtor ?? facts.creditor,
        counterpartyAccount: facts.debtorAccount,
        ultimateParty: facts.ultimateDebtor,
      }
    : {
        counterparty: facts.creditor ?? facts.debtor,
        counterpartyAccount: facts.creditorAccount,
        ultimateParty: facts.ultimateCreditor,
      };
}

/** The entry number (of a cheque, say) and the reference zone, unless they are zeros or stand in the text already. */
function numbersOf(record: string, texts: readonly string[]): string[] {
  const numbers = [textOf(record, 'entryNumber'), textOf(record, 'reference')].filter((it) => it !== null);
  return numbers.filter((it) => /[^0]/.test(it) && !texts.some((text) => text.includes(it)));
}
