// What a person is about to accept on one bank line: amounts per open item, and what becomes of the difference. Pure.
import type { ClaimKind } from '../../../sync/model/claim.ts';
import type { Day } from '../../../sync/model/day.ts';
import type { Adjustment, AdjustmentKind, RestKind, Vat } from '../../../sync/model/match.ts';
import type { AcceptBody, CandidateView, ItemRow, LineDetail } from '../../../sync/port/view.ts';

/** `minor` null: what stands in the field is no amount. */
export type Take = { item: ItemRow; minor: number | null };

/**
 * leave: the item keeps what is missing as due; a claim does so too, and says why. The last four are what becomes of money that
 * no item takes.
 */
export type Choice = AdjustmentKind | 'leave' | ClaimKind | 'overpayment' | 'advance' | 'on-account' | 'refund';

/**
 * What a choice needs to be told besides its kind: the account and its VAT, the day a retention is due, a note to a claim.
 * `transferTo`: the line is an internal transfer, and this line its other half (null: not here yet).
 */
export type Facts = {
  account?: string;
  accountName?: string;
  vat?: Vat | null;
  dueDay?: Day;
  note?: string;
  transferTo?: string | null;
};

export type Draft = {
  amountMinor: number;
  currency: string;
  /** The candidate that it started from. */
  base: number | null;
  touched: boolean;
  partyId: string | null;
  partyName: string | null;
  takes: Take[];
  choice: Choice | null;
  facts: Facts;
  /** The candidate's own difference when no single choice says it; dropped once amounts are touched. */
  fixed: { adjustments: Adjustment[]; restMinor: number } | null;
  /** An item is in another currency than the line: the candidate is taken or left as it is. */
  foreign: boolean;
};

/** Puts another draft in the place of the one in view. */
export type ChangeDraft = (change: (draft: Draft) => Draft) => void;

export type Problem =
  | { kind: 'empty' }
  | { kind: 'unreadable'; itemId: string }
  | { kind: 'too-much'; itemId: string; excessMinor: number }
  | { kind: 'wrong-sign'; itemId: string }
  | { kind: 'choose' }
  | { kind: 'party' };

const RESTS: readonly Choice[] = ['overpayment', 'advance', 'on-account', 'refund'];
const STAYS_DUE: readonly Choice[] = ['leave', 'contested', 'undue-discount'];

/** The draft of a candidate, or an empty one when nothing is proposed. */
export function startDraft(detail: LineDetail, index: number): Draft {
  const candidate = detail.candidates[index];
  const { currency } = detail.line;
  const amountMinor = detail.toAllocateMinor;
  if (!candidate) {
    const { partyId, partyName } = detail.row;
    return {
      amountMinor,
      currency,
      base: null,
      touched: false,
      partyId,
      partyName,
      takes: [],
      choice: null,
      facts: {},
      fixed: null,
      foreign: false,
    };
  }
  const takes = candidate.allocations.map(({ allocatedMinor, ...item }) => ({ item, minor: allocatedMinor }));
  const foreign = takes.some(({ item }) => item.currency !== currency);
  const [first, ...others] = candidate.adjustments;
  const single = first && others.length === 0 && candidate.restMinor === 0;
  const plain = candidate.adjustments.length === 0;
  return {
    amountMinor,
    currency,
    base: index,
    touched: false,
    partyId: candidate.partyId,
    partyName: candidate.partyName,
    takes,
    choice: isReopening(candidate) ? 'on-account' : single && !foreign ? first.kind : null,
    facts: factsOf(candidate),
    fixed:
      foreign || !(single || plain) ? { adjustments: candidate.adjustments, restMinor: candidate.restMinor } : null,
    foreign,
  };
}

/** A collection or cheque that the bank took back: what it paid is due again, on the customer's account. */
function isReopening({ partyId, allocations, adjustments, reverses, signature }: CandidateView): boolean {
  const isReturn = reverses !== null || signature.startsWith('return');
  return isReturn && partyId !== null && allocations.length === 0 && adjustments.length === 0;
}

function factsOf({ adjustments, signature, reverses }: CandidateView): Facts {
  if (signature === 'transfer') return { transferTo: reverses };
  const [first] = adjustments;
  return first?.account === undefined ? {} : { account: first.account, vat: first.vat ?? null };
}

/** Is it an internal transfer as proposed? Once anything is chosen or ticked it is what was chosen. */
export function isTransfer(draft: Draft): boolean {
  return draft.facts.transferTo !== undefined && !draft.touched && draft.choice === null;
}

/** Received less allocated, in the line's currency: negative when money is missing. */
export function differenceOf(draft: Draft): number {
  if (draft.fixed) return draft.fixed.adjustments.reduce((total, it) => total + it.amountMinor, draft.fixed.restMinor);
  return draft.amountMinor - draft.takes.reduce((total, take) => total + (take.minor ?? 0), 0);
}

/** Money is missing, seen from the line's own direction: a refund that is too small is short as well. */
export function isShort(draft: Draft): boolean {
  return differenceOf(draft) * directionOf(draft) < 0;
}

/** The amounts as they will be posted: 'leave' takes what is missing off the last items first. */
export function effectiveTakes(draft: Draft): Take[] {
  if (!staysDue(draft.choice) || !isShort(draft)) return draft.takes;
  const direction = directionOf(draft);
  let missing = Math.abs(differenceOf(draft));
  const takes = [...draft.takes];
  for (let i = takes.length - 1; i >= 0 && missing > 0; i -= 1) {
    const take = takes[i];
    if (!take || take.minor === null || take.minor * direction <= 0) continue;
    const cut = Math.min(missing, Math.abs(take.minor));
    takes[i] = { ...take, minor: take.minor - cut * direction };
    missing -= cut;
  }
  return takes;
}

/** Does this choice leave what is missing due on the item? */
export function staysDue(choice: Choice | null): boolean {
  return choice !== null && STAYS_DUE.includes(choice);
}

/** Can this choice say the present difference? */
export function fits(draft: Draft, choice: Choice): boolean {
  if (draft.fixed) return draft.fixed.restMinor * directionOf(draft) > 0 && RESTS.includes(choice);
  if (differenceOf(draft) === 0) return false;
  if (choice === 'other') return true;
  if (choice === 'rounding' || choice === 'fx') return draft.takes.length > 0;
  if (choice === 'advance' || choice === 'refund') return !isShort(draft) && draft.amountMinor > 0;
  if (RESTS.includes(choice)) return !isShort(draft);
  return isShort(draft) && draft.takes.length > 0;
}

/** As of radio buttons one is chosen, and pressing it again keeps it: a key that confirms must never take away. */
export function choose(draft: Draft, choice: Choice): Draft {
  return fits(draft, choice) ? { ...draft, choice } : draft;
}

/** Makes a choice that needs facts; what was chosen before gives way. */
export function chooseWith(draft: Draft, choice: Choice, facts: Facts): Draft {
  return fits(draft, choice) ? { ...draft, choice, facts } : draft;
}

export function setAmount(draft: Draft, itemId: string, minor: number | null): Draft {
  return touch(
    draft,
    draft.takes.map((take) => (take.item.itemId === itemId ? { ...take, minor } : take)),
  );
}

/** Adds an item with what is left of the line, at most its residual; all of it when nothing is left. */
export function addItem(draft: Draft, item: ItemRow): Draft {
  if (draft.takes.some((take) => take.item.itemId === item.itemId)) return draft;
  return touch(draft, [...draft.takes, { item, minor: leftFor(draft, item) }]);
}

/** The whole line is this customer's, without an item of theirs yet. */
export function setParty(draft: Draft, partyId: string | null, partyName: string | null): Draft {
  return { ...touch(draft, []), partyId, partyName, choice: null, facts: {} };
}

export function removeItem(draft: Draft, itemId: string): Draft {
  return touch(
    draft,
    draft.takes.filter((take) => take.item.itemId !== itemId),
  );
}

/** Puts these items in the place of whatever was taken, as an advice says. */
export function takeAll(draft: Draft, takes: readonly Take[]): Draft {
  return touch(draft, [...takes]);
}

/** Fills one amount with what is left of the line. */
export function fillAmount(draft: Draft, itemId: string): Draft {
  const take = draft.takes.find((it) => it.item.itemId === itemId);
  if (!take) return draft;
  return setAmount(draft, itemId, leftFor(setAmount(draft, itemId, 0), take.item));
}

/** The first reason why this cannot be accepted; null when it can. */
export function problemOf(draft: Draft): Problem | null {
  if (isTransfer(draft)) return null;
  for (const { item, minor } of draft.foreign ? [] : draft.takes) {
    if (minor === null) return { kind: 'unreadable', itemId: item.itemId };
    if (minor * item.residualMinor < 0) return { kind: 'wrong-sign', itemId: item.itemId };
    const excessMinor = Math.abs(minor) - Math.abs(item.residualMinor);
    if (excessMinor > 0) return { kind: 'too-much', itemId: item.itemId, excessMinor };
  }
  if (draft.takes.length === 0 && draft.partyId === null && draft.choice !== 'other') return { kind: 'empty' };
  if (draft.fixed && draft.fixed.restMinor === 0) return null;
  if (differenceOf(draft) !== 0 && draft.choice === null)
    return { kind: draft.takes.length === 0 && draft.base === null && draft.partyId === null ? 'empty' : 'choose' };
  if (draft.choice && RESTS.includes(draft.choice) && draft.partyId === null) return { kind: 'party' };
  return null;
}

/** The differences that the choice posts, for what amounts leave open. */
export function differencesOf(draft: Draft): Adjustment[] {
  return adjustmentsOf(draft, differenceOf(draft));
}

/** What is sent: allocations + adjustments + rest make the line's amount, or this throws. */
export function bodyOf(draft: Draft): AcceptBody {
  const allocations = effectiveTakes(draft).flatMap(({ item, minor }) =>
    minor === null || minor === 0 ? [] : [{ itemId: item.itemId, amountMinor: minor }],
  );
  const { choice } = draft;
  const left = staysDue(choice) ? 0 : differenceOf(draft);
  const rest = restOf(choice);
  const adjustments = draft.fixed ? draft.fixed.adjustments : left === 0 ? [] : adjustmentsOf(draft, left);
  const total = [...allocations, ...adjustments].reduce((sum, it) => sum + it.amountMinor, 0);
  if (!draft.fixed && rest === 'none' && total !== draft.amountMinor) {
    throw new Error('the draft does not add up to the line');
  }
  const body = { candidate: draft.touched ? null : draft.base, partyId: draft.partyId, allocations, adjustments, rest };
  const claims = claimsOf(draft);
  return claims.length === 0 ? body : { ...body, claims };
}

function restOf(choice: Choice | null): RestKind {
  return choice === 'overpayment' || choice === 'advance' || choice === 'on-account' || choice === 'refund'
    ? choice
    : 'none';
}

function adjustmentsOf({ choice, facts }: Draft, amountMinor: number): Adjustment[] {
  if (choice === null || choice === 'leave' || choice === 'contested' || choice === 'undue-discount') return [];
  if (restOf(choice) !== 'none') return [];
  const kind = choice as AdjustmentKind;
  if (kind === 'retention') return [{ kind, amountMinor, ...(facts.dueDay ? { dueDay: facts.dueDay } : {}) }];
  if (kind !== 'other') return [{ kind, amountMinor }];
  const vat = facts.vat ? { vat: facts.vat } : {};
  return [{ kind, amountMinor, ...(facts.account ? { account: facts.account } : {}), ...vat }];
}

/** One claim for each item that keeps something due. */
function claimsOf(draft: Draft): NonNullable<AcceptBody['claims']> {
  const { choice, facts, takes } = draft;
  if (choice !== 'contested' && choice !== 'undue-discount') return [];
  return effectiveTakes(draft).flatMap(({ item, minor }, i) => {
    const amountMinor = Math.abs((takes[i]?.minor ?? 0) - (minor ?? 0));
    if (amountMinor === 0 || item.residualMinor < 0) return [];
    return [{ kind: choice, itemId: item.itemId, amountMinor, ...(facts.note ? { note: facts.note } : {}) }];
  });
}

function touch(draft: Draft, takes: Take[]): Draft {
  const parties = new Map(takes.map(({ item }) => [item.partyId, item.partyName]));
  const [only] = parties;
  const party =
    takes.length === 0 || !only ? [draft.partyId, draft.partyName] : parties.size === 1 ? only : [null, null];
  const next = { ...draft, takes, touched: true, fixed: null, partyId: party[0] ?? null, partyName: party[1] ?? null };
  return next.choice && !fits(next, next.choice) ? { ...next, choice: null, facts: {} } : next;
}

function leftFor(draft: Draft, item: ItemRow): number {
  const left = differenceOf(draft);
  if (left * item.residualMinor <= 0) return item.residualMinor;
  return Math.abs(left) < Math.abs(item.residualMinor) ? left : item.residualMinor;
}

function directionOf(draft: Draft): 1 | -1 {
  return draft.amountMinor < 0 ? -1 : 1;
}
