// The books behind the way in: journals, accounts, locks, when VAT falls due, and what a first reading would bring.
import { dayText } from '../../../../sync/fault/day.ts';
import { isFault } from '../../../../sync/fault/index.ts';
import { CUSTOMER_ROLES } from '../../../../sync/model/ledger.ts';
import type { Books, Check } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Host } from '../host.ts';
import { failed, inOrder, toDo } from './say.ts';

const ACCOUNTS_NAMED_MAX = 6;

/** A bank journal works with its account and its suspense account. */
export function journals(chart: Chart): Check {
  const loose = [...chart.bankJournals.values()].filter((it) => it.account === null || it.suspense === null);
  const names = chart.bankAccounts.map(({ journal, ledgerAccount }) => `${journal} ${ledgerAccount}`).join(', ');
  if (chart.bankAccounts.length === 0) {
    const fr = 'aucun journal de banque : créez-en un dans Odoo, Comptabilité, Configuration, Journaux';
    return toDo('journals', [fr, 'no bank journal: make one in Odoo, Accounting, Configuration, Journals']);
  }
  if (loose.length === 0) return inOrder('journals', [names, names]);
  const wrong = loose.map((it) => it.code).join(', ');
  const fr = `${wrong} : donnez-lui dans Odoo son compte de banque et son compte d’attente`;
  return toDo('journals', [fr, `${wrong}: give it its bank account and its suspense account in Odoo`]);
}

/** Those that hold what customers owe, by number. */
export function accounts(chart: Chart): Check {
  const roles = new Set<string>(CUSTOMER_ROLES);
  const ids = [...chart.customerAccounts, ...chart.besideAccounts];
  const numbers = ids.flatMap((id) => {
    const it = chart.accounts.get(id);
    return it !== undefined && roles.has(it.role) ? [it.number] : [];
  });
  if (chart.customerAccounts.length === 0) {
    const fr = 'aucun compte client lettrable : chargez le plan comptable dans Odoo';
    return toDo('accounts', [fr, 'no account of customers: load the chart of accounts in Odoo']);
  }
  const more = numbers.length - ACCOUNTS_NAMED_MAX;
  const named = `${numbers.slice(0, ACCOUNTS_NAMED_MAX).join(', ')}${more > 0 ? ` + ${more}` : ''}`;
  return inOrder('accounts', [`clients : ${named}`, `customers: ${named}`]);
}

/** Nothing to do: what lies under a lock stays as it is, and the line says so when it comes up. */
export function locks({ lockedUntil, taxLockedUntil }: Books): Check {
  const words = { fr: 'aucun verrou', en: 'no lock' };
  if (lockedUntil !== null) {
    words.fr = `rien ne change jusqu’au ${dayText(lockedUntil, 'fr')} inclus`;
    words.en = `nothing changes until ${dayText(lockedUntil, 'en')} included`;
  }
  if (taxLockedUntil !== null && taxLockedUntil !== lockedUntil) {
    words.fr += ` ; TVA : ${dayText(taxLockedUntil, 'fr')}`;
    words.en += `; VAT: ${dayText(taxLockedUntil, 'en')}`;
  }
  return inOrder('locks', [words.fr, words.en]);
}

/** When VAT falls due decides what a match writes besides: on payments, an entry of VAT for each. */
export async function tax(host: Host, chart: Chart): Promise<Check> {
  const named = { domain: [['id', '=', chart.company]], fields: ['tax_exigibility'] };
  const reply = await host.call({ model: 'res.company', method: 'search_read', effect: 'read', named });
  const [row] = reply.ok && Array.isArray(reply.value) ? reply.value : [];
  const onPayments = typeof row === 'object' && row !== null && row['tax_exigibility'] === true;
  return onPayments
    ? inOrder('tax', [
        'TVA sur les encaissements possible : un rapprochement la rend exigible',
        'VAT on payments possible: a match makes it due',
      ])
    : inOrder('tax', ['TVA sur les débits', 'VAT on invoices']);
}

/** What a first reading would bring, counted without reading it. */
export async function reading(host: Host, chart: Chart): Promise<Check> {
  const posted = ['parent_state', '=', 'posted'] as const;
  const items = await host.count('account.move.line', [
    ['company_id', '=', chart.company],
    posted,
    ['account_id', 'in', chart.customerAccounts],
    ['reconciled', '=', false],
  ]);
  const journal = ['journal_id', 'in', [...chart.bankJournals.keys()]] as const;
  const lines = await host.count('account.bank.statement.line', [journal]);
  const waiting = await host.count('account.bank.statement.line', [journal, ['is_reconciled', '=', false]]);
  for (const it of [items, lines, waiting]) if (isFault(it)) return failed('reading', it);
  return inOrder('reading', [
    `${items} postes clients ouverts, ${lines} lignes de banque dont ${waiting} à rapprocher ; rien n’est écrit`,
    `${items} open customer items, ${lines} bank lines, ${waiting} of them to match; nothing is written`,
  ]);
}
