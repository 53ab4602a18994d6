// What sync needs of an ERP. The ERP is the book of record: it is read before and after every write.
import type { Fault, FaultCode } from '../fault/index.ts';
import type { ChartFacts } from '../model/chart.ts';
import type { BankAccount, Company } from '../model/company.ts';
import type { Day } from '../model/day.ts';
import type { EntryLine } from '../model/entry.ts';
import type { AccountBalance, LedgerAccount, LedgerLine, LedgerLineId, Settlement } from '../model/ledger.ts';
import type { Currency } from '../model/money.ts';
import type { Party, PartyId } from '../model/party.ts';
import type { BankLine } from '../model/statement.ts';

/** One page of a pull; pages come in any number and order. The last is `end`, or `refused`. */
export type PullPage =
  /** `from`, `to`: the days that ledger files cover. `inForce`: which of the given files count; the others were replaced. */
  | {
      kind: 'company';
      siren: string | null;
      from: Day | null;
      to: Day | null;
      source: string;
      inForce?: number[];
      name?: string;
      currency?: Currency;
    }
  /** `chart`: of an ERP with a chart of its own, whose rows come in one page. */
  | { kind: 'accounts'; rows: LedgerAccount[]; chart?: ChartFacts }
  | { kind: 'bank-accounts'; rows: BankAccount[] }
  | { kind: 'parties'; rows: Party[] }
  | { kind: 'lines'; rows: LedgerLine[] }
  | { kind: 'settlements'; rows: Settlement[] }
  /** All accounts of parties: whoever is not named has none (any more). */
  | { kind: 'ibans'; rows: { partyId: PartyId; ibans: string[] }[] }
  | { kind: 'statements'; rows: ErpStatement[] }
  | { kind: 'bank-lines'; rows: ErpBankLine[] }
  /** Everything of a kind that exists in the ERP now: what is not named is gone. */
  | { kind: 'standing'; of: 'lines' | 'settlements' | 'bank-lines'; ids: string[] }
  | { kind: 'books'; books: Books }
  /** What came since the last mark is a whole; a pull that is cut may go on from here. */
  | { kind: 'mark'; cursor: string; done: number; total: number }
  /** Balance of every account of the ledger, debit positive: the independent control of what we keep. */
  | { kind: 'balances'; rows: AccountBalance[] }
  | { kind: 'warning'; fault: Fault }
  /** The pull cannot be trusted: drop everything that it gave. */
  | { kind: 'refused'; faults: Fault[] }
  /** `snapshot`: what this pull did not name no longer exists. `cursor`: where the next pull may start. */
  | { kind: 'end'; snapshot: boolean; cursor: string | null };

/** A statement as the ERP keeps it; lines that it keeps without one stand under their journal. */
export type ErpStatement = {
  id: string;
  journal: string;
  number: string | null;
  day: Day | null;
  openingMinor: number | null;
  closingMinor: number | null;
};

/**
 * A statement line as the ERP keeps it. `ledgerLineIds`: its line on the bank's account, once something stands against all of
 * it; empty while it waits in suspense, `waitingMinor` of it in the company's currency, signed as the line. `waitingOwnMinor`:
 * the same in the line's currency, where that is another one and the ERP says it. `ours`: the bank line here that we made it of.
 */
export type ErpBankLine = {
  line: BankLine;
  journal: string;
  statement: string;
  ledgerLineIds: LedgerLineId[];
  waitingMinor: number;
  waitingOwnMinor?: number | null;
  ours: string | null;
};

/** What the ERP says about its books as a whole. */
export type Books = {
  /** Entries up to these days cannot be changed: at all, and where taxes are involved. */
  lockedUntil: Day | null;
  taxLockedUntil: Day | null;
  /** When the key stops working; null when it does not, or nobody can tell. */
  keyUntil: Day | null;
  /** The ERP holds older records than it showed before: it was restored from a backup. */
  restored: boolean;
};

/** A file that somebody attached to a statement in the ERP. */
export type Attached = { id: string; name: string; bytes: Uint8Array };

/** A bank line to be made in the ERP; `id` comes back as `ours`. */
export type NewBankLine = { line: BankLine; journal: string; statementId: string };

export type NewStatement = {
  id: string;
  journal: string;
  number: string | null;
  day: Day;
  openingMinor: number | null;
  closingMinor: number | null;
};

/** What stands in the ERP afterwards; a day that is not the line's own was moved by the ERP. */
export type MadeBankLine = { id: string; erpId: string; day: Day };

/** One thing to write: a bank line's entry (`lineId`, the ERP's own name of it), or ledger items to join without one. */
export type Posting = {
  decisionId: string;
  lineId: string | null;
  day: Day;
  entry: EntryLine[];
  settlements: Settlement[];
  /** Who decided, for the note that the ERP keeps. */
  by?: string;
  /** Matches of the ledger, by their own ids, that come off first: a receipt that was returned is free again. */
  releases?: readonly Settlement[];
  /** Residual of each item as it was decided on, of a foreign bank line in its currency: an item that moved since is refused. */
  before?: Readonly<Record<LedgerLineId, number>>;
  /** Whose each item was when it was decided on: one that is another's since is refused. */
  parties?: Readonly<Record<LedgerLineId, PartyId | null>>;
  /** Warnings that a person has read and accepts; unaccepted they refuse. */
  accepted?: readonly FaultCode[];
};

export type Receipt = { decisionId: string; facts: Record<string, string | number> };

/** Takes a locked posting back on an open day; without an entry its matches alone come off. `firstDay`: the first open one. */
export type Inverse = { day: Day; firstDay: Day; entry: EntryLine[] };

/** Something here that the ERP has a page for: a customer, a ledger line, or a bank line by the ERP's name. */
export type ErpThing = { kind: 'party' | 'item' | 'line'; id: string };

/** Its record there: model and number as the ERP's own pages name them, and an address to open it by. */
export type ErpRecord = { model: string; id: number; url: string };

/** The steps of setting an ERP up, in their order. */
export type CheckStep =
  | 'address'
  | 'database'
  | 'key'
  | 'rights'
  | 'journals'
  | 'accounts'
  | 'locks'
  | 'tax'
  | 'reading';

/** `step`: of an ERP, where in its set-up this belongs. */
export type Check = { name: string; ok: boolean; says: { fr: string; en: string }; step?: CheckStep };

export type Erp = {
  readonly name: string;
  /** What this host can do; an ability that it lacks is false, never an absent method. */
  readonly can: { write: boolean; undo: boolean; attached: boolean; lines: boolean };
  check(): Promise<Check[]>;
  pull(cursor: string | null): AsyncIterable<PullPage>;
  /**
   * What the ledger itself says now of its accounts of customers and in suspense, at the end of a day: asked by sums, never
   * by the lines that a pull brings. Null for a day before which it keeps no detail here.
   */
  balances(asOf: Day): Promise<AccountBalance[] | null | Fault>;
  /** Lines on these accounts that are new or changed there since an instant, latest first, some few. */
  changed(since: string, accounts: readonly string[]): Promise<LedgerLine[] | Fault>;
  /** Writes it once, however often it is asked: what stands there already is found by reading, and what is missing is done. */
  post(posting: Posting): Promise<Receipt | Fault>;
  /** What posting this would do besides what it says: warnings that a person reads before. */
  foresee(posting: Posting): Promise<Fault[]>;
  /** Takes a posting back by its inverse; taken back already, it is done. `on`: the open day of the inverse of what is locked. */
  undo(receipt: Receipt, on?: Day): Promise<Receipt | Fault>;
  /** What an undo leaves behind, or cannot do, said before. */
  foreseeUndo(receipt: Receipt): Promise<Fault[]>;
  /**
   * What undoing this on an open day (`on`, else the first) would post, null where no lock is over it. What is answered is what
   * `undo` with that day posts. Faults: undo-no-inverse, period-locked where that day is locked too.
   */
  inverse(receipt: Receipt, on?: Day): Promise<Inverse | null | Fault>;
  /** The ERP's own record of something here; not-found where it has no page for it. */
  find(thing: ErpThing): Promise<ErpRecord | Fault>;
  /** Statement files that were attached after this one (null: all), oldest first. */
  attached(after: string | null): AsyncIterable<Attached | Fault>;
  /** Makes statement lines, once each however often it is asked, and reads back what became of them. */
  makeLines(statements: readonly NewStatement[], lines: readonly NewBankLine[]): Promise<MadeBankLine[] | Fault>;
};

/** Opens the ERP of a company; null for one whose books are files. */
export type Erps = { open(company: Company): Erp | null };

/** What a connector gets of the outside; it never reads environment, time or console by itself. */
export type World = {
  fetch: typeof fetch;
  clock: import('./clock.ts').Clock;
  log: import('./log.ts').Log;
  signal: AbortSignal;
};
