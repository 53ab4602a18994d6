// The index of open items: every question that a bank line asks is answered without a scan of the ledger.
import type { Day } from '../model/day.ts';
import type { LedgerLine, LedgerLineId, OpenItem } from '../model/ledger.ts';
import type { PartyId } from '../model/party.ts';
import { type Account, accountOf, withResidual } from './account.ts';
import { Multimap } from './multimap.ts';
import { LIMITS } from './policy.ts';
import { lettersOf, type Series, SeriesBook } from './series.ts';
import { plain, squash } from './squash.ts';

/** An item with what the engine asks of it. A settled item is kept by its number only, as "already paid". */
export type Slot = {
  readonly item: LedgerLine;
  readonly paid: boolean;
  /** What is open, with the ledger's sign; 0 when paid. */
  readonly residual: number;
  readonly number: string;
  readonly reference: string;
  readonly order: string;
  readonly series: Series | null;
};

/** Letters at the beginning of a number that are told apart. */
const LEAD_MAX = 12;

type PartyItems = {
  slots: Slot[];
  /** By currency; most customers have one. */
  accounts: { currency: string; account: Account }[];
  sorted: readonly Slot[] | null;
  /** Those with early-payment terms. */
  withTerms: readonly Slot[] | null;
  /** Whether one of them stands on a doubtful account. */
  doubtful: boolean | null;
};

export class OpenItems {
  readonly #slots = new Map<LedgerLineId, Slot>();
  readonly #written = new Multimap<string, Slot>();
  readonly #amounts = new Map<string, Multimap<number, Slot>>();
  readonly #parties = new Map<PartyId | null, PartyItems>();
  /** The settled items of this amount that a customer has. */
  readonly #settled = new Multimap<string, LedgerLine>();
  readonly #book = new SeriesBook();
  #asked: { partyId: PartyId | null; party: PartyItems | undefined } | null = null;
  /** How many keys begin with these letters ("VE" and "VEA" of VE/A/2026): words of a label that begin none need no look-up. */
  readonly #leads = new Map<string, number>();
  /** By those letters, how many keys there are of each length. */
  readonly #lengths = new Map<string, number[]>();

  get size(): number {
    return this.#slots.size;
  }

  /** Adds an open item, or replaces the one of the same id (its residual changed). */
  add(item: OpenItem): void {
    if (item.residualMinor === 0) this.addPaid(item);
    else this.#put(item, item.residualMinor, false);
  }

  /** Adds a settled item: its number is then read as "already paid". */
  addPaid(item: LedgerLine): void {
    this.#put(item, 0, true);
  }

  remove(id: LedgerLineId): void {
    const slot = this.#slots.get(id);
    if (!slot) return;
    this.#slots.delete(id);
    if (slot.series !== null) this.#book.forget(plain(slot.item.document ?? ''));
    this.#asked = null;
    for (const key of keysOf(slot)) {
      this.#written.remove(key, slot);
      this.#lead(key, -1);
    }
    if (slot.paid) {
      this.#settled.remove(settledKey(slot.item.partyId, slot.item.amountMinor), slot.item);
      return;
    }
    this.#amounts.get(slot.item.currency)?.remove(slot.residual, slot);
    const party = this.#parties.get(slot.item.partyId);
    if (!party) return;
    party.slots = party.slots.filter((other) => other !== slot);
    forget(party);
    if (party.slots.length === 0) this.#parties.delete(slot.item.partyId);
  }

  /** After items were removed: how high the series go that lost their largest number. */
  recount(): void {
    const loose = this.#book.takeLoose();
    if (loose.size === 0) return;
    for (const { series, item } of this.#slots.values()) {
      if (series !== null && loose.has(series)) this.#book.raise(series, plain(item.document ?? ''));
    }
  }

  slot(id: LedgerLineId): Slot | null {
    return this.#slots.get(id) ?? null;
  }

  /** Items that carry exactly this number, structured reference or order number, squashed. */
  written(squashed: string): readonly Slot[] {
    return this.#written.get(squashed);
  }

  /** True when some number, reference or order begins with these letters. */
  begins(letters: string): boolean {
    return this.#leads.has(letters);
  }

  /** True when some number, reference or order begins with exactly these letters, and has this length. */
  shaped(letters: string, length: number): boolean {
    return (this.#lengths.get(letters)?.[length] ?? 0) > 0;
  }

  #lead(key: string, step: number): void {
    const letters = lettersOf(key);
    const lengths = this.#lengths.get(letters) ?? [];
    lengths[key.length] = (lengths[key.length] ?? 0) + step;
    this.#lengths.set(letters, lengths);
    for (let length = 1; length <= Math.min(letters.length, LEAD_MAX); length += 1) {
      const beginning = letters.slice(0, length);
      const count = (this.#leads.get(beginning) ?? 0) + step;
      if (count > 0) this.#leads.set(beginning, count);
      else this.#leads.delete(beginning);
    }
  }

  /** True when this customer has settled an item of this amount before, as with subscriptions and rents. */
  settledBefore(partyId: PartyId | null, amountMinor: number): boolean {
    return this.#settled.has(settledKey(partyId, amountMinor));
  }

  /** True when this customer has settled an item of this amount that was issued after this day. */
  settledLater(partyId: PartyId | null, amountMinor: number, day: Day): boolean {
    return this.#settled.get(settledKey(partyId, amountMinor)).some((other) => issueDay(other) > day);
  }

  /** The numbering series, the most used first. */
  series(): readonly Series[] {
    return this.#book.ranked(LIMITS.seriesMax);
  }

  /** How many open items have this residual, whoever owes it. */
  amountCount(currency: string, residual: number): number {
    return this.#amounts.get(currency)?.count(residual) ?? 0;
  }

  /** Open items with this residual; null when there are so many that the amount says nothing. */
  withAmount(currency: string, residual: number): readonly Slot[] | null {
    const slots = this.#amounts.get(currency)?.get(residual) ?? [];
    return slots.length > LIMITS.amountListMax ? null : slots;
  }

  /** Open items of a customer, by id. */
  ofParty(partyId: PartyId | null): readonly Slot[] {
    const party = this.#party(partyId);
    if (!party) return [];
    party.sorted ??= [...party.slots].sort(byId);
    return party.sorted;
  }

  /** Open items of a customer with early-payment terms, by id. */
  withTerms(partyId: PartyId | null): readonly Slot[] {
    const party = this.#party(partyId);
    if (!party) return [];
    party.withTerms ??= party.slots.filter((slot) => slot.item.discount !== null).sort(byId);
    return party.withTerms;
  }

  /** True when a claim on this customer was moved to a doubtful account (416). */
  isDoubtful(partyId: PartyId | null): boolean {
    const party = this.#party(partyId);
    if (!party) return false;
    party.doubtful ??= party.slots.some((slot) => slot.item.role === 'doubtful');
    return party.doubtful;
  }

  /** Open items of a customer with this residual, by id. */
  ofPartyWithAmount(partyId: PartyId | null, currency: string, residual: number): readonly Slot[] {
    const account = this.accountOf(partyId, currency);
    return account === null ? [] : withResidual(account, residual);
  }

  /** A customer's open items in one currency, in the orders that sums ask for; null when there are none. */
  accountOf(partyId: PartyId | null, currency: string): Account | null {
    const party = this.#party(partyId);
    if (!party) return null;
    for (const known of party.accounts) if (known.currency === currency) return known.account;
    const account = accountOf(this.ofParty(partyId).filter((slot) => slot.item.currency === currency));
    party.accounts.push({ currency, account });
    return account;
  }

  /** Questions about one customer follow each other. */
  #party(partyId: PartyId | null): PartyItems | undefined {
    if (this.#asked?.partyId !== partyId) this.#asked = { partyId, party: this.#parties.get(partyId) };
    return this.#asked.party;
  }

  #put(item: LedgerLine, residual: number, paid: boolean): void {
    if (this.#slots.has(item.id)) this.remove(item.id);
    const printed = item.document ? plain(item.document) : '';
    const slot: Slot = {
      item,
      paid,
      residual,
      number: printed.replace(/[^A-Z0-9]+/g, ''),
      reference: item.paymentReference ? squash(item.paymentReference) : '',
      order: item.clientReference ? squash(item.clientReference) : '',
      series: printed ? this.#book.learn(printed) : null,
    };
    this.#book.forgetRanks();
    this.#asked = null;
    this.#slots.set(item.id, slot);
    for (const key of keysOf(slot)) {
      this.#written.add(key, slot);
      this.#lead(key, 1);
    }
    if (paid) {
      this.#settled.add(settledKey(item.partyId, item.amountMinor), item);
      return;
    }
    const amounts = this.#amounts.get(item.currency) ?? new Multimap<number, Slot>();
    this.#amounts.set(item.currency, amounts);
    amounts.add(residual, slot);
    const party = this.#parties.get(item.partyId);
    if (!party)
      this.#parties.set(item.partyId, { slots: [slot], accounts: [], sorted: null, withTerms: null, doubtful: null });
    else {
      party.slots.push(slot);
      forget(party);
    }
  }
}

function settledKey(partyId: PartyId | null, amountMinor: number): string {
  return `${partyId} ${amountMinor}`;
}

/** The day that stands on the document, else that of its entry. */
export function issueDay(item: LedgerLine): Day {
  return item.documentDay ?? item.day;
}

function forget(party: PartyItems): void {
  party.accounts = [];
  party.sorted = null;
  party.withTerms = null;
  party.doubtful = null;
}

/** Order by id, bytewise: the same whatever the order of the input. */
export function byId(a: Slot, b: Slot): number {
  return a.item.id < b.item.id ? -1 : a.item.id > b.item.id ? 1 : 0;
}

/** In the order of their ids. Most lists are of one, and a sort makes two of it. */
export function inOrder(slots: readonly Slot[]): readonly Slot[] {
  return slots.length < 2 ? slots : [...slots].sort(byId);
}

function keysOf(slot: Slot): string[] {
  const keys: string[] = [];
  for (const key of [slot.number, slot.reference, slot.order]) {
    // A key of one or two characters would be found in every label.
    if (key.length >= 3 && !keys.includes(key)) keys.push(key);
  }
  return keys;
}
