// The company's bank accounts and the statements that came of them.
import { and, eq, sql } from 'drizzle-orm';
import type { BankAccount } from '../../sync/model/company.ts';
import type { BankRows, StatementRow } from '../../sync/port/store.ts';
import { bankAccounts, statements, tableMappings } from '../schema/bank.ts';
import { recordset, type Scope } from './scope.ts';

type StatementRows = Pick<
  BankRows,
  'accounts' | 'putAccounts' | 'mappings' | 'putMapping' | 'addStatement' | 'statementsOf'
>;

export function statementRows({ db, company }: Scope): StatementRows {
  return {
    async accounts() {
      const rows = await db
        .select()
        .from(bankAccounts)
        .where(eq(bankAccounts.companyId, company))
        .orderBy(bankAccounts.account);
      return rows.map(
        ({ companyId: _, reversals, iban, ...account }): BankAccount => ({
          ...account,
          ...(reversals ? { reversals } : {}),
          ...(iban ? { iban } : {}),
        }),
      );
    },
    async putAccounts(rows) {
      await db.execute(sql`
        insert into bank_accounts (company_id, account, name, ledger_account, journal, currency, reversals, iban)
        select ${company}, account, name, "ledgerAccount", journal, currency, reversals, iban
        from ${recordset(rows, 'account text, name text, "ledgerAccount" text, journal text, currency text, reversals text, iban text')}
        on conflict (company_id, account) do update set name = excluded.name, ledger_account = excluded.ledger_account,
          journal = excluded.journal, currency = excluded.currency, 
          reversals = coalesce(excluded.reversals, bank_accounts.reversals), iban = coalesce(excluded.iban, bank_accounts.iban)`);
    },
    async mappings(signature) {
      const { account, mapping } = tableMappings;
      return db
        .select({ account, signature: tableMappings.signature, mapping })
        .from(tableMappings)
        .where(and(eq(tableMappings.companyId, company), eq(tableMappings.signature, signature)))
        .orderBy(account);
    },
    async putMapping(row) {
      const { companyId, account, signature } = tableMappings;
      await db
        .insert(tableMappings)
        .values({ ...row, companyId: company })
        .onConflictDoUpdate({
          target: [companyId, account, signature],
          set: { mapping: row.mapping, confirmedAt: sql`now()` },
        });
    },
    async addStatement(row) {
      await db.insert(statements).values({ ...row, companyId: company });
    },
    async statementsOf(account) {
      const rows = await db
        .select()
        .from(statements)
        .where(and(eq(statements.companyId, company), eq(statements.account, account)))
        .orderBy(sql`closing_day nulls first`, statements.importedAt, statements.id);
      return rows.map(({ companyId: _, importedAt: __, ...row }): StatementRow => row);
    },
  };
}
