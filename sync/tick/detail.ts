// Which customer lines are one detail's, where the ledger holds the details of a statement's entry as one movement.
import type { LedgerLine } from '../model/ledger.ts';
import type { PartyId } from '../model/party.ts';
import type { BankLine } from '../model/statement.ts';
import { naming, wordsOf } from './words.ts';

/** `own` is empty where nobody can tell; then its own are among `possible`. */
export type DetailCustomers = { own: readonly LedgerLine[]; possible: readonly LedgerLine[] };

/**
 * Of the customer lines `behind` the ledger's lines `bankLines`, those that this bank line stands for: all of them where it is
 * the whole movement, else the one that takes its amount; of several, the one whose customer (`nameOf`), label or document the
 * bank names.
 */
export function detailCustomers(
  line: BankLine,
  bankLines: readonly LedgerLine[],
  behind: readonly LedgerLine[],
  nameOf: (partyId: PartyId) => string | null,
): DetailCustomers {
  const isPart = line.batch && bankLines.length === 1 && minorIn(bankLines[0]!, line.currency) !== line.amountMinor;
  if (!isPart) return { own: behind, possible: behind };
  const same = behind.filter((each) => minorIn(each, line.currency) === -line.amountMinor);
  if (same.length === 1) return { own: same, possible: same };
  const named = same.filter((each) => isNamed(line, each, nameOf));
  return { own: named.length === 1 ? named : [], possible: same.length > 0 ? same : behind };
}

function isNamed(line: BankLine, customer: LedgerLine, nameOf: (partyId: PartyId) => string | null): boolean {
  const bank = wordsOf(line.counterparty, line.ultimateParty, line.label, line.endToEndId);
  const name = customer.partyId === null ? null : nameOf(customer.partyId);
  const ledger = wordsOf(name, customer.label, customer.document);
  return naming(bank, wordsOf(name)) === 'same' || [...ledger.references].some((each) => bank.references.has(each));
}

function minorIn(line: LedgerLine, currency: string): number | null {
  if (line.currency === currency) return line.amountMinor;
  return line.foreign?.currency === currency ? line.foreign.minor : null;
}
