// Which lines of a statement are details of one entry: the bank moved their sum at once, and a ledger may book it so.
import type { BankLine, Transaction } from '../model/statement.ts';

/** 'Stmt[1]/Ntry[3]/TxDtls[2], line 118' and 'Stmt[1]/Ntry[3], line 90' stand in 'Stmt[1]/Ntry[3]'; other formats know no details. */
const ENTRY = /^.*\bNtry\[\d+\]/;

type Batched = Pick<BankLine, 'batch'>;

/**
 * The drafts, those that share their entry with others marked so; `transactions` are theirs, in the same order. The name of
 * a batch is one of this statement only, until `batchesById`.
 */
export function withBatches<Draft extends Batched>(
  drafts: readonly Draft[],
  transactions: readonly Transaction[],
  statement: string | null,
): Draft[] {
  const entries = transactions.map(({ place }) => ENTRY.exec(place)?.[0] ?? null);
  const counts = new Map<string | null, number>();
  for (const entry of entries) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  return drafts.map((draft, i) => {
    const entry = entries[i] ?? null;
    const count = counts.get(entry) ?? 0;
    return entry === null || count < 2 ? draft : { ...draft, batch: { id: `${statement ?? ''} ${entry}`, count } };
  });
}

/** Each draft's batch, named by the id of the entry's first line: delivered again, it has the same name. `ids` are the drafts'. */
export function batchesById(drafts: readonly Batched[], ids: readonly string[]): (Batched['batch'] | null)[] {
  const first = new Map<string, string>();
  return drafts.map(({ batch }, i) => {
    if (!batch) return null;
    const id = first.get(batch.id) ?? ids[i]!;
    first.set(batch.id, id);
    return { ...batch, id };
  });
}
