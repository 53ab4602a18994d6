// The ledger's lines, customers, accounts and totals: written as the ERP states them, read with what is still open.
import { eq, type SQL, sql } from 'drizzle-orm';
import {
  type AccountRole,
  BESIDE_ROLES,
  CUSTOMER_ROLES,
  type LedgerLine,
  type OpenItem,
} from '../../sync/model/ledger.ts';
import type { Party } from '../../sync/model/party.ts';
import type { LedgerRows } from '../../sync/port/store.ts';
import { ledgerAccounts, parties } from '../schema/ledger.ts';
import type { KeptItems } from './kept-items.ts';
import { putAccounts, putBalances, putIbans, putLines, putParties, retireLinesExcept } from './ledger-write.ts';
import { type ItemRow, type LineRow, selectItem, selectLine } from './line.ts';
import { only, type Scope, texts } from './scope.ts';
import {
  addSettlements,
  decidedSettlements,
  drifted,
  ledgerFactsOn,
  overtaken,
  revokeDecision,
  revokeLedgerExcept,
} from './settlements.ts';

/** Exactly the condition of the partial index on open lines: PostgreSQL uses it only for the same words. */
export const CUSTOMER_LINE = sql.raw(`l.role in (${CUSTOMER_ROLES.map((role) => `'${role}'`).join(', ')})`);

/** Likewise of the index on what is open beside customers. */
export const BESIDE_LINE = sql.raw(`l.role in (${BESIDE_ROLES.map((role) => `'${role}'`).join(', ')})`);

/** `kept`: what the store of this program knows already of open items. */
export function ledgerRows(scope: Scope, kept: KeptItems): LedgerRows {
  return {
    putAccounts: (rows, isWhole) => putAccounts(scope, rows, isWhole),
    putParties: (rows) => putParties(scope, rows),
    putIbans: (rows) => putIbans(scope, rows),
    putLines: (rows) => putLines(scope, rows),
    putBalances: (rows) => putBalances(scope, rows),
    retireLinesExcept: (ids) => retireLinesExcept(scope, ids),
    addSettlements: (rows, origin) => addSettlements(scope, rows, origin),
    revokeDecision: (decisionId) => revokeDecision(scope, decisionId),
    revokeLedgerSettlementsExcept: (ids) => revokeLedgerExcept(scope, ids),
    decidedSettlements: () => decidedSettlements(scope),
    overtaken: () => overtaken(scope),
    ledgerFactsOn: (ids) => ledgerFactsOn(scope, ids),
    drifted: () => drifted(scope),
    ...registers(scope),
    openItems: () => kept.open(scope, sql`l.residual_minor <> 0 and ${CUSTOMER_LINE}`),
    ...readings(scope),
  };
}

function registers({
  db,
  company,
}: Scope): Pick<LedgerRows, 'accounts' | 'balances' | 'parties' | 'receivableOf' | 'isLettered'> {
  return {
    accounts() {
      const { number, name, role, closed } = ledgerAccounts;
      const own = eq(ledgerAccounts.companyId, company);
      return db.select({ number, name, role, closed }).from(ledgerAccounts).where(own).orderBy(number);
    },
    async balances() {
      const rows = await db.execute<{ account: string; role: AccountRole; balanceMinor: number }>(sql`
        select b.account, coalesce(a.role, 'other') as role, b.balance_minor as "balanceMinor"
        from ledger_balances b left join ledger_accounts a on a.company_id = ${company} and a.number = b.account
        where b.company_id = ${company} order by b.account`);
      return [...rows];
    },
    async parties() {
      const found = await db.select().from(parties).where(eq(parties.companyId, company)).orderBy(parties.id);
      return found.map(partyOf);
    },
    async isLettered() {
      const [found] = await db.execute(sql`
        select from ledger_lines l
        where l.company_id = ${company} and l.letter is not null and l.gone_at is null and ${CUSTOMER_LINE} limit 1`);
      return found !== undefined;
    },
    async receivableOf(party) {
      const [found] = await db.execute<{ account: string }>(sql`
        select l.account from ledger_lines l
        where l.company_id = ${company} and l.party_id = ${party} and l.role = 'receivable' and l.gone_at is null
        group by l.account order by count(*) desc, l.account limit 1`);
      return found?.account ?? null;
    },
  };
}

type Readings = Pick<
  LedgerRows,
  | 'lines'
  | 'linesOn'
  | 'suspenseBesideBanks'
  | 'paidInvoices'
  | 'besideItems'
  | 'items'
  | 'untickedBankLines'
  | 'entriesOf'
>;

/** Lines that are not gone, by day. */
function readings({ db, company }: Scope): Readings {
  const rows = (columns: SQL, where: SQL) => sql`select ${columns} from ledger_lines l
    where l.company_id = ${company} and l.gone_at is null and ${where} order by l.day, l.id`;
  const items = async (where: SQL): Promise<OpenItem[]> => [...(await db.execute<ItemRow>(rows(selectItem, where)))];
  const lines = async (where: SQL): Promise<LedgerLine[]> => [...(await db.execute<LineRow>(rows(selectLine, where)))];
  return {
    lines: () => lines(sql`true`),
    linesOn: (accounts, amounts) =>
      lines(sql`l.account = any(${texts(accounts)}) and l.amount_minor = any(${texts(amounts.map(String))}::bigint[])`),
    async suspenseBesideBanks() {
      const rows = await db.execute<{ minor: number }>(sql`
        select coalesce(sum(l.amount_minor), 0)::bigint as minor from ledger_lines l
        where l.company_id = ${company} and l.gone_at is null and l.role = 'suspense'
          and not exists (select from bank_accounts a where a.company_id = ${company} and a.journal = l.journal)`);
      return only(rows).minor;
    },
    paidInvoices: (saidIn, party) =>
      lines(sql`l.kind = 'invoice' and l.residual_minor = 0 and ${CUSTOMER_LINE} and ${isSaid(saidIn)}
        and ${party === undefined ? sql`true` : sql`l.party_id = ${party}`}`),
    besideItems: () => items(sql`l.residual_minor <> 0 and ${BESIDE_LINE}`),
    items: (ids) => items(sql`l.id = any(${texts(ids)})`),
    untickedBankLines: (amounts) =>
      lines(sql`l.role = 'bank' and ${isAmount(amounts)} and not exists (
        select from ticks t where t.company_id = ${company} and t.ledger_line_id = l.id)`),
    entriesOf: (ids) =>
      lines(sql`(l.journal, l.entry, l.day) in (
        select e.journal, e.entry, e.day from ledger_lines e where e.company_id = ${company} and e.id = any(${texts(ids)}))`),
  };
}

/** Of one of these amounts, in the company's currency or in the line's own. */
function isAmount(amounts: readonly number[] | undefined): SQL {
  if (amounts === undefined) return sql`true`;
  const any = sql`any(${texts(amounts.map(String))}::bigint[])`;
  return sql`(l.amount_minor = ${any} or (l.foreign_money ->> 'minor')::bigint = ${any})`;
}

/** The line's document stands in one of these texts, however they separate its parts; one or two signs say nothing. */
function isSaid(labels: readonly string[] | null): SQL {
  if (labels === null) return sql`true`;
  const document = sql`regexp_replace(upper(l.document), '[^A-Z0-9]+', '', 'g')`;
  // All texts as one, made comparable here: for each document the database searches once, and rewrites none of them.
  const said = labels.map((label) => label.toUpperCase().replace(/[^A-Z0-9]+/g, '')).join(' ');
  return sql`length(${document}) > 2 and position(${document} in ${said}) > 0`;
}

function partyOf({ companyId: _, search: __, salesperson, dealing, ...party }: typeof parties.$inferSelect): Party {
  return { ...party, ...(salesperson === null ? {} : { salesperson }), ...(dealing === null ? {} : { dealing }) };
}
