// The numbers of judgement of ticking, each with its unit and reason.

export const TICK_POLICY = {
  /** Days that a reference found on both sides may lie apart: a cheque is booked when written and cashed weeks later. */
  referenceDaysMax: 31,
  /** Movements of one amount that may share a number before it stops being a reference. */
  referenceMovesMax: 20,
  /** Days by which the ledger may be later than the bank: bookkeepers who enter a statement once a week or ten days. */
  laterDaysMax: 10,
  /** Days by which the ledger may be earlier: a deposit is booked when it is brought to the bank. */
  earlierDaysMax: 5,
  /** Amounts that are a multiple of this (minor units) meet by chance: they need the same words on both sides. */
  roundMinor: 1000,
  /** A word shorter than this many letters says nothing about who pays. */
  wordLettersMin: 3,
  /** A word cut by a bank's field keeps at least this many letters, or it may be another word. */
  cutLettersMin: 5,
  /** A number shorter than this many digits is no reference, unless it is printed longer with zeros in front. */
  referenceDigitsMin: 4,
  /** Digits that such a number needs behind its zeros. */
  significantDigitsMin: 2,
  /** Ledger lines of one day among which a slip is looked for; beyond, sums meet by chance. */
  slipChoiceMax: 24,
  /** Cheques or debits of one slip. */
  slipLinesMax: 12,
  /** Equal amounts of one customer for which the best order is computed; beyond, each takes the first that is near. */
  orderedPairsMax: 200,
} as const;
