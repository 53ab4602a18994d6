// What a letter's lines close of each other in their other currency (Montantdevise), where the group proves it.
import type { Fact, Item } from './item.ts';

/**
 * Of a group whose lines of one other currency sum to zero in it: then its lines without such an amount are exchange differences and
 * close none of it. Each pair closes what its side that is used up had left; where that does not come out even on every line, the
 * parts are not known.
 */
export function withForeign(group: readonly Item[], facts: readonly Fact[]): Fact[] {
  const foreign = group.flatMap((item) => item.row.detail?.foreign ?? []);
  const isOne = new Set(foreign.map((it) => it.currency)).size === 1;
  if (!isOne || foreign.reduce((sum, it) => sum + it.minor, 0) !== 0) return [...facts];
  const left = new Map(group.map((item) => [item, leftOf(item)]));
  const told: Fact[] = [];
  for (const fact of facts) {
    const [debit, credit] = [left.get(fact.debit)!, left.get(fact.credit)!];
    debit.minor -= fact.amountMinor;
    credit.minor -= fact.amountMinor;
    const isPair = debit.foreign !== null && credit.foreign !== null;
    const foreignMinor = isPair ? ((debit.minor === 0 ? debit.foreign : credit.foreign) ?? 0) : 0;
    if (debit.foreign !== null) debit.foreign -= foreignMinor;
    if (credit.foreign !== null) credit.foreign -= foreignMinor;
    told.push({ ...fact, foreignMinor });
    if ((debit.foreign ?? 0) < 0 || (credit.foreign ?? 0) < 0) return [...facts];
  }
  return [...left.values()].some((it) => (it.foreign ?? 0) !== 0) ? [...facts] : told;
}

function leftOf({ row }: Item): { minor: number; foreign: number | null } {
  const foreign = row.detail?.foreign ?? null;
  return { minor: Math.abs(row.amountMinor), foreign: foreign && Math.abs(foreign.minor) };
}
