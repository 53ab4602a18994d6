// Who pays: by account, by what was learned, by name; and never by an account that pays for many.
import type { Memory } from '../../model/memory.ts';
import type { Party } from '../../model/party.ts';
import type { BankLine } from '../../model/statement.ts';
import type { Parties } from '../parties.ts';
import { ruleHolds } from '../rule.ts';
import { squash } from '../squash.ts';
import { collectiveOf } from './collective.ts';
import type { Payer } from './reading.ts';

/** `multi` are accounts that pay for several unrelated customers, as the company says or the batch shows, squashed. */
export function readPayer(line: BankLine, parties: Parties, memory: Memory, multi: ReadonlySet<string>): Payer {
  const account = line.counterpartyAccount ? squash(line.counterpartyAccount) : null;
  const name = line.counterparty?.trim() ? line.counterparty : null;
  const base = { collective: collectiveOf(name, account, multi), accountOf: [], similar: [], confirmed: 0 };
  // The ultimate debtor is stated by the payer's bank: it says on whose behalf the account pays.
  const ultimate = line.ultimateParty?.trim() ? parties.fit(line.ultimateParty).best : [];
  if (ultimate.length === 1) return { ...base, how: 'ultimate', parties: [ultimate[0]!.party] };
  // An account that pays for many identifies nobody, but whose it is may still speak against a guess.
  if (base.collective !== null) {
    const owners = account === null ? [] : parties.withAccount(account);
    const fit = name === null ? null : parties.fit(name);
    const named = [...(fit?.best ?? []), ...(fit?.full ?? [])].map((one) => one.party);
    return { ...base, how: 'stranger', parties: [], similar: sorted([...owners, ...named]) };
  }
  const rule = ruleParty(line, memory, parties);
  if (rule) return { ...base, how: 'alias', parties: [rule], confirmed: 1 };
  return byAccountOrName(account, name, parties, memory, base);
}

function byAccountOrName(
  account: string | null,
  name: string | null,
  parties: Parties,
  memory: Memory,
  base: Pick<Payer, 'collective' | 'accountOf' | 'similar' | 'confirmed'>,
): Payer {
  const fit = name === null ? null : parties.fit(name);
  const best = fit?.best.map((named) => named.party) ?? [];
  const full = [...best, ...(fit?.full.map((named) => named.party) ?? [])];
  const part = fit?.part.map((named) => named.party) ?? [];
  const owners = account === null ? [] : parties.withAccount(account);
  if (owners.length > 1)
    return { ...base, how: 'homonym', parties: sorted(owners), accountOf: sorted(owners), collective: 'several' };
  const owner = owners[0];
  if (owner) {
    const agrees = full.length + part.length === 0 || full.includes(owner) || part.includes(owner);
    // One firm may have two customer accounts, and the ERP the bank account of one of them only.
    const similar = full.filter((party) => party !== owner);
    if (agrees) return { ...base, how: 'account', parties: [owner], accountOf: [owner], similar };
    return { ...base, how: 'conflict', parties: sorted([owner, ...full, ...part]), accountOf: [owner] };
  }
  const alias =
    (account !== null ? parties.alias(memory, 'account', account) : null) ??
    (name !== null ? parties.alias(memory, 'name', name) : null);
  const learned = alias ? parties.get(alias.partyId) : null;
  if (alias && learned && (full.length === 0 || full.includes(learned))) {
    return { ...base, how: 'alias', parties: [learned], confirmed: alias.confirmed };
  }
  if (name === null) return { ...base, how: 'absent', parties: [] };
  if (best.length > 1) return { ...base, how: 'homonym', parties: full };
  if (best.length === 1) {
    const similar = [...full, ...part].filter((party) => party !== best[0]);
    return { ...base, how: similar.length > 0 ? 'near' : 'name', parties: best, similar };
  }
  if (part.length === 1) return { ...base, how: 'part', parties: part };
  return part.length > 1 ? { ...base, how: 'homonym', parties: part } : { ...base, how: 'stranger', parties: [] };
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
