// The index of open items that the last proposals were made with, for the next ones of that company.
import { KeptIndex } from '../match/kept-index.ts';
import type { CompanyId } from '../model/company.ts';

/** Items beyond which an index is not kept: some 1 kB each. */
const KEPT_MAX = 300_000;

/** One index: who works in two companies by turns waits for it, and memory does not grow with their number. */
export class IndexShelf {
  #kept: { company: CompanyId; index: KeptIndex } | null = null;

  /** The company's index as it was left, or an empty one. */
  of(company: CompanyId, items: number): KeptIndex {
    if (this.#kept?.company === company && items <= KEPT_MAX) return this.#kept.index;
    const index = new KeptIndex();
    this.#kept = items <= KEPT_MAX ? { company, index } : null;
    return index;
  }
}
