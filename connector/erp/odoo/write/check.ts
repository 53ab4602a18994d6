// What Odoo does not check, and what it would do in silence: looked at just before a write.
import { type Fault, fault } from '../../../../sync/fault/index.ts';
import type { Day } from '../../../../sync/model/day.ts';
import { sum } from '../../../../sync/model/money.ts';
import type { Posting } from '../../../../sync/port/erp.ts';
import { type ItemSide, moved } from './item.ts';
import type { Locks } from './lock.ts';
import { joinedMinor, type Plan } from './plan.ts';

/** `freed`: what releases give back to an item, by its id, in company currency, signed as its residual. */
export type Freed = ReadonlyMap<number, number>;

/**
 * Null when every item is as it was decided on and holds what is asked of it.
 * Faults: item-moved (another party, another residual), item-settled (less is open than the posting takes).
 */
export function wrongItem(posting: Posting, plan: Plan, freed: Freed): Fault | null {
  const isForeign =
    plan.joins.some((join) => join.foreign !== null) ||
    posting.entry.some((line) => line.part === 'bank' && line.foreign !== undefined);
  for (const [id, item] of plan.items) {
    const decided = posting.parties?.[id];
    const parties = posting.entry.filter((line) => line.settles === id).map((line) => line.partyId);
    const expected = decided === undefined ? parties : [...parties, decided];
    if (expected.some((party) => party !== (item.partner === null ? null : String(item.partner))))
      return moved(item.name, 'customer');
    const before = posting.before?.[id];
    const wasFreed = freed.get(item.id) ?? 0;
    const now = isForeign ? residualOf(item) : item.residualMinor;
    if (before !== undefined && before !== now && before !== now + wasFreed) return moved(item.name, 'residual');
    const after = residualAfter(plan, item, wasFreed);
    if (after !== 0 && Math.sign(after) !== Math.sign(residualOf(item) + wasFreed))
      return fault('item-settled', {}, { document: item.name });
  }
  return null;
}

/** An entry of this day, with tax fields or without, falls under a lock. */
export function locked(day: Day, plan: Plan, locks: Locks): Fault | null {
  const isTaxed = plan.parts.some((part) => Object.keys(part.tax).length > 0);
  const which = isTaxed ? 'taxes' : 'entries';
  const until = locks[which];
  return until !== null && day <= until ? fault('period-locked', {}, { until, lock: locks.names[which] }) : null;
}

function residualOf(item: ItemSide): number {
  return item.foreign?.minor ?? item.residualMinor;
}

function residualAfter({ parts, joins }: Plan, item: ItemSide, wasFreed: number): number {
  const falls = parts.filter((part) => part.settles === item).map((part) => part.foreign?.minor ?? part.balanceMinor);
  const joined = joins.flatMap((join) => [
    ...(join.debit === item ? [-joinedMinor(join)] : []),
    ...(join.credit === item ? [joinedMinor(join)] : []),
  ]);
  return residualOf(item) + wasFreed + sum([...falls, ...joined]);
}

export function unaccepted(posting: Posting, warnings: readonly Fault[]): Fault | null {
  return warnings.find((it) => !posting.accepted?.includes(it.code)) ?? null;
}
