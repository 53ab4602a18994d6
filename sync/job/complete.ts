// What a person or the night wants of a line, checked against what is open right now, and completed to a decision.

import { accountFor, differenceAccount, differenceUse, roleAccount } from '../entry/account.ts';
import { type Decided, toAllocate } from '../entry/index.ts';
import { type Fault, fault, isFault } from '../fault/index.ts';
import type { AccountUse, Company } from '../model/company.ts';
import { roleOf } from '../model/company.ts';
import { BESIDE_ROLES, CUSTOMER_ROLES, type LedgerAccount, type LedgerLineId, type OpenItem } from '../model/ledger.ts';
import type { Adjustment, AdjustmentKind } from '../model/match.ts';
import { type Currency, sum } from '../model/money.ts';
import type { StoredLine, Tx } from '../port/store.ts';
import type { AcceptBody } from '../port/view.ts';
import { bookedItems } from './booked.ts';
import { withExchange } from './discount-abroad.ts';
import { leftOf } from './left.ts';
import { isStatedAtHome, type LineItems, lineItems } from './line-items.ts';
import { reopenedInvoice } from './reopened.ts';

/** What a body says; which candidate it came from does not matter here. */
export type Wanted = Omit<AcceptBody, 'candidate'>;

/** `openMinor` is received − allocated − differences − rest: 0 in a decision. */
export type Completed = { decided: Decided; openMinor: number };

const CUSTOMER: ReadonlySet<string> = new Set(CUSTOMER_ROLES);
/** Of a ledger of files nobody knows what is open on accounts of collection. */
const BESIDE: ReadonlySet<string> = new Set(BESIDE_ROLES);

/** Differences by which less comes in than is due; only rounding and exchange go either way. */
const SHORT: ReadonlySet<AdjustmentKind> = new Set<AdjustmentKind>([
  'discount',
  'bank_fee',
  'psp_fee',
  'factor_fee',
  'short_pay',
  'withholding',
  'retention',
]);

/**
 * Reads residuals and accounts and answers the decision as it would be taken, or the first thing that forbids it: an item that
 * is gone, settled or of another currency, more than is due, more than was received, a rest without a customer.
 * A sum that does not close is no fault here: the screen shows what is missing while amounts are being typed.
 */
export async function complete(tx: Tx, line: StoredLine, wanted: Wanted): Promise<Completed | Fault> {
  const company = await tx.company.get();
  const ids = wanted.allocations.map((it) => it.itemId);
  if (new Set(ids).size < ids.length) return fault('request-invalid', {}, { what: 'allocations' });
  const read = await lineItems(tx, line, company, ids);
  if (isFault(read)) return read;
  const { items, foreign } = read;
  for (const allocation of wanted.allocations) {
    const wrong = wrongAllocation(allocation, items.get(allocation.itemId), line.currency, company);
    if (wrong) return wrong;
  }
  const isBooked = line.booked.length > 0;
  const booked = (await bookedItems(tx, [line])).get(line.id) ?? [];
  if (booked.some((item) => items.has(item.id))) return fault('request-invalid', {}, { what: 'allocations' });
  const amountMinor = toAllocate({ amountMinor: leftOf(line, company) }, isBooked, booked);
  const adjustments = differencesOf(line, company, wanted, read);
  if (isFault(adjustments)) return adjustments;
  const wrong =
    wrongDifference(adjustments, amountMinor) ??
    wrongAccounts(adjustments, company, await namedAccounts(tx, company, adjustments)) ??
    wrongClaims(wanted.claims ?? [], wanted.allocations, items);
  if (wrong) return wrong;
  const left = sum([amountMinor, -sum(wanted.allocations.map(minorOf)), -sum(adjustments.map(minorOf))]);
  const takesRest = wanted.rest !== 'none' && left !== 0 && Math.sign(left) === Math.sign(amountMinor);
  const restMinor = takesRest ? left : 0;
  const known = wanted.partyId ?? items.get(ids[0] ?? '')?.partyId ?? booked[0]?.partyId ?? null;
  const reopens = restMinor === 0 || isBooked || foreign ? null : await reopenedInvoice(tx, line, known);
  const partyId = known ?? reopens?.partyId ?? null;
  const isOwed = restMinor !== 0 || adjustments.some((it) => it.kind === 'retention');
  if (isOwed && partyId === null) return fault('party-missing');
  const bank = (await tx.bank.accounts()).find((account) => account.account === line.account);
  if (!isBooked && !bank?.ledgerAccount) return fault('account-unlinked', {}, { account: line.account });
  const restAccount =
    restMinor === 0 ? '' : await restAccountOf(tx, wanted.rest, partyId, [...items.values(), ...booked]);
  if (restMinor !== 0 && restAccount === '') return fault('account-missing');
  const isChosen = restMinor !== 0 && wanted.rest === 'advance' && company.chosenAccounts?.advance !== undefined;
  const retired = isChosen && retiredUse(company, 'advance', await openAccounts(tx));
  if (retired) return retired;
  const decided: Decided = {
    company,
    line,
    amountMinor,
    bankAccount: bank?.ledgerAccount ?? '',
    booked,
    isBooked,
    items,
    allocations: wanted.allocations,
    adjustments,
    restMinor,
    rest: restMinor === 0 ? 'none' : wanted.rest,
    partyId,
    restAccount,
    reopens,
    ...(foreign ? { foreign } : {}),
  };
  return { decided, openMinor: left - restMinor };
}

/** The differences as they are booked: of what is missing in two currencies a person types one sum. */
function differencesOf(
  line: StoredLine,
  company: Company,
  { adjustments, allocations }: Wanted,
  { items, foreign }: LineItems,
): readonly Adjustment[] | Fault {
  if (foreign && isStatedAtHome(adjustments, allocations))
    return fault('difference-foreign', {}, { currency: line.currency, expected: company.currency });
  // A ledger of files, and a receipt that stands on the customer's account already, take what was typed.
  const isTaken = foreign !== undefined || company.erp === 'fec' || line.booked.length > 0;
  return isTaken ? adjustments : withExchange(line, adjustments, allocations, items);
}

/** Why a completed decision may not be taken: money is left over or missing, or nothing is decided at all. */
export function incomplete({ decided, openMinor }: Completed): Fault | null {
  const { allocations, adjustments, rest, company, foreign } = decided;
  const isElsewhere = adjustments.some((it) => it.kind === 'other');
  if (allocations.length === 0 && rest === 'none' && !isElsewhere) return fault('nothing-allocated');
  if (openMinor === 0) return null;
  const money = { minor: Math.abs(openMinor), currency: foreign?.worth.currency ?? company.currency };
  const isOver = Math.sign(openMinor) !== Math.sign(decided.amountMinor);
  return isOver && adjustments.length === 0
    ? fault('over-allocated', {}, { amount: money })
    : fault('sum-open', {}, { amount: money });
}

function wrongAllocation(
  { itemId, amountMinor }: { itemId: LedgerLineId; amountMinor: number },
  item: OpenItem | undefined,
  currency: Currency,
  { erp }: Company,
): Fault | null {
  const isBeside = item && BESIDE.has(item.role) && (erp !== 'fec' || item.role === 'payable');
  const isOpenItem = item && (CUSTOMER.has(item.role) || isBeside);
  if (!isOpenItem) return fault('item-unknown', { record: itemId });
  const document = item.document ?? item.label;
  if (item.residualMinor === 0) return fault('item-settled', {}, { document });
  if (item.currency !== currency) return fault('item-foreign', { record: itemId }, { document, currency });
  if (amountMinor === 0 || Math.sign(amountMinor) !== Math.sign(item.residualMinor)) {
    return fault('request-invalid', { record: itemId }, { what: document });
  }
  const excess = Math.abs(amountMinor) - Math.abs(item.residualMinor);
  return excess > 0 ? fault('too-much', { record: itemId }, { amount: { minor: excess, currency } }) : null;
}

/** `amountMinor` says in which direction money moved: positive for what a customer pays. */
export function wrongDifference(adjustments: readonly Adjustment[], amountMinor: number): Fault | null {
  for (const { kind, amountMinor: minor } of adjustments) {
    const isShort = Math.sign(minor) !== Math.sign(amountMinor);
    if (minor === 0 || (SHORT.has(kind) && !isShort)) return fault('request-invalid', {}, { what: kind });
  }
  return null;
}

/** The ledger's accounts that can be posted to, where a difference names one or a person chose some for good. */
export async function namedAccounts(
  tx: Tx,
  { chosenAccounts = {} }: Company,
  adjustments: readonly Adjustment[],
): Promise<OpenAccounts> {
  const isNamed = adjustments.some((it) => it.account !== undefined) || Object.keys(chosenAccounts).length > 0;
  return isNamed && adjustments.length > 0 ? openAccounts(tx) : new Map();
}

export type OpenAccounts = ReadonlyMap<string, LedgerAccount>;

export async function openAccounts(tx: Tx): Promise<OpenAccounts> {
  const accounts = (await tx.ledger.accounts()).filter((account) => !account.closed);
  return new Map(accounts.map((account) => [account.number, account]));
}

/** An account that a person chose for good and that was closed, or taken away, since: another one would not be hers. */
function retiredUse({ chosenAccounts = {} }: Company, use: AccountUse, open: OpenAccounts): Fault | null {
  const account = chosenAccounts[use];
  return account === undefined || open.has(account) ? null : fault('account-retired', {}, { account });
}

/** Why no difference may be posted to this account: it is unknown or closed, a customer's (there an item is chosen) or a bank's. */
export function wrongAccount(number: string, company: Company, open: OpenAccounts): Fault | null {
  const role = open.get(number)?.role ?? roleOf(company.accounts, number);
  if (!open.has(number) && role !== 'transfer') return fault('account-unknown', {}, { account: number });
  return CUSTOMER.has(role) || role === 'bank' ? fault('account-reserved', {}, { account: number }) : null;
}

/** An account by hand is one that can be posted to, one that was chosen for good still is. A retention has its due day. */
export function wrongAccounts(adjustments: readonly Adjustment[], company: Company, open: OpenAccounts): Fault | null {
  for (const adjustment of adjustments) {
    const { kind, account, vat, dueDay } = adjustment;
    if (kind === 'retention' && dueDay === undefined) return fault('request-invalid', {}, { what: 'dueDay' });
    if (kind !== 'other') {
      if (differenceAccount(company, adjustment, '') === '') return fault('account-missing');
      const retired = retiredUse(company, differenceUse(adjustment), open);
      if (retired) return retired;
      continue;
    }
    if (account !== undefined && account === company.chosenAccounts?.transfer && !open.has(account)) {
      return fault('account-retired', {}, { account });
    }
    for (const number of [account ?? '', ...(vat && vat.rateBp > 0 ? [vat.account] : [])]) {
      const wrong = wrongAccount(number, company, open);
      if (wrong) return wrong;
    }
  }
  return null;
}

/** A claim is about what an allocation leaves open of its item. */
function wrongClaims(
  claims: NonNullable<Wanted['claims']>,
  allocations: Wanted['allocations'],
  items: ReadonlyMap<LedgerLineId, OpenItem>,
): Fault | null {
  for (const { itemId, amountMinor } of claims) {
    const item = items.get(itemId);
    if (!item) return fault('item-unknown', { record: itemId });
    const taken = allocations.find((it) => it.itemId === itemId)?.amountMinor ?? 0;
    if (amountMinor <= 0 || amountMinor > item.residualMinor - taken) {
      return fault('request-invalid', { record: itemId }, { what: item.document ?? item.label });
    }
  }
  return null;
}

/**
 * Where a rest goes: an advance to the general account of advances, anything else to the customer's own account: the one that
 * its items stand on, else the one that it has in the ledger, else the general one.
 */
async function restAccountOf(
  tx: Tx,
  rest: Wanted['rest'],
  partyId: string | null,
  touched: readonly OpenItem[],
): Promise<string> {
  const company = await tx.company.get();
  const isOwn = (item: OpenItem) => item.role === 'receivable' && item.partyId === partyId;
  const receivable = touched.find(isOwn)?.account ?? (await tx.ledger.receivableOf(partyId ?? ''));
  const account = receivable ?? roleAccount(company, 'receivable', company.differenceAccounts.small);
  return rest === 'advance' ? accountFor(company, 'advance', account) : account;
}

function minorOf(it: { amountMinor: number }): number {
  return it.amountMinor;
}
