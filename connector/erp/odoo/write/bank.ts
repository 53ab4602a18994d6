// A statement line and its entry as they stand in Odoo at this moment.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import type { Day } from '../../../../sync/model/day.ts';
import type { Currency } from '../../../../sync/model/money.ts';
import type { Chart } from '../chart.ts';
import type { Host, Row } from '../host.ts';
import { day, linked, minor } from '../map/value.ts';
import { together } from '../together.ts';
import { readOne, readRows } from './read.ts';
import { ENTRY_FIELDS } from './standing.ts';

export type BankSide = {
  statementLine: number;
  move: number;
  /** The line on the bank's own account. */
  liquidity: number;
  date: Day;
  /** What still stands in suspense, signed as in the entry; null once it is explained whole. */
  suspense: { id: number; account: number; balanceMinor: number } | null;
  suspenseAccount: number;
  /** Lines of its entry besides these two: what is matched of it. */
  others: number;
  /** All lines of its entry, as `placedAmong` looks at them. */
  entry: Row[];
  /** The journal's own currency, where it has one. */
  currency: Currency | null;
};

/** The id under which a line of an Odoo statement is known here. */
export const STATEMENT_LINE = /^stl\/(\d+)$/;

const LINE_FIELDS = ['move_id', 'journal_id', 'date', 'state'];
const JOURNAL_FIELDS = ['default_account_id', 'suspense_account_id', 'currency_id'];

/** Faults: line-unknown; line-decided where its entry is none that we know (several suspense lines). */
export async function bankSide(host: Host, chart: Chart, id: number): Promise<BankSide | Fault> {
  const line = await readOne(host, 'account.bank.statement.line', id, LINE_FIELDS);
  if (isFault(line)) return line;
  const move = linked(line['move_id']) ?? 0;
  const around = await together([
    readOne(host, 'account.journal', linked(line['journal_id']) ?? 0, JOURNAL_FIELDS),
    readRows(host, 'account.move.line', [['move_id', '=', move]], ENTRY_FIELDS),
  ]);
  if (isFault(around)) return around;
  const [journal, entry] = around;
  const on = (account: number | null) => entry.filter((row) => linked(row['account_id']) === account);
  const suspenseAccount = linked(journal['suspense_account_id']);
  const [liquidity] = on(linked(journal['default_account_id']));
  const [suspense, ...more] = on(suspenseAccount);
  const date = day(line['date']);
  // A statement that is not validated yet keeps its lines as drafts.
  if (line['state'] !== 'posted') return fault('item-draft', {}, { erp: 'Odoo', document: `#${move}` });
  if (!liquidity || more.length > 0 || date === null || suspenseAccount === null)
    return fault('line-decided', {}, { by: 'Odoo' });
  return {
    statementLine: id,
    move,
    liquidity: liquidity.id,
    date,
    suspense: suspense
      ? { id: suspense.id, account: suspenseAccount, balanceMinor: minor(suspense['balance'], chart.currency) }
      : null,
    suspenseAccount,
    others: entry.length - (suspense ? 2 : 1),
    entry,
    currency: chart.currencies.get(linked(journal['currency_id']) ?? -1) ?? null,
  };
}
