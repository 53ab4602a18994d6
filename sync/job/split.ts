// Batch credits of waiting lines, explained by the collections that were imported.
import { isBatchCredit, partLines, type Split, splitLines, together } from '../batch/index.ts';
import type { Proposal } from '../model/match.ts';
import type { BankLine } from '../model/statement.ts';
import type { Tx } from '../port/store.ts';

/** `lines` with each explained batch credit replaced by its parts; `join` puts the proposals of the parts together again. */
export type Splitting = { lines: BankLine[]; join(proposals: readonly Proposal[]): Proposal[] };

/** Lines that no collection explains stay as they are. */
export async function splitBatches(tx: Tx, lines: readonly BankLine[]): Promise<Splitting> {
  const isNeeded = lines.some(isBatchCredit);
  const found = isNeeded ? splitLines(lines, await tx.files.collected()) : [];
  if (found.length === 0) return { lines: [...lines], join: (proposals) => [...proposals] };
  const splits = new Map(found.map((split) => [split.lineId, split]));
  const splitOf = (line: BankLine): Split | undefined => splits.get(line.id);
  return {
    lines: lines.flatMap((line) => {
      const split = splitOf(line);
      return split ? partLines(line, split) : [line];
    }),
    join(proposals) {
      const byId = new Map(proposals.map((it) => [it.lineId, it]));
      return lines.flatMap((line) => {
        const split = splitOf(line);
        return split ? [together(line, split, byId)] : (byId.get(line.id) ?? []);
      });
    },
  };
}
