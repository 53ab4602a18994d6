// What leaves for the accounting program: a working copy of the ledger with our letters, the list of them, the entries to post.
import type { Fault } from '../fault/index.ts';
import { type Group, letterable } from '../ledger/group.ts';
import type { CompanyId } from '../model/company.ts';
import type { Day } from '../model/day.ts';
import type { Actor, Decision } from '../model/decision.ts';
import type { Posting } from '../port/erp.ts';
import type { DeskFile } from '../port/files.ts';
import type { Tx } from '../port/store.ts';
import { attempt, type Desk, refuse } from './desk.ts';
import { entryDay } from './lettering.ts';

export type Exported = 'fec' | 'letters' | 'entries';

/** The files of one export; a ledger of several exercises is several files. Leaves a trace in the audit. */
export function exportFiles(desk: Desk, companyId: CompanyId, what: Exported, by: Actor): Promise<DeskFile[] | Fault> {
  return attempt(desk, companyId, async (tx) => {
    const files = what === 'entries' ? await entries(tx, desk) : await letters(tx, desk, what);
    const facts = { files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length })) };
    await tx.audit.append({ at: desk.clock.now(), by, what: 'export', subject: what, facts });
    return files;
  });
}

/** Groups that our decisions close in the ledger and that it does not letter yet. */
export async function groupsToLetter(tx: Tx): Promise<Group[]> {
  return letterable(await tx.ledger.lines(), await tx.ledger.decidedSettlements());
}

async function letters(tx: Tx, desk: Desk, what: 'fec' | 'letters'): Promise<DeskFile[]> {
  const company = await tx.company.get();
  const files = (await tx.files.currentLedgers()).map(({ name, bytes }) => ({ name, bytes }));
  if (files.length === 0) refuse('ledger-missing');
  const written = desk.files.lettered(files, company, await groupsToLetter(tx));
  if ('code' in written) refuse(written);
  for (const it of written.skipped) desk.log.warn('group not lettered', { company: company.id, code: it.code });
  return what === 'letters' ? [written.list] : written.copies;
}

async function entries(tx: Tx, desk: Desk): Promise<DeskFile[]> {
  const names = {
    accounts: await tx.ledger.accounts(),
    parties: await tx.ledger.parties(),
    banks: await tx.bank.accounts(),
  };
  return desk.files.entries(await postings(tx, desk), names);
}

async function letterDay(tx: Tx, desk: Desk, { action, candidate }: Decision): Promise<Day | null> {
  if (action !== 'letter') return null;
  const company = await tx.company.get();
  const items = await tx.ledger.items(candidate?.allocations.map((it) => it.itemId) ?? []);
  return entryDay(tx, company, items, desk.clock.today(company.zone));
}

/** Entries that are decided and not yet in the ledger, oldest first: receipts, and differences of receipts that it holds and of letters. */
export async function postings(tx: Tx, desk: Desk): Promise<Posting[]> {
  const rows = (await tx.outbox.waiting()).filter((row) => row.kind === 'post' && row.entry.length > 0);
  const found: Posting[] = [];
  for (const { decisionId, entry } of rows) {
    const decision = await tx.decisions.get(decisionId);
    if (!decision) continue;
    const line = decision.lineId ? await tx.bank.line(decision.lineId) : null;
    const day = line?.bookingDay ?? (await letterDay(tx, desk, decision));
    if (day !== null) found.push({ decisionId, lineId: line?.id ?? null, day, entry, settlements: [] });
  }
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
