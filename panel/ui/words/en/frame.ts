// The words around every screen: actions, tabs, sessions, modes, faults.
import type { Words } from '../fr.ts';
import { s } from './plural.ts';

export const frame: Pick<Words, 'act' | 'keys' | 'screen' | 'shell' | 'mode' | 'state' | 'fault'> = {
  act: {
    accept: 'Accept',
    reject: 'Reject…',
    later: 'Later…',
    search: 'Search',
    closeSearch: 'Close search',
    more: 'Other actions',
    flag: 'To be checked',
    setAside: 'Not a customer receipt…',
    nature: 'Other nature…',
    reasons: 'Full reasoning',
    undo: 'Undo',
    undoDecision: 'Undo this decision',
    review: 'Review',
    inErp: 'Open in the ERP',
    retry: 'Try again',
    close: 'Close',
    confirm: 'Confirm',
    calendar: 'Calendar',
  },
  keys: { escape: 'Esc', home: 'Home', end: 'End' },
  screen: {
    queue: 'To reconcile',
    accounts: 'Accounts to match',
    aging: 'Aged balance',
    customer: 'Customer',
    reports: 'Reports',
    claims: 'Disputes',
    history: 'History',
    trust: 'Certainty',
    imports: 'Imports',
    settings: 'Settings',
    help: 'Shortcuts',
  },
  shell: {
    demo: 'demo',
    dark: 'Dark theme',
    light: 'Light theme',
    away: 'Lettrage is not answering.',
    awayNext: 'Check that the program is still running, then try again. Nothing that was confirmed is lost.',
    closed: 'No open session.',
    closedInHost: "Open Lettrage again from the ERP's menu.",
    closedNext: 'Open Lettrage again with the whole address shown when the program started.',
    stalled: (n) =>
      `Lettrage is not answering. ${n} decision${s(n)} kept here, sent when it is back. Do not close this page.`,
  },
  mode: {
    shadow: 'watches',
    suggest: 'suggests',
    auto: 'acts on proof',
    hint: {
      shadow: 'Nothing is written to the ledger.',
      suggest: 'Each match is accepted by a person.',
      auto: 'Proven certainty classes are matched at night; everything can be undone.',
    },
  },
  state: { loading: 'Loading…', open: 'to do', settled: 'reconciled', later: 'snoozed', 'set-aside': 'set aside' },
  fault: { noAnswer: 'Lettrage is not answering.', request: (id) => `Reference ${id}` },
};
