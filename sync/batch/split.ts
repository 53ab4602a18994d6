// Which collection of ours a credit without details is: by its account, day and sum, gross or net of what was rejected.
import type { Collected, Collection, CollectionItem, Reject } from '../model/collection.ts';
import { daysBetween } from '../model/day.ts';
import { parseMinor, sum } from '../model/money.ts';
import type { BankLine } from '../model/statement.ts';
import { BATCH_POLICY } from './policy.ts';

export type Part = { item: CollectionItem; amountMinor: number };

/** `parts` sum to the line's amount. `rejected` were taken off before the bank credited the rest. */
export type Split = {
  lineId: string;
  collection: Collection;
  parts: Part[];
  rejected: (Part & { reject: Reject })[];
};

type Sums = {
  collection: Collection;
  parts: Part[];
  rejected: Split['rejected'];
  grossMinor: number;
  netMinor: number;
};

/**
 * The lines that one collection explains, each its only one: two collections of one sum and day, or two lines, leave it open
 * unless the bank names the collection. A file that was exported twice counts once.
 */
export function splitLines(lines: readonly BankLine[], { collections, rejects }: Collected): Split[] {
  const known = distinct(collections);
  const byCurrency = new Map<string, Sums[]>();
  const sumsIn = (currency: string) => {
    const sums = byCurrency.get(currency) ?? known.flatMap((each) => sumsOf(each, rejects, currency) ?? []);
    byCurrency.set(currency, sums);
    return sums;
  };
  const found = lines.filter(isBatchCredit).map((line) => ({ line, fitting: fittingOf(line, sumsIn(line.currency)) }));
  const wanted = new Map<Collection, number>();
  for (const { fitting } of found)
    for (const { collection } of fitting) wanted.set(collection, (wanted.get(collection) ?? 0) + 1);
  return found.flatMap(({ line, fitting }) => {
    const [only] = fitting;
    if (!only || fitting.length > 1 || wanted.get(only.collection) !== 1) return [];
    const isNet = line.amountMinor === only.netMinor;
    const parts = isNet
      ? only.parts
      : [...only.parts, ...only.rejected.map(({ item, amountMinor }) => ({ item, amountMinor }))];
    return [{ lineId: line.id, collection: only.collection, parts, rejected: isNet ? only.rejected : [] }];
  });
}

/** How French and English banks call a credit of direct debits; IDDT is ISO 20022's family of issued direct debits. */
const SAYS_COLLECTION = /\b(?:REMISES?|REM|PRLVS?|PRELEVEMENTS?|SDD|DIRECT DEBITS?|COLLECTIONS?)\b/;

/** A credit without details that the bank calls a collection: nothing else is worth looking at the collections for. */
export function isBatchCredit(line: BankLine): boolean {
  if (line.amountMinor <= 0 || line.batch || line.counterpartyAccount !== null) return false;
  const text = `${line.counterparty ?? ''} ${line.label}`.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();
  return SAYS_COLLECTION.test(text) || (line.bankCode?.includes('IDDT') ?? false);
}

function fittingOf(line: BankLine, sums: readonly Sums[]): Sums[] {
  const fitting = sums.filter(
    ({ collection, grossMinor, netMinor }) =>
      (line.amountMinor === netMinor || line.amountMinor === grossMinor) &&
      (collection.account === null || isSameAccount(collection.account, line.account)) &&
      (collection.day === null || Math.abs(daysBetween(collection.day, line.bookingDay)) <= BATCH_POLICY.daysMax),
  );
  const named = fitting.filter(({ collection }) => isNamed(collection, line));
  return named.length > 0 ? named : fitting.filter(({ collection }) => collection.day !== null);
}

/** An IBAN, or the account number inside it that some files give. */
function isSameAccount(a: string, b: string): boolean {
  return a === b || (b.length >= 8 && a.includes(b)) || (a.length >= 8 && b.includes(a));
}

function isNamed({ id, message }: Collection, { label, endToEndId, entryRef }: BankLine): boolean {
  const said = [label, endToEndId ?? '', entryRef ?? ''].join(' ').toUpperCase();
  return [id, message].some((name) => name !== null && name.length >= 6 && said.includes(name.toUpperCase()));
}

/** Null where an item is in another currency than the line, or has more decimals than it: then no sum is the bank's. */
function sumsOf(collection: Collection, rejects: readonly Reject[], currency: string): Sums | null {
  const parts: Part[] = [];
  const rejected: Split['rejected'] = [];
  for (const item of collection.items) {
    const amountMinor = item.currency === currency ? parseMinor(item.amount, currency) : null;
    if (amountMinor === null) return null;
    const reject = rejectOf(collection, item, rejects);
    if (reject) rejected.push({ item, amountMinor, reject });
    else parts.push({ item, amountMinor });
  }
  const netMinor = sum(parts.map((part) => part.amountMinor));
  return {
    collection,
    parts,
    rejected,
    netMinor,
    grossMinor: netMinor + sum(rejected.map((part) => part.amountMinor)),
  };
}

function rejectOf(
  { id, message }: Collection,
  { endToEndId }: CollectionItem,
  rejects: readonly Reject[],
): Reject | null {
  const own = rejects.find(
    (reject) =>
      (reject.collection === null ? reject.message !== null && reject.message === message : reject.collection === id) &&
      (reject.message === null || message === null || reject.message === message) &&
      (reject.endToEndId === null || reject.endToEndId === endToEndId),
  );
  return own ?? null;
}

function distinct(collections: readonly Collection[]): Collection[] {
  const byContent = new Map<string, Collection>();
  for (const each of collections) byContent.set(JSON.stringify([each.id, each.message, each.items]), each);
  return [...byContent.values()];
}
