// What a posting becomes in Odoo: the lines of one entry, and the ledger lines to join beside it.
import { type Fault, fault, isFault } from '../../../../sync/fault/index.ts';
import type { EntryLine } from '../../../../sync/model/entry.ts';
import { valuesAtRate } from '../../../../sync/model/foreign.ts';
import type { Settlement } from '../../../../sync/model/ledger.ts';
import { allocate, type Money, sum } from '../../../../sync/model/money.ts';
import type { Posting } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Host } from '../host.ts';
import { accountIds } from './account.ts';
import { discountParts } from './discount.ts';
import { type ItemSide, type Items, itemSides, moved } from './item.ts';
import type { Rates } from './way.ts';

/** One line of an entry to be made. `settles` is matched with it, by its whole amount; `tax` are fields as Odoo takes them. */
export type Part = {
  account: number;
  partner: number | null;
  name: string;
  balanceMinor: number;
  foreign: Money | null;
  settles: ItemSide | null;
  tax: Readonly<Record<string, unknown>>;
};

/** A debit and a credit that stand in the ledger already. `foreign`: both are in this currency, and it alone says how much of each is taken. */
export type Join = { debit: ItemSide; credit: ItemSide; amountMinor: number; foreign: Money | null };

/** `payer` is whose money the bank line is, where the entry says so. */
export type Plan = { items: Items; parts: Part[]; joins: Join[]; payer: number | null; rates: Rates };

/** Whether the bank line's own entry takes the parts; else a miscellaneous entry does, if there are any. */
export function isOnBankLine(posting: Posting): boolean {
  return posting.lineId !== null && posting.entry.some((line) => line.part === 'bank');
}

export async function planOf(host: Host, chart: Chart, posting: Posting): Promise<Plan | Fault> {
  const pairs = posting.settlements.filter(isBetweenItems);
  const named = [
    ...posting.entry.flatMap((line) => line.settles ?? []),
    ...[...pairs, ...(posting.releases ?? [])].flatMap((it) => [it.debitId, it.creditId]),
  ];
  const items = await itemSides(host, chart, [...new Set(named)]);
  if (isFault(items)) return items;
  const entry = withoutExchange(
    posting.entry.filter((line) => line.part !== 'bank'),
    items,
    posting.entry.find((line) => line.part === 'bank'),
  );
  const accounts = await accountIds(host, chart, entry);
  if (isFault(accounts)) return accounts;
  const paid = pairs.flatMap((it) => items.get(it.debitId)?.move ?? []);
  const rates = ratesOf(posting.entry, items);
  const discounts = await discountParts(host, entry, items, accounts, { rates, alsoOn: paid });
  if (isFault(discounts)) return discounts;
  const parts: Part[] = [...discounts];
  for (const line of entry) {
    if (discounts.length > 0 && isDiscount(line)) continue;
    const part = partOf(line, items, accounts);
    if ('code' in part) return part;
    parts.push(part);
  }
  const joins = pairs.map((it) => joinOf(it, items));
  const payer = payerOf(posting.entry);
  // Within a bank line's entry each item has its own line: exact amounts, one transaction, and one undo for all.
  if (isOnBankLine(posting)) return { items, parts: [...parts, ...joins.flatMap(joinParts)], joins: [], payer, rates };
  const exact = joins.every((join, i) => isExact(join, joins.slice(0, i), parts, posting.before));
  const foreign = exact ? undefined : joins.find((join) => join.foreign !== null);
  // What two lines of an entry of ours would be worth is nothing to be guessed.
  if (foreign) return moved(foreign.debit.name, 'residual');
  return exact
    ? { items, parts, joins, payer, rates }
    : { items, parts: [...parts, ...joins.flatMap(joinParts)], joins: [], payer, rates };
}

function ratesOf(entry: readonly EntryLine[], items: Items): Rates {
  const isAbroad = entry.some((line) => line.part === 'bank' && line.foreign !== undefined);
  const others = entry.filter((line) => line.part !== 'bank' && line.part !== 'exchange');
  const currencies = new Set(others.map((line) => (items.get(line.settles ?? '')?.foreign ?? line.foreign)?.currency));
  return (isAbroad && entry.some(isDiscount)) || currencies.size > 1 ? 'several' : 'bank';
}

/** The items' ids are numbers; the id of a bank line is not. */
function isBetweenItems({ debitId, creditId }: Settlement): boolean {
  return /^\d+$/.test(debitId) && /^\d+$/.test(creditId);
}

export function isDiscount(line: EntryLine): boolean {
  return line.part === 'discount' || line.part === 'discount_vat';
}

function payerOf(entry: readonly EntryLine[]): number | null {
  const said = entry.find((line) => line.part === 'bank')?.partyId ?? null;
  const parties = new Set(entry.filter((line) => line.part !== 'bank').flatMap((line) => line.partyId ?? []));
  const [only] = parties;
  // Money for several customers belongs to none of them, unless the entry names who paid.
  return said !== null ? Number(said) : parties.size === 1 && only !== undefined ? Number(only) : null;
}

/** Odoo posts the difference of exchange itself, from the bank's amount against the item's: ours goes into the customer's line. */
function withoutExchange(entry: readonly EntryLine[], items: Items, bank: EntryLine | undefined): EntryLine[] {
  if (bank?.foreign) return atBankRate(entry, bank, bank.foreign);
  const isForeign = (line: EntryLine) => line.settles !== null && items.get(line.settles)?.foreign != null;
  const foreign = entry.filter(isForeign);
  const exchange = sum(entry.filter((line) => line.part === 'exchange').map((line) => line.amountMinor));
  if (foreign.length === 0 || exchange === 0) return [...entry];
  const shares = allocate(
    exchange,
    foreign.map((line) => Math.abs(line.amountMinor)),
  );
  const moved = new Map(foreign.map((line, i) => [line, shares[i] ?? 0]));
  return entry
    .filter((line) => line.part !== 'exchange')
    .map((line) => ({ ...line, ...wholeOf(line, items), amountMinor: line.amountMinor + (moved.get(line) ?? 0) }));
}

/** What takes all of an item in the company's currency takes all of it in its own: to be said before the difference goes into it. */
function wholeOf(line: EntryLine, items: Items): Pick<EntryLine, 'foreign'> {
  const item = line.settles === null ? undefined : items.get(line.settles);
  const foreign = item && line.foreign === undefined ? foreignOf(line, item, item.foreign) : null;
  return foreign ? { foreign } : {};
}

/** Of a bank account in another currency every line but a discount is worth what the bank's own money is: Odoo closes each item by its own currency. */
function atBankRate(entry: readonly EntryLine[], bank: EntryLine, { minor, currency }: Money): EntryLine[] {
  const kept = entry.filter((line) => line.part !== 'exchange');
  const own = kept.map((line) => ({ ...line, amountMinor: line.foreign?.minor ?? 0 }));
  const line = { ...bank, amountMinor: minor };
  const [, ...values] = valuesAtRate([line, ...own], { currency, ownMinor: minor, valueMinor: bank.amountMinor });
  return kept.map((it, i) => ({ ...it, amountMinor: values[i] ?? 0 }));
}

function partOf(line: EntryLine, items: Items, accounts: ReadonlyMap<string, number>): Part | Fault {
  const item = line.settles === null ? null : (items.get(line.settles) ?? null);
  const account = item?.account ?? accounts.get(line.account) ?? 0;
  const partner = line.partyId === null ? null : Number(line.partyId);
  const foreign = item ? foreignOf(line, item, item.foreign) : (line.foreign ?? null);
  if (item?.foreign && foreign === null)
    return fault('erp-refused', {}, { erp: 'Odoo', what: `${item.name}: the amount in ${item.foreign.currency}` });
  if (item && !item.foreign && line.foreign)
    return fault('item-foreign', {}, { document: item.name, currency: line.foreign.currency });
  return { account, partner, name: line.label, balanceMinor: line.amountMinor, foreign, settles: item, tax: {} };
}

/** Unsaid, it can only be the whole item: a part of it at the bank's rate is nothing to be guessed. */
function foreignOf(line: EntryLine, item: ItemSide, residual: Money | null): Money | null {
  if (residual === null) return null;
  if (line.foreign) return line.foreign.currency === residual.currency ? line.foreign : null;
  const isWhole = line.amountMinor === -item.residualMinor;
  return isWhole ? { minor: -residual.minor, currency: residual.currency } : null;
}

function joinOf({ debitId, creditId, amountMinor, debitForeignMinor }: Settlement, items: Items): Join {
  const [debit, credit] = [items.get(debitId), items.get(creditId)];
  if (!debit || !credit) throw new Error(`odoo: ${debitId} and ${creditId} were not read`);
  const currency = debit.foreign?.currency;
  const isForeign = amountMinor === 0 && currency !== undefined && credit.foreign?.currency === currency;
  return { debit, credit, amountMinor, foreign: isForeign ? { minor: debitForeignMinor ?? 0, currency } : null };
}

/** How much of each of its lines it takes, in its own currency. */
export function joinedMinor({ amountMinor, foreign }: Join): number {
  return foreign?.minor ?? amountMinor;
}

/** A join of a chosen amount, or in another account or party, as two lines that cancel each other. */
function joinParts({ debit, credit, amountMinor }: Join): Part[] {
  const side = (item: ItemSide, balanceMinor: number): Part => ({
    account: item.account,
    partner: item.partner,
    name: item.name,
    balanceMinor,
    foreign: null,
    settles: item,
    tax: {},
  });
  return [side(debit, -amountMinor), side(credit, amountMinor)];
}

/**
 * Whether Odoo's own joining of the two lines takes just this amount: as much as both have left, in one account of one party.
 * What they had when it was decided counts: asked again, what is joined already is the same plan.
 */
function isExact(join: Join, earlier: readonly Join[], parts: readonly Part[], before: Posting['before']): boolean {
  const { debit, credit, foreign } = join;
  const used = (item: ItemSide) =>
    sum(earlier.filter((it) => it.debit === item || it.credit === item).map(joinedMinor)) +
    sum(parts.filter((part) => part.settles === item).map((part) => Math.abs(part.balanceMinor)));
  const residual = (item: ItemSide) => (foreign ? (item.foreign?.minor ?? 0) : item.residualMinor);
  const left = (item: ItemSide) => Math.abs(before?.[String(item.id)] ?? residual(item)) - used(item);
  const sameSide = debit.account === credit.account && debit.partner === credit.partner;
  return sameSide && joinedMinor(join) === Math.min(left(debit), left(credit));
}
