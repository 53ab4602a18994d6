// Who pays: by account, by what was learned, by name; and never by an account that pays for many.
import type { Memory } from '../../model/memory.ts';
import type { Party } from '../../model/party.ts';
import type { BankLine } from '../../model/statement.ts';
import type { NamedParty, Parties } from '../parties.ts';
import { LIMITS } from '../policy.ts';
import { ruleHolds } from '../rule.ts';
import { squash } from '../squash.ts';
import { collectiveOf } from './collective.ts';
import type { Payer } from './reading.ts';

type Known = Pick<Payer, 'collective' | 'confirmed' | 'accountOf' | 'similar'>;

/** One shape for all, so that the engine's code for it stays fast. */
function payer(how: Payer['how'], parties: readonly Party[], known: Partial<Known> = {}): Payer {
  const { collective = null, accountOf = NOBODY, similar = NOBODY, confirmed = 0 } = known;
  return { how, parties, collective, accountOf, similar, confirmed };
}

const NOBODY: readonly Party[] = [];

/** `multi` are accounts that pay for several unrelated customers, as the company says or the batch shows, squashed. */
export function readPayer(line: BankLine, parties: Parties, memory: Memory, multi: ReadonlySet<string>): Payer {
  const account = line.counterpartyAccount ? squash(line.counterpartyAccount) : null;
  const name = line.counterparty?.trim() ? line.counterparty : null;
  const collective = collectiveOf(name, account, multi);
  // The ultimate debtor is stated by the payer's bank: it says on whose behalf the account pays.
  const ultimate = line.ultimateParty?.trim() ? parties.fit(line.ultimateParty).best : [];
  if (ultimate.length === 1) return payer('ultimate', [ultimate[0]!.party], { collective });
  // An account that pays for many identifies nobody, but whose it is may still speak against a guess.
  if (collective !== null) {
    const owners = account === null ? NOBODY : parties.withAccount(account);
    const fit = name === null ? null : parties.fit(name);
    const part = fit !== null && fit.part.length <= LIMITS.similarMax ? fit.part : [];
    const named = [...(fit?.best ?? []), ...(fit?.full ?? []), ...part].map((one) => one.party);
    return payer('stranger', NOBODY, { collective, similar: sorted([...owners, ...named]) });
  }
  const rule = ruleParty(line, memory, parties);
  if (rule) return payer('alias', [rule], { confirmed: 1 });
  return byAccountOrName(account, name, parties, memory);
}

function byAccountOrName(account: string | null, name: string | null, parties: Parties, memory: Memory): Payer {
  const fit = name === null ? null : parties.fit(name);
  const best = fit === null ? NOBODY : partiesOf(fit.best);
  const full = fit === null || fit.full.length === 0 ? best : [...best, ...partiesOf(fit.full)];
  const part = fit === null ? NOBODY : partiesOf(fit.part);
  const owners = account === null ? NOBODY : parties.withAccount(account);
  if (owners.length > 1) {
    // Of those who share the account, the name says which.
    const said = owners.filter((party) => full.includes(party));
    const known = { accountOf: sorted(owners), collective: 'several' as const };
    return payer('homonym', sorted(said.length > 0 ? said : owners), known);
  }
  const owner = owners[0];
  if (owner) {
    const agrees = full.length + part.length === 0 || full.includes(owner) || part.includes(owner);
    // One firm may have two customer accounts, and the ERP the bank account of one of them only.
    const similar = full.length === 0 ? NOBODY : full.filter((party) => party !== owner);
    if (agrees) return payer('account', [owner], { accountOf: [owner], similar });
    return payer('conflict', sorted([owner, ...full, ...part]), { accountOf: [owner] });
  }
  const alias =
    (account !== null ? parties.alias(memory, 'account', account) : null) ??
    (name !== null ? parties.alias(memory, 'name', name) : null);
  const learned = alias ? parties.get(alias.partyId) : null;
  if (alias && learned && (full.length === 0 || full.includes(learned)))
    return payer('alias', [learned], { confirmed: alias.confirmed });
  if (name === null) return payer('absent', NOBODY);
  if (best.length > 1) return payer('homonym', full);
  if (best.length === 1) {
    const similar = full.length + part.length === 1 ? NOBODY : [...full, ...part].filter((party) => party !== best[0]);
    return payer(similar.length > 0 ? 'near' : 'name', best, { similar });
  }
  if (part.length === 1) return payer('part', part);
  return part.length > 1 ? payer('homonym', part) : payer('stranger', NOBODY);
}

function partiesOf(fits: readonly NamedParty[]): readonly Party[] {
  return fits.length === 0 ? NOBODY : fits.map((one) => one.party);
}

/** A rule of the company that names the payer. */
function ruleParty(line: BankLine, memory: Memory, parties: Parties): Party | null {
  for (const rule of memory.rules) {
    if (rule.outcome.kind === 'party' && ruleHolds(rule.when, line)) return parties.get(rule.outcome.partyId);
  }
  return null;
}

function sorted(parties: readonly Party[]): Party[] {
  return [...new Set(parties)].sort((a, b) => (a.id < b.id ? -1 : 1));
}
