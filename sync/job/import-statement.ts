// A bank file into the company's lines: each statement whole or not at all, and the same movement never twice.
import { type Fault, fault } from '../fault/index.ts';
import type { CompanyId } from '../model/company.ts';
import type { Actor } from '../model/decision.ts';
import type { DeskFile } from '../port/files.ts';
import type { StatementRow, Tx } from '../port/store.ts';
import { isBalanced, type Prepared, type ReadStatement } from '../statement/index.ts';
import { carriedOpening } from './carried-opening.ts';
import { attempt, type Desk } from './desk.ts';
import { readInFolder } from './folder.ts';
import { hashOf } from './hash.ts';
import { type FileOutcome, refused } from './outcome.ts';
import { prepareStatement } from './prepare-statement.ts';
import type { ReadBank } from './read-bank.ts';
import { sift } from './sift.ts';
import { type Confirmed, readChosen, rememberMapping } from './table.ts';

/** What one statement brought, as the outcome of its file lists it. */
type Brought = { row: StatementRow; fresh: number; kept: boolean; warnings: Fault[] };

/**
 * Imports the statements of one bank file in one transaction, but for the ticks and proposals that follow. `folder` names the
 * account whose folder the file lay in; it says nothing against what a person confirmed.
 */
export async function importStatements(
  desk: Desk,
  company: CompanyId,
  file: DeskFile,
  by: Actor,
  confirmed: Confirmed | null = null,
  folder: string | null = null,
): Promise<FileOutcome> {
  const read =
    folder === null || confirmed
      ? await readChosen(desk, company, file, confirmed)
      : await readInFolder(desk, company, file, folder);
  if ('faults' in read) return refused(file, read.faults, read.format, read.version);
  const hash = await hashOf(file.bytes);
  const outcome = await attempt(desk, company, async (tx) => {
    const known = await tx.files.byHash(hash);
    const fileId = known?.id ?? desk.newId();
    const faults: Fault[] = [];
    const brought: Brought[] = [];
    let stored = known !== null;
    const store = async () => {
      if (stored) return;
      stored = true;
      const facts = { importedAt: desk.clock.now(), current: true, ledger: null };
      await tx.files.add({ id: fileId, name: file.name, hash, kind: read.format, bytes: file.bytes, ...facts });
    };
    for (const statement of read.statements) {
      const result = await importOne(tx, { desk, file, read, fileId, store, isKnownFile: known !== null }, statement);
      if ('code' in result) faults.push(result);
      else brought.push(result);
    }
    const fresh = brought.reduce((count, each) => count + each.fresh, 0);
    if (confirmed && faults.length === 0) await rememberMapping(tx, desk, read, confirmed, by);
    if (stored && !(known && fresh === 0)) await audit(tx, desk, file, hash, brought, by);
    return outcomeOf(file, read, brought, faults, known !== null && fresh === 0);
  });
  return 'code' in outcome ? refused(file, [outcome], read.format, read.version) : outcome;
}

type Import = {
  desk: Desk;
  file: DeskFile;
  read: ReadBank;
  fileId: string;
  isKnownFile: boolean;
  /** Stores the file once, before its first statement: a file that gave nothing is not kept. */
  store(): Promise<void>;
};

async function importOne(tx: Tx, it: Import, statement: ReadStatement): Promise<Brought | Fault> {
  const { read, file, desk } = it;
  const own = await prepareStatement(tx, statement, read.version, file);
  if ('code' in own) return own;
  const { account, prepared, warnings } = own;
  const { drafts, proof } = prepared;
  if (isBalanced(proof) === false) return unbalanced(file, statement, prepared, account.currency);
  // A statement in the ERP may be half typed: it proves nothing about a file.
  const earlier = (await tx.bank.statementsOf(account.account)).filter((row) => row.format !== 'erp');
  const number = statement.head.id;
  const sifted = await sift(tx, { drafts, proof, number, format: read.format, earlier, file: file.name });
  if ('code' in sifted) return sifted;
  const days = drafts.map((draft) => draft.bookingDay);
  const carried = proof.openingMinor === null ? await carriedOpening(tx, account.account, earlier, days) : null;
  const balances = {
    ...proof,
    openingMinor: carried?.minor ?? proof.openingMinor,
    openingDay: carried?.day ?? proof.openingDay,
  };
  const row: StatementRow = {
    id: desk.newId(),
    fileId: it.fileId,
    format: read.format,
    account: account.account,
    number,
    currency: account.currency,
    ...balances,
    balanced: isBalanced(balances),
    openingCarried: carried !== null,
    lineCount: drafts.length,
    duplicateCount: drafts.length - sifted.length,
    apart: prepared.apart,
  };
  // The very same file again leaves no second trace of a statement that brings nothing.
  const kept = sifted.length > 0 || !it.isKnownFile;
  if (kept) {
    await it.store();
    await own.remember();
    await tx.bank.addStatement(row);
    await tx.bank.addLines(row.id, sifted);
  }
  return { row, fresh: sifted.length, kept, warnings };
}

function unbalanced(file: DeskFile, { head }: ReadStatement, { proof }: Prepared, currency: string): Fault {
  const money = (minor: number | null) => ({ minor: minor ?? 0, currency });
  return fault(
    'statement-unbalanced',
    { file: file.name, ...(head.id === null ? {} : { record: head.id }) },
    {
      opening: money(proof.openingMinor),
      lines: money(proof.linesMinor),
      computed: money((proof.openingMinor ?? 0) + proof.linesMinor),
      closing: money(proof.closingMinor),
    },
  );
}

async function audit(tx: Tx, desk: Desk, file: DeskFile, hash: string, brought: readonly Brought[], by: Actor) {
  const statements = brought.map(({ row, fresh }) => ({
    account: row.account,
    number: row.number,
    lines: row.lineCount,
    fresh,
    balanced: row.balanced,
  }));
  await tx.audit.append({ at: desk.clock.now(), by, what: 'import', subject: file.name, facts: { hash, statements } });
}

function outcomeOf(
  file: DeskFile,
  read: ReadBank,
  brought: readonly Brought[],
  faults: Fault[],
  known: boolean,
): FileOutcome {
  const { format: kind, version } = read;
  if (brought.length === 0 && faults.length > 0) return refused(file, faults, kind, version);
  const statements = brought.map(({ row, kept }) => {
    const { id, fileId: _, format: __, apart, ...stated } = row;
    return { ...stated, ...(kept ? { statementId: id } : {}), apartCount: apart.length };
  });
  const warnings = brought.flatMap((each) => each.warnings);
  const { name, bytes } = file;
  return { name, bytes: bytes.length, kind, version, ok: true, known, statements, ledger: null, warnings, faults };
}
