// What a receipt remembers of a posting: enough to take it back, and nothing that Odoo renumbers.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import type { Posting, Receipt } from '../../../../sync/port/erp.ts';
import type { Host } from '../host.ts';
import { linked } from '../map/value.ts';
import type { Plan } from './plan.ts';
import { readOne } from './read.ts';
import type { Released } from './release.ts';

export type Place =
  | { kind: 'line'; statementLine: number; move: number }
  | { kind: 'entry'; move: number }
  | { kind: 'join' };

/** A debit and a credit line of the ledger, by their ids. */
export type Pair = readonly [debit: number, credit: number];

export function receiptOf(posting: Posting, plan: Plan, place: Place, released: Released): Receipt {
  return {
    decisionId: posting.decisionId,
    facts: {
      ...place,
      items: [...new Set(plan.parts.flatMap((part) => part.settles?.id ?? []))].join(','),
      joins: plan.joins.map(({ debit, credit }) => `${debit.id}:${credit.id}`).join(','),
      released: released.pairs.map((pair) => pair.join(':')).join(','),
    },
  };
}

export function pairsOf(fact: string | number | undefined): Pair[] {
  return [...String(fact ?? '').matchAll(/(\d+):(\d+)/g)].map((it): Pair => [Number(it[1]), Number(it[2])]);
}

export function idsOf(fact: string | number | undefined): number[] {
  return [...String(fact ?? '').matchAll(/\d+/g)].map((it) => Number(it[0]));
}

/** A receipt whose answer was lost knows its bank line alone: the entry is read from it. */
export async function placeOf(host: Host, { facts }: Receipt): Promise<Receipt['facts'] | Fault> {
  const { kind, statementLine } = facts;
  if (kind !== undefined || statementLine === undefined) return facts;
  const line = await readOne(host, 'account.bank.statement.line', Number(statementLine), ['move_id']);
  return isFault(line) ? line : { ...facts, kind: 'line', move: linked(line['move_id']) ?? 0 };
}
