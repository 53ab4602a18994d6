// The ledger's lines: customers, banks, suspense and outstanding payments, whole; of suppliers what is open. Those of a bank's
// own entries are read beside its statement lines.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import { WATCHED_ROLES } from '../../../../sync/model/ledger.ts';
import type { PullPage } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Domain } from '../dialect/dialect.ts';
import type { Host, Row } from '../host.ts';
import { LINE_FIELDS, lineOf, MOVE_FIELDS, PARTIAL_FIELDS, settlementOf } from '../map/line.ts';
import { linked } from '../map/value.ts';
import { changed, type Part, type Pulling, type Step } from './part.ts';
import { partiesOf } from './party.ts';
import { waitingOf } from './regime.ts';
import { withInvoices } from './transfer.ts';

const LINE_TIMES = ['write_date', 'move_id.write_date'];

/** Only posted entries count: a draft may change or vanish, and Odoo lets drafts be matched. */
export function postedOn(chart: Chart, accounts: readonly number[]): Domain {
  return [
    ['company_id', '=', chart.company],
    ['parent_state', '=', 'posted'],
    ['account_id', 'in', accounts],
  ];
}

/** Accounts whose lines are all kept. */
export function keptAccounts({ accounts, supplierAccounts }: Chart): number[] {
  const suppliers = new Set(supplierAccounts);
  return [...accounts.keys()].filter((id) => !suppliers.has(id));
}

/** Accounts by which the aged balance is controlled. */
export function watchedAccounts({ accounts }: Chart): number[] {
  return [...accounts].flatMap(([id, { role }]) => (WATCHED_ROLES.has(role) ? [id] : []));
}

/** Open supplier lines, and those that a part payment joins with them ('P28'), so that what is open of them can be told. */
export function openOfSuppliers(chart: Chart): Domain {
  const open: Domain = ['|', ['reconciled', '=', false], ['matching_number', '=like', 'P%']];
  return [...postedOn(chart, chart.supplierAccounts), ...open];
}

/**
 * Open lines of customers who changed. Odoo's merging of contacts gives lines another partner without touching their time; it
 * writes on the one that stays.
 */
export const moved: Part = {
  model: 'account.move.line',
  domain: ({ chart, since }) => [
    ...postedOn(chart, [...chart.customerAccounts, ...chart.besideAccounts]),
    ['reconciled', '=', false],
    // Where everything is read, these are read already.
    ...(since === null ? [['id', '=', 0] as const] : [['partner_id.write_date', '>=', since] as const]),
  ],
  steps: lineSteps,
};

/** All but those of the entries of bank lines, which are read with them. */
function outsideBank(chart: Chart): Domain {
  const apart: Domain = [
    '|',
    ['statement_line_id', '=', false],
    ['journal_id', 'not in', [...chart.bankJournals.keys()]],
  ];
  return [...postedOn(chart, keptAccounts(chart)), ...apart];
}

export const lines: Part = {
  model: 'account.move.line',
  domain: ({ chart, since }) => changed(outsideBank(chart), since, ...LINE_TIMES),
  steps: lineSteps,
};

export const supplierLines: Part = {
  model: 'account.move.line',
  domain: ({ chart, since }) => changed(openOfSuppliers(chart), since, ...LINE_TIMES),
  steps: lineSteps,
};

async function* lineSteps(it: Pulling, domain: Domain, after: number): AsyncGenerator<Step | Fault> {
  for await (const page of it.host.pages('account.move.line', domain, LINE_FIELDS, after)) {
    if (isFault(page)) return yield page;
    const pages = await linePages(it, page);
    if (isFault(pages)) return yield pages;
    yield { pages, last: page.at(-1)?.id ?? after, rows: page.length };
  }
}

/** Rows of LINE_FIELDS as ledger lines, before them the parties that were not given yet. */
export async function linePages(it: Pulling, page: readonly Row[]): Promise<PullPage[] | Fault> {
  const moves = await movesOf(it, page);
  if (isFault(moves)) return moves;
  const waiting = await waitingOf(it.host, it.chart, [...moves.values()]);
  if (isFault(waiting)) return waiting;
  const parties = await partiesOf(it, new Set(page.map((row) => linked(row['partner_id']))));
  if (isFault(parties)) return parties;
  const before = new Map<number, number>();
  const rows = await withInvoices(
    it.host,
    page
      .map((row) => {
        const move = linked(row['move_id']) ?? -1;
        const beforeMinor = before.get(move) ?? 0;
        const line = lineOf(row, moves.get(move), it.chart, { waitingMinor: waiting.get(move), beforeMinor });
        before.set(move, beforeMinor + (line?.amountMinor ?? 0));
        return line;
      })
      .filter((line) => line !== null),
  );
  return isFault(rows) ? rows : [...parties, { kind: 'lines', rows }];
}

/** The documents behind lines of customers and suppliers; a bank's own entries have none. */
async function movesOf({ host, chart }: Pulling, page: readonly Row[]): Promise<Map<number, Row> | Fault> {
  const withDocuments = new Set([...chart.customerAccounts, ...chart.supplierAccounts]);
  const ids = page.flatMap((row) => {
    const isDocument = withDocuments.has(linked(row['account_id']) ?? -1) && linked(row['statement_line_id']) === null;
    const move = linked(row['move_id']);
    return isDocument && move !== null ? [move] : [];
  });
  return byId(host, 'account.move', [...new Set(ids)], MOVE_FIELDS);
}

async function byId(
  host: Host,
  model: string,
  ids: readonly number[],
  fields: readonly string[],
): Promise<Map<number, Row> | Fault> {
  const rows = new Map<number, Row>();
  if (ids.length === 0) return rows;
  for await (const page of host.pages(model, [['id', 'in', ids]], fields)) {
    if (isFault(page)) return page;
    for (const row of page) rows.set(row.id, row);
  }
  return rows;
}

/** Partials between lines that are kept; the authority on what is matched. */
export function partialsOf(chart: Chart): Domain {
  const accounts = [
    ...chart.customerAccounts,
    ...chart.besideAccounts,
    ...chart.outstandingAccounts,
    ...chart.supplierAccounts,
  ];
  return [
    ['company_id', '=', chart.company],
    ['debit_move_id.account_id', 'in', accounts],
    ['debit_move_id.parent_state', '=', 'posted'],
    ['credit_move_id.parent_state', '=', 'posted'],
  ];
}

export const settlements: Part = {
  model: 'account.partial.reconcile',
  domain: ({ chart, since }) => changed(partialsOf(chart), since, 'write_date'),
  async *steps({ host, chart }, domain, after) {
    for await (const page of host.pages('account.partial.reconcile', domain, PARTIAL_FIELDS, after)) {
      if (isFault(page)) return yield page;
      const rows = page.map((row) => settlementOf(row, chart)).filter((it) => it !== null);
      yield { pages: [{ kind: 'settlements', rows }], last: page.at(-1)?.id ?? after, rows: page.length };
    }
  },
};
