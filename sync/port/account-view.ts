// What screens are told of customers and their accounts: who there is, what is open, and a whole account with its letters.
import type { Day } from '../model/day.ts';
import type { Action } from '../model/decision.ts';
import type { ItemRow } from './view.ts';

/** A customer found by name. */
export type PartyRow = { partyId: string; name: string; city: string | null };

/** One account of one customer, with what is open on it. */
export type AccountRow = {
  partyId: string | null;
  partyName: string | null;
  account: string;
  /** What is open on each side, both positive. */
  debitMinor: number;
  creditMinor: number;
  debits: number;
  credits: number;
  /** Debits and credits of some lines tie exactly: there is a proposal. */
  proposable: boolean;
};

/** What closed a line and can be taken back here: a decision in force. */
export type ClosedBy = { decisionId: string; action: Action; lineId: string | null };

/** A line of an account, lettered or not. `balanceMinor`: the account's balance after it, all earlier lines included. */
export type AccountLine = ItemRow & { balanceMinor: number; closedBy: ClosedBy | null };

/** Lines of an account in the order of their days. `years` counts the lines of each, whatever year is asked for. */
export type AccountBook = { lines: AccountLine[]; total: number; years: { year: number; lines: number }[] };

/** `year` null: all of them. `from` and `until` are both included. */
export type BookPlace = { year: { from: Day; until: Day } | null; offset: number; limit: number };

export type AccountQuestions = {
  /** Customers whose name holds every word, also those without an item; suppliers are left out. */
  searchParties(query: string, limit: number): Promise<PartyRow[]>;
  /** Accounts with open lines on both sides, those with a proposal first. */
  accountsToLetter(): Promise<AccountRow[]>;
  /** Every account that has a line, by name; what is open on it may be nil. */
  accountsOfAll(): Promise<AccountRow[]>;
  accountItems(partyId: string | null, account: string): Promise<ItemRow[]>;
  accountBook(partyId: string | null, account: string, place: BookPlace): Promise<AccountBook>;
};
