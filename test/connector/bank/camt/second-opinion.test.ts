// camt-parser as a second opinion on the facts that it reads: account, balances, and each entry's money, day and reversal.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type BankStatement, type Balance as ItsBalance, parseCamt053 } from 'camt-parser';
import { describe, expect, test } from 'vitest';
import { decimalSum, negated, plainDecimal, sameDecimal } from '../../../../connector/bank/decimal.ts';
import type { ReadFile } from '../../../../connector/bank/index.ts';
import type { Statement, Transaction } from '../../../../sync/model/statement.ts';
import { read } from '../reading.ts';

const FOLDERS = ['../../../fixtures/bank/camt/', '../../../../../shared/data/bank/camt/'].map(
  (path) => new URL(path, import.meta.url).pathname,
);

const files = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => folder + name),
);

/** It throws on messages, prefixes and envelopes that it does not know, and takes text only. */
async function itsOpinion(bytes: Uint8Array): Promise<BankStatement[] | null> {
  try {
    return (await parseCamt053(new TextDecoder().decode(bytes))).statements;
  } catch {
    return null;
  }
}

type Opinion = { account: string | null; opening: string | null; closing: string | null; entries: EntryOpinion[] };
type EntryOpinion = { amount: string; day: string | null; reversal: boolean };

function its(statement: BankStatement): Opinion {
  const balance = (type: string) => statement.balances.find((it) => it.type === type);
  return {
    account: statement.account.iban === '' ? null : statement.account.iban.replaceAll(/\s/g, ''),
    opening: balanceText(balance('OPBD') ?? balance('PRCD')),
    closing: balanceText(balance('CLBD')),
    entries: statement.transactions.map((it) => ({
      amount: signedText(it.amount.value, it.creditDebitIndicator),
      day: it.bookingDate === '' ? null : it.bookingDate.trim().slice(0, 10),
      reversal: it.reversalIndicator,
    })),
  };
}

function balanceText(it: ItsBalance | undefined): string | null {
  return it === undefined || it.creditDebitIndicator === ''
    ? null
    : signedText(it.amount.value, it.creditDebitIndicator);
}

function signedText(value: string, sign: string): string {
  const amount = plainDecimal(value) ?? value;
  return sign === 'DBIT' ? negated(amount) : amount;
}

/** Our transactions gathered by the entry that their place names. */
function ours(statement: Statement): EntryOpinion[] {
  const byEntry = new Map<string, Transaction[]>();
  for (const it of statement.transactions) {
    const entry = /Ntry\[\d+\]/.exec(it.place)?.[0] ?? '';
    byEntry.set(entry, [...(byEntry.get(entry) ?? []), it]);
  }
  return [...byEntry.values()].map((parts) => ({
    amount: sumOf(parts),
    day: parts[0]?.bookingDate ?? null,
    reversal: parts[0]?.reversal ?? false,
  }));
}

function sumOf(parts: readonly Transaction[]): string {
  const sum = decimalSum();
  for (const it of parts) sum.add(it.amount);
  return sum.total();
}

function differences(opinion: Opinion, statement: Statement): string[] {
  const found: string[] = [];
  if (opinion.account !== null && opinion.account !== statement.account) found.push(`account ${opinion.account}`);
  for (const end of ['opening', 'closing'] as const) {
    const its = opinion[end];
    const our = statement[end]?.amount;
    if (its !== null && (our === undefined || !sameDecimal(its, our))) found.push(`${end} ${its}, ours ${our}`);
  }
  const entries = ours(statement);
  if (entries.length !== opinion.entries.length)
    found.push(`${opinion.entries.length} entries, ours ${entries.length}`);
  opinion.entries.forEach((its, i) => {
    const our = entries[i];
    if (our === undefined) return;
    if (!sameDecimal(its.amount, our.amount)) found.push(`entry ${i + 1}: ${its.amount}, ours ${our.amount}`);
    if (its.day !== null && its.day !== our.day) found.push(`entry ${i + 1}: ${its.day}, ours ${our.day}`);
    // It knows 'true' only; '1' is true as well.
    if (its.reversal && !our.reversal) found.push(`entry ${i + 1}: a reversal`);
  });
  return found;
}

describe('camt-parser agrees where it can read', () => {
  test('on every file', async () => {
    const disagreements: string[] = [];
    let compared = 0;
    for (const file of files) {
      const bytes = readFileSync(file);
      const opinions = await itsOpinion(bytes);
      const got: ReadFile = await read(bytes);
      if (opinions === null || got.faults.length > 0) continue;
      compared += 1;
      if (opinions.length !== got.statements.length) disagreements.push(`${file}: ${opinions.length} statements`);
      for (const [i, opinion] of opinions.entries()) {
        const statement = got.statements[i];
        if (statement) disagreements.push(...differences(its(opinion), statement).map((it) => `${file}#${i}: ${it}`));
      }
    }
    expect(disagreements).toEqual([]);
    expect(compared).toBeGreaterThanOrEqual(files.length > 20 ? 40 : 3);
  });
});
