// What stands in the way of working beside this Odoo: its answer, clock, rights, key, journals and locks, each with a remedy.
import { isFault, says } from '../../../sync/fault/index.ts';
import { daysBetween, parseDay } from '../../../sync/model/day.ts';
import type { Check, World } from '../../../sync/port/erp.ts';
import type { Chart } from './chart.ts';
import type { Host } from './host.ts';
import { books } from './pull/books.ts';
import { within } from './transport/deadline.ts';

/** What the work needs of the user, by model. Nothing is asked for that is not used. */
const RIGHTS = [
  ['account.move.line', 'read'],
  ['account.move.line', 'write'],
  ['account.move', 'create'],
  ['account.partial.reconcile', 'read'],
  ['account.bank.statement', 'create'],
  ['account.bank.statement.line', 'create'],
  ['account.bank.statement.line', 'write'],
  ['res.partner', 'read'],
  ['res.partner.bank', 'read'],
] as const;

const CLOCK_SECONDS_MAX = 300;
const KEY_DAYS_MIN = 21;

export async function checksOf(host: Host, chart: Chart, url: string, world: World): Promise<Check[]> {
  const found = [await answer(host, url, world), await rights(host), await keyAndLocks(host, chart, world)];
  return [...found, journals(chart), await vat(host, chart), await reading(host, chart)];
}

/** Its version is only told; what it can do was probed. The two clocks decide which records count as changed. */
async function answer(host: Host, url: string, world: World): Promise<Check> {
  const found = await greeting(url, world);
  const version = found?.version ?? '?';
  const apart = found?.seconds ?? 0;
  const ok = Math.abs(apart) <= CLOCK_SECONDS_MAX;
  const said = `Odoo ${version}, ${host.wire}, ${host.dialect.name}`;
  return check(
    'odoo',
    ok,
    ok ? said : `${said} ; son horloge diffère de ${apart} s : réglez les deux par NTP`,
    ok ? said : `${said}; its clock is ${apart} s apart: set both by NTP`,
  );
}

async function greeting(url: string, world: World): Promise<{ version: string | null; seconds: number } | null> {
  try {
    return await within(world.signal, 10_000, async (signal) => {
      const response = await world.fetch(new URL('/web/version', url).href, { redirect: 'manual', signal });
      const date = Date.parse(response.headers.get('date') ?? '');
      const seconds = Number.isNaN(date) ? 0 : Math.round((date - Date.parse(world.clock.now())) / 1000);
      const body: unknown = response.ok ? await response.json().catch(() => null) : null;
      const version = typeof body === 'object' && body !== null && 'version' in body ? String(body.version) : null;
      return { version, seconds };
    });
  } catch {
    return null;
  }
}

async function rights(host: Host): Promise<Check> {
  const missing: string[] = [];
  for (const [model, operation] of RIGHTS) {
    if (!(await may(host, model, operation))) missing.push(`${model} ${operation}`);
  }
  if (missing.length === 0) return check('odoo rights', true, 'suffisants', 'sufficient');
  const list = missing.join(', ');
  return check(
    'odoo rights',
    false,
    `il manque : ${list} ; donnez à l'utilisateur le groupe « Basic » de la comptabilité`,
    `missing: ${list}; give the user the accounting group "Basic"`,
  );
}

/** The question goes by another name since 18. */
async function may(host: Host, model: string, operation: string): Promise<boolean> {
  const modern = await host.call({ model, method: 'has_access', effect: 'read', ids: [], named: { operation } });
  if (modern.ok) return modern.value === true;
  const named = { operation, raise_exception: false };
  const old = await host.call({ model, method: 'check_access_rights', effect: 'read', named });
  return old.ok && old.value === true;
}

async function keyAndLocks(host: Host, chart: Chart, world: World): Promise<Check> {
  const said = await books(host, chart.company, false);
  if (isFault(said)) return check('odoo key', false, said.code, said.code);
  const { keyUntil, lockedUntil, taxLockedUntil } = said;
  const today = parseDay(world.clock.now().slice(0, 10));
  const left = keyUntil === null || today === null ? null : daysBetween(today, keyUntil);
  const ok = left === null || left > KEY_DAYS_MIN;
  const until = { fr: keyUntil ?? 'sans fin connue', en: keyUntil ?? 'no end known' };
  const locks = { fr: lockedUntil ?? 'aucun', en: lockedUntil ?? 'none' };
  const tax = taxLockedUntil === null ? '' : ` (TVA / tax ${taxLockedUntil})`;
  return check(
    'odoo key and locks',
    ok,
    `clé : ${until.fr}${ok ? '' : ' ; créez-en une autre pour LETTRAGE_ERP_KEY'} ; verrou : ${locks.fr}${tax}`,
    `key: ${until.en}${ok ? '' : '; make another for LETTRAGE_ERP_KEY'}; lock: ${locks.en}${tax}`,
  );
}

function journals(chart: Chart): Check {
  const loose = [...chart.bankJournals.values()].filter((it) => it.account === null || it.suspense === null);
  const names = chart.bankAccounts.map(({ journal, ledgerAccount }) => `${journal} ${ledgerAccount}`).join(', ');
  const ok = chart.bankAccounts.length > 0 && loose.length === 0 && chart.customerAccounts.length > 0;
  const wrong = loose.map((it) => it.code).join(', ');
  return check(
    'odoo journals',
    ok,
    ok ? names : `${names} ; à compléter dans Odoo (compte, compte d'attente) : ${wrong || 'un journal de banque'}`,
    ok ? names : `${names}; to complete in Odoo (account, suspense account): ${wrong || 'a bank journal'}`,
  );
}

/** When VAT falls due decides what a match writes besides: on payments, an entry of VAT for each. */
async function vat(host: Host, chart: Chart): Promise<Check> {
  const named = { domain: [['id', '=', chart.company]], fields: ['tax_exigibility'] };
  const reply = await host.call({ model: 'res.company', method: 'search_read', effect: 'read', named });
  const [row] = reply.ok && Array.isArray(reply.value) ? reply.value : [];
  const onPayments = typeof row === 'object' && row !== null && row['tax_exigibility'] === true;
  return onPayments
    ? check(
        'odoo VAT',
        true,
        'sur les encaissements possible : un rapprochement la rend exigible',
        'on payments possible: a match makes it due',
      )
    : check('odoo VAT', true, 'sur les débits', 'on invoices');
}

/** What a first reading would bring, counted without reading it. */
async function reading(host: Host, chart: Chart): Promise<Check> {
  const own = ['company_id', '=', chart.company] as const;
  const journals = [...chart.bankJournals.keys()];
  const items = await host.count('account.move.line', [
    own,
    ['parent_state', '=', 'posted'],
    ['account_id', 'in', chart.customerAccounts],
    ['reconciled', '=', false],
  ]);
  const lines = await host.count('account.bank.statement.line', [
    ['journal_id', 'in', journals],
    ['is_reconciled', '=', false],
  ]);
  for (const it of [items, lines]) if (isFault(it)) return check('odoo reading', false, says(it, 'fr'), says(it, 'en'));
  return check(
    'odoo reading',
    true,
    `${items} postes clients ouverts, ${lines} lignes de banque à rapprocher ; rien n'est écrit en observation`,
    `${items} open customer items, ${lines} bank lines to match; nothing is written in shadow mode`,
  );
}

function check(name: string, ok: boolean, fr: string, en: string): Check {
  return { name, ok, says: { fr, en } };
}
