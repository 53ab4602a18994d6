// Worked examples of the aged balance, as an accountant writes them, on the real database: test/fixtures/aging/*.case.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../../db/connection.ts';
import { agedBalance, agedItems } from '../../../sync/job/aged.ts';
import type { AgedItem, AgingRow, AgingView, Basis } from '../../../sync/model/aging.ts';
import { PLAN_COMPTABLE, roleOf as roleIn } from '../../../sync/model/company.ts';
import { type Day, laterOf, parseDay } from '../../../sync/model/day.ts';
import type { LedgerLine, LineKind } from '../../../sync/model/ledger.ts';
import { formatMinor, parseMinor } from '../../../sync/model/money.ts';
import { company, type Fresh, freshStore, hasDatabase } from '../../db/harness.ts';
import { decision, ledgerLine, party } from '../../db/sample.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/aging');
const CASES = readdirSync(FOLDER).filter((name) => name.endsWith('.case'));

const roleOf = (account: string) => roleIn(PLAN_COMPTABLE, account);
const minor = (text: string) => parseMinor(text, 'EUR') ?? Number.NaN;
/** 'foreign=400.00/-': what a match closes of the debit's and of the credit's own foreign amount; '-': nobody says. */
const foreignParts = (text: string | undefined) => {
  const [debit = '-', credit = '-'] = text?.replace('foreign=', '').split('/') ?? [];
  const part = (it: string) => (it === '-' ? null : minor(it));
  return { debitForeignMinor: part(debit), creditForeignMinor: part(credit) };
};
const dayOf = (text: string): Day => parseDay(text) ?? ('?' as Day);

describe.skipIf(!hasDatabase())('worked examples', () => {
  let fresh: Fresh;
  beforeAll(async () => {
    fresh = await freshStore();
  });
  afterAll(() => fresh.close());

  it.each(CASES)('%s', async (name) => {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    const id = name.slice(0, 2);
    await fresh.store.createCompany(company(id));
    const lines = new Map<string, LedgerLine>();
    const notes = new Map<string, string>();
    const expected: { asked: string[]; says: string[] }[] = [];
    for (const row of text.split('\n')) {
      const words = row.split('#')[0]!.trim().split(/\s+/);
      if (words[0] === 'at') expected.push({ asked: words.slice(1), says: [] });
      else if (row.startsWith('  ')) expected.at(-1)?.says.push(row.trim());
      else if (words[0] === 'note') notes.set(words[1]!, await instant());
      else if (words[0] !== '') await tell(id, words, lines);
    }
    expect(expected.length).toBeGreaterThan(0);
    for (const { asked, says } of expected)
      expect([asked.join(' '), ...(await told(id, asked, says, notes))]).toEqual([asked.join(' '), ...says]);
  });

  /** One row of a case is one transaction, as one booking or one decision is. */
  async function tell(id: string, words: readonly string[], lines: Map<string, LedgerLine>): Promise<void> {
    const [what, name = '', ...rest] = words;
    await fresh.store.within(id, async (tx) => {
      if (what === 'line') {
        const [account = '', kind, who = '', day = '', due = '', amount = '', foreign = ''] = rest;
        const [, figure = '', currency = ''] = /^foreign=(-?[\d.]+)([A-Z]{3})$/.exec(foreign) ?? [];
        const facts = {
          account,
          role: roleOf(account),
          kind: kind as LineKind,
          partyId: who === '-' ? null : who,
          day: dayOf(day),
        };
        const dueDay = due === '-' ? null : dayOf(due);
        const money = currency === '' ? null : { minor: parseMinor(figure, currency) ?? Number.NaN, currency };
        lines.set(name, ledgerLine(name, minor(amount), { ...facts, dueDay, foreign: money, document: name }));
        if (who !== '-') await tx.ledger.putParties([party(who, { name: who })]);
        await tx.ledger.putAccounts([{ number: account, name: account, role: roleOf(account) }]);
        await tx.ledger.putLines([...lines.values()]);
        const sums = new Map<string, number>();
        for (const it of lines.values()) sums.set(it.account, (sums.get(it.account) ?? 0) + it.amountMinor);
        await tx.ledger.putBalances([...sums].map(([number, balanceMinor]) => ({ account: number, balanceMinor })));
      } else if (what === 'match') {
        const [credit, debit] = [lines.get(rest[0]!)!, lines.get(rest[1]!)!];
        await tx.decisions.add(decision(name));
        const fact = {
          id: name,
          debitId: debit.id,
          creditId: credit.id,
          amountMinor: minor(rest[2]!),
          ...foreignParts(rest[3]),
          day: laterOf(debit.day, credit.day),
        };
        await tx.ledger.addSettlements([fact], { from: 'decision', decisionId: name });
      } else if (what === 'undo') await tx.ledger.revokeDecision(name);
      else throw new Error(`a case knows no "${what}"`);
    });
  }

  /** What the program says, in the words of the case and in its order. */
  async function told(
    id: string,
    asked: readonly string[],
    says: readonly string[],
    notes: ReadonlyMap<string, string>,
  ) {
    const word = (name: string) => asked[asked.indexOf(name) + 1] ?? '';
    const has = (name: string) => asked.includes(name);
    const cutsOf = (name: string, usual: number[]) => (has(name) ? word(name).split(',').map(Number) : usual);
    const asking = {
      asOf: dayOf(asked[0]!),
      knownOn: has('known') ? notes.get(word('known'))! : null,
      basis: (has('issue') ? 'issue' : 'due') as Basis,
      cuts: { ahead: cutsOf('ahead', []), late: cutsOf('late', [30, 60, 90]) },
    };
    return fresh.store.within(id, async (tx) => {
      const report = await agedBalance(tx, asking);
      expect(report.control.differenceMinor).toBe(0);
      const columns = report.columns.map((column) => column.key);
      const rows = report.rows.map(
        (row) => [row.key === null ? '-' : row.name, ...columns.map((_, i) => row.columnsMinor[i]!)] as const,
      );
      const items = await agedItems(tx, asking);
      const { currencies } = await agedBalance(tx, { ...asking, amounts: 'document' });
      expect(tablesOf(currencies)).toEqual(tablesOfItems(items, columns));
      const figures = (row: (typeof rows)[number], order: readonly string[]) => {
        const cells = columns.flatMap((column, i) =>
          row[i + 1] === 0 ? [] : [[column, row[i + 1] as number] as const],
        );
        const place = (column: string) => (order.includes(column) ? order.indexOf(column) : 99);
        return cells
          .sort((a, b) => place(a[0]) - place(b[0]))
          .map(([column, it]) => `${column} ${formatMinor(it, 'EUR')}`)
          .join(', ');
      };
      const answered = says.map((line) => {
        const [first = '', second = ''] = line.split(' ');
        if (first === 'total') return `total ${formatMinor(report.totals.totalMinor, 'EUR')}`;
        if (first === 'account') {
          const found = report.control.accounts.find((it) => it.account === second);
          return `account ${second} ${formatMinor(found?.reportMinor ?? 0, 'EUR')}`;
        }
        if (first === 'in' || first === 'foreign') return inCurrency(first, second, items, currencies);
        const row = rows.find((it) => it[0] === first);
        return row
          ? `${first} ${figures(
              row,
              line
                .slice(first.length)
                .split(',')
                .map((it) => it.trim().split(' ')[0]!),
            )}`
          : `${first} has nothing`;
      });
      // Customers that the case does not name must have nothing.
      const unnamed = rows.filter((row) => !says.some((line) => line.startsWith(`${row[0]} `)));
      return [...answered, ...unnamed.map((row) => `${row[0]} ${figures(row, [])}`)];
    });
  }

  /** 'in USD 500.00', a currency's total, or 'foreign F1 ~500.00 USD', one line; '~' where a share was taken. */
  function inCurrency(what: 'in' | 'foreign', of: string, items: readonly AgedItem[], tables: AgingView['currencies']) {
    if (what === 'in') {
      const table = tables.find((it) => it.currency === of);
      const about = (table?.shares ?? 0) > 0 ? '~' : '';
      return `in ${of} ${about}${formatMinor(table?.totals.totalMinor ?? 0, of)}`;
    }
    const found = items.find((it) => it.itemId === of)?.openForeign;
    if (!found) return `foreign ${of} none`;
    return `foreign ${of} ${found.exact ? '' : '~'}${formatMinor(found.minor, found.currency)} ${found.currency}`;
  }

  /** 'USD DUPONT 1-30 50000', as the tables by currency say. */
  function tablesOf(tables: AgingView['currencies']): string[] {
    const columns = (row: AgingRow, currency: string) =>
      row.columnsMinor.flatMap((it, i) => (it === 0 ? [] : [`${currency} ${row.key} ${i} ${it}`]));
    return tables.flatMap(({ currency, rows }) => rows.flatMap((row) => columns(row, currency))).sort();
  }

  /** The same, added up from the open lines one by one. */
  function tablesOfItems(items: readonly AgedItem[], columns: readonly string[]): string[] {
    const sums = new Map<string, number>();
    for (const it of items) {
      const money = it.openForeign ?? { minor: it.openMinor, currency: it.currency };
      const key = `${money.currency} ${it.partyId} ${it.column}`;
      expect(columns[it.column]).toBeDefined();
      sums.set(key, (sums.get(key) ?? 0) + money.minor);
    }
    return [...sums].flatMap(([key, it]) => (it === 0 ? [] : [`${key} ${it}`])).sort();
  }

  async function instant(): Promise<string> {
    const session = connect(fresh.url, { max: 1 });
    const [row] = await session<{ now: string }[]>`select clock_timestamp()::text as now`;
    await session.end();
    return row!.now;
  }
});
