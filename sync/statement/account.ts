// Whose account a statement is of: one of the company's, or an unknown one that the ledger itself may identify.
import type { BankAccount } from '../model/company.ts';
import { type Day, daysBetween } from '../model/day.ts';
import type { LedgerLine } from '../model/ledger.ts';

/** A number shorter than this says too little to be found inside an IBAN. */
const NUMBER_CHARS_MIN = 8;
/** Proof that an unknown account is one of the ledger's: so many movements on both, and so large a share of them. */
const MOVEMENTS_MIN = 3;
const MOVEMENTS_SHARE_MIN = 0.5;
/** A ledger may date a movement some days beside the bank. */
const DAYS_APART_MAX = 3;

/** The company's account that a file's account text means: equal, or the account number inside the other's IBAN. */
export function accountOf(accounts: readonly BankAccount[], text: string): BankAccount | null {
  const found = normal(text);
  const exact = accounts.find((it) => namesOf(it).includes(found));
  if (exact) return exact;
  const inside = accounts.filter((it) => namesOf(it).some((name) => holds(name, found) || holds(found, name)));
  return inside.length === 1 ? inside[0]! : null;
}

function namesOf({ account, iban }: BankAccount): string[] {
  return [normal(account), ...(iban ? [normal(iban)] : [])];
}

/** IBANs and account numbers without blanks and punctuation. */
export function normal(text: string): string {
  return text.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
}

/** The number stands in the IBAN behind the country and its check digits. */
function holds(iban: string, number: string): boolean {
  if (number.length < NUMBER_CHARS_MIN || !/^[A-Z]{2}\d{2}/.test(iban) || /^[A-Z]{2}\d{2}/.test(number)) return false;
  return iban.slice(4).includes(number);
}

export type LedgerBank = { ledgerAccount: string; journal: string };

/** `sole`: the ledger has no other bank account and no other account claims it; `movements`: the movements prove it. */
export type Binding = (LedgerBank & { by: 'sole' | 'movements' }) | null;

/**
 * The ledger's bank account that an unknown account of a statement is: the one whose movements the statement repeats, or the
 * only one there is while the company knows no account at all. Null: nobody can tell without asking.
 */
export function bindingOf(
  lines: readonly { bookingDay: Day; amountMinor: number }[],
  ledger: readonly LedgerLine[],
  bound: readonly BankAccount[],
): Binding {
  const taken = new Set(bound.map(({ ledgerAccount }) => ledgerAccount));
  const accounts = [...new Set(ledger.map(({ account }) => account))].filter((account) => !taken.has(account)).sort();
  const scores = accounts
    .map((account) => ({
      account,
      ...overlap(
        lines,
        ledger.filter((line) => line.account === account),
      ),
    }))
    .sort((a, b) => b.same - a.same || (a.account < b.account ? -1 : 1));
  const [best, second] = scores;
  if (!best) return null;
  const proved = best.same >= MOVEMENTS_MIN && best.same >= best.of * MOVEMENTS_SHARE_MIN;
  if (proved && (second?.same ?? 0) * 2 < best.same) return { ...bankOf(best.account, ledger), by: 'movements' };
  if (bound.length === 0 && accounts.length === 1 && taken.size === 0)
    return { ...bankOf(best.account, ledger), by: 'sole' };
  return null;
}

/** How many of the lines that the ledger should know by its last day it does know: same amount, a few days apart. */
function overlap(
  lines: readonly { bookingDay: Day; amountMinor: number }[],
  ledger: readonly LedgerLine[],
): { same: number; of: number } {
  const last = ledger.reduce<Day | null>((day, line) => (day === null || line.day > day ? line.day : day), null);
  const open = new Map<number, Day[]>();
  for (const line of ledger) open.set(line.amountMinor, [...(open.get(line.amountMinor) ?? []), line.day]);
  let same = 0;
  let of = 0;
  for (const { bookingDay, amountMinor } of lines) {
    if (last === null || bookingDay > last) continue;
    of += 1;
    const days = open.get(amountMinor) ?? [];
    const at = days.findIndex((day) => Math.abs(daysBetween(day, bookingDay)) <= DAYS_APART_MAX);
    if (at < 0) continue;
    days.splice(at, 1);
    same += 1;
  }
  return { same, of };
}

/** The usual name of a bank's journal, where the ledger has no movement to tell it by. */
const JOURNAL = 'BQ';

/** The journal that most of the account's movements stand in; an opening entry is no movement. */
function bankOf(ledgerAccount: string, ledger: readonly LedgerLine[]): LedgerBank {
  const counts = new Map<string, number>();
  for (const line of ledger) {
    if (line.account === ledgerAccount && line.kind !== 'opening')
      counts.set(line.journal, (counts.get(line.journal) ?? 0) + 1);
  }
  const [journal] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [JOURNAL];
  return { ledgerAccount, journal };
}
