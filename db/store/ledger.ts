// The ledger's lines, customers, accounts and totals: written as the ERP states them, read with what is still open.
import { and, eq, isNull, ne, notExists, type SQL, sql } from 'drizzle-orm';
import { CUSTOMER_ROLES, type LedgerLine, type OpenItem } from '../../sync/model/ledger.ts';
import type { Party } from '../../sync/model/party.ts';
import type { LedgerRows, Written } from '../../sync/port/store.ts';
import { ticks } from '../schema/bank.ts';
import { ledgerLines, parties } from '../schema/ledger.ts';
import { putAccounts, putBalances, putLines, putParties } from './ledger-write.ts';
import { batches, type Scope, texts } from './scope.ts';
import { addSettlements, decidedSettlements, revokeDecision, revokeLedgerExcept } from './settlements.ts';

/** Exactly the condition of the partial indexes: PostgreSQL uses them only for the same words. */
const CUSTOMER = sql.raw(`role in (${CUSTOMER_ROLES.map((role) => `'${role}'`).join(', ')})`);

export function ledgerRows(scope: Scope): LedgerRows {
  const { db, company } = scope;
  const here = eq(ledgerLines.companyId, company);
  const standing = and(here, isNull(ledgerLines.goneAt));
  const read = async (where: SQL | undefined): Promise<OpenItem[]> =>
    (await db.select().from(ledgerLines).where(where).orderBy(ledgerLines.day, ledgerLines.id)).map(itemOf);
  return {
    putAccounts: (rows) => putAccounts(scope, rows),
    putParties: (rows) => putParties(scope, rows),
    async putLines(rows) {
      const written: Written = { added: 0, changed: 0, same: 0 };
      for (const batch of batches(rows)) {
        const { added, changed } = await putLines(scope, batch);
        written.added += added;
        written.changed += changed;
        written.same += batch.length - added - changed;
      }
      return written;
    },
    putBalances: (rows) => putBalances(scope, rows),
    async retireLinesExcept(ids) {
      const { count } = await db.execute(sql`update ledger_lines set gone_at = now()
        where company_id = ${company} and gone_at is null and id not in ${texts(ids)}`);
      return count;
    },
    addSettlements: (rows, origin) => addSettlements(scope, rows, origin),
    revokeDecision: (decisionId) => revokeDecision(scope, decisionId),
    revokeLedgerSettlementsExcept: (ids) => revokeLedgerExcept(scope, ids),
    async parties() {
      const rows = await db.select().from(parties).where(eq(parties.companyId, company)).orderBy(parties.id);
      return rows.map(partyOf);
    },
    async lines() {
      return (await read(standing)).map(lineOf);
    },
    decidedSettlements: () => decidedSettlements(scope),
    openItems: () => read(and(standing, ne(ledgerLines.residualMinor, 0), CUSTOMER)),
    items: (ids) => read(and(here, sql`${ledgerLines.id} in ${texts(ids)}`)),
    async untickedBankLines() {
      const ticked = db
        .select({ found: sql`1` })
        .from(ticks)
        .where(and(eq(ticks.companyId, company), eq(ticks.ledgerLineId, ledgerLines.id)));
      return (await read(and(standing, sql`role = 'bank'`, notExists(ticked)))).map(lineOf);
    },
    async entriesOf(ids) {
      const entries = sql`(journal, entry, day) in
        (select journal, entry, day from ledger_lines where company_id = ${company} and id in ${texts(ids)})`;
      return (await read(and(standing, entries))).map(lineOf);
    },
  };
}

function itemOf(row: typeof ledgerLines.$inferSelect): OpenItem {
  const { companyId, search, learnedAt, goneAt, receivedMinor, foreignMinor, foreignCurrency, ...line } = row;
  const foreign =
    foreignMinor === null || foreignCurrency === null ? null : { minor: foreignMinor, currency: foreignCurrency };
  return { ...line, foreign };
}

function lineOf({ residualMinor: _, ...line }: OpenItem): LedgerLine {
  return line;
}

function partyOf({ companyId: _, search: __, ...party }: typeof parties.$inferSelect): Party {
  return party;
}
