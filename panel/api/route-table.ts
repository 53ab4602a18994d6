// Every route with the role that it needs: the guard reads it, the OpenAPI document is made of it, and a test walks it.
import type { z } from 'zod';
import type { Role } from './context.ts';
import * as schema from './schema.ts';

export type Route = {
  method: 'get' | 'post';
  /** With Hono's names of parts: '/api/lines/:id'. */
  path: string;
  /** 'anyone' needs no session. */
  role: Role | 'anyone';
  says: string;
  query?: z.ZodType;
  body?: z.ZodType | 'multipart';
  answer: 'json' | 'file';
};

const read = (path: string, says: string, query?: z.ZodType): Route => ({
  method: 'get',
  path,
  role: 'reader',
  says,
  answer: 'json',
  ...(query ? { query } : {}),
});

const act = (path: string, says: string, body: z.ZodType | 'multipart', role: Route['role'] = 'bookkeeper'): Route => ({
  method: 'post',
  path,
  role,
  says,
  body,
  answer: 'json',
});

const file = (path: string, says: string, query?: z.ZodType): Route => ({ ...read(path, says, query), answer: 'file' });

export const ROUTES: readonly Route[] = [
  read('/api/session', 'Who asks, for which company, and what today is.'),
  read('/api/openapi.json', 'This document.'),
  { ...read('/api/host', "The origin of the ERP's page that may frame the panel."), role: 'anyone' },
  act('/api/host/enter', "A session for a hand-over token of the ERP's page.", schema.handOver, 'anyone'),
  act('/api/host/sign-in', 'A session for name and password of the ERP.', schema.signIn, 'anyone'),
  act('/api/host/sign-out', 'End the session of this browser.', schema.nothing, 'anyone'),
  { ...read('/api/host/pairing', 'With which ERP this panel is paired.'), role: 'manager' },
  act('/api/host/pair', 'Pair by the code that the ERP shows.', schema.pairing, 'administrator'),
  act('/api/host/connect', 'Connect by address and key, without the addon.', schema.connect, 'administrator'),
  act('/api/host/unpair', 'End the pairing.', schema.nothing, 'administrator'),
  act('/api/host/revoke', 'The ERP ends the access of users, by a token of its own.', schema.handOver, 'anyone'),
  file('/api/events', 'A stream of server-sent events: what others decide, as it happens.'),
  act('/api/advice', 'The text of a remittance advice: text, CSV, XLSX, or PDF with text.', 'multipart'),
  read('/api/queue', 'The work list: bank lines by where they stand, with counters.', schema.queueQuery),
  read('/api/lines/:id', 'One line with its candidates in words, and its history.'),
  act(
    '/api/lines/:id/preview',
    'What an acceptance would post, and what forbids it yet. Changes nothing.',
    schema.accept,
  ),
  act('/api/lines/:id/foresee', 'Warnings of the ERP about an acceptance, read there. Changes nothing.', schema.accept),
  act('/api/lines/:id/accept', 'Accept a line.', schema.accept),
  act('/api/lines/:id/reject', 'Reject the best proposal; it never returns.', schema.reject),
  act('/api/lines/:id/later', 'Put a line off to a day.', schema.later),
  act('/api/lines/:id/flag', 'Mark a line for a colleague, or take the mark away.', schema.flag),
  act('/api/lines/:id/confirm', 'Say that an unattended match was looked at and found right.', schema.nothing),
  act('/api/lines/:id/set-aside', "Take a line off the list: no customer's receipt.", schema.setAside),
  read('/api/lines/:id/halves', 'Waiting lines that may be the other half of an internal transfer.'),
  act(
    '/api/lines/:id/transfer',
    'Finish a line as an internal transfer, with its other half or alone.',
    schema.transfer,
  ),
  act('/api/lines/accept', 'Accept the best proposal of each line; every line has its own outcome.', schema.acceptAll),
  read('/api/decisions', 'What was decided, newest first.', schema.decisionsQuery),
  read('/api/decisions/:id/foresee', 'What its undo would leave in the ERP, free besides, or not be able to do.'),
  read(
    '/api/decisions/:id/inverse',
    'What its undo would post on an open day, where its own is locked in the ERP. Changes nothing.',
    schema.inverseQuery,
  ),
  act('/api/decisions/undo', 'Undo each decision, the last first; each has its own outcome.', schema.undoAll),
  act('/api/decisions/:id/undo', 'Undo a decision; on an open day, where its own is locked.', schema.undo),
  read('/api/night', 'The last night, what is under way, and the control figures of the ERP.'),
  act('/api/night', 'Bring everything up to date now: read the ERP, propose, send, read again.', schema.nothing),
  act('/api/erp/resume', 'Write again after the ERP was put back from a backup.', schema.nothing, 'administrator'),
  read('/api/erp/record', "The ERP's own record of a customer, an item or a bank line.", schema.erpThing),
  read('/api/erp/place', 'Where a record of the ERP is shown here.', schema.erpRecord),
  { ...read('/api/erp/checks', 'What stands in the way of working with the ERP.'), role: 'manager' },
  read('/api/erp/twins', 'Lines of files that may be lines which the ERP holds already.'),
  act('/api/erp/twins/:id', 'Say whether such a line is the same.', schema.twin),
  read('/api/items', 'Open items by number, customer, words or amount.', schema.itemsQuery),
  read('/api/accounts', 'Customer accounts with something to letter, or all of them.', schema.accountsQuery),
  read(
    '/api/accounts/book',
    'A whole account, lettered lines too, with its running balance and what can be taken back.',
    schema.accountBookQuery,
  ),
  read('/api/accounts/items', 'The open lines of one account, and groups that tie.', schema.accountQuery),
  read('/api/accounts/moves', 'Receipts that stand on one customer and seem to pay what another owes.'),
  act('/api/accounts/preview', 'What a letter would post, and what forbids it yet. Changes nothing.', schema.letter),
  act('/api/accounts/foresee', 'Warnings of the ERP about a letter, read there. Changes nothing.', schema.letter),
  act('/api/accounts/letter', 'Join ledger lines by a letter, with what is written off.', schema.letter),
  read('/api/aging', 'The aged balance of a day, true or as known on a day, with its control.', schema.agingQuery),
  read('/api/aging/items', 'The open items behind one row of it.', schema.agingQuery),
  read('/api/customers', 'Customers by name, also those without an item.', schema.itemsQuery),
  read('/api/customers/:id', 'One customer: open items, payments, how they pay.', schema.customerQuery),
  read('/api/reports', 'The reports that there are.'),
  read('/api/reports/vat-due', 'What the company declared of VAT whose due day its ledger does not tell.'),
  act('/api/reports/vat-due', 'Declare when that VAT is due; null: nobody says.', schema.vatDue, 'manager'),
  read('/api/reports/:name', 'One report as tables: columns, rows, control, notes.', schema.reportQuery),
  read('/api/claims', 'What is claimed of customers: contested items, discounts without right.', schema.claimsQuery),
  act('/api/claims/:id/close', 'Close a claim.', schema.closeClaim),
  read(
    '/api/ledger-accounts',
    "Accounts that a line can be posted to, those of the line's payer first.",
    schema.ledgerAccountsQuery,
  ),
  read('/api/ledger-accounts/waiting', 'Accounts of suspense, collection and transfer that are not nil.'),
  read('/api/ledger-accounts/uses', 'The account that each difference goes to, and whether the chart has one.'),
  act(
    '/api/ledger-accounts/uses',
    "Name the account of a difference for good; null: the chart's own again.",
    schema.accountUse,
    'manager',
  ),
  read('/api/imports', 'What was imported, newest first.'),
  read('/api/imports/gaps', 'Where statements are missing between those that were imported.'),
  read('/api/imports/slip-credits', 'Waiting credits that a cheque slip of this day may explain.', schema.slipQuery),
  act('/api/imports', 'Import files: bank statements, ledgers (FEC), archives of them.', 'multipart'),
  read('/api/statements/:id', 'One bank statement: its proof, and the ones before and after it.'),
  read(
    '/api/statements/:id/lines',
    'Its lines, each with where it stands and the balance after it.',
    schema.statementLinesQuery,
  ),
  read(
    '/api/start-day',
    'Where matching begins, and what a day would leave open; null while there is nothing to choose.',
    schema.startQuery,
  ),
  act('/api/start-day', 'Begin on a day; null: at the beginning of the ledger.', schema.startDay, 'manager'),
  act(
    '/api/imports/table',
    'How a table (CSV, XLSX) would be read: fields file, choice, and member of an archive. Keeps nothing.',
    'multipart',
  ),
  act(
    '/api/imports/table/confirm',
    'Import a table by the columns and account of the field choice, and remember them for its account.',
    'multipart',
  ),
  file(
    '/api/export/fec',
    'A working copy of the ledger with our letters; the legal file comes from the accounting program.',
  ),
  file('/api/export/letters', 'The list of letters, for import in the accounting program.'),
  file('/api/export/entries', 'The entries decided and not yet booked, for import in the accounting program.'),
  file('/api/export/:name', 'A report as CSV, XLSX, PDF or JSON, by its name in /api/reports.', schema.reportQuery),
  read('/api/bank-accounts', "The company's bank accounts and the ledger accounts that they are."),
  act('/api/bank-accounts', 'Say which account of the ledger a bank account is.', schema.bankAccount, 'manager'),
  read(
    '/api/trust',
    'The classes of certainty with their record, what acts alone, what stands down, and the tolerance.',
  ),
  act(
    '/api/trust/mode',
    'Shadow, suggest, or act on proof. The end of shadow mode beside an ERP asks for an administrator.',
    schema.mode,
    'manager',
  ),
  act('/api/trust/classes', 'Let a class act alone, or not, or by the mode.', schema.classSwitch, 'manager'),
  act('/api/trust/tolerance', 'Cents that may be written off, with their cap.', schema.tolerance, 'manager'),
  read('/api/memory', 'Payers, accounts, refusals and habits that are remembered.'),
  act('/api/memory/forget', 'Forget one of them.', schema.forget),
  act('/api/memory/accounts', "Say that a further bank account is a customer's.", schema.learnAccount),
  read('/api/agreements', 'Agreements in force to set off what the company owes customers.'),
  act(
    '/api/agreements',
    'Write an agreement down; set-off is proposed by it, never done alone.',
    schema.agreement,
    'manager',
  ),
  act('/api/agreements/:id/end', 'End an agreement; what was decided by it stands.', schema.nothing, 'manager'),
  read('/api/rules', "The company's rules."),
  act('/api/rules', 'Write a rule down; it does nothing yet.', schema.rule),
  act('/api/rules/:id/try', 'What the rule would have changed in ninety days. Settles nothing.', schema.nothing),
  act('/api/rules/:id/switch', 'Switch a tried rule on, or off.', schema.ruleSwitch, 'manager'),
  act('/api/rules/:id/delete', 'Take a rule away.', schema.nothing, 'manager'),
];

/** The route of a request; null when there is none, and then nothing may be answered. */
export function routeOf(method: string, path: string): Route | null {
  return COMPILED.find((it) => it.method === method.toLowerCase() && it.pattern.test(path))?.route ?? null;
}

const COMPILED = ROUTES.map((route) => ({
  route,
  method: route.method,
  pattern: new RegExp(`^${route.path.replaceAll('.', '\\.').replace(/:[a-z]+/g, '[^/]+')}$`),
}));
