// Batch credits of waiting lines, explained by the collections and cheque slips that were imported.
import { isBatchCredit, partLines, type Split, splitLines, together } from '../batch/index.ts';
import type { Collected } from '../model/collection.ts';
import type { Proposal } from '../model/match.ts';
import type { BankLine } from '../model/statement.ts';
import type { Tx } from '../port/store.ts';
import { accountOf } from '../statement/account.ts';

/** `lines` with each explained batch credit replaced by its parts; `join` puts the proposals of the parts together again. */
export type Splitting = { lines: BankLine[]; join(proposals: readonly Proposal[]): Proposal[] };

/** Lines that no collection explains stay as they are. */
export async function splitBatches(tx: Tx, lines: readonly BankLine[]): Promise<Splitting> {
  const isNeeded = lines.some(isBatchCredit);
  const found = isNeeded ? splitLines(lines, await collectedOf(tx)) : [];
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

/** What files say, each slip with the company's account that it is of: the one it states, or the only one there is. */
async function collectedOf(tx: Tx): Promise<Collected> {
  const { collections, rejects } = await tx.files.collected();
  if (!collections.some(({ cheques }) => cheques)) return { collections, rejects };
  const accounts = await tx.bank.accounts();
  const [only, ...others] = accounts;
  const sole = only && others.length === 0 ? only.account : null;
  const placed = collections.map((each) => {
    if (!each.cheques) return each;
    const own = each.account === null ? sole : (accountOf(accounts, each.account)?.account ?? null);
    return { ...each, account: own };
  });
  return { collections: placed, rejects };
}
