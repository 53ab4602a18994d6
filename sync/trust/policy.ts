// Every number of judgement of earned trust, with its unit and its reason.

export const TRUST = {
  /** Days after which a confirmation counts half: customers and banks change their ways within a year or two. */
  halfLifeDays: 365,
  /** Half-lives after which an outcome counts for nothing: a thirty-second part moves no bound. */
  halfLivesMax: 5,
  /** Confirmations of one payer in one class count up to this many: one customer repeats himself and proves nothing about others. */
  confirmedPerPayerMax: 20,
  /**
   * Confirmed proposals of a class after its error before a manager may switch it on again: about a week of an ordinary
   * class, long enough that a new habit of a payer or bank shows itself again.
   */
  confirmedAfterError: 20,
  /** One unattended match in so many is shown for a look: 2 %, some three a day where 150 are settled alone. */
  sampleOneIn: 50,
} as const;
