// What the company's ledger says of its accounts itself, asked at this moment: the control line never rests on what a pull brought.
import { type Fault, fault, isFault, says } from '../fault/index.ts';
import type { ControlSource, Moment } from '../model/aging.ts';
import type { Company, CompanyId } from '../model/company.ts';
import type { AccountBalance, LedgerLine } from '../model/ledger.ts';
import type { Erp } from '../port/erp.ts';
import type { Tx } from '../port/store.ts';
import type { Desk } from './desk.ts';

/** `balances` null: the totals that it stated at the last reading count. `changed`: lines there that are not read yet. */
export type Stated = {
  balances: AccountBalance[] | null;
  source: ControlSource;
  changed(accounts: readonly string[]): Promise<LedgerLine[]>;
};

/** A screen waits no longer for the ERP; a sum over 100,000 lines takes some 0.2 s. */
const WAIT_MS = 5_000;
/** Ledger files that are larger are not read again for every question. */
const FILE_BYTES_MAX = 32 * 1024 * 1024;

type Asked = { erp: Erp | null; since: string | null; failed: Fault | null };

/** Never a fault: an ERP that does not answer is said in `source`, with the time of the last reading. */
export async function statedBy(desk: Desk, companyId: CompanyId, { asOf, knownOn }: Moment): Promise<Stated> {
  const { erp, since, failed } = await desk.store.within(companyId, (tx) => ledgerOf(desk, tx));
  const kept = (why: Fault | null): Stated => ({
    balances: null,
    source: { live: false, at: since, why: why && { fr: says(why, 'fr'), en: says(why, 'en') } },
    changed: async () => [],
  });
  // What was known on a past day can only be controlled by what the ledger had stated by then.
  if (knownOn !== null) return { ...kept(null), source: { live: false, at: null, why: null } };
  if (erp === null) return kept(failed);
  const late = fault('erp-unreachable', {}, { erp: erp.name });
  const balances = await within(desk, erp.balances(asOf), late);
  if (balances === null || isFault(balances)) return kept(balances);
  return {
    balances,
    source: { live: true, at: desk.clock.now(), why: null },
    async changed(accounts) {
      const found = since === null ? [] : await within(desk, erp.changed(since, accounts), late);
      return isFault(found) ? [] : found;
    },
  };
}

/** The ERP, or the ledger files in force opened as one; `since`: when it was read last. */
async function ledgerOf(desk: Desk, tx: Tx): Promise<Asked> {
  const company = await tx.company.get();
  if (company.erp !== 'fec') {
    const { pulledAt } = await tx.link.get();
    try {
      return { erp: desk.erps.open(company), since: pulledAt, failed: null };
    } catch {
      // Not configured in this program: reports are still to be had, on what was read last.
      return { erp: null, since: pulledAt, failed: fault('erp-unreachable', {}, { erp: company.erp }) };
    }
  }
  const files = await tx.files.ledgersInForce();
  const since = files.at(-1)?.importedAt ?? null;
  if (files.length === 0 || files.reduce((sum, it) => sum + it.size, 0) > FILE_BYTES_MAX) {
    return { erp: null, since, failed: null };
  }
  return { erp: await openedFiles(desk, tx, company, files.map((it) => it.id).join()), since, failed: null };
}

/** Files never change: what they said once is kept while the same ones are in force under the same settings. */
const opened = new WeakMap<Desk, Map<CompanyId, { key: string; erp: Erp }>>();

async function openedFiles(desk: Desk, tx: Tx, company: Company, ids: string): Promise<Erp> {
  const { id, siren, accounts, startDay } = company;
  const key = JSON.stringify([ids, siren, accounts, startDay]);
  const known = opened.get(desk) ?? new Map<CompanyId, { key: string; erp: Erp }>();
  opened.set(desk, known);
  const found = known.get(id);
  if (found?.key === key) return found.erp;
  const files = (await tx.files.currentLedgers()).map(({ name, bytes }) => ({ name, bytes }));
  const erp = desk.files.openLedger(files, company);
  known.set(id, { key, erp });
  return erp;
}

async function within<T>(desk: Desk, work: Promise<T>, late: Fault): Promise<T | Fault> {
  const over = new AbortController();
  const waited = desk.clock.wait(WAIT_MS, over.signal).then(() => late);
  return Promise.race([work, waited]).finally(() => over.abort());
}
