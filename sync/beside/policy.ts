// The numbers of judgement about items beside customers, each with its unit and reason.

export const BESIDE_POLICY = {
  /** Days between the registering of a payment and its slip on the statement: a month of holidays in between. */
  slipDaysMax: 31,
  /** Days that a slip may stand on the statement before its payments are registered: she books from the statement. */
  slipDaysAhead: 6,
  /** Payments of which a slip may be some; with more, sums tie by accident. */
  slipItemsMax: 40,
  /** Payments in one slip, and steps of the search for them. */
  slipSizeMax: 12,
  slipNodesMax: 60_000,
  /** Candidates shown for one line, as the engine shows. */
  candidatesMax: 5,
} as const;
