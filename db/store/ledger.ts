// The ledger's lines, customers, accounts and totals: written as the ERP states them, read with what is still open.
import { eq, type SQL, sql } from 'drizzle-orm';
import { CUSTOMER_ROLES, type LedgerLine, type OpenItem } from '../../sync/model/ledger.ts';
import type { Party } from '../../sync/model/party.ts';
import type { LedgerRows, Written } from '../../sync/port/store.ts';
import { ledgerAccounts, parties } from '../schema/ledger.ts';
import { putAccounts, putBalances, putLines, putParties } from './ledger-write.ts';
import { type ItemRow, type LineRow, selectItem, selectLine } from './line.ts';
import { batches, type Scope, texts } from './scope.ts';
import { addSettlements, decidedSettlements, drifted, revokeDecision, revokeLedgerExcept } from './settlements.ts';
import { freshStatistics } from './statistics.ts';

/** Exactly the condition of the partial index on open lines: PostgreSQL uses it only for the same words. */
export const CUSTOMER_LINE = sql.raw(`l.role in (${CUSTOMER_ROLES.map((role) => `'${role}'`).join(', ')})`);

export function ledgerRows(scope: Scope): LedgerRows {
  const { db, company } = scope;
  const rows = (columns: SQL, where: SQL) => sql`
    select ${columns} from ledger_lines l where l.company_id = ${company} and ${where} order by l.day, l.id`;
  const items = async (where: SQL): Promise<OpenItem[]> => [...(await db.execute<ItemRow>(rows(selectItem, where)))];
  const lines = async (where: SQL): Promise<LedgerLine[]> => [...(await db.execute<LineRow>(rows(selectLine, where)))];
  return {
    putAccounts: (rows) => putAccounts(scope, rows),
    async putParties(rows) {
      await putParties(scope, rows);
      await freshStatistics(scope, 'parties', rows.length);
    },
    async putLines(rows) {
      const written: Written = { added: 0, changed: 0, same: 0 };
      for (const batch of batches(rows)) {
        const { added, changed } = await putLines(scope, batch);
        written.added += added;
        written.changed += changed;
        written.same += batch.length - added - changed;
      }
      await freshStatistics(scope, 'ledger_lines', written.added + written.changed);
      return written;
    },
    putBalances: (rows) => putBalances(scope, rows),
    async retireLinesExcept(ids) {
      const { count } = await db.execute(sql`update ledger_lines set gone_at = now()
        where company_id = ${company} and gone_at is null and id <> all(${texts(ids)})`);
      return count;
    },
    async addSettlements(rows, origin) {
      const added = await addSettlements(scope, rows, origin);
      await freshStatistics(scope, 'settlements', added);
      return added;
    },
    revokeDecision: (decisionId) => revokeDecision(scope, decisionId),
    revokeLedgerSettlementsExcept: (ids) => revokeLedgerExcept(scope, ids),
    accounts() {
      const { number, name, role } = ledgerAccounts;
      const own = eq(ledgerAccounts.companyId, company);
      return db.select({ number, name, role }).from(ledgerAccounts).where(own).orderBy(number);
    },
    async receivableOf(party) {
      const [found] = await db.execute<{ account: string }>(sql`
        select l.account from ledger_lines l
        where l.company_id = ${company} and l.party_id = ${party} and l.role = 'receivable' and l.gone_at is null
        group by l.account order by count(*) desc, l.account limit 1`);
      return found?.account ?? null;
    },
    async parties() {
      const found = await db.select().from(parties).where(eq(parties.companyId, company)).orderBy(parties.id);
      return found.map(partyOf);
    },
    lines: () => lines(sql`l.gone_at is null`),
    linesOn: (accounts) => lines(sql`l.gone_at is null and l.account = any(${texts(accounts)})`),
    paidInvoices: () =>
      lines(sql`l.gone_at is null and l.kind = 'invoice' and l.residual_minor = 0 and ${CUSTOMER_LINE}`),
    decidedSettlements: () => decidedSettlements(scope),
    drifted: () => drifted(scope),
    openItems: () => items(sql`l.gone_at is null and l.residual_minor <> 0 and ${CUSTOMER_LINE}`),
    items: (ids) => items(sql`l.gone_at is null and l.id = any(${texts(ids)})`),
    untickedBankLines: () =>
      lines(sql`l.gone_at is null and l.role = 'bank' and not exists (
        select from ticks t where t.company_id = ${company} and t.ledger_line_id = l.id)`),
    entriesOf: (ids) =>
      lines(sql`l.gone_at is null and (l.journal, l.entry, l.day) in (
        select e.journal, e.entry, e.day from ledger_lines e where e.company_id = ${company} and e.id = any(${texts(ids)}))`),
  };
}

function partyOf({ companyId: _, search: __, ...party }: typeof parties.$inferSelect): Party {
  return party;
}
