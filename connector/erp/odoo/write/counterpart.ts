// An entry as Odoo takes it: the suspense line goes, one line for each part of the entry comes.

import type { EntryLine } from '../../../../sync/model/entry.ts';
import type { Currency } from '../../../../sync/model/money.ts';
import { formatMinor } from '../../../../sync/model/money.ts';
import type { BankSide, ItemSide } from './before.ts';

type Command = readonly [0 | 1 | 2, number, Record<string, unknown> | 0];

/** Odoo takes doubles; the decimal text of minor units is read back to the same minor units. */
export function wireAmount(amountMinor: number, currency: Currency): number {
  return Number(formatMinor(amountMinor, currency));
}

/** The `line_ids` of one write on the statement line: atomic, with the matching inside. */
export function counterparts(
  bank: BankSide,
  entry: readonly EntryLine[],
  items: ReadonlyMap<string, ItemSide>,
  accounts: ReadonlyMap<string, number>,
  currency: Currency,
): Command[] {
  const parts = entry.filter((line) => line.part !== 'bank');
  const partner = parts.find((line) => line.partyId !== null)?.partyId;
  return [
    [1, bank.liquidity, partner == null ? {} : { partner_id: Number(partner) }],
    [2, bank.suspense, 0],
    ...parts.map((line): Command => {
      const item = line.settles === null ? undefined : items.get(line.settles);
      return [
        0,
        0,
        {
          account_id: item?.account ?? accounts.get(line.account),
          partner_id: line.partyId === null ? false : Number(line.partyId),
          name: line.label,
          balance: wireAmount(line.amountMinor, currency),
          ...(item ? { reconciled_lines_ids: [[6, 0, [item.id]]] } : {}),
        },
      ];
    }),
  ];
}
