// The aged balance: open items by customer and by age, with the control that proves it equal to the ledger.
import type { Day } from '../model/day.ts';
import { sum } from '../model/money.ts';
import type { PartyId } from '../model/party.ts';
import { type Agable, type Basis, BUCKETS, type Bucket, bucketOf } from './bucket.ts';

export { type Basis, BUCKETS, type Bucket, daysLate } from './bucket.ts';

export type AgedLine = Agable & {
  partyId: PartyId | null;
  partyName: string | null;
  account: string;
  /** What receipts not yet booked took off the item: open here no more, in the ledger still. */
  receivedMinor: number;
};

/** `bucketsMinor` is aligned with BUCKETS; its sum is `totalMinor`. */
export type AgedRow = { partyId: PartyId | null; partyName: string | null; bucketsMinor: number[]; totalMinor: number };

/** `reportMinor` is what the report holds of an account with the receipts that the ledger lacks added back. */
export type AgedControl = {
  ledgerMinor: number;
  reportMinor: number;
  differenceMinor: number;
  accounts: { account: string; ledgerMinor: number; reportMinor: number }[];
};

export type Aged = {
  rows: AgedRow[];
  totals: { bucketsMinor: number[]; totalMinor: number };
  control: AgedControl;
};

/**
 * The aged balance at the end of `asOf`. Rows stand by name; a customer with nothing open has none. `ledger` are the balances
 * of the customer accounts from the ledger's own totals, computed independently of the items: the difference must be 0.
 */
export function age(
  items: readonly AgedLine[],
  ledger: readonly { account: string; balanceMinor: number }[],
  asOf: Day,
  basis: Basis,
): Aged {
  const rows = new Map<PartyId | null, AgedRow>();
  for (const item of items) {
    if (item.residualMinor === 0) continue;
    const row = rows.get(item.partyId) ?? emptyRow(item);
    rows.set(item.partyId, row);
    add(row, bucketOf(item, asOf, basis), item.residualMinor);
  }
  const totals = { bucketsMinor: BUCKETS.map(() => 0), totalMinor: 0 };
  for (const row of rows.values()) {
    row.bucketsMinor.forEach((minor, i) => {
      totals.bucketsMinor[i] = sum([totals.bucketsMinor[i]!, minor]);
    });
    totals.totalMinor = sum([totals.totalMinor, row.totalMinor]);
  }
  return { rows: [...rows.values()].sort(byName), totals, control: controlOf(items, ledger) };
}

function emptyRow(item: AgedLine): AgedRow {
  return { partyId: item.partyId, partyName: item.partyName, bucketsMinor: BUCKETS.map(() => 0), totalMinor: 0 };
}

function add(row: AgedRow, bucket: Bucket, minor: number): void {
  const i = BUCKETS.indexOf(bucket);
  row.bucketsMinor[i] = sum([row.bucketsMinor[i]!, minor]);
  row.totalMinor = sum([row.totalMinor, minor]);
}

function controlOf(
  items: readonly AgedLine[],
  ledger: readonly { account: string; balanceMinor: number }[],
): AgedControl {
  const accounts = new Map<string, { account: string; ledgerMinor: number; reportMinor: number }>();
  const at = (account: string) => {
    const row = accounts.get(account) ?? { account, ledgerMinor: 0, reportMinor: 0 };
    accounts.set(account, row);
    return row;
  };
  for (const item of items) {
    const row = at(item.account);
    row.reportMinor = sum([row.reportMinor, item.residualMinor, item.receivedMinor]);
  }
  for (const { account, balanceMinor } of ledger) at(account).ledgerMinor += balanceMinor;
  const rows = [...accounts.values()].sort((a, b) => (a.account < b.account ? -1 : 1));
  const ledgerMinor = sum(rows.map((row) => row.ledgerMinor));
  const reportMinor = sum(rows.map((row) => row.reportMinor));
  return { ledgerMinor, reportMinor, differenceMinor: sum([ledgerMinor, -reportMinor]), accounts: rows };
}

function byName(a: AgedRow, b: AgedRow): number {
  const left = a.partyName ?? a.partyId ?? '';
  const right = b.partyName ?? b.partyId ?? '';
  return left.localeCompare(right, 'fr') || ((a.partyId ?? '') < (b.partyId ?? '') ? -1 : 1);
}
