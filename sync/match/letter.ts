// Lettering without a bank line: which credits already in the ledger settle which debits of the same account and customer.
import type { LedgerLineId, OpenItem } from '../model/ledger.ts';
import type { Allocation, Reason } from '../model/match.ts';
import type { PartyId } from '../model/party.ts';
import { byId, OpenItems, type Slot } from './open-items.ts';
import { SUM } from './policy.ts';
import { readLabel } from './reading/label.ts';
import { readNumbers } from './reading/number.ts';
import { because } from './situation.ts';
import { chanceOf, expectedByChance, findSums } from './subset.ts';

/** Items of one account and one customer whose residuals sum to zero. `certain`: nothing else in the account ties as well. */
export type LetterGroup = {
  account: string;
  partyId: PartyId | null;
  currency: string;
  /** Each item falls to nil; debits positive, credits negative, the sum is zero. */
  allocations: Allocation[];
  certain: boolean;
  reasons: Reason[];
  doubts: Reason[];
};

type Found = { slots: readonly Slot[]; certain: boolean; reasons: Reason[]; doubts: Reason[] };

/**
 * Groups to letter, surest first within each account: named by the credit's label, one debit of the amount, the whole
 * account, and sums that only one choice of debits makes. An item is in one group at most.
 */
export function letter(items: readonly OpenItem[]): LetterGroup[] {
  const index = new OpenItems();
  for (const item of items) if (item.residualMinor !== 0) index.add(item);
  const accounts = new Map<string, Slot[]>();
  for (const item of items) {
    const slot = index.slot(item.id);
    if (!slot || slot.paid) continue;
    const key = `${item.account}|${item.partyId ?? ''}|${item.currency}`;
    const list = accounts.get(key);
    if (list) list.push(slot);
    else accounts.set(key, [slot]);
  }
  return [...accounts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, slots]) => letterAccount(slots.sort(byId), index));
}

function letterAccount(slots: readonly Slot[], index: OpenItems): LetterGroup[] {
  const credits = slots.filter((slot) => slot.residual < 0);
  const debits = slots.filter((slot) => slot.residual > 0);
  if (credits.length === 0 || debits.length === 0) return [];
  const used = new Set<LedgerLineId>();
  const groups: LetterGroup[] = [];
  const isFree = (slot: Slot) => !used.has(slot.item.id);
  const take = (found: Found | null) => {
    if (!found?.slots.every(isFree)) return;
    for (const slot of found.slots) used.add(slot.item.id);
    groups.push(groupOf(found));
  };
  for (const credit of credits) take(named(credit, debits.filter(isFree), index));
  // Lines of nobody, or of passers-by on one account, are joined by their numbers only: a balance of them means nothing.
  if (slots[0]!.item.partyId === null) return groups;
  for (const credit of credits.filter(isFree)) take(single(credit, credits, debits, isFree));
  take(whole(slots.filter(isFree)));
  for (const credit of credits.filter(isFree)) take(several(credit, debits.filter(isFree)));
  return groups;
}

/** The credit's label or number names debits that make it exactly. */
function named(credit: Slot, debits: readonly Slot[], index: OpenItems): Found | null {
  const label = readLabel({
    label: `${credit.item.label} ${credit.item.document ?? ''}`,
    references: [],
    endToEndId: null,
  });
  const mentions = readNumbers(label, index).mentions.filter((mention) => mention.kind !== 'weak' && !mention.excluded);
  const slots = debits.filter((slot) => mentions.some((mention) => mention.slots.includes(slot)));
  if (slots.length === 0 || total(slots) !== -credit.residual) return null;
  const number = slots[0]!.item.document ?? '';
  const reason =
    slots.length === 1 ? because('letter-reference', { number }) : because('reference-list', { count: slots.length });
  return { slots: [credit, ...slots], certain: true, reasons: [reason, equal(credit)], doubts: [] };
}

/** One debit of the credit's amount; certain when neither side has a second one. */
function single(
  credit: Slot,
  credits: readonly Slot[],
  debits: readonly Slot[],
  isFree: (slot: Slot) => boolean,
): Found | null {
  const same = debits.filter((slot) => slot.residual === -credit.residual);
  const first = [...same].filter(isFree).sort(earliest)[0];
  if (!first) return null;
  const alone = same.length === 1 && credits.filter((slot) => slot.residual === credit.residual).length === 1;
  return {
    slots: [credit, first],
    certain: alone,
    reasons: alone ? [equal(credit), because('letter-only')] : [equal(credit)],
    doubts: alone ? [] : [because('letter-twin')],
  };
}

function whole(slots: readonly Slot[]): Found | null {
  if (slots.length < 2 || total(slots) !== 0) return null;
  // Everything that is open cancels out: no other choice of lines could.
  return { slots, certain: true, reasons: [because('letter-account')], doubts: [] };
}

/** Two to five debits that make the credit, if only one choice does. */
function several(credit: Slot, debits: readonly Slot[]): Found | null {
  if (debits.length > SUM.itemsMax) return null;
  const amounts = debits.map((slot) => slot.residual);
  const sizeMax = debits.length > SUM.itemsLarge ? SUM.sizeMaxLarge : SUM.sizeMax;
  const { solutions, finished } = findSums(amounts, -credit.residual, { sizeMin: 2, sizeMax, nodesMax: SUM.nodesMax });
  const first = solutions[0];
  if (!first) return null;
  const only = finished && solutions.length === 1;
  const likely = chanceOf(expectedByChance(amounts, sizeMax, -credit.residual)) === 'rare';
  return {
    slots: [credit, ...first.map((place) => debits[place]!)],
    certain: only && likely,
    reasons: only ? [equal(credit), because('letter-only')] : [equal(credit)],
    doubts: only ? (likely ? [] : [because('chance')]) : [because('several')],
  };
}

function groupOf({ slots, certain, reasons, doubts }: Found): LetterGroup {
  const { account, partyId, currency } = slots[0]!.item;
  const allocations = [...slots].sort(byId).map((slot) => ({ itemId: slot.item.id, amountMinor: slot.residual }));
  if (total(slots) !== 0) throw new Error(`match: a letter group of account ${account} does not balance`);
  return { account, partyId, currency, allocations, certain, reasons, doubts };
}

function equal(credit: Slot): Reason {
  return because('letter-exact', { amountMinor: -credit.residual, currency: credit.item.currency });
}

function earliest(a: Slot, b: Slot): number {
  const left = a.item.dueDay ?? a.item.day;
  const right = b.item.dueDay ?? b.item.day;
  return left === right ? byId(a, b) : left < right ? -1 : 1;
}

function total(slots: readonly Slot[]): number {
  return slots.reduce((sum, slot) => sum + slot.residual, 0);
}
