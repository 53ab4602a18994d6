// The index of customers: by bank account, by the words of their name, and by group.
import { type Alias, type Memory, NO_MEMORY } from '../model/memory.ts';
import type { Party, PartyId } from '../model/party.ts';
import { abbreviates, isPerson, legalForm, nameWords, saysTheSame, withoutCutForm } from './company-name.ts';
import { Multimap } from './multimap.ts';
import { LIMITS } from './policy.ts';
import { squash } from './squash.ts';

export type NamedParty = {
  readonly party: Party;
  readonly words: readonly string[];
  readonly place: readonly string[];
  /** The words that are not the place. */
  readonly core: readonly string[];
  readonly form: string | null;
  /** The first letters of the words that a payer's name must have, and of all that it may have. */
  readonly needed: Initials;
  readonly possible: Initials;
  /** The name without blanks and signs, made when it is first asked for. */
  bare: string | null;
};

/**
 * How well a payer's name fits. best: the same words, and the same legal form where that tells homonyms apart.
 * full: only the place or the legal form differ. part: one name contains the other. Each list leaves out those before it.
 */
export type NameFit = { best: readonly NamedParty[]; full: readonly NamedParty[]; part: readonly NamedParty[] };

const NOBODY: NameFit = { best: [], full: [], part: [] };

export class Parties {
  readonly #byId = new Map<PartyId, NamedParty>();
  readonly #byCode = new Map<string, Party>();
  readonly #byAccount = new Multimap<string, Party>();
  readonly #byWord = new Multimap<string, NamedParty>();
  readonly #children = new Multimap<PartyId, Party>();
  readonly #fits = new Map<string, NameFit>();
  #aliases = new Multimap<string, Alias>();
  #aliasList: readonly Alias[] = NO_MEMORY.aliases;

  add(party: Party): void {
    if (this.#byId.has(party.id)) this.remove(party.id);
    const words = nameWords(party.name);
    const place = party.city ? nameWords(party.city) : [];
    const core = words.filter((word) => !place.includes(word));
    const named = {
      party,
      words,
      place,
      core,
      form: legalForm(party.name),
      needed: initialsOf(core),
      possible: initialsOf(words) | initialsOf(place),
      bare: null,
    };
    this.#byId.set(party.id, named);
    if (isCode(party.id)) this.#byCode.set(squash(party.id), party);
    for (const account of party.ibans) this.#byAccount.add(squash(account), party);
    for (const word of named.words) this.#byWord.add(word, named);
    if (party.parentId !== null) this.#children.add(party.parentId, party);
    this.#fits.clear();
  }

  remove(id: PartyId): void {
    const named = this.#byId.get(id);
    if (!named) return;
    this.#byId.delete(id);
    this.#byCode.delete(squash(id));
    for (const account of named.party.ibans) this.#byAccount.remove(squash(account), named.party);
    for (const word of named.words) this.#byWord.remove(word, named);
    if (named.party.parentId !== null) this.#children.remove(named.party.parentId, named.party);
    this.#fits.clear();
  }

  get(id: PartyId | null): Party | null {
    return id === null ? null : (this.#byId.get(id)?.party ?? null);
  }

  /** The customer of this number in the books; null for nobody's. */
  withCode(text: string): Party | null {
    return this.#byCode.get(text) ?? null;
  }

  /** Customers that the ERP gives this account to. */
  withAccount(account: string): readonly Party[] {
    return this.#byAccount.get(squash(account));
  }

  /** What was learned of this account or name; none when it points to several customers or was undone. */
  alias(memory: Memory, kind: Alias['kind'], text: string): { partyId: PartyId; confirmed: number } | null {
    if (memory.aliases.length === 0) return null;
    if (memory.aliases !== this.#aliasList) {
      this.#aliasList = memory.aliases;
      this.#aliases = new Multimap();
      for (const alias of memory.aliases) this.#aliases.add(aliasKey(alias.kind, alias.text), alias);
    }
    const held = this.#aliases.get(aliasKey(kind, text));
    const only = held.length === 1 ? held[0] : undefined;
    return only && only.confirmed > 0 && only.undone === 0 && this.#byId.has(only.partyId) ? only : null;
  }

  /** Other customers of the same group as the ERP records it: parent, children, and children of the same parent. */
  groupOf(id: PartyId): readonly Party[] {
    const parentId = this.get(id)?.parentId ?? null;
    if (parentId === null && !this.#children.has(id)) return [];
    const group = new Set<Party>(this.#children.get(id));
    if (parentId !== null) {
      const parent = this.get(parentId);
      if (parent) group.add(parent);
      for (const sibling of this.#children.get(parentId)) if (sibling.id !== id) group.add(sibling);
    }
    return [...group].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Other customers called just the same: two customer accounts of one firm, perhaps. Persons of one name are told apart by their bank accounts. */
  namesakes(party: Party): readonly Party[] {
    const { best, full } = this.fit(party.name);
    if (best.length + full.length < 2) return [];
    const bare = squash(party.name);
    return [...best, ...full]
      .map((named) => named.party)
      .filter(
        (other) =>
          other.id !== party.id && squash(other.name) === bare && (other.ibans.length === 0 || !isPerson(other.name)),
      );
  }

  /** Customers whose name fits, compared from the rarest word on. */
  fit(name: string): NameFit {
    const known = this.#fits.get(name);
    if (known) return known;
    const shown = withoutCutForm(name);
    const fit = withoutPersons(name, this.#compare(nameWords(shown), legalForm(shown), squash(shown)));
    // Payers repeat from day to day; the bound keeps a long run of strangers from filling memory.
    if (this.#fits.size > 50_000) this.#fits.clear();
    this.#fits.set(name, fit);
    return fit;
  }

  /** True when a word in capitals stands in some customer's name, and not in too many. */
  knows(word: string): boolean {
    const count = word.length < 3 ? 0 : this.#byWord.count(word);
    return count > 0 && count <= LIMITS.wordListMax;
  }

  /** Customers all of whose words (place aside) stand in this text. */
  mentioned(words: readonly string[]): readonly NamedParty[] {
    const present = new Set(words);
    const found = new Set<NamedParty>();
    for (const word of present) {
      if (!this.knows(word)) continue;
      for (const named of this.#byWord.get(word)) {
        const { core } = named;
        // One word alone, a first name or a trade, is no mention of a firm.
        if (core.length >= 2 && core.every((own) => present.has(own) || words.some((other) => abbreviates(own, other))))
          found.add(named);
      }
    }
    return [...found].sort(byPartyId);
  }

  #compare(words: readonly string[], form: string | null, shown: string): NameFit {
    const counted = words
      .map((word) => ({ word, count: this.#byWord.count(word) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => a.count - b.count || (a.word < b.word ? -1 : 1));
    const candidates = new Set<NamedParty>();
    for (const [i, { word, count }] of counted.entries()) {
      if (count > LIMITS.wordListScanned) break;
      // A word of the trade that many share only counts together with another word of the name. Whoever has a rarer one is
      // found by that, so that only the more common ones are left to ask for.
      const common = count > LIMITS.wordListMax;
      const others = common ? counted.slice(i + 1) : [];
      if (common && others.length === 0) break;
      for (const named of this.#byWord.get(word)) {
        if (!common || others.some((other) => named.words.includes(other.word))) candidates.add(named);
      }
      if (candidates.size > LIMITS.wordListMax) break;
    }
    if (candidates.size === 0) return NOBODY;
    const full: NamedParty[] = [];
    const part: NamedParty[] = [];
    const initials = initialsOf(words);
    for (const named of candidates) {
      const fit = compareNames(words, named, shown, initials);
      if (fit === 'full') full.push(named);
      else if (fit === 'part') part.push(named);
    }
    return { ...bestOf(words, form, full.sort(byPartyId)), part: part.sort(byPartyId) };
  }
}

/** A customer's number in the books may be said by a payer; a bare number of a data base is not known to him. */
function isCode(id: PartyId): boolean {
  return id.length >= CODE_MIN && /\d/.test(id) && /\D/.test(id);
}

const CODE_MIN = 4;

/** Letters of a name, without blanks, of which the bank's column may have left the beginning. */
const CUT_NAME_MIN = 20;

/** A set of first letters, a bit for each. */
type Initials = number;

function initialsOf(words: readonly string[]): Initials {
  let initials = 0;
  for (const word of words) initials |= 1 << (word.charCodeAt(0) % 32);
  return initials;
}

/** Compares a payer's words with a customer's name: the place may be missing on either side, nothing else. */
function compareNames(
  words: readonly string[],
  named: NamedParty,
  shown: string,
  initials: Initials,
): 'full' | 'part' | null {
  if (shown.length >= CUT_NAME_MIN) {
    named.bare ??= squash(named.party.name);
    if (named.bare.startsWith(shown)) return 'full';
  }
  // Words that say the same begin alike. Each of the two has a word that the other lacks: most who share one word do.
  if (named.needed & ~initials && initials & ~named.possible) return null;
  const missing = named.core.some((word) => !abbreviatesOne(word, words));
  let extra = 0;
  let shared = 0;
  let near = false;
  for (const word of words) {
    if (abbreviatesOne(word, named.words)) {
      shared += 1;
      near ||= !named.words.some((other) => saysTheSame(word, other));
    } else if (!abbreviatesOne(word, named.place)) {
      extra += 1;
      // Most who share a word of the trade are somebody else.
      if (missing) return null;
    }
  }
  if (shared === 0) return null;
  // "MAIRIE" is not yet "MAIRIE DE GAP": a single word without its place names a kind of house.
  const bare = words.length === 1 && named.words.length > 1;
  if (extra === 0 && !missing && !near && !bare) return 'full';
  if (extra === 0 || !missing)
    return shared >= 2 || (shared === 1 && words.length + named.words.length <= 3) ? 'part' : null;
  return null;
}

function abbreviatesOne(word: string, others: readonly string[]): boolean {
  for (const other of others) if (abbreviates(word, other)) return true;
  return false;
}

/** "M DURAND" is not the firm Durand: a person's name fits a firm's in part at most. */
function withoutPersons(name: string, fit: NameFit): NameFit {
  if (!isPerson(name)) return fit;
  const firms = [...fit.best, ...fit.full].filter((named) => !isPerson(named.party.name));
  if (firms.length === 0) return fit;
  const kept = (list: readonly NamedParty[]) => list.filter((named) => !firms.includes(named));
  return { best: kept(fit.best), full: kept(fit.full), part: [...firms, ...fit.part] };
}

/** The same words come before a missing place, and the stated legal form decides among the same words. */
function bestOf(
  words: readonly string[],
  form: string | null,
  full: readonly NamedParty[],
): Pick<NameFit, 'best' | 'full'> {
  const same = full.filter(
    (named) => named.words.length === words.length && named.words.every((word) => words.includes(word)),
  );
  const formed = form === null ? [] : same.filter((named) => named.form === form);
  const best = formed.length > 0 ? formed : same.length > 0 ? same : full;
  return { best, full: full.filter((named) => !best.includes(named)) };
}

function byPartyId(a: NamedParty, b: NamedParty): number {
  return a.party.id < b.party.id ? -1 : a.party.id > b.party.id ? 1 : 0;
}

function aliasKey(kind: Alias['kind'], text: string): string {
  return `${kind} ${kind === 'account' ? squash(text) : nameWords(text).join(' ')}`;
}
