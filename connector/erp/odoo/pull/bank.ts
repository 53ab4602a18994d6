// Bank statements and their lines, each line with its entry: its place in the ledger once something stands against it.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import type { ErpStatement } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Domain } from '../dialect/dialect.ts';
import type { Row } from '../host.ts';
import { LINE_FIELDS } from '../map/line.ts';
import { bankLineOf, STATEMENT_FIELDS, STATEMENT_LINE_FIELDS, statementOf } from '../map/statement.ts';
import { linked } from '../map/value.ts';
import { keptAccounts, linePages, postedOn } from './ledger.ts';
import { changed, type Part, type Pulling } from './part.ts';

export function statementLinesOf(chart: Chart): Domain {
  return [
    ['company_id', '=', chart.company],
    ['journal_id', 'in', [...chart.bankJournals.keys()]],
    ['move_id.state', '=', 'posted'],
  ];
}

/** Lines that stand in no statement stand under their journal. */
export function journalStatements(chart: Chart): ErpStatement[] {
  return [...chart.bankJournals.values()].map(({ code }) => ({
    id: `journal/${code}`,
    journal: code,
    number: null,
    day: null,
    openingMinor: null,
    closingMinor: null,
  }));
}

export const statements: Part = {
  model: 'account.bank.statement',
  domain: ({ chart, since }) =>
    changed(
      [
        ['company_id', '=', chart.company],
        ['journal_id', 'in', [...chart.bankJournals.keys()]],
      ],
      since,
      'write_date',
    ),
  async *steps({ host, chart }, domain, after) {
    for await (const page of host.pages('account.bank.statement', domain, STATEMENT_FIELDS, after)) {
      if (isFault(page)) return yield page;
      const rows = page.map((row) => statementOf(row, chart)).filter((it) => it !== null);
      yield { pages: [{ kind: 'statements', rows }], last: page.at(-1)?.id ?? after, rows: page.length };
    }
  },
};

/** A match changes the lines of the entry, and not always the statement line itself. */
const TIMES = ['write_date', 'move_id.write_date', 'move_id.line_ids.write_date'];

export const bankLines: Part = {
  model: 'account.bank.statement.line',
  domain: ({ chart, since }) => changed(statementLinesOf(chart), since, ...TIMES),
  async *steps(it, domain, after) {
    let last = after;
    for await (const page of it.host.pages('account.bank.statement.line', domain, STATEMENT_LINE_FIELDS, after)) {
      if (isFault(page)) return yield page;
      const entries = new Map<number, Row[]>();
      for await (const rows of entryPages(it, page)) {
        if (isFault(rows)) return yield rows;
        note(entries, rows, it.chart);
        const pages = await linePages(it, rows);
        if (isFault(pages)) return yield pages;
        yield { pages, last, rows: 0 };
      }
      const rows = page
        .map((row) => bankLineOf(row, entries.get(row.id) ?? [], it.chart))
        .filter((line) => line !== null);
      last = page.at(-1)?.id ?? last;
      yield { pages: [{ kind: 'bank-lines', rows }], last, rows: page.length };
    }
  },
};

/** The kept lines of these statement lines' entries. */
function entryPages({ host, chart }: Pulling, page: readonly Row[]): AsyncGenerator<Row[] | Fault> {
  const domain = postedOn(chart, keptAccounts(chart));
  return host.pages(
    'account.move.line',
    [...domain, ['statement_line_id', 'in', page.map((row) => row.id)]],
    LINE_FIELDS,
  );
}

/** Of each statement line its entry's lines on the bank's own account and in suspense. */
function note(entries: Map<number, Row[]>, rows: readonly Row[], { bankJournals }: Chart): void {
  const accounts = new Set([...bankJournals.values()].flatMap(({ account, suspense }) => [account, suspense]));
  for (const { id, account_id, balance, amount_currency, currency_id, statement_line_id } of rows) {
    const line = linked(statement_line_id);
    if (line === null || !accounts.has(linked(account_id))) continue;
    const kept = { id, account_id, balance, amount_currency, currency_id };
    entries.set(line, [...(entries.get(line) ?? []), kept]);
  }
}
