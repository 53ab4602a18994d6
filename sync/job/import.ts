// Files that people bring: each is known by its content and imported whole or not at all.
import { fault, isFault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import type { Actor } from '../model/decision.ts';
import type { DeskFile } from '../port/files.ts';
import { propose } from './alone.ts';
import { attempt, type Desk } from './desk.ts';
import { importCollections } from './import-collection.ts';
import { importLedgers } from './import-ledger.ts';
import { importStatements } from './import-statement.ts';
import { type FileOutcome, refused } from './outcome.ts';
import { tick } from './tick.ts';

/** A format is recognised on so many bytes. */
const HEAD_BYTES = 65_536;

/**
 * Imports the files, archives unpacked: ledgers first and together, because a statement's account is known by the ledger; then
 * each bank file in a transaction of its own. Ticks and proposals follow once, at the end, unless the caller sees to them.
 * `folder` names the account whose folder the files lay in. Outcomes stand in the order of the files.
 */
export async function importFiles(
  desk: Desk,
  company: CompanyId,
  files: readonly DeskFile[],
  by: Actor,
  { follow = true, folder = null }: { follow?: boolean; folder?: string | null } = {},
): Promise<FileOutcome[]> {
  const outcomes: { at: number; outcome: FileOutcome }[] = [];
  const work: { at: number; file: DeskFile }[] = [];
  for (const [at, file] of files.entries()) {
    const members = await desk.files.unpack(file);
    if (isFault(members)) outcomes.push({ at, outcome: refused(file, [members]) });
    else for (const member of members) work.push({ at, file: member });
  }
  const ledgers = work.filter(({ file }) => desk.files.isLedger(file.bytes.subarray(0, HEAD_BYTES)));
  const imported = await importLedgers(
    desk,
    company,
    ledgers.map(({ file }) => file),
    by,
  );
  imported.forEach((outcome, i) => {
    outcomes.push({ at: ledgers[i]!.at, outcome });
  });
  for (const { at, file } of work.filter((each) => !ledgers.includes(each))) {
    outcomes.push({ at, outcome: await importBankFile(desk, company, file, by, folder) });
  }
  if (follow && outcomes.some(({ outcome }) => outcome.ok && !outcome.known)) await followImport(desk, company);
  for (const { outcome } of outcomes) log(desk, company, outcome);
  return outcomes.sort((a, b) => a.at - b.at).map(({ outcome }) => outcome);
}

/** Ticks and proposals that a changed ledger or new lines ask for; a program that died before makes them at its next start. */
export async function followImport(desk: Desk, company: CompanyId): Promise<void> {
  const ticked = await attempt(desk, company, (tx) => tick(tx, desk));
  const proposed = isFault(ticked) ? ticked : await propose(desk, company);
  if (isFault(proposed)) desk.log.error('import not followed', { company, code: proposed.code });
}

async function importBankFile(
  desk: Desk,
  company: CompanyId,
  file: DeskFile,
  by: Actor,
  folder: string | null,
): Promise<FileOutcome> {
  if (file.bytes.length === 0) return refused(file, [fault('file-empty', { file: file.name })]);
  const kind = desk.files.collectionKind(file.bytes.subarray(0, HEAD_BYTES));
  if (kind !== null) return importCollections(desk, company, file, by, { kind, folder });
  return importStatements(desk, company, file, by, null, folder);
}

function log(desk: Desk, company: CompanyId, { name, bytes, kind, ok, known, faults }: FileOutcome): void {
  desk.log.info('file imported', { company, file: name, bytes, kind, ok, known, faults: faults.map((it) => it.code) });
}
