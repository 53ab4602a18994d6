// What a company has taught the engine, gathered from its decisions and settings.

import { fingerprint } from '../match/decide.ts';
import { manyDebtors, sortAccounts } from '../memory/account.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Memory } from '../model/memory.ts';
import { NO_MEMORY } from '../model/memory.ts';
import type { StoredLine, Tx } from '../port/store.ts';

/** Refusals of these lines, payers that people tied to customers, the company's own accounts, and the agreements in force. */
export async function memoryOf(
  tx: Tx,
  lines: readonly StoredLine[],
  agreements: readonly Agreement[],
): Promise<Memory> {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const rejected = await tx.decisions.rejected(lines.map((line) => line.id));
  const refusals = rejected.flatMap(({ lineId, ...refused }) => {
    const line = byId.get(lineId);
    return line ? [{ fingerprint: fingerprint(line), ...refused }] : [];
  });
  const rules = (await tx.rules.list()).filter((rule) => rule.state === 'on');
  const ownAccounts = (await tx.bank.accounts()).map((account) => account.account);
  const seen = await tx.decisions.aliases();
  const parties = await tx.ledger.parties();
  const { taken } = sortAccounts(seen, parties, await tx.memory.learnedAccounts());
  const multiDebtorAccounts = manyDebtors(seen, parties);
  const habits = await tx.memory.habits();
  const offsetAgreements = agreements.map(({ customerId, since }) => ({ partyId: customerId, since }));
  return { ...NO_MEMORY, aliases: taken, multiDebtorAccounts, refusals, ownAccounts, habits, rules, offsetAgreements };
}
