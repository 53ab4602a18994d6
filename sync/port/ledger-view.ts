// What screens are told of the ledger's accounts and of claims on customers.
import type { ClaimKind } from '../model/claim.ts';
import type { AccountUse } from '../model/company.ts';
import type { Day } from '../model/day.ts';
import type { AccountRole } from '../model/ledger.ts';
import type { Adjustment, Vat } from '../model/match.ts';
import type { AccountRow } from './account-view.ts';
import type { ItemRow } from './view.ts';

/** An account that a line can be posted to; `used`: how often lines of the same payer went there, with the VAT of the last one. */
export type AccountChoice = { number: string; name: string; used: number; vat: Vat | null };

/** `vat` names the accounts of VAT on what we buy and on what we sell, as this ledger has them; null where it has none. */
export type AccountChoices = { accounts: AccountChoice[]; vat: { input: string | null; output: string | null } };

/**
 * Where a difference, or money without an item, goes to. `account` is '' where the chart has none (missing). retired: it cannot be
 * posted to any more. `chosen`: a person named it.
 */
export type AccountUseView = {
  use: AccountUse;
  account: string;
  name: string | null;
  chosen: boolean;
  state: 'open' | 'missing' | 'retired';
};

/** What waits on an account that must be nil at the end of the month, and the bank lines that will go there or leave it. */
export type WaitingAccount = { role: AccountRole; account: string; name: string; balanceMinor: number };

/** A claim on a customer. settled: the item was paid. closed: by a person. gone: its decision was undone. */
export type ClaimRow = {
  claimId: string;
  kind: ClaimKind;
  itemId: string;
  document: string | null;
  partyId: string | null;
  partyName: string | null;
  amountMinor: number;
  currency: string;
  residualMinor: number;
  openedOn: Day;
  by: string;
  note: string | null;
  lineId: string | null;
  state: 'open' | 'settled' | 'closed' | 'gone';
  /** The decision that closed it. */
  closedBy: string | null;
};

/**
 * A letter: these items, differences as an acceptance has them; `leave`: what one side has more stays open on its last items.
 * `accepted`: codes of the ERP's warnings that were read. `move`: one receipt of one customer and what another owes, with the entry
 * from account to account.
 */
export type LetterBody = {
  itemIds: readonly string[];
  adjustments: Adjustment[];
  leave: boolean;
  accepted?: string[] | undefined;
  move?: boolean | undefined;
};

/**
 * A receipt on an account that seems to pay what another customer owes, `items`. `explained`: the account itself takes the
 * receipt as well, so that it is a doubt and no proposal.
 */
export type MoveRow = {
  creditId: string;
  partyId: string;
  partyName: string;
  items: ItemRow[];
  explained: boolean;
  reasons: string[];
  /** The account on which the receipt stands. */
  on: AccountRow;
};

/** One customer account: its open lines, and groups of them whose debits equal their credits. */
export type AccountView = { items: ItemRow[]; groups: { itemIds: string[]; reasons: string[] }[] };
