// The whole receivable side of one company in Odoo, page by page: open and closed lines, and the graph that settles them.
import { type Fault, isFault } from '../../../sync/fault/index.ts';
import type { Company } from '../../../sync/model/company.ts';
import type { LedgerLine } from '../../../sync/model/ledger.ts';
import type { PullPage } from '../../../sync/port/erp.ts';
import { type Chart, readChart } from './chart.ts';
import type { Domain } from './dialect/dialect.ts';
import type { Host, Row } from './host.ts';
import { LINE_FIELDS, lineOf, MOVE_FIELDS, PARTIAL_FIELDS, settlementOf } from './map/line.ts';
import { PARTNER_BANK_FIELDS, PARTNER_FIELDS, partyOf } from './map/party.ts';
import { day, linked, minor, text } from './map/value.ts';

export type PullScope = { company: number; source: string; roles: Company['accounts'] };

/** Pages of a full pull; `refused` ends it when Odoo stops answering, and nothing of it may be kept. */
export async function* pull(host: Host, scope: PullScope): AsyncGenerator<PullPage> {
  // Read anew each time: accounts and journals are added while the program runs.
  const chart = await readChart(host, scope.company, scope.roles);
  if (isFault(chart)) return yield refused(chart);
  yield {
    kind: 'accounts',
    rows: [...chart.accounts].map(([id, account]) => ({ ...account, name: chart.names.get(id) ?? '' })),
  };
  yield { kind: 'bank-accounts', rows: chart.bankAccounts };
  const seen: Seen = { partners: new Set(), from: null, to: null };
  for (const part of [
    linePages(host, chart, seen),
    settlementPages(host, chart),
    partyPages(host, seen),
    balancePages(host, chart),
  ]) {
    for await (const page of part) {
      yield page;
      if (page.kind === 'refused') return;
    }
  }
  if (seen.from && seen.to)
    yield { kind: 'company', siren: chart.siren, from: seen.from, to: seen.to, source: scope.source };
  yield { kind: 'end', snapshot: true, cursor: null };
}

type Seen = { partners: Set<number>; from: LedgerLine['day'] | null; to: LedgerLine['day'] | null };

/** Only posted entries count: a draft may change or vanish, and Odoo lets drafts be matched. */
function postedOn(chart: Chart, accounts: readonly number[]): Domain {
  return [
    ['company_id', '=', chart.company],
    ['parent_state', '=', 'posted'],
    ['account_id', 'in', accounts],
  ];
}

async function* linePages(host: Host, chart: Chart, seen: Seen): AsyncGenerator<PullPage> {
  for await (const page of host.pages('account.move.line', postedOn(chart, [...chart.accounts.keys()]), LINE_FIELDS)) {
    if (isFault(page)) return yield refused(page);
    const moves = await movesOf(host, page);
    if (isFault(moves)) return yield refused(moves);
    const rows = page
      .map((row) => lineOf(row, moves.get(linked(row['move_id']) ?? -1), chart))
      .filter((line) => line !== null);
    for (const row of page) note(seen, row);
    yield { kind: 'lines', rows };
  }
}

function note(seen: Seen, row: Row): void {
  const partner = linked(row['partner_id']);
  const date = day(row['date']);
  if (partner !== null) seen.partners.add(partner);
  if (date === null) return;
  if (seen.from === null || date < seen.from) seen.from = date;
  if (seen.to === null || date > seen.to) seen.to = date;
}

async function movesOf(host: Host, lines: readonly Row[]): Promise<Map<number, Row> | Fault> {
  const ids = [...new Set(lines.map((row) => linked(row['move_id'])).filter((id) => id !== null))];
  const moves = new Map<number, Row>();
  for await (const page of host.pages('account.move', [['id', 'in', ids]], MOVE_FIELDS)) {
    if (isFault(page)) return page;
    for (const row of page) moves.set(row.id, row);
  }
  return moves;
}

async function* settlementPages(host: Host, chart: Chart): AsyncGenerator<PullPage> {
  const domain: Domain = [
    ['company_id', '=', chart.company],
    ['debit_move_id.account_id', 'in', chart.customerAccounts],
    ['debit_move_id.parent_state', '=', 'posted'],
    ['credit_move_id.parent_state', '=', 'posted'],
  ];
  for await (const page of host.pages('account.partial.reconcile', domain, PARTIAL_FIELDS)) {
    if (isFault(page)) return yield refused(page);
    yield {
      kind: 'settlements',
      rows: page.map((row) => settlementOf(row, chart.currency)).filter((it) => it !== null),
    };
  }
}

/** Every partner that stands on a line, and every customer without one. */
async function* partyPages(host: Host, seen: Seen): AsyncGenerator<PullPage> {
  const domain: Domain = ['|', ['id', 'in', [...seen.partners]], ['customer_rank', '>', 0]];
  for await (const page of host.pages('res.partner', domain, PARTNER_FIELDS)) {
    if (isFault(page)) return yield refused(page);
    const ibans = await ibansOf(host, page);
    if (isFault(ibans)) return yield refused(ibans);
    yield { kind: 'parties', rows: page.map((row) => partyOf(row, ibans.get(row.id) ?? [])) };
  }
}

async function ibansOf(host: Host, partners: readonly Row[]): Promise<Map<number, string[]> | Fault> {
  const found = new Map<number, string[]>();
  const domain: Domain = [['partner_id', 'in', partners.map((row) => row.id)]];
  for await (const page of host.pages('res.partner.bank', domain, PARTNER_BANK_FIELDS)) {
    if (isFault(page)) return page;
    for (const row of page) {
      const partner = linked(row['partner_id']) ?? -1;
      const number = text(row['sanitized_acc_number']);
      if (number !== null) found.set(partner, [...(found.get(partner) ?? []), number]);
    }
  }
  return found;
}

/** The control of what we keep: the sums as Odoo adds them up, not as we do. */
async function* balancePages(host: Host, chart: Chart): AsyncGenerator<PullPage> {
  const named = {
    domain: postedOn(chart, [...chart.accounts.keys()]),
    groupby: ['account_id'],
    aggregates: ['balance:sum'],
  };
  const modern = await host.call({ model: 'account.move.line', method: 'formatted_read_group', effect: 'read', named });
  const { aggregates: _, ...old } = named;
  const reply = modern.ok
    ? modern
    : await host.call({
        model: 'account.move.line',
        method: 'read_group',
        effect: 'read',
        named: { ...old, fields: ['balance:sum'] },
      });
  if (!reply.ok) return yield refused(reply.fault);
  const groups = Array.isArray(reply.value) ? (reply.value as Record<string, unknown>[]) : [];
  const rows = groups.flatMap((group) => {
    const account = chart.accounts.get(linked(group['account_id']) ?? -1);
    const balance = group['balance:sum'] ?? group['balance'];
    return account ? [{ account: account.number, balanceMinor: minor(balance, chart.currency) }] : [];
  });
  yield { kind: 'balances', rows };
}

function refused(it: Fault): PullPage {
  return { kind: 'refused', faults: [it] };
}
