// Every id that exists, of each kind: what is not named is gone from the books.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import type { PullPage } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Host } from '../host.ts';
import { together } from '../together.ts';
import { statementLinesOf } from './bank.ts';
import { keptAccounts, openOfSuppliers, partialsOf, postedOn } from './ledger.ts';

/** Our ids of what exists, by kind. */
export type Standing = { settlements: string[]; 'bank-lines': string[]; lines: string[] };

export function nothingStanding(): Standing {
  return { settlements: [], 'bank-lines': [], lines: [] };
}

/** Notes what a page brought: a pull of everything, uncut, need not ask again what exists. */
export function noteStanding(standing: Standing, page: PullPage): void {
  if (page.kind === 'bank-lines') for (const { line } of page.rows) standing['bank-lines'].push(line.id);
  else if (page.kind === 'lines' || page.kind === 'settlements')
    for (const { id } of page.rows) standing[page.kind].push(id);
}

/** As Odoo says it now. */
export async function askStanding(host: Host, chart: Chart): Promise<Standing | Fault> {
  const ids = await together([
    host.ids('account.move.line', postedOn(chart, keptAccounts(chart))),
    host.ids('account.move.line', openOfSuppliers(chart)),
    host.ids('account.partial.reconcile', partialsOf(chart)),
    host.ids('account.bank.statement.line', statementLinesOf(chart)),
  ]);
  if (isFault(ids)) return ids;
  const [kept, suppliers, partials, statementLines] = ids;
  return {
    settlements: partials.map((id) => `partial/${id}`),
    'bank-lines': statementLines.map((id) => `stl/${id}`),
    lines: [...kept, ...suppliers].map(String),
  };
}

export function standingPages(standing: Standing): PullPage[] {
  return (['settlements', 'bank-lines', 'lines'] as const).map((of) => ({ kind: 'standing', of, ids: standing[of] }));
}
