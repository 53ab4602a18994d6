// Receipts that stand on the wrong customer's account: whose label or payer points exactly at what another customer owes.
import type { LedgerLineId, OpenItem } from '../model/ledger.ts';
import type { Allocation, Reason } from '../model/match.ts';
import { type Memory, NO_MEMORY } from '../model/memory.ts';
import type { PartyId } from '../model/party.ts';
import type { BankLine } from '../model/statement.ts';
import { fingerprint } from './decide.ts';
import type { Index } from './index.ts';
import { letter } from './letter.ts';
import { issueDay, type Slot } from './open-items.ts';
import { readLine } from './reading/index.ts';
import { because } from './situation.ts';
import { squash } from './squash.ts';
import { pointsAt } from './whose.ts';

/** A credit of a customer's account, and the bank line whose movement it is, where one is known. */
export type Receipt = { item: OpenItem; line: BankLine | null };

/**
 * A receipt on `holderId`'s account that seems to pay what `partyId` owes. Credit and debits sum to zero. `explained`: the
 * holder's own account takes the receipt as well, so that nothing is proposed and only the doubt is said.
 */
export type Misposted = {
  creditId: LedgerLineId;
  holderId: PartyId;
  partyId: PartyId;
  allocations: Allocation[];
  explained: boolean;
  reasons: Reason[];
  doubts: Reason[];
};

type Found = Misposted & { debits: readonly Slot[] };

/**
 * What of these receipts a person should look at, by the credit's id. For a person always: no class of evidence is counted for
 * it. Nothing is said where the number names items of several customers or a settled one, where the customer's own account or
 * another receipt settles the item, or where two receipts point at one item.
 */
export function misposted(receipts: readonly Receipt[], index: Index, memory: Memory = NO_MEMORY): Misposted[] {
  const multi = new Set(memory.multiDebtorAccounts.map(squash));
  const found = receipts
    .filter(({ item }) => isReceipt(item))
    .flatMap((receipt) => foundFor(receipt, index, memory, multi) ?? []);
  const claims = new Map<LedgerLineId, number>();
  for (const { debits } of found) for (const { item } of debits) claims.set(item.id, (claims.get(item.id) ?? 0) + 1);
  return found
    .filter(({ debits }) => debits.every(({ item }) => claims.get(item.id) === 1))
    .sort((a, b) => (a.creditId < b.creditId ? -1 : 1))
    .map(({ debits: _, ...one }) => one);
}

/** Money that a bank brought; a credit note belongs to whom it was issued to. */
function isReceipt({ kind, role, residualMinor, partyId, foreign }: OpenItem): boolean {
  return kind === 'payment' && role === 'receivable' && residualMinor < 0 && partyId !== null && foreign === null;
}

function foundFor({ item, line }: Receipt, index: Index, memory: Memory, multi: ReadonlySet<string>): Found | null {
  const { items, parties } = index;
  const holder = parties.get(item.partyId);
  const credit = items.slot(item.id);
  if (!holder || !credit) return null;
  const readings = textsOf(item, line).map((text) => readLine(text, items, parties, memory, multi));
  const pointed = pointsAt(credit, holder, readings, index);
  if (!pointed || !isOpen(item, pointed.debits) || isRefused(line, pointed, memory)) return null;
  const { partyId, debits } = pointed;
  if (isSettledOtherwise(debits, partyId, index)) return null;
  const allocations = [credit, ...debits].map(
    (slot): Allocation => ({ itemId: slot.item.id, amountMinor: slot.residual }),
  );
  const amount = because('letter-exact', { amountMinor: -credit.residual, currency: item.currency });
  return {
    creditId: item.id,
    holderId: holder.id,
    partyId,
    allocations,
    explained: takesItself(credit, index),
    reasons: [...pointed.reasons, amount],
    doubts: pointed.doubts,
    debits,
  };
}

/** What the bank wrote, and what the ledger says of it; each is read by itself. */
function textsOf(item: OpenItem, line: BankLine | null): BankLine[] {
  const amountMinor = -item.residualMinor;
  const written: BankLine = {
    id: item.id,
    account: '',
    entryRef: item.entry,
    bookingDay: item.day,
    valueDay: item.day,
    amountMinor,
    currency: item.currency,
    counterparty: null,
    counterpartyAccount: null,
    ultimateParty: null,
    endToEndId: null,
    mandateId: null,
    label: `${item.label} ${item.document ?? ''}`.trim(),
    references: [],
    bankCode: null,
    instructed: null,
    returnReason: null,
  };
  return line === null ? [written] : [{ ...line, amountMinor }, written];
}

/** Claims in the company's currency that were issued before the money came: nobody pays what he has not been asked for. */
function isOpen(receipt: OpenItem, debits: readonly Slot[]): boolean {
  return debits.every(
    ({ item, residual }) =>
      residual > 0 &&
      item.role === 'receivable' &&
      item.currency === receipt.currency &&
      item.foreign === null &&
      issueDay(item) <= receipt.day,
  );
}

/** The customer's own account has a credit for it already. */
function isSettledOtherwise(debits: readonly Slot[], partyId: PartyId, { items }: Index): boolean {
  const own = items.ofParty(partyId);
  const total = debits.reduce((sum, slot) => sum + slot.residual, 0);
  return own.some((slot) => slot.residual === -total) || debits.some((debit) => isLettered(debit, own));
}

/** The holder owes the same sum, or its account letters the receipt. */
function takesItself(credit: Slot, { items }: Index): boolean {
  const own = items.ofParty(credit.item.partyId);
  return own.some((slot) => slot.residual === -credit.residual) || isLettered(credit, own);
}

/** In a group that is no accident of sums. */
function isLettered(slot: Slot, own: readonly Slot[]): boolean {
  const groups = letter(own.map(({ item, residual }) => ({ ...item, residualMinor: residual })));
  return groups.some(
    ({ allocations, doubts }) =>
      allocations.some((it) => it.itemId === slot.item.id) && !doubts.some(({ key }) => ACCIDENTS.has(key)),
  );
}

const ACCIDENTS: ReadonlySet<string> = new Set(['chance', 'several']);

/** A person said of this bank line that it is not that customer's, or does not pay these items. */
function isRefused(
  line: BankLine | null,
  { partyId, debits }: { partyId: PartyId; debits: readonly Slot[] },
  { refusals }: Memory,
): boolean {
  if (line === null) return false;
  const ids = debits
    .map(({ item }) => item.id)
    .sort()
    .join(' ');
  return refusals.some(
    (it) =>
      it.fingerprint === fingerprint(line) && (it.wrongPartyId === partyId || [...it.itemIds].sort().join(' ') === ids),
  );
}
