// Files that people bring, one after the other: each is known by its content and imported whole or not at all.
import { fault, isFault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import type { Actor } from '../model/decision.ts';
import type { DeskFile } from '../port/files.ts';
import type { Desk } from './desk.ts';
import { importLedger } from './import-ledger.ts';
import { importStatements } from './import-statement.ts';
import { type FileOutcome, refused } from './outcome.ts';
import { propose } from './propose.ts';

/** A format is recognised on so many bytes. */
const HEAD_BYTES = 65_536;

/**
 * Imports the files, archives unpacked: ledgers first, because a statement's account is known by the ledger. Each file is one
 * transaction. New proposals follow once, at the end; a program that dies before makes them at its next start.
 */
export async function importFiles(
  desk: Desk,
  company: CompanyId,
  files: readonly DeskFile[],
  by: Actor,
): Promise<FileOutcome[]> {
  const outcomes = new Map<number, FileOutcome[]>();
  const work: { at: number; file: DeskFile; isLedger: boolean }[] = [];
  for (const [at, file] of files.entries()) {
    const members = await desk.files.unpack(file);
    if (isFault(members)) {
      outcomes.set(at, [refused(file, [members])]);
      continue;
    }
    for (const member of members) {
      work.push({ at, file: member, isLedger: desk.files.isLedger(member.bytes.subarray(0, HEAD_BYTES)) });
    }
  }
  let changed = false;
  for (const { at, file, isLedger } of [...work.filter((it) => it.isLedger), ...work.filter((it) => !it.isLedger)]) {
    const outcome = await importFile(desk, company, file, isLedger, by);
    changed ||= outcome.ok && !outcome.known;
    outcomes.set(at, [...(outcomes.get(at) ?? []), outcome]);
  }
  if (changed) await propose(desk, company);
  return files.flatMap((_, at) => outcomes.get(at) ?? []);
}

async function importFile(
  desk: Desk,
  company: CompanyId,
  file: DeskFile,
  isLedger: boolean,
  by: Actor,
): Promise<FileOutcome> {
  if (file.bytes.length === 0) return refused(file, [fault('file-empty', { file: file.name })]);
  const outcome = isLedger
    ? await importLedger(desk, company, file, by)
    : await importStatements(desk, company, file, by);
  const facts = { company, file: file.name, bytes: file.bytes.length, kind: outcome.kind, ok: outcome.ok };
  desk.log.info('file imported', { ...facts, faults: outcome.faults.map((it) => it.code) });
  return outcome;
}
