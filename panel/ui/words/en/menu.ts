// The words of what opens over a line: reject, later, set aside, search.
import type { Words } from '../fr.ts';
import { s } from './plural.ts';

export const menu: Pick<Words, 'reject' | 'later' | 'aside' | 'advice' | 'bulk' | 'search'> = {
  reject: {
    label: 'Reason for rejecting',
    heading: 'Why reject this suggestion?',
    why: 'Why? One sentence, kept in the history',
    foot: 'This pair will never be suggested again. Can be undone in the history.',
    'wrong-invoice': 'Wrong invoice',
    'wrong-customer': 'Wrong customer',
    'wrong-amount': 'Wrong amount',
    'not-a-receipt': 'Not a customer receipt',
    duplicate: 'Already paid elsewhere',
    other: 'Other reason…',
    note: {
      'wrong-invoice': 'the customer pays something else',
      'wrong-customer': 'the payer is not who was recognised',
      'wrong-amount': 'part payment or disputed difference',
      'not-a-receipt': 'internal transfer, subsidy',
      duplicate: 'duplicate or settled invoice',
      other: 'one sentence, kept in the history',
    },
  },
  later: {
    label: 'When to see this line again',
    heading: 'See this line again when?',
    foot: 'It comes back first of its day. The night may still match it if proof arrives.',
    tomorrow: 'Tomorrow',
    monday: 'Monday',
    week: 'In 7 days',
    date: 'A date…',
  },
  aside: {
    label: 'What the line is',
    heading: 'Not a customer receipt. What is it?',
    foot: 'The line leaves the list, without an entry. Can be undone.',
    transfer: 'Internal transfer',
    supplier: 'Supplier',
    tax: 'Tax or contribution',
    loan: 'Loan, subsidy, capital',
    other: 'Other',
  },
  advice: {
    read: (taken, unknown) =>
      `Advice pasted: ${taken} item${s(taken)} allocated${unknown > 0 ? `, ${unknown} line${s(unknown)} without an open item` : ''}`,
    more: (n) => `and ${n} more`,
  },
  bulk: {
    see: 'See',
    title: (n) => `${n} line${s(n)} to accept`,
    leftOut: (n) => `Left out, to see one by one: ${n}`,
  },
  search: {
    label: 'Search an open item',
    placeholder: 'name, number, amount, 3000~5',
    leads: 'leads',
    results: (n) => `${n} result${s(n)}`,
    tick: 'Tick',
    nothing: (text) => `Nothing for "${text}". Try a near amount: 3000~5`,
    noLead: 'No lead. Type a name, a number or an amount, or paste a remittance advice (Ctrl V).',
  },
};
