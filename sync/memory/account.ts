// Which bank accounts a company may take for a customer's: the known ones, the first one seen, and those that a person said are his.
import type { Day } from '../model/day.ts';
import type { SeenAlias } from '../model/memory.ts';
import { type Party, type PartyId, payingForMany } from '../model/party.ts';

/** An account that a known customer suddenly pays from: shown, and learned only when a person says so. */
export type ChangedAccount = { partyId: PartyId; text: string; times: number; lastDay: Day; known: string[] };

/**
 * Splits what acceptances tied to customers. A name is taken as it is. An account is taken when the ERP knows it, when a person
 * said it is the customer's, or when it is the first one of a customer without any; every further one is asked about.
 */
export function sortAccounts(
  aliases: readonly SeenAlias[],
  parties: readonly Party[],
  learned: readonly { text: string; partyId: PartyId }[],
): { taken: SeenAlias[]; changed: ChangedAccount[] } {
  const ibans = new Map(parties.map((party) => [party.id, party.ibans.map(bare)]));
  const said = new Set(learned.map(({ text, partyId }) => keyOf(partyId, text)));
  const first = new Map<PartyId, SeenAlias>();
  for (const alias of aliases) {
    if (alias.kind !== 'account' || alias.confirmed === 0) continue;
    const known = first.get(alias.partyId);
    if (!known || alias.firstSeq < known.firstSeq) first.set(alias.partyId, alias);
  }
  const isTaken = (alias: SeenAlias): boolean => {
    const own = ibans.get(alias.partyId) ?? [];
    if (alias.kind === 'name' || own.includes(bare(alias.text))) return true;
    return said.has(keyOf(alias.partyId, alias.text)) || (own.length === 0 && first.get(alias.partyId) === alias);
  };
  const taken = aliases.filter(isTaken);
  const changed = aliases
    .filter((alias) => !isTaken(alias) && alias.confirmed > 0)
    .map(({ partyId, text, confirmed, lastDay }) => ({
      partyId,
      text,
      times: confirmed,
      lastDay,
      known: knownOf(partyId, taken, ibans.get(partyId) ?? []),
    }));
  return { taken, changed };
}

/** Accounts from which people accepted payments for several customers who have nothing in common: an accountant's, an agency's. */
export function manyDebtors(aliases: readonly SeenAlias[], parties: readonly Party[]): string[] {
  const heads = new Map(parties.map((party) => [party.id, party.parentId ?? party.id]));
  const accepted = aliases.filter(({ kind, confirmed }) => kind === 'account' && confirmed > 0);
  return [...payingForMany(accepted.map(({ text, partyId }) => [bare(text), heads.get(partyId) ?? partyId]))];
}

function knownOf(partyId: PartyId, taken: readonly SeenAlias[], ibans: readonly string[]): string[] {
  const own = taken.filter((alias) => alias.kind === 'account' && alias.partyId === partyId);
  return [...new Set([...ibans, ...own.map((alias) => bare(alias.text))])];
}

function keyOf(partyId: PartyId, text: string): string {
  return JSON.stringify([partyId, bare(text)]);
}

function bare(account: string): string {
  return account.replace(/\s/g, '').toUpperCase();
}
