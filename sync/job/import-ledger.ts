// A ledger file (FEC) into the company's books: pulled with the exercises in force, applied as one transaction.
import { type Fault, fault, isFault } from '../fault/index.ts';
import { recognise, rename } from '../ledger/recognise.ts';
import type { Company, CompanyId } from '../model/company.ts';
import type { Day } from '../model/day.ts';
import type { Actor } from '../model/decision.ts';
import type { DeskFile } from '../port/files.ts';
import type { FileRow, Tx, Written } from '../port/store.ts';
import { attempt, type Desk, refuse } from './desk.ts';
import { hashOf } from './hash.ts';
import { restateTicked } from './letter.ts';
import { linkAccounts } from './link-account.ts';
import { type FileOutcome, refused } from './outcome.ts';
import { collectPull, type Pulled } from './pull.ts';
import { resettle } from './rebook.ts';
import { tick } from './tick.ts';

/** Imports one ledger file. The same bytes again change nothing; a newer file of an exercise takes the older one's place. */
export async function importLedger(desk: Desk, companyId: CompanyId, file: DeskFile, by: Actor): Promise<FileOutcome> {
  const hash = await hashOf(file.bytes);
  const before = await desk.store.within(companyId, async (tx) => ({
    company: await tx.company.get(),
    known: await tx.files.byHash(hash),
    inForce: await tx.files.currentLedgers(),
  }));
  if (before.known?.current && before.known.ledger) return alreadyKnown(file, before.known.ledger);
  const { company } = before;
  // The file alone first: whose it is and which exercise, before it is laid over the others.
  const alone = await collectPull(desk.files.openLedger([file], company).pull(null));
  if ('faults' in alone) return refused(file, alone.faults, 'fec');
  const stranger = strangerOf(company, alone, file);
  if (stranger) return refused(file, [stranger], 'fec');
  const kept = before.inForce.filter((row) => !isSameExercise(row, alone));
  const files = [...kept.map(({ name, bytes }) => ({ name, bytes })), file];
  const pulled = kept.length === 0 ? alone : await collectPull(desk.files.openLedger(files, company).pull(null));
  if ('faults' in pulled) return refused(file, pulled.faults, 'fec');
  const outcome = await attempt(desk, companyId, async (tx) => {
    const inForce = await tx.files.currentLedgers();
    // Another import came in between: what was pulled is no longer the whole.
    if (inForce.map((row) => row.id).join() !== before.inForce.map((row) => row.id).join()) refuse('store-busy');
    await keepFile(
      tx,
      desk,
      file,
      hash,
      alone,
      inForce.filter((row) => isSameExercise(row, alone)),
    );
    const written = await apply(tx, desk, pulled);
    const warnings = [...pulled.warnings, ...(await linkAccounts(tx))];
    await tick(tx, desk);
    await resettle(tx, desk);
    await restateTicked(tx);
    const facts = { hash, from: alone.from, to: alone.to, siren: alone.siren, ...written };
    await tx.audit.append({ at: desk.clock.now(), by, what: 'import', subject: file.name, facts });
    return { written, warnings };
  });
  if ('code' in outcome) return refused(file, [outcome], 'fec');
  return {
    ...alreadyKnown(file, summaryOf(alone)),
    known: false,
    ledger: { ...summaryOf(alone), ...outcome.written },
    warnings: outcome.warnings,
  };
}

/** Writes what was pulled: known lines keep their ids, what the snapshot does not name leaves, its settlements too. */
async function apply(tx: Tx, desk: Desk, pulled: Pulled): Promise<Written> {
  const known = await tx.ledger.lines();
  const { lines, settlements } = rename(pulled.lines, pulled.settlements, recognise(known, pulled.lines));
  await tx.ledger.putAccounts(pulled.accounts);
  await tx.ledger.putParties(pulled.parties);
  if (pulled.bankAccounts.length > 0) await tx.bank.putAccounts(pulled.bankAccounts);
  const written = await tx.ledger.putLines(lines);
  await tx.ledger.putBalances(pulled.balances);
  const gone = await tx.ledger.retireLinesExcept(lines.map((line) => line.id));
  await tx.ledger.revokeLedgerSettlementsExcept(settlements.map((it) => it.id));
  await tx.ledger.addSettlements(settlements, { from: 'ledger' });
  const company = await tx.company.get();
  if (company.siren === null && pulled.siren !== null) await tx.company.update({ ...company, siren: pulled.siren });
  desk.log.info('ledger applied', { company: company.id, ...written, gone });
  return written;
}

async function keepFile(
  tx: Tx,
  desk: Desk,
  file: DeskFile,
  hash: string,
  pulled: Pulled,
  older: readonly FileRow[],
): Promise<void> {
  for (const row of older) await tx.files.supersede(row.id);
  const { name, bytes } = file;
  const facts = { importedAt: desk.clock.now(), current: true, ledger: summaryOf(pulled) };
  await tx.files.add({ id: desk.newId(), name, hash, kind: 'fec', bytes, ...facts });
}

function strangerOf(company: Company, pulled: Pulled, file: DeskFile): Fault | null {
  if (company.siren === null || pulled.siren === null || company.siren === pulled.siren) return null;
  return fault('fec-siren', { file: file.name }, { found: pulled.siren, expected: company.siren });
}

/** Two files of one exercise end on the same day; a draft may end earlier, so any overlap is the same exercise. */
function isSameExercise(row: FileRow, { from, to }: { from: Day; to: Day }): boolean {
  return row.ledger !== null && row.ledger.from <= to && from <= row.ledger.to;
}

function summaryOf({ from, to, lines, parties }: Pulled): NonNullable<FileRow['ledger']> {
  return { from, to, lines: lines.length, parties: parties.length };
}

function alreadyKnown(file: DeskFile, ledger: NonNullable<FileRow['ledger']>): FileOutcome {
  const nothing = { added: 0, changed: 0, same: ledger.lines };
  return { ...refused(file, [], 'fec'), ok: true, known: true, ledger: { ...ledger, ...nothing } };
}

/** A SIREN of the company that a refused file belongs to; null when it was refused for another reason. */
export function foreignSiren(outcome: FileOutcome): string | null {
  const stranger = outcome.faults.find((it) => it.code === 'fec-siren');
  const found = stranger?.params['found'];
  return isFault(stranger) && typeof found === 'string' ? found : null;
}
