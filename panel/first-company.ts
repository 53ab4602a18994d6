// The company that a new data directory begins with: one's own where an ERP is configured, else the demonstration.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../sync/job/desk.ts';
import { importFiles } from '../sync/job/import.ts';
import { type Company, PLAN_COMPTABLE, PLAN_DIFFERENCES } from '../sync/model/company.ts';
import { type Day, parseDay } from '../sync/model/day.ts';
import { DEMO } from './api/guard.ts';
import type { Config } from './config.ts';
import { demoCompany } from './demo/index.ts';
import { configuredCompanies } from './erps.ts';

const OWN = 'own';
const ZONE = 'Europe/Paris';

/** Makes sure that there is a company; one that is half set up, because the program was killed, is set up to its end. */
export async function firstCompany(
  desk: Desk,
  config: Pick<Config, 'erp' | 'erpAccess' | 'mode' | 'data'>,
  tell: (text: string) => void = () => {},
): Promise<void> {
  const companies = await desk.store.companies();
  if (config.erp !== null) {
    await ownCompanies(desk, config, companies);
    return;
  }
  if (companies.some((company) => company.id !== DEMO)) return;
  await setUpDemo(desk, config.data, companies.length > 0, tell);
}

/** Opens the companies that the configuration names, and gives those that are there the mode that it names. */
async function ownCompanies(
  desk: Desk,
  config: Pick<Config, 'erp' | 'erpAccess' | 'mode'>,
  companies: readonly Company[],
): Promise<void> {
  const own = companies.filter((company) => company.id !== DEMO);
  const numbers = config.erp === 'odoo' ? configuredCompanies(config.erpAccess) : [];
  // A company whose books are files stays what it is: the ERP's stands beside it.
  const isOther = own.length > 0 && own.every((company) => company.erp !== config.erp);
  const numbered = numbers.length > 1 || (isOther && numbers.length === 1);
  const ids = numbered ? numbers.map((it) => `odoo-${it}`) : own.length > 0 ? [] : [OWN];
  for (const id of ids.filter((it) => !own.some((company) => company.id === it))) {
    await desk.store.createCompany(ownCompany(config, id));
  }
  const { mode } = config;
  for (const company of mode === null ? [] : own.filter((it) => it.erp === config.erp && it.mode !== mode)) {
    await desk.store.within(company.id, async (tx) => {
      await tx.company.update({ ...company, mode: mode ?? company.mode });
      const by = { kind: 'program' } as const;
      await tx.audit.append({ at: desk.clock.now(), by, what: 'setting', subject: company.id, facts: { mode } });
    });
  }
}

/** A French company without books yet: its first ledger, or its ERP, says whose it is. */
function ownCompany({ erp, mode }: Pick<Config, 'erp' | 'mode'>, id: string): Company {
  return {
    id,
    name: 'Ma société',
    siren: null,
    currency: 'EUR',
    zone: ZONE,
    mode: mode ?? (erp === 'odoo' ? 'shadow' : 'suggest'),
    erp: erp ?? 'fec',
    terms: { days: 30, endOfMonth: true, extraDays: 0 },
    startDay: null,
    accounts: PLAN_COMPTABLE,
    differenceAccounts: PLAN_DIFFERENCES,
  };
}

/** Imports the demonstration's files as a person would. Its day is kept beside the data, so that a second try gets the same files. */
async function setUpDemo(desk: Desk, data: string, isThere: boolean, tell: (text: string) => void): Promise<void> {
  const marker = join(data, 'demo.json');
  const begun = isThere ? readMarker(marker) : null;
  if (isThere && begun?.done !== false) return;
  const today = begun?.today ?? desk.clock.today(ZONE);
  tell('Building the made-up company: two years of books and statements …');
  const demo = demoCompany(today);
  mkdirSync(data, { recursive: true });
  writeFileSync(marker, JSON.stringify({ today, done: false }));
  if (!isThere) await desk.store.createCompany(demo.company);
  await desk.store.within(demo.company.id, (tx) => tx.bank.putAccounts(demo.bankAccounts));
  const by = { kind: 'person', id: 'demo', name: 'Lettrage' } as const;
  const outcomes = await importFiles(desk, demo.company.id, demo.files, by);
  const refused = outcomes.filter((outcome) => !outcome.ok);
  if (refused.length > 0) {
    desk.log.error('demo files refused', { files: refused.map(({ name, faults }) => ({ name, faults })) });
  }
  writeFileSync(marker, JSON.stringify({ today, done: true }));
}

function readMarker(path: string): { today: Day; done: boolean } | null {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof read !== 'object' || read === null || !('today' in read) || !('done' in read)) return null;
    const today = typeof read.today === 'string' ? parseDay(read.today) : null;
    return today === null ? null : { today, done: read.done === true };
  } catch {
    return null;
  }
}
