// Which customer lines a ticked movement stands for: those of its entry, also where a cheque waited on 5112 in between.
import { CUSTOMER_ROLES, type LedgerLine, type LedgerLineId } from '../model/ledger.ts';
import { sum } from '../model/money.ts';
import { entryKey } from './move.ts';

const CUSTOMER: ReadonlySet<string> = new Set(CUSTOMER_ROLES);

/**
 * Finds the customer lines behind ledger lines of bank accounts, among `ledger`: the entries of the bank lines and of the
 * lines on instruments in collection (511). Nothing where nobody can tell whose the movement is.
 */
export function customersBehind(ledger: readonly LedgerLine[]): (bankLines: readonly LedgerLine[]) => LedgerLineId[] {
  const entries = indexed(ledger, entryKey);
  const collections = indexed(
    ledger.filter((line) => line.role === 'collection'),
    (line) => `${line.account}\t${line.amountMinor}`,
  );
  const entryOf = (line: LedgerLine) => entries.get(entryKey(line)) ?? [];
  const behind = (bank: LedgerLine): LedgerLine[] => {
    const customers = ownCustomers(bank, entryOf(bank));
    if (customers.length > 0) return customers;
    return ownCollections(bank, entryOf(bank)).flatMap((collection) => {
      const deposit = depositOf(collection, collections.get(`${collection.account}\t${-collection.amountMinor}`) ?? []);
      return deposit ? ownCustomers(deposit, entryOf(deposit)) : [];
    });
  };
  return (bankLines) => [...new Set(bankLines.flatMap(behind).map((line) => line.id))];
}

/** All customer lines of an entry with one line of the kind; else the one that is its exact opposite and says the same. */
function ownCustomers(line: LedgerLine, entry: readonly LedgerLine[]): LedgerLine[] {
  const customers = entry.filter((each) => CUSTOMER.has(each.role));
  return entry.filter((each) => each.role === line.role).length === 1 ? customers : ownOf(line, customers);
}

/** The lines on 511 that this bank line takes off: all of its entry, or its exact opposite. */
function ownCollections(bank: LedgerLine, entry: readonly LedgerLine[]): LedgerLine[] {
  const collections = entry.filter((each) => each.role === 'collection');
  if (entry.filter((each) => each.role === 'bank').length > 1) return ownOf(bank, collections);
  return sum(collections.map((each) => each.amountMinor)) === -bank.amountMinor ? collections : [];
}

function ownOf(line: LedgerLine, others: readonly LedgerLine[]): LedgerLine[] {
  const opposite = others.filter((each) => each.amountMinor === -line.amountMinor);
  if (opposite.length === 1) return opposite;
  const named = opposite.filter((each) => each.label === line.label && each.document === line.document);
  return named.length === 1 ? named : [];
}

/** The line that put the instrument on 511: not later, with the same letter or document, or the only one of its amount. */
function depositOf(collection: LedgerLine, opposites: readonly LedgerLine[]): LedgerLine | null {
  const deposits = opposites.filter((each) => each.day <= collection.day);
  const same = deposits.filter(
    (each) =>
      (collection.letter !== null && each.letter === collection.letter) ||
      (collection.document !== null && each.document === collection.document),
  );
  const candidates = same.length > 0 ? same : deposits;
  return candidates.length === 1 ? candidates[0]! : null;
}

function indexed(lines: readonly LedgerLine[], keyOf: (line: LedgerLine) => string): Map<string, LedgerLine[]> {
  const index = new Map<string, LedgerLine[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const known = index.get(key);
    if (known) known.push(line);
    else index.set(key, [line]);
  }
  return index;
}
