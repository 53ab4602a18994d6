// The words of one bank statement.
import type { statement as fr } from '../fr/statement.ts';
import type { Shape } from '../shape.ts';
import { s } from './plural.ts';

export const statement: Shape<typeof fr> = {
  statement: {
    title: (number) => (number === '' ? 'Statement' : `Statement ${number}`),
    none: 'No statement chosen.',
    noneNext: 'Open one from the imports, or from a line to reconcile.',
    proof: 'Proof of the statement',
    list: 'Lines of the statement',
    carried: 'Opening (carried over)',
    earlier: (n) => `+ ${n} imported before`,
    lines: (n, text) => `+ ${text} line${s(n)}`,
    equal: 'Equals the bank’s closing',
    unequal: (closing, off) => `The bank states ${closing}, off by ${off}: import the statement’s file again`,
    noClosing: 'The bank states no closing: nothing to compare with',
    noOpening: 'The file gives no opening and no statement comes before',
    named: (number, day) => (number === '' ? `the statement of ${day}` : `statement ${number} of ${day}`),
    follows: (name) => `Follows ${name} without a gap`,
    gap: (name, off) => `Gap of ${off} since ${name}: import what is missing between them`,
    unknownGap: (name) => `After ${name}, with no balance to compare`,
    firstKnown: 'First known statement of this account',
    states: (open, settled, later, aside) =>
      `${open} to do · ${settled} reconciled · ${later} snoozed · ${aside} set aside`,
    onlyWaiting: 'Only to do',
    allDone: 'Nothing to do on this statement.',
    empty: 'This statement has no line: everything was imported before.',
    position: (at, of) => `Line ${at} of ${of} · ⏎ opens it`,
    before: 'Previous statement',
    after: 'Next statement',
    first: 'No statement before this one',
    last: 'No statement after this one',
    day: 'Day',
    who: 'Payer, label',
    amount: 'Amount',
    balance: 'Balance',
    standing: 'State',
    apart: (n, text) =>
      `${text} movement${s(n)} announced by the bank, not booked yet: outside the balance, never reconciled`,
    apartCut: (shown) => `The first ${shown}.`,
    status: { BOOK: 'booked', PDNG: 'pending', INFO: 'for information', FUTR: 'future' },
  },
};
