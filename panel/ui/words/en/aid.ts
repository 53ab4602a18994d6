// The words that help: global search, first steps.
import type { Words } from '../fr.ts';

export const aid: Pick<Words, 'find' | 'guide'> = {
  find: {
    label: 'Customer, invoice, amount',
    note: 'in the list and in all open items',
    placeholder: 'vuillemin, 00871, 3000, 3000~5',
    start: 'Type at least two characters.',
    nothing: (text) => `Nothing for "${text}". Try a near amount: 3000~5`,
    lines: 'Bank lines',
    items: 'Items',
    settled: 'settled',
  },
  guide: {
    label: 'First steps',
    done: 'done',
    hide: 'Hide',
    show: 'Show me',
    noLine: 'No line of this kind waits now: go on with the next.',
    all: 'You know the essentials. Drop your own files whenever you like.',
    title: {
      accept: 'Reconcile',
      undo: 'Undo',
      difference: 'Explain a difference',
      credit: 'Credit note',
      overpayment: 'Overpayment',
      deposit: 'Deposit',
      letter: 'Match',
      bulk: 'Accept several',
      aging: 'Read the balance',
      import: 'Import',
    },
    how: {
      accept:
        'To reconcile is to link a bank line to the invoices that it pays. Read the reason; if it is right, ⏎ accepts it.',
      undo: 'Ctrl Z takes the last decision back and brings you there. The history (H) undoes older ones.',
      difference: 'The customer paid less than the invoice: say why. E discount, F bank fees, L leave due; then ⏎.',
      credit:
        'A credit note lowers what the customer owes: they paid their invoices less the credit. The suggestion takes both; ⏎.',
      overpayment:
        'More received than due: the rest is the customer’s. L keeps it as overpayment (411), to give back or to use; then ⏎.',
      deposit:
        'A deposit is money received before the invoice: A puts it on 4191, and VAT may be due on it at once; then ⏎.',
      letter:
        'To match is to join equal debits and credits of one customer account, invoice and credit note or payment: ⏎.',
      bulk: 'X checks a line, ⇧⏎ accepts the checked ones: only those of high certainty without a difference.',
      aging:
        'Who owes what since when, equal to the ledger to the cent. A deposit or overpayment is never deducted in silence.',
      import: 'Drop a statement or a FEC anywhere. Opening + lines = closing, or nothing is taken.',
    },
  },
};
