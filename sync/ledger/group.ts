// Which ledger lines one letter joins: everything that settlements tie together, if it closes to the cent.

import type { Day } from '../model/day.ts';
import type { LedgerLine, LedgerLineId, Settlement } from '../model/ledger.ts';
import { sum } from '../model/money.ts';

export type Group = { itemIds: LedgerLineId[]; day: Day };

/**
 * The groups that a letter may be written on: lines of one account and one customer whose debits equal their credits. A line
 * may carry the letter of a partial match, or one whose counterpart is nowhere: closed for good, it gets a new one. What is
 * settled in part, or against a receipt that the ledger lacks, is left for later. The day is the latest of the group's lines:
 * no letter is older than what it joins.
 */
export function letterable(lines: readonly LedgerLine[], settlements: readonly Settlement[]): Group[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const groups: Group[] = [];
  for (const ids of tiedTogether(settlements)) {
    const members = ids.flatMap((id) => byId.get(id) ?? []);
    const [first] = members;
    if (!first || members.length < ids.length) continue;
    const isOneAccount = members.every((line) => line.account === first.account && line.partyId === first.partyId);
    const isClosed = sum(members.map((line) => line.amountMinor)) === 0;
    // The sum of what came before the start day stands on no line of the ledger that could carry a letter.
    const isWritable = members.every((line) => line.kind !== 'earlier');
    if (!isOneAccount || !isClosed || !isWritable) continue;
    const day = members.map((line) => line.day).reduce((latest, each) => (each > latest ? each : latest));
    groups.push({ itemIds: [...ids].sort(), day });
  }
  return groups.sort((a, b) => (a.itemIds[0]! < b.itemIds[0]! ? -1 : 1));
}

/** Connected ids: a union of pairs, whoever pairs them. */
export function tiedTogether(settlements: readonly Pick<Settlement, 'debitId' | 'creditId'>[]): string[][] {
  const parent = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(id, root);
    return root;
  };
  for (const { debitId, creditId } of settlements) parent.set(rootOf(debitId), rootOf(creditId));
  const groups = new Map<string, string[]>();
  for (const id of parent.keys()) groups.set(rootOf(id), [...(groups.get(rootOf(id)) ?? []), id]);
  return [...groups.values()];
}
