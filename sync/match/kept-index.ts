// An index that outlives its run: brought to other items and customers by what differs, it answers as a new one would.
import type { LedgerLine, LedgerLineId, OpenItem } from '../model/ledger.ts';
import type { Party, PartyId } from '../model/party.ts';
import { type Index, openIndex } from './index.ts';

/** A line that the index holds, whether as open, and the last run that named it. */
type Entry = { line: LedgerLine; isOpen: boolean; run: number };

export class KeptIndex {
  readonly #index: Index = openIndex([], []);
  readonly #entries = new Map<LedgerLineId, Entry>();
  #parties = new Map<PartyId, string>();
  #run = 0;

  /** What `openIndex` of the same makes, good until the next call. An item that is the same object as last time costs next to nothing. */
  bring(items: readonly OpenItem[], parties: Iterable<Party>, paid: Iterable<LedgerLine> = []): Index {
    this.#run += 1;
    for (const item of items) if (this.#isNews(item, true)) this.#index.items.add(item);
    // What is open and settled at once is open, as in a new index.
    for (const line of paid) {
      if (this.#entries.get(line.id)?.run === this.#run) continue;
      if (this.#isNews(line, false)) this.#index.items.addPaid(line);
    }
    this.#dropOthers();
    this.#index.items.recount();
    this.#bringParties(parties);
    return this.#index;
  }

  #isNews(line: LedgerLine, isOpen: boolean): boolean {
    const entry = this.#entries.get(line.id);
    if (entry?.line === line && entry.isOpen === isOpen) {
      entry.run = this.#run;
      return false;
    }
    this.#entries.set(line.id, { line, isOpen, run: this.#run });
    return true;
  }

  #dropOthers(): void {
    for (const [id, { run }] of this.#entries) {
      if (run === this.#run) continue;
      this.#index.items.remove(id);
      this.#entries.delete(id);
    }
  }

  #bringParties(all: Iterable<Party>): void {
    const { parties } = this.#index;
    const facts = new Map<PartyId, string>();
    for (const party of all) {
      const said = JSON.stringify(party);
      facts.set(party.id, said);
      if (this.#parties.get(party.id) !== said) parties.add(party);
    }
    for (const id of this.#parties.keys()) if (!facts.has(id)) parties.remove(id);
    this.#parties = facts;
  }
}
