// A look into an Odoo by address and key, before anything of it is kept.
import { openOdoo } from '../connector/erp/odoo/index.ts';
import { companiesOf } from '../connector/erp/odoo/visit.ts';
import { isFault } from '../sync/fault/index.ts';
import { PLAN_COMPTABLE } from '../sync/model/company.ts';
import type { CheckStep, World } from '../sync/port/erp.ts';
import type { Connected, ConnectRequest } from './api/context.ts';

/** What a connection cannot do without; the rest is shown, and put in order in the ERP. */
const NEEDED: readonly (CheckStep | undefined)[] = ['address', 'database', 'key'];

/** Connected: `companies` are those that were asked for, or the only one. Not: what failed, or those to choose from. */
export async function lookInto(
  credentials: Omit<ConnectRequest, 'companies'>,
  wanted: readonly number[],
  world: World,
): Promise<Connected> {
  const seen = await companiesOf(credentials, world);
  const known = isFault(seen) ? [] : seen;
  const chosen = wanted.length === 0 && known.length === 1 ? known : known.filter((it) => wanted.includes(it.id));
  const [first] = chosen;
  const erp = openOdoo({ ...credentials, company: first?.id ?? null, roles: PLAN_COMPTABLE }, world);
  const checks = await erp.check();
  const isIn = NEEDED.every((step) => checks.some((it) => it.step === step && it.ok));
  if (isIn && first !== undefined) return { connected: true, checks, companies: chosen };
  // Which company is still to be said is no fault of the rights.
  const way = checks.filter((it) => NEEDED.includes(it.step));
  return { connected: false, checks: isIn ? way : checks, companies: isIn ? known : [] };
}
