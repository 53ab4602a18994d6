// The aged balance: sums by row and column, with the control that proves them equal to the ledger.
import type { AgingColumn, CurrencyTable, DocumentCell, Grouping } from '../model/aging.ts';
import type { AccountRole } from '../model/ledger.ts';
import { sum } from '../model/money.ts';

export { type Agable, columnAt, columnsOf, daysLate } from './column.ts';

export type AgedCell = {
  key: string | null;
  name: string | null;
  column: number;
  openMinor: number;
  receivedMinor: number;
  items: number;
};

/** `columnsMinor` is aligned with the columns; its sum is `totalMinor`. */
export type AgedRow = Omit<AgedCell, 'column' | 'openMinor'> & { columnsMinor: number[]; totalMinor: number };

export type Aged = { rows: AgedRow[]; totals: Omit<AgedRow, 'key' | 'name'> };

/** Rows by name; a row with nothing open and nothing received has no place. */
export function age(cells: readonly AgedCell[], columns: readonly AgingColumn[], by: Grouping): Aged {
  const rows = new Map<string | null, AgedRow>();
  const nothing = () => ({ columnsMinor: columns.map(() => 0), totalMinor: 0, receivedMinor: 0, items: 0 });
  const totals = nothing();
  for (const { key, name, column, openMinor, receivedMinor, items } of cells) {
    const row = rows.get(key) ?? { key, name, ...nothing() };
    rows.set(key, row);
    for (const each of [row, totals]) {
      each.columnsMinor[column] = sum([each.columnsMinor[column]!, openMinor]);
      each.totalMinor = sum([each.totalMinor, openMinor]);
      each.receivedMinor = sum([each.receivedMinor, receivedMinor]);
      each.items += items;
    }
  }
  const shown = [...rows.values()].filter((row) => row.items > 0 || row.receivedMinor !== 0);
  return { rows: shown.sort(by === 'currency' || by === 'account' ? byKey : byName), totals };
}

/** One table a currency, the company's own first, then by name: no sum goes over two of them. */
export function ageByCurrency(
  cells: readonly DocumentCell[],
  columns: readonly AgingColumn[],
  by: Grouping,
  own: string,
): CurrencyTable[] {
  const currencies = [...new Set(cells.map((it) => it.currency))].sort((a, b) =>
    a === own ? -1 : b === own ? 1 : a < b ? -1 : 1,
  );
  return currencies.map((currency) => {
    const mine = cells.filter((it) => it.currency === currency);
    const aged = age(
      mine.map((it) => ({ ...it, receivedMinor: 0 })),
      columns,
      by,
    );
    return { currency, ...aged, shares: mine.reduce((count, it) => count + it.shares, 0) };
  });
}

export type AgedControl = {
  ledgerMinor: number;
  reportMinor: number;
  differenceMinor: number;
  accounts: { account: string; inside: boolean; ledgerMinor: number; reportMinor: number }[];
};

/**
 * What the report holds of each account against the ledger's own total, computed apart. Accounts of invoices and credit notes to
 * issue stand beside the balance (`inside` false), so that the class adds up. An account where both are nothing is left out.
 */
export function control(
  report: readonly { account: string; role: AccountRole; openMinor: number }[],
  ledger: readonly { account: string; role: AccountRole; balanceMinor: number }[],
): AgedControl {
  const accounts = new Map<string, AgedControl['accounts'][number]>();
  const at = (account: string, role: AccountRole) => {
    const row = accounts.get(account) ?? { account, inside: role !== 'accrual', ledgerMinor: 0, reportMinor: 0 };
    accounts.set(account, row);
    return row;
  };
  for (const { account, role, openMinor } of report) {
    const row = at(account, role);
    row.reportMinor = sum([row.reportMinor, openMinor]);
  }
  for (const { account, role, balanceMinor } of ledger) {
    if (role === 'suspense') continue;
    const row = at(account, role);
    row.ledgerMinor = sum([row.ledgerMinor, balanceMinor]);
  }
  const rows = [...accounts.values()]
    .filter((row) => row.ledgerMinor !== 0 || row.reportMinor !== 0)
    .sort((a, b) => (a.account < b.account ? -1 : 1));
  const inside = rows.filter((row) => row.inside);
  const ledgerMinor = sum(inside.map((row) => row.ledgerMinor));
  const reportMinor = sum(inside.map((row) => row.reportMinor));
  return { ledgerMinor, reportMinor, differenceMinor: sum([ledgerMinor, -reportMinor]), accounts: rows };
}

/** Accounts inside the balance where report and ledger differ; two differences that cancel each other are both named. */
export function differing({ accounts }: AgedControl): { account: string; differenceMinor: number }[] {
  return accounts
    .filter((row) => row.inside && row.ledgerMinor !== row.reportMinor)
    .map(({ account, ledgerMinor, reportMinor }) => ({ account, differenceMinor: ledgerMinor - reportMinor }));
}

function byName(a: AgedRow, b: AgedRow): number {
  return (a.name ?? a.key ?? '').localeCompare(b.name ?? b.key ?? '', 'fr') || byKey(a, b);
}

function byKey(a: AgedRow, b: AgedRow): number {
  return (a.key ?? '') < (b.key ?? '') ? -1 : 1;
}
