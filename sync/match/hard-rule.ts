// What no count of past successes may override: cases that only a person settles.
import { IDENTIFIED } from './evidence/payer.ts';
import type { Policy } from './policy.ts';
import type { Judged } from './signature.ts';

/** References that name an item by themselves, and those that only say which of a known customer's items. */
const STRONG = new Set(['whole', 'scheme', 'e2e']);
const SUPPORTED = new Set(['order', 'short', 'joined', 'tail', 'range']);
/** Numbers that are there, though not whole. */
const DAMAGED = new Set(['damaged', 'cut']);
/** Payers who agree with the customer in some way, enough beside a reference of the second kind. */
const AGREES = new Set([...IDENTIFIED, 'part', 'homonym', 'text', 'group']);
/** Payers whose own name or account fits the customer, enough beside a whole number to take an announced part. */
const NAMES_ITSELF = new Set([...IDENTIFIED, 'part', 'homonym']);
/** Ties that leave no difference that nobody granted. */
const CLEAN = new Set(['exact', 'discount', 'instructed']);
/** Choices of items that are complete by themselves. */
const COMPLETE = new Set(['one', 'list', 'sum-2', 'sum-3', 'sum-5', 'balance']);

/** Doubts that stop everything, and those that stop a match without a whole reference, or without anything said of the payer. */
const FORBIDDING = new Set([
  'twin',
  'number-shared',
  'second',
  'several',
  'unfinished',
  'chance',
  'payer-owes-same',
  'group-same',
  'homonym-owes-same',
  'names-similar',
  'cites-paid',
  'cites-other',
  'names-other',
  'claimed',
  'same-money',
  'period-other',
  'issued-too-late',
  'owner-pays',
  'sent-back',
  'corrected',
  'number-of-what',
  'list-mixed',
  'on-account',
  'form-other',
  'completes-other',
  'passed-over',
  'number-goes-on',
  'name-cut',
  'name-twice',
  'account-lent',
  'word-on-behalf',
  'other-customer',
  'insolvent',
  'doubtful',
  'special-account',
  'factor-pays',
  'money-out',
  'word-return',
  'word-internal',
  'word-refund',
  'word-compensation',
  'word-negation',
  'subset',
]);
const FORBIDDING_WITHOUT_REFERENCE = new Set([
  'cites-unknown',
  'word-cheque',
  'word-card',
  'shared-account',
  'word-dispute',
  'word-partial',
  'count-other',
  'amount-other',
  'word-purpose',
  'word-unknown',
]);

/** The name of the rule that forbids settling this alone, or null. */
export function forbids(judged: Judged, policy: Policy): string | null {
  const { parts, guess, doubts } = judged;
  const strong = STRONG.has(parts.reference);
  const sure = strong && parts.payer !== 'absent';
  const blocking = doubts.find(
    (doubt) => FORBIDDING.has(doubt.key) || (!sure && FORBIDDING_WITHOUT_REFERENCE.has(doubt.key)),
  );
  if (blocking) return blocking.key;
  if (guess.shares.length === 0) return 'nothing-ties';
  if (!COMPLETE.has(guess.extent)) return guess.extent;
  const cents = guess.tie === 'cents' && Math.abs(guess.adjustments[0]?.amountMinor ?? 0) <= policy.centsTolerance;
  const part = guess.tie === 'part' && guess.shares.length === 1;
  if (!CLEAN.has(guess.tie) && !cents && !part) return 'difference';
  if (part && !(strong && NAMES_ITSELF.has(parts.payer))) return 'part';
  if (strong) return null;
  // Public accountants pay by engagement and order numbers, for everybody: the number and the amount say for whom.
  if (parts.reference === 'order' && parts.payer === 'public') return null;
  // Firms of a group, or of one name, number their orders each by itself.
  if (parts.reference === 'order' && (parts.payer === 'group' || (parts.payer === 'homonym' && hasShortOrder(judged))))
    return 'reference-alone';
  if (SUPPORTED.has(parts.reference)) return AGREES.has(parts.payer) ? null : 'reference-alone';
  // A sum that may be an accident is no proof.
  if (guess.proof.chance !== 'rare') return 'chance';
  // A damaged number, the amount and a name that few share agree; one of the three alone would not do.
  if (DAMAGED.has(parts.reference) && parts.payer === 'homonym') return null;
  return IDENTIFIED.has(parts.payer) ? null : 'amount-alone';
}

/** An order number that two firms may well have both: long ones differ. */
function hasShortOrder({ guess }: Judged): boolean {
  return guess.shares.some(({ slot }) => slot.order.length < ORDER_LENGTH_SURE);
}

/** Characters from which an order number is one firm's. */
const ORDER_LENGTH_SURE = 8;
