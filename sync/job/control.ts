// The three figures that must agree before anything is written to an ERP: customers, bank, suspense.
import { sum } from '../model/money.ts';
import type { ControlFigure } from '../port/night.ts';
import type { Tx } from '../port/store.ts';
import { agedBalance } from './aged.ts';
import type { Desk } from './desk.ts';

/** A day after every entry: the ledger as a whole. */
const ALL_DAYS = '2999-12-31';

/**
 * Customer accounts of the ERP = our open items; each bank account of the ledger = what its statements come to; suspense =
 * what of the lines nothing stands against, and what a till or a general entry put there. The ERP's side is its own sum, never ours.
 */
export async function controlFigures(tx: Tx): Promise<ControlFigure[]> {
  const { control } = await agedBalance(tx, { asOf: ALL_DAYS });
  const customers = { name: 'customers', account: null, erpMinor: control.ledgerMinor, oursMinor: control.reportMinor };
  const balances = new Map((await tx.ledger.balances()).map((row) => [row.account, row]));
  const { currency } = await tx.company.get();
  const banks = await tx.bank.totals();
  const waiting = sum(banks.map((row) => row.waitingMinor));
  const besideMinor = await tx.ledger.suspenseBesideBanks();
  const suspense = [...balances.values()].filter((row) => row.role === 'suspense');
  return [
    { ...customers, name: 'customers' },
    ...banks.map((row) => ({
      name: 'bank' as const,
      account: row.account,
      // An account in another currency is compared in that: no two rates agree.
      erpMinor:
        row.currency === currency ? (balances.get(row.ledgerAccount)?.balanceMinor ?? 0) : (row.foreignMinor ?? 0),
      oursMinor: row.statedMinor,
    })),
    {
      name: 'suspense',
      account: suspense.map((row) => row.account).join(', '),
      erpMinor: sum(suspense.map((row) => row.balanceMinor)),
      oursMinor: besideMinor - waiting,
      ...(besideMinor === 0 ? {} : { besideMinor }),
    },
  ];
}

/** Whether all of them agree. */
export function agrees(figures: readonly ControlFigure[]): boolean {
  return figures.every((it) => it.erpMinor === it.oursMinor);
}

/** The figures of a company now. */
export function controlOf(desk: Desk, company: string): Promise<ControlFigure[]> {
  return desk.store.within(company, controlFigures);
}
