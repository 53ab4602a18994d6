// The numbers of judgement of explaining a batch credit, each with its unit and reason.

export const BATCH_POLICY = {
  /** Days that the bank may book a collection before or after the day asked for: weekends and holidays in a row. */
  daysMax: 6,
  /** Parts that one proposal names as not found; more would not be read. */
  doubtsMax: 5,
} as const;
