// What a letter does, checked against what is open right now: what each item gives, what is written off, and the entry for that.
import type { Foreign } from '../entry/foreign.ts';
import { type Decided, entryOf } from '../entry/index.ts';
import { factsOf, pair, type Share } from '../entry/pair.ts';
import { type Fault, fault } from '../fault/index.ts';
import type { Company } from '../model/company.ts';
import { type Day, laterOf } from '../model/day.ts';
import type { DecisionId } from '../model/decision.ts';
import type { EntryLine } from '../model/entry.ts';
import { inCurrency } from '../model/foreign.ts';
import { CUSTOMER_ROLES, type OpenItem, type Settlement } from '../model/ledger.ts';
import type { Allocation } from '../model/match.ts';
import { type Currency, sum } from '../model/money.ts';
import type { LetterBody } from '../port/ledger-view.ts';
import type { Tx } from '../port/store.ts';
import { namedAccounts, wrongAccounts, wrongDifference } from './complete.ts';
import { lockOver } from './posting-day.ts';

/**
 * `openMinor`: debits less credits that nothing explains yet; 0 in a decision. Of documents in one foreign currency the items and
 * all amounts are in that.
 */
export type Lettering = { items: OpenItem[]; decided: Decided; openMinor: number };

const CUSTOMER: ReadonlySet<string> = new Set(CUSTOMER_ROLES);

/**
 * Reads what is open and answers the letter as it would be taken, or the first thing that forbids it. `id` is the decision's
 * own. With `leave`, the last items of the greater side are taken in part and stay open with the rest; with `move`, a receipt goes
 * from the customer on whose account it stands to the one whose items it pays, by an entry between the two.
 */
export async function letteringOf(tx: Tx, id: DecisionId, body: LetterBody, today: Day): Promise<Lettering | Fault> {
  const kept = await tx.ledger.items(body.itemIds);
  const company = await tx.company.get();
  const currency = body.move ? null : letterCurrency(company, kept);
  const items = currency === null ? kept : inCurrency(kept, currency);
  const wrong = wrongItems(body, kept);
  const [first] = items;
  if (wrong || !first) return wrong ?? fault('item-unknown');
  const { adjustments, leave } = body;
  const unfit =
    (currency === null ? null : wrongForeign(currency, { kept, items, company, adjustments })) ??
    (body.move ? wrongMove(body, items) : null) ??
    wrongDifference(adjustments, 1) ??
    wrongAccounts(adjustments, company, await namedAccounts(tx, company, adjustments)) ??
    (leave && adjustments.length > 0 ? fault('request-invalid', {}, { what: 'leave' }) : null);
  if (unfit) return unfit;
  const whole = items.map((item): Allocation => ({ itemId: item.id, amountMinor: item.residualMinor }));
  const allocations = leave ? cut(whole) : whole;
  const { account } = first;
  // A receipt that is moved settles what the other customer owes, and bears the name of whose account it was on.
  const owing = body.move ? items.find((item) => item.residualMinor > 0) : undefined;
  const holding = body.move ? items.find((item) => item.residualMinor < 0) : undefined;
  const partyId = (owing ?? first).partyId;
  const name = await nameOf(tx, (holding ?? first).partyId);
  const day = await entryDay(tx, company, items, today);
  const decided: Decided = {
    company,
    line: { id, amountMinor: 0, bookingDay: day, counterparty: name, label: '', returnReason: null },
    amountMinor: 0,
    bankAccount: account,
    booked: [],
    isBooked: true,
    items: new Map(items.map((item) => [item.id, item])),
    allocations,
    adjustments,
    restMinor: 0,
    rest: 'none',
    partyId,
    restAccount: '',
    ...(body.move ? { moves: true } : {}),
    ...(currency === null ? {} : { foreign: foreignOf(currency, kept) }),
  };
  return { items, decided, openMinor: sum([...allocations, ...adjustments].map((it) => it.amountMinor)) };
}

/** What a letter posts: nothing where its documents are in one foreign currency, since the ERP itself posts what their rates differ by. */
export function entryOfLetter({ decided }: Lettering): EntryLine[] {
  return decided.foreign ? [] : entryOf(decided);
}

/** The currency in which a letter of these items is even or not, where that is not the company's: the one that all their documents are in. */
export function letterCurrency({ erp, currency }: Company, items: readonly OpenItem[]): Currency | null {
  const [own, ...others] = new Set(items.map((item) => item.foreign?.currency ?? currency));
  return erp === 'fec' || own === undefined || own === currency || others.length > 0 ? null : own;
}

function wrongForeign(
  currency: Currency,
  it: {
    kept: readonly OpenItem[];
    items: readonly OpenItem[];
    company: Company;
    adjustments: LetterBody['adjustments'];
  },
): Fault | null {
  const untold = it.kept.find((item) => !it.items.some(({ id }) => id === item.id));
  if (untold) return fault('item-foreign', {}, { document: untold.document ?? untold.label, currency });
  const said = { currency, expected: it.company.currency };
  return it.adjustments.length > 0 ? fault('difference-foreign', {}, said) : null;
}

/** No line of a bank says what its money is worth: each item is worth what the ledger keeps of it. */
function foreignOf(currency: Currency, kept: readonly OpenItem[]): Foreign {
  return { worth: { currency, ownMinor: 0, valueMinor: 0 }, items: new Map(kept.map((item) => [item.id, item])) };
}

/** Why a completed letter may not be taken: its two sides are not even. */
export function uneven({ decided, openMinor }: Lettering): Fault | null {
  if (openMinor === 0) return null;
  const [first] = decided.items.values();
  return fault('letters-unbalanced', {}, { amount: { minor: Math.abs(openMinor), currency: first?.currency ?? '' } });
}

/**
 * The day of what a letter writes off: the latest of its items', when both debt and payment stood there, and today where the
 * ERP has locked that.
 */
export async function entryDay(tx: Tx, { erp }: Company, items: readonly OpenItem[], today: Day): Promise<Day> {
  const latest = items.map((item) => item.day).reduce(laterOf, items[0]?.day ?? today);
  return erp === 'fec' || (await lockOver(tx, latest)) === null ? latest : today;
}

/**
 * The facts of a letter as it was decided, whatever became of its items since: what is asked again is asked the same. `entry`
 * is what it posts, whose lines settle their own part. `foreign`: what was decided is in the documents' own currency.
 */
export function factsOfLetter(
  id: DecisionId,
  allocations: readonly Allocation[],
  entry: readonly EntryLine[],
  day: Day,
  foreign: boolean,
): Settlement[] {
  const posted = (itemId: string) =>
    sum(entry.filter((line) => line.settles === itemId).map((line) => line.amountMinor));
  const shares = allocations.map(({ itemId, amountMinor }): [number, Share] => {
    const left = amountMinor + posted(itemId);
    return [left, { id: itemId, account: '', partyId: null, day, amountMinor: Math.abs(left) }];
  });
  const side = (sign: 1 | -1) => shares.flatMap(([left, share]) => (left * sign > 0 ? [share] : []));
  const facts = factsOf(pair(side(1), side(-1)).pairs, id);
  if (!foreign) return facts;
  return facts.map((it) => ({
    ...it,
    amountMinor: 0,
    debitForeignMinor: it.amountMinor,
    creditForeignMinor: it.amountMinor,
  }));
}

async function nameOf(tx: Tx, partyId: string | null): Promise<string | null> {
  return partyId === null ? null : ((await tx.view.names([partyId]))[partyId] ?? null);
}

/** One receipt of one customer against what one other owes: nothing is written off or left on the way. */
function wrongMove({ adjustments, leave }: LetterBody, items: readonly OpenItem[]): Fault | null {
  if (leave || adjustments.length > 0) return fault('request-invalid', {}, { what: 'move' });
  const [credit, ...more] = items.filter((item) => item.residualMinor < 0);
  const debits = items.filter((item) => item.residualMinor > 0);
  const owing = debits[0]?.partyId ?? null;
  const fits =
    credit?.kind === 'payment' &&
    more.length === 0 &&
    owing !== null &&
    credit.partyId !== null &&
    credit.partyId !== owing &&
    debits.every((item) => item.partyId === owing) &&
    items.every((item) => item.role === 'receivable' && item.foreign === null && item.currency === credit.currency);
  return fits ? null : fault('letters-mixed');
}

function wrongItems({ itemIds, move }: LetterBody, items: readonly OpenItem[]): Fault | null {
  const [first] = items;
  const distinct = new Set(itemIds).size;
  if (distinct < itemIds.length) return fault('request-invalid', {}, { what: 'itemIds' });
  if (!first || items.length < distinct) return fault('item-unknown');
  const settled = items.find((item) => item.residualMinor === 0);
  if (settled) return fault('item-settled', {}, { document: settled.document ?? settled.label });
  if (items.some((item) => item.kind === 'earlier')) return fault('letters-earlier');
  if (move) return null;
  const isOne = items.every(
    (item) => item.account === first.account && item.partyId === first.partyId && item.currency === first.currency,
  );
  return isOne && CUSTOMER.has(first.role) ? null : fault('letters-mixed');
}

/** Takes what is too much off the last items of the greater side; what nothing is left of is no part of the letter. */
function cut(whole: readonly Allocation[]): Allocation[] {
  let excess = sum(whole.map((it) => it.amountMinor));
  const taken = [...whole].reverse().map((it): Allocation => {
    if (Math.sign(it.amountMinor) !== Math.sign(excess)) return it;
    const less = excess > 0 ? Math.min(excess, it.amountMinor) : Math.max(excess, it.amountMinor);
    excess -= less;
    return { ...it, amountMinor: it.amountMinor - less };
  });
  return taken.reverse().filter((it) => it.amountMinor !== 0);
}
