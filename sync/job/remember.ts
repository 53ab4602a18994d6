// What a company remembers, shown to people, and forgotten or learned at their word.
import type { Fault } from '../fault/index.ts';
import { sortAccounts } from '../memory/account.ts';
import type { CompanyId } from '../model/company.ts';
import type { MemoryMark, SeenAlias } from '../model/memory.ts';
import type { Tx } from '../port/store.ts';
import type { MemoryView } from '../port/trust-view.ts';
import { type Desk, refuse } from './desk.ts';
import { once, type Request } from './once.ts';
import { proposeFor } from './propose.ts';

/** Refusals are shown newest first, up to this many. */
const REFUSALS_MAX = 500;

export type Thing = Pick<MemoryMark, 'kind' | 'text' | 'partyId'>;

export async function memoryView(tx: Tx): Promise<MemoryView> {
  const aliases = await tx.decisions.aliases();
  const { taken, changed } = sortAccounts(aliases, await tx.ledger.parties(), await tx.memory.learnedAccounts());
  const habits = await tx.memory.habits();
  const names = await tx.view.names([...new Set([...aliases, ...habits].map((it) => it.partyId))]);
  const named = <T extends { partyId: string }>(it: T) => ({ ...it, partyName: names[it.partyId] ?? null });
  const payers = (kind: SeenAlias['kind']) =>
    taken.filter((it) => it.kind === kind && it.confirmed > 0).map(({ kind: _, firstSeq: __, ...it }) => named(it));
  return {
    accounts: payers('account'),
    names: payers('name'),
    changed: changed.map(named),
    refusals: await tx.memory.refusedPairs(REFUSALS_MAX),
    habits: habits.map(named),
  };
}

/** Forgets one thing: what was taught of it so far counts no more. Refused when nothing like it is remembered. */
export function forget(desk: Desk, company: CompanyId, thing: Thing, request: Request): Promise<string | Fault> {
  return once(desk, company, request, async (tx) => {
    if (!(await isKnown(tx, thing))) refuse('memory-unknown');
    await mark(tx, desk, thing, 'forget', request);
    return thing.text;
  });
}

/** A further bank account is the customer's: it is learned because a person says so, never before. */
export function learnAccount(
  desk: Desk,
  company: CompanyId,
  { text, partyId }: { text: string; partyId: string },
  request: Request,
): Promise<string | Fault> {
  return once(desk, company, request, async (tx) => {
    const { changed } = await memoryView(tx);
    if (!changed.some((it) => it.text === text && it.partyId === partyId)) refuse('memory-unknown');
    await mark(tx, desk, { kind: 'account', text, partyId }, 'learn', request);
    return text;
  });
}

async function mark(tx: Tx, desk: Desk, thing: Thing, verdict: MemoryMark['verdict'], { by }: Request): Promise<void> {
  const at = desk.clock.now();
  await tx.memory.mark({ ...thing, verdict, by, at, afterSeq: await tx.trust.newest() });
  await tx.audit.append({ at, by, what: 'setting', subject: thing.text, facts: { memory: verdict, ...thing } });
  const lines = await affected(tx, thing);
  if (lines.length > 0) await proposeFor(tx, desk, lines);
}

async function isKnown(tx: Tx, { kind, text, partyId }: Thing): Promise<boolean> {
  if (kind === 'refusal') return (await tx.decisions.get(text))?.action === 'reject';
  if (kind === 'habit') return (await tx.memory.habits()).some((it) => it.kind === text && it.partyId === partyId);
  return (await tx.decisions.aliases()).some((it) => it.kind === kind && it.text === text && it.partyId === partyId);
}

/** Waiting lines that the thing spoke about. */
async function affected(tx: Tx, { kind, text }: Thing): Promise<string[]> {
  if (kind === 'habit') return [];
  const lines = await tx.bank.openLines();
  const refused = kind === 'refusal' ? (await tx.decisions.get(text))?.lineId : null;
  return lines
    .filter((line) => {
      if (kind === 'refusal') return line.id === refused;
      if (kind === 'name') return (line.counterparty ?? line.ultimateParty) === text;
      return (line.counterpartyAccount ?? '').replace(/ /g, '') === text;
    })
    .map((line) => line.id);
}
