// The ERPs of this program's companies, opened by what the configuration says and kept while it runs.
import { openOdoo } from '../connector/erp/odoo/index.ts';
import type { Company } from '../sync/model/company.ts';
import type { Clock } from '../sync/port/clock.ts';
import type { Erp, Erps } from '../sync/port/erp.ts';
import type { Log } from '../sync/port/log.ts';
import { type Config, WrongConfig } from './config.ts';

/** A company of several in one Odoo carries the number that it has there. */
const NUMBERED = /^odoo-(\d+)$/;

export type ErpWorld = { clock: Clock; log: Log; signal: AbortSignal };

/**
 * Null for a company whose books are files. Opened anew once the company's map of accounts is another: the first pull changes it, and a
 * person who names an account. Throws WrongConfig when the ERP's address or key is not configured. */
export function erpsOf({ erpAccess }: Pick<Config, 'erpAccess'>, world: ErpWorld): Erps {
  const open = new Map<string, { erp: Erp; map: string }>();
  let opened = '';
  return {
    open(company) {
      if (company.erp !== 'odoo') return null;
      // Pairing anew changes the access while the program runs.
      const access = JSON.stringify(erpAccess);
      if (access !== opened) open.clear();
      opened = access;
      const map = JSON.stringify(company.accounts);
      const known = open.get(company.id);
      if (known?.map === map) return known.erp;
      const erp = openOdoo(odooConfig(erpAccess, company), { fetch, ...world });
      open.set(company.id, { erp, map });
      return erp;
    },
  };
}

/** The numbers of the companies that the configuration names; empty: the user's own in the ERP. */
export function configuredCompanies({ company }: Config['erpAccess']): number[] {
  if (company === null) return [];
  const numbers = company.split(',').map((part) => Number(part.trim()));
  if (numbers.some((it) => !Number.isInteger(it) || it < 1)) {
    throw new WrongConfig('LETTRAGE_ERP_COMPANY: the number of a company in the ERP, or several with commas');
  }
  return numbers;
}

/** The number of a company in the ERP; of the only one that is configured, or else paired, where its id carries none. */
export function numberIn(access: Config['erpAccess'], id: string, paired: readonly number[]): number | null {
  const numbered = NUMBERED.exec(id)?.[1];
  if (numbered !== undefined) return Number(numbered);
  const configured = configuredCompanies(access);
  return configured[0] ?? (paired.length === 1 ? (paired[0] ?? null) : null);
}

function odooConfig(access: Config['erpAccess'], company: Company) {
  const { url, db, user, key } = access;
  const missing = Object.entries({ URL: url, DB: db, USER: user, KEY: key }).find(([, value]) => value === null);
  if (missing) throw new WrongConfig(`LETTRAGE_ERP_${missing[0]} is not set; ${company.id} lives in Odoo`);
  const number = numberIn(access, company.id, []);
  return {
    url: url ?? '',
    database: db ?? '',
    user: user ?? '',
    key: key ?? '',
    company: number,
    roles: company.accounts,
  };
}
