// Whether a file's entries balance: one that touches customers or banks, or is the last of all, refuses the file.
import { type Fault, fault } from '../../../../sync/fault/index.ts';
import { sum } from '../../../../sync/model/money.ts';
import type { FecFile } from '../text/file.ts';
import type { Row } from '../text/row.ts';
import { type AccountMap, placeOf } from './account.ts';
import type { Entries } from './entry.ts';
import { isCustomer } from './kind.ts';

/** A bookkeeper reads the first few; the rest has the same cause. */
const NAMED_MAX = 20;

export function checkBalanced(
  file: FecFile,
  entries: Entries,
  map: AccountMap,
): { faults: Fault[]; warnings: Fault[] } {
  const faults: Fault[] = [];
  const warnings: Fault[] = [];
  for (const entry of entries.unbalanced) {
    const touched = entry.find((row) => isCustomer(row, map)) ?? entry.find((row) => isMoney(row, map));
    const row = touched ?? entry[0]!;
    const place = { file: file.name, line: row.line, record: nameOf(row) };
    const difference = { minor: sum(entry.map((each) => each.amountMinor)), currency: 'EUR' };
    const params = { entry: nameOf(row), difference };
    if (entry.includes(file.rows.at(-1)!)) faults.push(fault('fec-truncated', place));
    else if (touched) faults.push(fault('entry-unbalanced', place, params));
    else warnings.push(fault('entry-unbalanced-elsewhere', place, params));
  }
  return { faults: faults.slice(0, NAMED_MAX), warnings: warnings.slice(0, NAMED_MAX) };
}

function isMoney(row: Row, map: AccountMap): boolean {
  const { role } = placeOf(row.account, map);
  return role === 'bank' || role === 'collection';
}

function nameOf(row: Row): string {
  return row.number === '' ? `${row.journal} ${row.day}` : `${row.journal} ${row.number}`;
}
