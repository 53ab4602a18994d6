// The engine: what each bank line pays, with reasons, and which of it is proved. Pure: the same input gives the same proposals.
import type { LedgerLine, OpenItem } from '../model/ledger.ts';
import type { Proposal } from '../model/match.ts';
import { type Counts, type Memory, NO_MEMORY } from '../model/memory.ts';
import type { Party } from '../model/party.ts';
import type { BankLine } from '../model/statement.ts';
import { assign } from './assign.ts';
import { manyDebtorAccounts, readBatch } from './batch.ts';
import { SEEDED } from './counts/index.ts';
import { type Decided, decide } from './decide.ts';
import { hypothesesFor } from './hypotheses/index.ts';
import { OpenItems } from './open-items.ts';
import { otherNature } from './other-nature.ts';
import { Parties } from './parties.ts';
import { POLICY, type Policy } from './policy.ts';
import { readLine } from './reading/index.ts';
import type { Reading } from './reading/reading.ts';
import { squash } from './squash.ts';

/** The indexes of open items and customers, kept up to date by `items.add`, `items.remove` and `parties.add`. */
export type Index = { readonly items: OpenItems; readonly parties: Parties };

export function openIndex(items: Iterable<OpenItem>, parties: Iterable<Party>, paid: Iterable<LedgerLine> = []): Index {
  const index: Index = { items: new OpenItems(), parties: new Parties() };
  for (const party of parties) index.parties.add(party);
  for (const line of paid) index.items.addPaid(line);
  for (const item of items) index.items.add(item);
  return index;
}

export type MatchOptions = { memory?: Memory; counts?: Counts; policy?: Policy };

/**
 * Proposals for these lines against the index, one a line, by line id. Read all, guess for each, judge each guess by
 * its evidence, decide by proof, then let the lines compete for the items.
 */
export function matchLines(index: Index, lines: readonly BankLine[], options: MatchOptions = {}): Proposal[] {
  const { memory = NO_MEMORY, counts = SEEDED, policy = POLICY } = options;
  const { items, parties } = index;
  const multi = new Set(memory.multiDebtorAccounts.map(squash));
  const first = lines.map((line) => readLine(line, items, parties, memory, multi));
  const many = manyDebtorAccounts(first, parties);
  const all = new Set([...multi, ...many]);
  const readings = many.size === 0 ? first : first.map((reading) => readAgain(reading, index, memory, many, all));
  const batch = readBatch(readings, items, parties);
  const decided = readings.map((reading): { line: BankLine; decided: Decided } => {
    const other = otherNature(reading, batch, memory);
    if (other) return { line: reading.line, decided: other };
    const guesses = hypothesesFor(reading, items, parties, policy, memory);
    return { line: reading.line, decided: decide({ reading, guesses, items, parties, memory, batch, policy }, counts) };
  });
  return assign(decided, items);
}

/** What an account that turned out to pay for many sends is read once more; of the other lines nothing changes. */
function readAgain(
  reading: Reading,
  { items, parties }: Index,
  memory: Memory,
  many: ReadonlySet<string>,
  all: ReadonlySet<string>,
): Reading {
  const account = reading.line.counterpartyAccount;
  if (account === null || !many.has(squash(account))) return reading;
  return readLine(reading.line, items, parties, memory, all);
}

/** The engine on plain data: builds the index and matches once. */
export function match(
  input: {
    items: readonly OpenItem[];
    paid?: readonly LedgerLine[];
    parties: readonly Party[];
    lines: readonly BankLine[];
  } & MatchOptions,
): Proposal[] {
  return matchLines(openIndex(input.items, input.parties, input.paid), input.lines, input);
}
