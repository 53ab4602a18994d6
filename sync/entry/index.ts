// What accepting a line does to the books: the entry to post ("Écriture prévue" shows exactly this) and the facts it settles.
import type { Company } from '../model/company.ts';
import type { EntryLine } from '../model/entry.ts';
import type { LedgerLine, LedgerLineId, OpenItem, Settlement } from '../model/ledger.ts';
import type { Adjustment, Allocation, RestKind } from '../model/match.ts';
import { mulDiv, sum } from '../model/money.ts';
import type { PartyId } from '../model/party.ts';
import type { BankLine } from '../model/statement.ts';
import { accountFor, differenceAccount } from './account.ts';
import { type DiscountShare, discountShares } from './discount.ts';
import { type Foreign, foreignFacts, valued } from './foreign.ts';
import { entryLabel, MOVED, REFUND, returnWord } from './label.ts';
import { factsOf, type Paired, pair, type Share } from './pair.ts';

/**
 * What a decision is about, as its entry's labels say it: a bank line, or a letter, which bears its decision's own id, for what
 * it writes off is settled against the entry that it posts.
 */
export type Occasion = Pick<BankLine, 'id' | 'amountMinor' | 'bookingDay' | 'counterparty' | 'label' | 'returnReason'>;

/** A decision about one bank line or letter, complete: allocations + adjustments + rest = `amountMinor`. */
export type Decided = {
  company: Company;
  line: Occasion;
  /** What there is to allocate: the line's amount, the part of it that the ERP has in suspense, or what the customer lines of its booked entry still hold. */
  amountMinor: number;
  /** The ledger account of the bank. Not used when the ledger holds the movement already. */
  bankAccount: string;
  /** Customer lines of the entry that the ledger already holds for this movement; empty when it is not yet booked. */
  booked: readonly OpenItem[];
  isBooked: boolean;
  items: ReadonlyMap<LedgerLineId, OpenItem>;
  allocations: readonly Allocation[];
  adjustments: readonly Adjustment[];
  restMinor: number;
  rest: RestKind;
  partyId: PartyId | null;
  /** Where a rest goes: the customer's account, or the one of advances. */
  restAccount: string;
  /** A receipt goes from one customer's account to another's. */
  moves?: boolean;
  /** Of a returned collection: the paid invoice that it makes owed again, where it is known. */
  reopens?: LedgerLine | null;
  /** Of a line in another currency than the company's: all amounts above are in that, and this says what they are worth. */
  foreign?: Foreign;
};

/**
 * The entry to post; its lines sum to zero. Of a movement that the ledger holds, only what it lacks: differences, the move of
 * an advance, a transfer between two customers. Empty when nothing is left to post.
 */
export function entryOf(decided: Decided): EntryLine[] {
  const { line, isBooked, bankAccount, amountMinor, restMinor, rest } = decided;
  const lines: EntryLine[] = [];
  if (!isBooked) lines.push(entryLine('bank', bankAccount, amountMinor, null, null, decided));
  const left = covered(decided);
  for (const share of left.debits) lines.push(customerLine(share, -share.amountMinor, decided));
  for (const share of left.credits) lines.push(customerLine(share, share.amountMinor, decided));
  if (restMinor !== 0 && movesRest(decided)) {
    const part = rest === 'advance' ? 'advance' : 'on-account';
    const { reopens = null } = decided;
    const word = rest === 'refund' ? REFUND : returnWord(line, reopens?.document ?? null);
    const posted = entryLine(part, decided.restAccount, -restMinor, decided.partyId, null, decided, word);
    const label = entryLabel(part, line, reopens?.document ?? null, word);
    lines.push(reopens ? { ...posted, label, reopens: reopens.id } : posted);
  }
  for (const adjustment of decided.adjustments) lines.push(...differenceLines(adjustment, decided));
  if (sum(lines.map((each) => each.amountMinor)) !== 0) throw new Error(`entry: line ${line.id} does not balance`);
  return decided.foreign ? valued(lines, decided.foreign, decided) : lines;
}

/** The facts of the decision. What the ledger does not hold yet is settled against the bank line itself. */
export function settlementsOf(decided: Decided, decisionId: string): Settlement[] {
  if (decided.foreign) return foreignFacts(decided.line, decided.allocations, decided.foreign, decisionId);
  const { pairs, debits, credits } = covered(decided);
  const { line } = decided;
  const waiting = (share: Share): Share => ({ ...share, id: line.id, day: line.bookingDay });
  return factsOf(
    [
      ...pairs,
      ...debits.map((share) => ({ debit: share, credit: waiting(share), amountMinor: share.amountMinor })),
      ...credits.map((share) => ({ debit: waiting(share), credit: share, amountMinor: share.amountMinor })),
    ],
    decisionId,
  );
}

/** Lines of the ledger that cancel each other, and what a new entry must bring on each side. */
function covered(decided: Decided): Paired {
  const { line, booked, items, restMinor } = decided;
  const shares = decided.allocations.map(({ itemId, amountMinor }) => {
    const item = items.get(itemId);
    if (!item) throw new Error(`entry: item ${itemId} is not among the items of line ${line.id}`);
    return shareOf(item, amountMinor);
  });
  let left = decided.isBooked ? -decided.amountMinor + (movesRest(decided) ? 0 : restMinor) : 0;
  for (const item of booked) {
    // A receipt's customer lines are credits: each pays with what it still holds, up to what the decision uses.
    if (Math.sign(item.residualMinor) !== Math.sign(left)) continue;
    const used = left < 0 ? Math.max(left, item.residualMinor) : Math.min(left, item.residualMinor);
    left -= used;
    shares.push(shareOf(item, used));
  }
  if (left !== 0) throw new Error(`entry: the ledger's entry does not cover line ${line.id}`);
  const side = (sign: 1 | -1) =>
    shares
      .filter((share) => share.amountMinor * sign > 0)
      .map((share) => ({ ...share, amountMinor: Math.abs(share.amountMinor) }));
  // In two currencies no two lines cancel each other by one amount: each has its own line in the entry.
  if (decided.foreign) return { pairs: [], debits: side(1), credits: side(-1) };
  return pair(side(1), side(-1));
}

/**
 * What there is to allocate of a line: its amount, or, of a movement that the ledger holds, what the entry's customer lines
 * still hold. The two differ where the bank kept a fee that is booked already.
 */
export function toAllocate(
  line: Pick<BankLine, 'amountMinor'>,
  isBooked: boolean,
  booked: readonly OpenItem[],
): number {
  return isBooked ? -sum(booked.map((item) => item.residualMinor)) : line.amountMinor;
}

/** Money on account of a movement that the ledger holds simply stays open there; everything else needs a line. */
function movesRest(decided: Decided): boolean {
  return !decided.isBooked || decided.rest === 'advance';
}

function shareOf(item: OpenItem, amountMinor: number): Share {
  return { id: item.id, account: item.account, partyId: item.partyId, day: item.day, amountMinor };
}

function customerLine(share: Share, amountMinor: number, decided: Decided): EntryLine {
  return entryLine(
    'customer',
    share.account,
    amountMinor,
    share.partyId,
    share.id,
    decided,
    decided.moves ? MOVED : undefined,
  );
}

function differenceLines(adjustment: Adjustment, decided: Decided): EntryLine[] {
  const { company, items } = decided;
  const like = [...items.values()][0]?.account ?? decided.bankAccount;
  const account = differenceAccount(company, adjustment, like);
  const part = PART[adjustment.kind];
  const amountMinor = -adjustment.amountMinor;
  if (adjustment.kind === 'retention') {
    // The money stays the customer's debt, on an account and with a due day of its own.
    const withheld = entryLine(part, account, amountMinor, decided.partyId, null, decided);
    return [{ ...withheld, dueDay: adjustment.dueDay }];
  }
  if (adjustment.kind === 'discount') return discountLines(account, amountMinor, decided);
  const { vat } = adjustment;
  const vatMinor = vat === undefined ? 0 : containedVat(amountMinor, vat.rateBp);
  const net = entryLine(part, account, amountMinor - vatMinor, null, null, decided);
  return vatMinor === 0 ? [net] : [net, entryLine('other_vat', vat?.account ?? '', vatMinor, null, null, decided)];
}

/** A discount and the VAT inside it; each says what of it every invoice is granted. */
function discountLines(account: string, grossMinor: number, decided: Decided): EntryLine[] {
  const { company, allocations, items } = decided;
  const shares = discountShares(grossMinor, allocations, items);
  const vatMinor = sum(shares.map((share) => share.vatMinor));
  const granted = (of: (share: DiscountShare) => number): Pick<EntryLine, 'granted'> =>
    shares.length === 0 ? {} : { granted: shares.map((share) => ({ itemId: share.itemId, amountMinor: of(share) })) };
  const net = entryLine('discount', account, grossMinor - vatMinor, null, null, decided);
  const line = { ...net, ...granted((it) => it.grossMinor - it.vatMinor) };
  if (vatMinor === 0) return [line];
  const vat = entryLine('discount_vat', accountFor(company, 'discount_vat', ''), vatMinor, null, null, decided);
  return [line, { ...vat, ...granted((it) => it.vatMinor) }];
}

/** VAT inside an amount that includes it, to the nearest cent: gross × rate ÷ (1 + rate). */
function containedVat(grossMinor: number, rateBp: number): number {
  const size = mulDiv(Math.abs(grossMinor), rateBp, 10_000 + rateBp, 'half-up');
  return grossMinor < 0 ? -size : size;
}

const PART = {
  discount: 'discount',
  bank_fee: 'bank_fee',
  psp_fee: 'bank_fee',
  factor_fee: 'bank_fee',
  rounding: 'small',
  short_pay: 'small',
  withholding: 'withholding',
  fx: 'exchange',
  retention: 'retention',
  other: 'other',
} as const satisfies Record<Adjustment['kind'], EntryLine['part']>;

function entryLine(
  part: EntryLine['part'],
  account: string,
  amountMinor: number,
  partyId: PartyId | null,
  settles: LedgerLineId | null,
  decided: Decided,
  word?: string,
): EntryLine {
  const document = settles === null ? null : (decided.items.get(settles)?.document ?? null);
  return { part, account, partyId, label: entryLabel(part, decided.line, document, word), amountMinor, settles };
}
