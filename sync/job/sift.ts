// Which lines of a statement are new, each with its identity.
import { type Fault, fault } from '../fault/index.ts';
import type { BankLine, Format } from '../model/statement.ts';
import type { StatementRow, Tx } from '../port/store.ts';
import { batchesById } from '../statement/entry.ts';
import { type Draft, type Proof, period } from '../statement/index.ts';
import { baseKey, keysOf, nthKey } from '../statement/key.ts';
import { continuedDay, contradicted, reissued, repeated } from '../statement/repeat.ts';
import { idsOf } from './hash.ts';

export type Sifting = {
  drafts: readonly Draft[];
  proof: Proof;
  number: string | null;
  format: Format;
  earlier: readonly StatementRow[];
  file: string;
};

/** The lines that no earlier file brought. A statement that contradicts what was proved before is a conflict. */
export async function sift(tx: Tx, it: Sifting): Promise<BankLine[] | Fault> {
  const { drafts, proof, number, earlier, file } = it;
  const ids = await idsOf(keysOf(drafts, await equalsBefore(tx, it)));
  const known = await tx.bank.known(ids);
  const isFresh = ids.map((id) => !known.has(id));
  const repeats = repeated(drafts, isFresh, await linesOf(tx, drafts), it.format);
  const batches = batchesById(drafts, ids);
  const fresh = drafts.flatMap((draft, i) =>
    isFresh[i] && !repeats.has(i) ? [{ id: ids[i]!, ...draft, batch: batches[i] ?? null }] : [],
  );
  const day = contradicted(fresh, proof, earlier);
  const account = drafts[0]?.account ?? '';
  if (day !== null) return fault('statement-contradicted', { file }, { what: day, account });
  if (reissued(number, proof, drafts.length, fresh.length, earlier)) {
    return fault('statement-conflict', { file }, { what: number ?? '', account });
  }
  return fresh;
}

async function linesOf(tx: Tx, drafts: readonly Draft[]) {
  const days = period(drafts);
  const account = drafts[0]?.account;
  return days === null || account === undefined ? [] : tx.bank.linesBetween(account, days.from, days.to);
}

/** Of a statement that goes on in the middle of a day: how many equal lines without a reference that day has already. */
async function equalsBefore(tx: Tx, { drafts, proof, number, earlier }: Sifting): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const day = continuedDay(proof, number, earlier);
  const unnamed = drafts.filter((draft) => draft.bookingDay === day && draft.entryRef === null);
  for (const base of new Set(unnamed.map(baseKey))) {
    let count = 0;
    while ((await tx.bank.known(await idsOf([nthKey(base, count)]))).size > 0) count += 1;
    if (count > 0) counts.set(base, count);
  }
  return counts;
}
