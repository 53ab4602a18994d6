// What sync needs of the files that people bring: to unpack them, to know them by content, to open and to write ledgers.
import type { Fault } from '../fault/index.ts';
import type { Company } from '../model/company.ts';
import type { Day } from '../model/day.ts';
import type { LedgerLineId } from '../model/ledger.ts';
import type { Erp, Posting } from './erp.ts';
import type { ReadEvent } from './reader.ts';

export type DeskFile = { name: string; bytes: Uint8Array };

/** Ledger lines of one account and party whose debits equal their credits, to be joined by one letter. */
export type LetterGroup = { itemIds: LedgerLineId[]; day: Day };

export type DeskFiles = {
  /** The files inside an archive (within bounds on their number and size); the file itself when it is no archive. */
  unpack(file: DeskFile): Promise<DeskFile[] | Fault>;
  /** The events of a bank file; a file that no reader knows is refused as `file-unknown`. */
  readBank(file: DeskFile): AsyncIterable<ReadEvent>;
  /** Decides by content on the file's first bytes, never by its name. */
  isLedger(head: Uint8Array): boolean;
  /** Several exercises of one company as one ledger; the later file of the same exercise wins. */
  openLedger(files: readonly DeskFile[], company: Company): Erp;
  /** Working copies of the files with these groups lettered: outside the letter columns of their lines no byte differs. */
  lettered(files: readonly DeskFile[], company: Company, groups: readonly LetterGroup[]): Promise<DeskFile[] | Fault>;
  /** The entries of these postings, for import in the accounting program. */
  entries(postings: readonly Posting[], company: Company): DeskFile;
  /** The list of letters, for import in the accounting program. */
  letters(files: readonly DeskFile[], company: Company, groups: readonly LetterGroup[]): Promise<DeskFile | Fault>;
};
