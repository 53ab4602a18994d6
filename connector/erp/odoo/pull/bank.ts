// Bank statements and their lines, each line with its place in the ledger once something stands against it.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import type { ErpStatement } from '../../../../sync/port/erp.ts';
import { all, type Chart } from '../chart.ts';
import type { Domain } from '../dialect/dialect.ts';
import type { Host, Row } from '../host.ts';
import { bankLineOf, STATEMENT_FIELDS, STATEMENT_LINE_FIELDS, statementOf } from '../map/statement.ts';
import { linked } from '../map/value.ts';
import { changed, type Part } from './part.ts';

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
  async *steps({ host, chart }, domain, after) {
    for await (const page of host.pages('account.bank.statement.line', domain, STATEMENT_LINE_FIELDS, after)) {
      if (isFault(page)) return yield page;
      const entries = await entriesOf(host, chart, page);
      if (isFault(entries)) return yield entries;
      const rows = page.map((row) => bankLineOf(row, entries.get(row.id) ?? [], chart)).filter((it) => it !== null);
      yield { pages: [{ kind: 'bank-lines', rows }], last: page.at(-1)?.id ?? after, rows: page.length };
    }
  },
};

/** Of each statement line its entry's lines on the bank's own account and in suspense. */
async function entriesOf(host: Host, chart: Chart, page: readonly Row[]): Promise<Map<number, Row[]> | Fault> {
  const accounts = [...chart.bankJournals.values()].flatMap(({ account, suspense }) => [account, suspense]);
  const domain: Domain = [
    ['statement_line_id', 'in', page.map((row) => row.id)],
    ['account_id', 'in', accounts.filter((id) => id !== null)],
  ];
  const rows = await all(host, 'account.move.line', domain, ['account_id', 'statement_line_id', 'balance']);
  if (isFault(rows)) return rows;
  const entries = new Map<number, Row[]>();
  for (const row of rows) {
    const line = linked(row['statement_line_id']) ?? -1;
    entries.set(line, [...(entries.get(line) ?? []), row]);
  }
  return entries;
}
