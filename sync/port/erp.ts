// What sync needs of an ERP. The ERP is the book of record: it is read before and after every write.
import type { Fault, FaultCode } from '../fault/index.ts';
import type { BankAccount } from '../model/company.ts';
import type { Day } from '../model/day.ts';
import type { EntryLine } from '../model/entry.ts';
import type { LedgerAccount, LedgerLine, LedgerLineId, Settlement } from '../model/ledger.ts';
import type { Party } from '../model/party.ts';

/** One page of a pull; pages come in any number and order. The last is `end`, or `refused`. */
export type PullPage =
  /** `inForce`: of a ledger read from files, which of the given ones count; the others were replaced. */
  | { kind: 'company'; siren: string | null; from: Day; to: Day; source: string; inForce?: number[] }
  | { kind: 'accounts'; rows: LedgerAccount[] }
  | { kind: 'bank-accounts'; rows: BankAccount[] }
  | { kind: 'parties'; rows: Party[] }
  | { kind: 'lines'; rows: LedgerLine[] }
  | { kind: 'settlements'; rows: Settlement[] }
  /** Balance of every account of the ledger, debit positive: the independent control of what we keep. */
  | { kind: 'balances'; rows: { account: string; balanceMinor: number }[] }
  | { kind: 'warning'; fault: Fault }
  /** The pull cannot be trusted: drop everything that it gave. */
  | { kind: 'refused'; faults: Fault[] }
  /** `snapshot`: what this pull did not name no longer exists. `cursor`: where the next pull may start. */
  | { kind: 'end'; snapshot: boolean; cursor: string | null };

/** One thing to write: a bank line's entry (`lineId`), or ledger items to join without one. */
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
  /** Residual of each item as it was decided on: an item that moved since is refused. */
  before?: Readonly<Record<LedgerLineId, number>>;
  /** Warnings that a person has read and accepts; unaccepted they refuse. */
  accepted?: readonly FaultCode[];
};

export type Receipt = { decisionId: string; facts: Record<string, string | number> };

export type Check = { name: string; ok: boolean; says: { fr: string; en: string } };

export type Erp = {
  readonly name: string;
  /** What this host can do; an ability that it lacks is false, never an absent method. */
  readonly can: { write: boolean; undo: boolean };
  check(): Promise<Check[]>;
  pull(cursor: string | null): AsyncIterable<PullPage>;
  /** Writes it once, however often it is asked: what stands there already is found by reading, and what is missing is done. */
  post(posting: Posting): Promise<Receipt | Fault>;
  /** What posting this would do besides what it says: warnings that a person reads before. */
  foresee(posting: Posting): Promise<Fault[]>;
  /** Takes a posting back by its inverse; taken back already, it is done. `on`: the day of an inverse entry whose own is locked. */
  undo(receipt: Receipt, on?: Day): Promise<Receipt | Fault>;
  /** What an undo leaves behind, or cannot do, said before. */
  foreseeUndo(receipt: Receipt): Promise<Fault[]>;
};

/** What a connector gets of the outside; it never reads environment, time or console by itself. */
export type World = {
  fetch: typeof fetch;
  clock: import('./clock.ts').Clock;
  log: import('./log.ts').Log;
  signal: AbortSignal;
};
