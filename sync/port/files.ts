// What sync needs of the files that people bring: to unpack them, to know them by content, to open and to write ledgers.
import type { Fault } from '../fault/index.ts';
import type { BankAccount, Company } from '../model/company.ts';
import type { Day } from '../model/day.ts';
import type { LedgerAccount, LedgerLineId } from '../model/ledger.ts';
import type { Party } from '../model/party.ts';
import type { Format, Language, Sheet } from '../model/sheet.ts';
import type { TableChoice } from '../model/table.ts';
import type { CollectionEvent, CollectionKind } from './collection.ts';
import type { Erp, Posting } from './erp.ts';
import type { ReadEvent } from './reader.ts';

export type DeskFile = { name: string; bytes: Uint8Array };

/** Ledger lines of one account and party whose debits equal their credits, to be joined by one letter. */
export type LetterGroup = { itemIds: LedgerLineId[]; day: Day };

export type DeskFiles = {
  /** The files inside an archive (within bounds on their number and size); the file itself when it is no archive. */
  unpack(file: DeskFile): Promise<DeskFile[] | Fault>;
  /** The events of a bank file, a table by this choice; a file that no reader knows is refused as `file-unknown`. */
  readBank(file: DeskFile, choice: TableChoice | null): AsyncIterable<ReadEvent>;
  /** Several files as one archive of that name. */
  pack(name: string, files: readonly DeskFile[]): DeskFile;
  /** Of a file of our own collections, of their rejects or of our cheque slips: which, by its first bytes; else null. */
  collectionKind(head: Uint8Array): CollectionKind | null;
  readCollections(file: DeskFile): AsyncIterable<CollectionEvent>;
  /** Decides by content on the file's first bytes, never by its name. */
  isLedger(head: Uint8Array): boolean;
  /** Several exercises of one company as one ledger; the later file of the same exercise wins. */
  openLedger(files: readonly DeskFile[], company: Company): Erp;
  /**
   * Working copies of the files, named as such, with these groups lettered (outside the letter columns of their lines no byte
   * differs), and the list of letters for import in the accounting program. What could not be lettered is `skipped`.
   */
  lettered(
    files: readonly DeskFile[],
    company: Company,
    groups: readonly LetterGroup[],
  ): { copies: DeskFile[]; list: DeskFile; skipped: Fault[] } | Fault;
  /** A report in one of its forms; a fault where this machine cannot write it. */
  report(format: Format, name: string, sheets: readonly Sheet[], language: Language): Promise<DeskFile | Fault>;
  /** The entries of these postings for import in the accounting program, in each form that it may take. */
  entries(postings: readonly Posting[], names: EntryNames): DeskFile[];
};

/** What names and journals are written beside the numbers of an entry. */
export type EntryNames = {
  accounts: readonly LedgerAccount[];
  parties: readonly Party[];
  banks: readonly BankAccount[];
};
