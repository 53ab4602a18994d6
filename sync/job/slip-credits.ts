// The bank's credits that a cheque slip may explain, shown while the slip is being written.

import { isSlipCredit } from '../batch/index.ts';
import { type Fault, isFault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import type { Day } from '../model/day.ts';
import type { SlipCredit } from '../port/view-import.ts';
import { type Desk, seen } from './desk.ts';

const CREDITS_MAX = 50;

/** Waiting credits that the bank calls a slip of cheques, on the account and in time for a slip of that day; the earliest first. */
export async function slipCredits(
  desk: Desk,
  company: CompanyId,
  slip: { account: string; day: Day },
): Promise<SlipCredit[] | Fault> {
  const lines = await seen(desk, company, (tx) => tx.bank.openLines());
  if (isFault(lines)) return lines;
  return lines
    .filter((line) => isSlipCredit(line, slip))
    .sort((a, b) => a.bookingDay.localeCompare(b.bookingDay) || a.id.localeCompare(b.id))
    .slice(0, CREDITS_MAX)
    .map(({ id, bookingDay, amountMinor, currency, label }) => ({
      lineId: id,
      day: bookingDay,
      amountMinor,
      currency,
      label,
    }));
}
