// Every number of judgement of the engine, with its unit and its reason; a company may change those of `Policy`.

export type Policy = {
  /** Share (0 to 1) that the 95 % lower bound of "was right" must reach before a class of evidence acts alone. */
  target: number;
  /** Minor units a line may be short and still be closed unattended: the company's written tolerance. Off by default, 5 at most. */
  centsTolerance: number;
  /** Minor units that look like rounding: proposed as such, never closed alone. */
  roundingMax: number;
  /** Minor units, and share of the amount in basis points, up to which a shortfall looks like a bank's fee. */
  feeMax: number;
  feeMaxBp: number;
  /** An error in the company's own books weighs as much as so many cases on made-up ledgers: those may lack its kind altogether. */
  ownErrorWeight: number;
};

export const POLICY: Policy = {
  target: 0.98,
  centsTolerance: 0,
  roundingMax: 99,
  // Correspondent banks take 5 to 25 for a transfer; more than a fifth of the amount is a part payment, not a fee.
  feeMax: 3000,
  feeMaxBp: 2000,
  ownErrorWeight: 10,
};

/** Bounds on work per line, so that time does not grow with the ledger. */
export const LIMITS = {
  /** Open items of one amount above which the amount is no key. */
  amountListMax: 64,
  /** UTF-16 units of a label that are read; remittance of one payment is 140, batches join several. */
  labelMax: 2_000,
  chunksMax: 400,
  /** Pieces that make one number: FA - 2026 - 01 - 00012 - A. */
  numberPiecesMax: 5,
  mentionsMax: 400,
  /** Numbers in "101 to 140": longer ranges are typing errors. */
  rangeMax: 40,
  /** Hypotheses kept for a line, and shown. */
  hypothesesMax: 16,
  candidatesMax: 5,
  /** Numbering series tried when a number is written short. */
  seriesMax: 12,
  /** Customers that share a word of a name; above, the word says nothing. */
  wordListMax: 400,
  /** Customers of a similar name whose sums are compared; with more, no sum is certain. */
  similarMax: 3,
  /** Customers of a common word that are looked through for a second word of the name. */
  wordListScanned: 50_000,
  /** Items of a payer that are compared with a damaged number, or searched for tails. */
  damagedComparedMax: 60,
} as const;

/** The exact search for sums: a search that is not finished proves nothing. */
export const SUM = {
  /** Items in a sum without any reference; above, sums say nothing. */
  sizeMax: 5,
  /** With more open items than this, sums of at most `sizeMaxLarge`. */
  itemsLarge: 40,
  sizeMaxLarge: 3,
  /** With more than this, no sums at all. */
  itemsMax: 200,
  nodesMax: 60_000,
  /**
   * Expected number of accidental sums of the size found: below `rare` a sum is evidence, above `common` it is chance.
   * Of all sizes together it may be `wideRare`: those of the other sizes were looked for and not found.
   */
  rare: 0.01,
  common: 0.1,
  wideRare: 0.25,
  /**
   * Beside one item of exactly the amount a sum is taken for the accident when the customer's items make so many times more
   * sums of that size than there are items: then a sum ties by accident so many times more often than an item does.
   */
  accidentsPerItem: 25,
  /** Named items of which a subset may pay. */
  namedMax: 24,
} as const;

/** Points for ranking only; they never decide anything unattended. */
export const POINTS = {
  reference: {
    whole: 45,
    scheme: 46,
    order: 42,
    e2e: 46,
    short: 40,
    joined: 36,
    tail: 38,
    range: 34,
    damaged: 20,
    cut: 16,
    period: 18,
    weak: 22,
    none: 0,
  },
  amount: {
    exact: 30,
    instructed: 30,
    discount: 28,
    'late-discount': 12,
    cents: 18,
    fee: 12,
    part: 8,
    short: 0,
    over: 4,
    converted: 6,
    rest: 0,
  },
  payer: {
    account: 22,
    alias: 20,
    ultimate: 20,
    name: 19,
    near: 15,
    part: 11,
    text: 12,
    group: 8,
    homonym: 8,
    conflict: 4,
    other: 0,
    collective: 6,
    public: 8,
    stranger: 2,
    absent: 4,
    'name-other': 0,
  },
  extent: {
    one: 3,
    list: 2,
    'sum-2': -6,
    'sum-3': -8,
    'sum-5': -10,
    balance: -2,
    subset: -14,
    credit: -8,
    completed: -10,
    offset: -2,
    lot: 0,
  },
  doubt: -6,
  /** Less than one doubt: a habit decides between equals. */
  habit: 5,
} as const;

/** Digits of information a bare number needs before it names an item by itself: 10^digits against the items of that amount. */
export const NUMBER_DIGITS_STRONG = 5;

/** Days by which an invoice may be dated after the money that pays it unnamed: payment with the order, invoiced on delivery. */
export const ADVANCE_DAYS_MAX = 31;

/** Days within the month on which a subscription is invoiced in the month that it is for. */
export const PERIOD_DAY_MAX = 5;
