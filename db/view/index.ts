// The screens' questions, answered by read-only SQL inside the company's transaction.
import { sql } from 'drizzle-orm';
import type { View } from '../../sync/port/view.ts';
import { type Scope, texts } from '../store/scope.ts';
import { accountBook, accountsOfAll } from './account-book.ts';
import { accountChoices, waitingAccounts } from './accounts.ts';
import { cells, documentCells, itemsAt, ledgerBalances } from './aging.ts';
import { outside, suspects } from './aging-control.ts';
import {
  auditEvents,
  book,
  bookOpenings,
  creditedParts,
  issued,
  monthlySales,
  salesMinor,
  settledParts,
  ties,
} from './book.ts';
import { claimsOf } from './claims.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { accountItems, accountsToLetter, itemsByIds } from './items.ts';
import { news } from './news.ts';
import { counters, queue, rowsOf, unattendedToday } from './queue.ts';
import { bankReconciliations } from './reconciliation.ts';
import { searchItems, searchParties } from './search.ts';
import { statementLines, statementView } from './statement.ts';

export function viewOf(scope: Scope): View {
  return {
    queue: (filter, today, page) => queue(scope, filter, today, page),
    rows: (lineIds, today) => rowsOf(scope, lineIds, today),
    unattendedToday: (today) => unattendedToday(scope, today),
    counters: (today) => counters(scope, today, null),
    items: (itemIds) => itemsByIds(scope, itemIds),
    searchItems: (query, limit, how) => searchItems(scope, query, limit, how),
    searchParties: (query, limit) => searchParties(scope, query, limit),
    accountsToLetter: () => accountsToLetter(scope),
    accountsOfAll: () => accountsOfAll(scope),
    accountBook: (partyId, account, place) => accountBook(scope, partyId, account, place),
    accountItems: (partyId, account) => accountItems(scope, partyId, account),
    itemsAt: (at, one) => itemsAt(scope, at, one ?? null),
    cells: (query) => cells(scope, query),
    documentCells: (query) => documentCells(scope, query),
    ledgerBalances: (at) => ledgerBalances(scope, at),
    suspects: (at, differing) => suspects(scope, at, differing),
    outside: (at) => outside(scope, at),
    book: (period, one) => book(scope, period, one ?? null),
    bookOpenings: (period, one) => bookOpenings(scope, period, one ?? null),
    ties: (period) => ties(scope, period),
    settledParts: (period, one) => settledParts(scope, period, one ?? null),
    creditedParts: (period) => creditedParts(scope, period),
    issued: (period) => issued(scope, period),
    salesMinor: (period) => salesMinor(scope, period),
    monthlySales: (period) => monthlySales(scope, period),
    bankReconciliations: (at, account) => bankReconciliations(scope, at, account),
    auditEvents: (from, until) => auditEvents(scope, from, until),
    imports: (limit) => imports(scope, limit),
    statement: (statementId) => statementView(scope, statementId),
    statementLines: (statementId, today, place) => statementLines(scope, statementId, today, place),
    history: (limit, lineId) => history(scope, limit, lineId),
    news: (after, today) => news(scope, after, today),
    accountChoices: (query, lineId, limit) => accountChoices(scope, query, lineId, limit),
    waitingAccounts: () => waitingAccounts(scope),
    claims: (limit, partyId) => claimsOf(scope, limit, partyId),
    names: (partyIds) => names(scope, partyIds),
  };
}

async function names({ db, company }: Scope, partyIds: readonly string[]): Promise<Record<string, string>> {
  const rows = await db.execute<{ id: string; name: string }>(sql`
    select id, name from parties where company_id = ${company} and id = any(${texts(partyIds)})`);
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
