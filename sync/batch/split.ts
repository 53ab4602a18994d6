// Which collection or cheque slip of ours a credit without details is: by its account, day and sum, gross or net of what was rejected.
import type { Collected, Collection, CollectionItem, Reject } from '../model/collection.ts';
import { type Day, daysBetween } from '../model/day.ts';
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

/** What banks call debits and cheques: a line that names one of them is none of the other. RCHQ is ISO 20022's cheques received. */
const SAYS_DEBITS = /\b(?:PRLVS?|PRELEVEMENTS?|SDD|DIRECT DEBITS?)\b/;
const SAYS_CHEQUES = /\b(?:CHEQUES?|CHQS?|CHECKS?|RCHQ)\b/;
const SAYS_SLIP = /\b(?:REMISES?|REM|REMCHQ|RCH)\b/;
/** Words of paying in, which is cheques only where the line says so. */
const SAYS_PAID_IN = /\b(?:VERSEMENTS?|DEPOTS?|BORDEREAUX?|ENCAISSEMENTS?|DEPOSITS?|SLIPS?)\b/;
/** Cards, bills and cash are handed in by slips of their own. */
const SAYS_NO_CHEQUES = /\b(?:CB|CARTES?|CARDS?|TPE|EFFETS?|LCR|BOR|ESPECES?|CASH)\b/;

/** A credit without details that the bank calls a collection or a slip: nothing else is worth looking at the collections for. */
export function isBatchCredit(line: BankLine): boolean {
  if (line.amountMinor <= 0 || line.batch || line.counterpartyAccount !== null) return false;
  return saysDebits(line) || saysCheques(line);
}

/** A credit that the bank calls a slip of cheques, on the slip's account and in time for its day. */
export function isSlipCredit(line: BankLine, { account, day }: { account: string; day: Day }): boolean {
  const slip = { account, day, cheques: true } as const;
  return isBatchCredit(line) && saysCheques(line) && isOnAccount(slip, line) && isInTime(slip, line);
}

function saysDebits(line: BankLine): boolean {
  const text = wordsOf(line);
  if (SAYS_CHEQUES.test(text) && !SAYS_DEBITS.test(text)) return false;
  return SAYS_COLLECTION.test(text) || (line.bankCode?.includes('IDDT') ?? false);
}

function saysCheques(line: BankLine): boolean {
  const text = wordsOf(line);
  const isCheques = SAYS_CHEQUES.test(text);
  if (!isCheques && (SAYS_DEBITS.test(text) || SAYS_NO_CHEQUES.test(text))) return false;
  return SAYS_SLIP.test(text) || (isCheques && SAYS_PAID_IN.test(text)) || (line.bankCode?.includes('RCHQ') ?? false);
}

function wordsOf({ counterparty, label }: BankLine): string {
  return `${counterparty ?? ''} ${label}`.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();
}

function fittingOf(line: BankLine, sums: readonly Sums[]): Sums[] {
  const fitting = sums.filter(
    ({ collection, grossMinor, netMinor }) =>
      (line.amountMinor === netMinor || line.amountMinor === grossMinor) &&
      (collection.cheques ? saysCheques(line) : saysDebits(line)) &&
      isOnAccount(collection, line) &&
      isInTime(collection, line),
  );
  const named = fitting.filter(({ collection }) => isNamed(collection, line));
  return named.length > 0 ? named : fitting.filter(({ collection }) => collection.day !== null);
}

/** A slip always says its account: with the company's only one it was given that. */
function isOnAccount({ account, cheques }: Pick<Collection, 'account' | 'cheques'>, line: BankLine): boolean {
  return account === null ? !cheques : isSameAccount(account, line.account);
}

/** A collection is sent for a day and may be booked around it; cheques are credited once they were handed in. */
function isInTime({ day, cheques }: Pick<Collection, 'day' | 'cheques'>, { bookingDay }: BankLine): boolean {
  if (day === null) return !cheques;
  const days = daysBetween(day, bookingDay);
  return (cheques ? days >= 0 : true) && Math.abs(days) <= BATCH_POLICY.daysMax;
}

/** An IBAN, or the account number inside it that some files give. */
function isSameAccount(a: string, b: string): boolean {
  return a === b || (b.length >= 8 && a.includes(b)) || (a.length >= 8 && b.includes(a));
}

/** A shorter number may be a day or a count. */
const SLIP_NUMBER_CHARS_MIN = 5;

function isNamed({ id, message, cheques }: Collection, { label, endToEndId, entryRef }: BankLine): boolean {
  const said = [label, endToEndId ?? '', entryRef ?? ''].join(' ').toUpperCase();
  // A slip's number is digits: inside a longer one it would be found by chance.
  if (cheques)
    return id !== null && id.length >= SLIP_NUMBER_CHARS_MIN && said.split(/[^0-9A-Z]+/).includes(id.toUpperCase());
  return [id, message].some((name) => name !== null && name.length >= 6 && said.includes(name.toUpperCase()));
}

/** Null where an item is in another currency than the line, or has more decimals than it: then no sum is the bank's. */
function sumsOf(collection: Collection, rejects: readonly Reject[], currency: string): Sums | null {
  const parts: Part[] = [];
  const rejected: Split['rejected'] = [];
  for (const item of collection.items) {
    const amountMinor = item.currency === currency ? parseMinor(item.amount, currency) : null;
    if (amountMinor === null) return null;
    const reject = collection.cheques ? null : rejectOf(collection, item, rejects);
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
  for (const each of collections) byContent.set(JSON.stringify(keyOf(each)), each);
  return [...byContent.values()];
}

/** Numbers of slips begin anew with a new book: theirs is the day and the account too. */
function keyOf({ id, message, items, ...slip }: Collection): unknown[] {
  return slip.cheques ? [id, slip.day, slip.account, items] : [id, message, items];
}
