// What sync needs remembered. `within` is the only way to a company's data: one transaction, one company, all or nothing.
import type { AuditEvent } from '../audit.ts';
import type { Claim } from '../model/claim.ts';
import type { Collected } from '../model/collection.ts';
import type { Company, CompanyId } from '../model/company.ts';
import type { Day } from '../model/day.ts';
import type { Decision, DecisionId } from '../model/decision.ts';
import type { EntryLine } from '../model/entry.ts';
import type { AccountRole, LedgerAccount, LedgerLine, LedgerLineId, OpenItem, Settlement } from '../model/ledger.ts';
import type { Proposal } from '../model/match.ts';
import type { SeenAlias } from '../model/memory.ts';
import type { Party, PartyId } from '../model/party.ts';
import type { Format } from '../model/statement.ts';
import type { BankRows, StoredLine } from './bank.ts';
import type { CollectionKind } from './collection.ts';
import type { LinkRows, NightRows, OutboxRows } from './link.ts';
import type { AgreementRows, MemoryRows, RuleRows, TrustRows } from './trust.ts';
import type { View } from './view.ts';

export type { BankRows, StatementRow, StoredLine } from './bank.ts';
export type { Link, LinkRows, NightRows, OutboxRow, OutboxRows, OutboxState } from './link.ts';

export type Store = {
  /**
   * Runs `work` in one transaction as the application role, bound to this company by row level security.
   * When the database fails (unreachable, busy, full) it throws an Error that is also a Fault: ask `isFault`.
   */
  within<T>(company: CompanyId, work: (tx: Tx) => Promise<T>): Promise<T>;
  companies(): Promise<Company[]>;
  createCompany(company: Company): Promise<void>;
  close(): Promise<void>;
};

export type Tx = {
  company: CompanyRows;
  files: FileRows;
  ledger: LedgerRows;
  bank: BankRows;
  proposals: ProposalRows;
  decisions: DecisionRows;
  trust: TrustRows;
  memory: MemoryRows;
  rules: RuleRows;
  agreements: AgreementRows;
  claims: ClaimRows;
  outbox: OutboxRows;
  link: LinkRows;
  nights: NightRows;
  audit: AuditRows;
  idempotency: IdempotencyRows;
  /** Read-only questions of the screens. */
  view: View;
};

export type CompanyRows = {
  get(): Promise<Company>;
  update(company: Company): Promise<void>;
  /** Takes a lock until the transaction ends, so that two decisions of one company never interleave. */
  lock(): Promise<void>;
  /** True when nobody else does this now; held until the transaction ends, or its program dies. */
  alone(what: 'erp'): Promise<boolean>;
};

/** An imported file with its bytes: the FEC export starts from them, and a file is known again by its hash. */
export type FileRow = {
  id: string;
  name: string;
  /** SHA-256 of the bytes, hex. */
  hash: string;
  kind: 'fec' | CollectionKind | Format;
  bytes: Uint8Array;
  importedAt: string;
  /** False once a newer file of the same exercise took its place. */
  current: boolean;
  /** Of a ledger file: its exercise and what it holds. */
  ledger: { from: Day; to: Day; lines: number; parties: number } | null;
  /** Of a file of collections: what it says. */
  collected?: Collected | null;
};

export type FileRows = {
  byHash(hash: string): Promise<Omit<FileRow, 'bytes'> | null>;
  add(file: FileRow): Promise<void>;
  /** The FEC files in force, one an exercise, in the order of import, `size` in bytes. */
  ledgersInForce(): Promise<{ id: string; importedAt: string; size: number }[]>;
  /** The same, oldest first, with their bytes. */
  currentLedgers(): Promise<FileRow[]>;
  supersede(id: string): Promise<void>;
  /** What all files of collections say, together. */
  collected(): Promise<Collected>;
};

export type Written = { added: number; changed: number; same: number };

export type LedgerRows = {
  /** `isWhole`: an account that is not among them is closed. */
  putAccounts(rows: LedgerAccount[], isWhole?: boolean): Promise<void>;
  putParties(rows: Party[]): Promise<void>;
  /** Accounts of all parties: whoever is not named has none. */
  putIbans(rows: { partyId: PartyId; ibans: readonly string[] }[]): Promise<void>;
  putLines(rows: LedgerLine[]): Promise<Written>;
  putBalances(rows: { account: string; balanceMinor: number }[]): Promise<void>;
  /** Marks as gone every line that the snapshot did not name; returns how many. A gone line leaves every view, its facts stay. */
  retireLinesExcept(ids: readonly LedgerLineId[]): Promise<number>;
  /**
   * Appends settlement facts with the instant we learned them. A fact already in force is not written twice.
   * `origin` 'ledger': the ERP's own, with `onlyKept` only those whose two lines are kept here; 'decision': ours, by `decisionId`.
   */
  addSettlements(
    rows: Settlement[],
    origin: { from: 'ledger'; onlyKept?: boolean } | { from: 'decision'; decisionId: DecisionId },
  ): Promise<number>;
  /** Revokes by a fact of its own (the rows stay): the settlements of a decision, or the ledger's that a snapshot no longer names. */
  revokeDecision(decisionId: DecisionId): Promise<number>;
  revokeLedgerSettlementsExcept(ids: readonly string[]): Promise<number>;
  accounts(): Promise<LedgerAccount[]>;
  /** The ledger's own totals, with the role of each account. */
  balances(): Promise<{ account: string; role: AccountRole; balanceMinor: number }[]>;
  /** The account of the role 'receivable' that most lines of this customer stand on; null when it has none. */
  receivableOf(party: PartyId): Promise<string | null>;
  parties(): Promise<Party[]>;
  /** Whether some customer line carries a letter of the ledger: where none does, everything looks open. */
  isLettered(): Promise<boolean>;
  /** Every line that is not gone: a newer file's lines are recognised among them by content. */
  lines(): Promise<LedgerLine[]>;
  /** The lines of these accounts and amounts that are not gone. */
  linesOn(accounts: readonly string[], amountsMinor: readonly number[]): Promise<LedgerLine[]>;
  /** What stands in suspense in entries of other journals than those of bank accounts, signed as in the ledger. */
  suspenseBesideBanks(): Promise<number>;
  /**
   * Invoices on customer accounts that nothing is open of: a bank line that names one is told "already paid". With texts, only
   * those whose number one of them says; with a customer, only its own.
   */
  paidInvoices(saidIn: readonly string[] | null, party?: PartyId): Promise<LedgerLine[]>;
  /** Settlements in force that decisions made, with both sides in the ledger: what an export still has to letter. */
  decidedSettlements(): Promise<(Settlement & { decisionId: DecisionId })[]>;
  /** Decisions with facts in force on a line that is gone, that facts settle beyond its amount, or whose day is now after the fact's. */
  overtaken(): Promise<DecisionId[]>;
  /** Lines whose kept residual is not their amount less the facts in force, computed anew: always none, or something is broken. */
  drifted(): Promise<LedgerLineId[]>;
  /** Lines of customer accounts with a residual, either sign, as of now. */
  openItems(): Promise<OpenItem[]>;
  /** Lines with a residual that a bank line may take beside those of customers: see BESIDE_ROLES. */
  besideItems(): Promise<OpenItem[]>;
  /** These lines, settled ones too; a line that is gone is left out. */
  items(ids: readonly LedgerLineId[]): Promise<OpenItem[]>;
  /** Lines on accounts of the role 'bank' that no bank line is ticked against; with amounts, in either currency, only those. */
  untickedBankLines(amountsMinor?: readonly number[]): Promise<LedgerLine[]>;
  /** The ledger's own settlements in force on these lines. */
  ledgerFactsOn(ids: readonly LedgerLineId[]): Promise<Settlement[]>;
  /** Every line of the entries that these lines belong to. */
  entriesOf(ids: readonly LedgerLineId[]): Promise<LedgerLine[]>;
};

export type ProposalRows = {
  /** Replaces the proposals of these lines. */
  put(rows: Proposal[], engine: string): Promise<void>;
  get(lineId: string): Promise<{ proposal: Proposal; engine: string } | null>;
  clear(lineIds: readonly string[]): Promise<void>;
  /** Lines that wait and whose candidates name one of these items: what a decision on the items makes stale. */
  touching(itemIds: readonly LedgerLineId[]): Promise<string[]>;
  /** The next lines that wait and have the payer of this one, by account or name, though nothing proposes this customer for them. */
  ofPayer(lineId: string, partyId: PartyId): Promise<string[]>;
  /** Lines that wait and whose proposal is of this class; only those that it proves. */
  ofClass(signature: string): Promise<string[]>;
  proven(signature: string): Promise<string[]>;
};

export type DecisionRows = {
  add(decision: Decision): Promise<void>;
  get(id: DecisionId): Promise<Decision | null>;
  /** Newest first. `lineId` null: of the whole company. */
  list(filter: { lineId?: string; limit: number }): Promise<Decision[]>;
  /** Lines of files of which a person said that they are not what the ERP holds. */
  keptApart(lineIds: readonly string[]): Promise<string[]>;
  /** Rejected before, and not forgotten: (line, items) that must not return, and the customer whom the payer was said not to be. */
  rejected(lineIds: readonly string[]): Promise<{ lineId: string; itemIds: string[]; wrongPartyId: PartyId | null }[]>;
  /**
   * Payers that people tied to one customer: of their acceptances on receipts, by the payer's account and by its name, how many
   * stand (`confirmed`) and how many were undone; what was forgotten counts anew.
   */
  aliases(): Promise<SeenAlias[]>;
  /** The decision that undid this one. */
  undoneBy(id: DecisionId): Promise<DecisionId | null>;
  /** Letters in force that were written to the ERP and of which nothing is joined there any more, though something is open. */
  lettersUndoneInErp(): Promise<Decision[]>;
  /** Acceptances in force on lines that no ledger line is ticked against: received, not booked. */
  unbooked(): Promise<{ decision: Decision; line: StoredLine; entry: EntryLine[] }[]>;
};

export type ClaimRows = {
  add(rows: readonly Claim[]): Promise<void>;
  get(id: string): Promise<Claim | null>;
  /** The decision that closed it; an undo of that decision opens it again. */
  close(id: string, decisionId: DecisionId): Promise<void>;
};

export type AuditRows = {
  append(event: AuditEvent): Promise<void>;
  /** Re-computes the chain; null when it holds, else the sequence number where it breaks. */
  verify(): Promise<number | null>;
};

export type IdempotencyRows = {
  /** The stored answer of this key; 'other' when the key was used with another body. */
  find(user: string, key: string, bodyHash: string): Promise<{ answer: unknown } | 'other' | null>;
  put(user: string, key: string, bodyHash: string, answer: unknown): Promise<void>;
};
