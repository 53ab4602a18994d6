// The store: one transaction bound to one company by row level security, and the repositories that work in it.
import { sql } from 'drizzle-orm';
import type { CompanyId } from '../../sync/model/company.ts';
import type { Store, Tx } from '../../sync/port/store.ts';
import type { Db } from '../connection.ts';
import type { Pool } from '../pool.ts';
import { APP } from '../roles.ts';
import { viewOf } from '../view/index.ts';
import { agreementRows } from './agreements.ts';
import { auditRows } from './audit.ts';
import { bankRows } from './bank.ts';
import { claimRows } from './claims.ts';
import { companiesOf, companyRows, insertCompany } from './companies.ts';
import { decisionRows } from './decisions.ts';
import { fileRows } from './files.ts';
import { idempotencyRows } from './idempotency.ts';
import { KeptItems } from './kept-items.ts';
import { ledgerRows } from './ledger.ts';
import { linkRows, nightRows } from './link.ts';
import { memoryRows } from './memory.ts';
import { outboxRows } from './outbox.ts';
import { proposalRows } from './proposals.ts';
import { ruleRows } from './rules.ts';
import type { Scope } from './scope.ts';
import { trustRows } from './trust.ts';

/** How long a transaction may wait for a lock, run one statement, or do nothing. Nobody waits for ever. */
export type Limits = { lock: string; statement: string; idle: string };
const LIMITS: Limits = { lock: '15s', statement: '120s', idle: '600s' };

/** For sorts and hashes of one statement: a company's whole ledger fits. */
const WORK_MEMORY = '32MB';

/** The Store port over a pool; closing the store closes the pool. */
export function storeOf(pool: Pool, limits: Limits = LIMITS): Store {
  const kept = new KeptItems();
  return {
    within: (company, work) =>
      transaction(pool, limits, company, (tx) => work(repositories({ db: tx, company }, kept))),
    companies: () => pool.transaction(companiesOf),
    createCompany: (company) =>
      transaction(pool, limits, company.id, (tx) => insertCompany({ db: tx, company: company.id }, company)),
    close: () => pool.close(),
  };
}

function transaction<T>(pool: Pool, limits: Limits, company: CompanyId, work: (tx: Db) => Promise<T>): Promise<T> {
  if (company === '') throw new Error('a transaction needs a company');
  return pool.transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', ${APP}, true), set_config('lettrage.company', ${company}, true),
      set_config('lock_timeout', ${limits.lock}, true), set_config('statement_timeout', ${limits.statement}, true),
      set_config('idle_in_transaction_session_timeout', ${limits.idle}, true),
      set_config('work_mem', ${WORK_MEMORY}, true)`);
    return work(tx);
  });
}

function repositories(scope: Scope, kept: KeptItems): Tx {
  return {
    company: companyRows(scope),
    files: fileRows(scope),
    ledger: ledgerRows(scope, kept),
    bank: bankRows(scope),
    proposals: proposalRows(scope),
    decisions: decisionRows(scope),
    trust: trustRows(scope),
    memory: memoryRows(scope),
    rules: ruleRows(scope),
    agreements: agreementRows(scope),
    claims: claimRows(scope),
    outbox: outboxRows(scope),
    audit: auditRows(scope),
    link: linkRows(scope),
    nights: nightRows(scope),
    idempotency: idempotencyRows(scope),
    view: viewOf(scope),
  };
}
