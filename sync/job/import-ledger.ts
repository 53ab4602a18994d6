// A ledger file (FEC) into the company's books: pulled with the exercises in force, applied as one transaction.
import { type Fault, fault } from '../fault/index.ts';
import type { Company, CompanyId } from '../model/company.ts';
import type { Actor } from '../model/decision.ts';
import type { DeskFile } from '../port/files.ts';
import type { FileRow, Tx } from '../port/store.ts';
import { applyPulled } from './apply-ledger.ts';
import { restate } from './booked.ts';
import { attempt, type Desk, refuse } from './desk.ts';
import { hashOf } from './hash.ts';
import { linkAccounts } from './link-account.ts';
import { type FileOutcome, refused } from './outcome.ts';
import { collectPull, type Pulled } from './pull.ts';
import { resettle } from './rebook.ts';
import { tick } from './tick.ts';

/** One file of the batch: what it says alone, or why it is not taken. */
type Given = { file: DeskFile; hash: string; outcome: FileOutcome | null; alone: Pulled | null };

/**
 * Imports ledger files together, as one transaction over all exercises. The same bytes again change nothing; a newer file of an
 * exercise takes the older one's place; a file of another company or one that cannot be trusted is refused, the others are not.
 */
export async function importLedgers(
  desk: Desk,
  companyId: CompanyId,
  files: readonly DeskFile[],
  by: Actor,
): Promise<FileOutcome[]> {
  if (files.length === 0) return [];
  const before = await desk.store.within(companyId, async (tx) => ({
    company: await tx.company.get(),
    inForce: await tx.files.currentLedgers(),
  }));
  const given: Given[] = [];
  let { siren } = before.company;
  for (const file of files) {
    const it = await read(desk, { ...before.company, siren }, file);
    siren ??= it.alone?.siren ?? null;
    given.push(it);
  }
  const taken = given.flatMap(({ file, hash, alone }) => (alone ? [{ file, hash, alone }] : []));
  if (taken.length > 0) {
    const done = await importTogether(desk, { ...before.company, siren }, before.inForce, taken, by);
    for (const it of given) it.outcome ??= done(it.file);
  }
  return given.map(({ file, outcome }) => outcome ?? refused(file, [], 'fec'));
}

/** A file by itself: whether it is known, whose it is, and which exercise, before it is laid over the others. */
async function read(desk: Desk, company: Company, file: DeskFile): Promise<Given> {
  const hash = await hashOf(file.bytes);
  const known = await desk.store.within(company.id, (tx) => tx.files.byHash(hash));
  if (known?.ledger) {
    const replaced = fault('fec-replaced', { file: file.name });
    const outcome = known.current ? alreadyKnown(file, known.ledger) : refused(file, [replaced], 'fec');
    return { file, hash, outcome, alone: null };
  }
  const alone = await collectPull(desk.files.openLedger([file], company).pull(null));
  if ('faults' in alone) return { file, hash, outcome: refused(file, alone.faults, 'fec'), alone: null };
  return { file, hash, outcome: null, alone };
}

async function importTogether(
  desk: Desk,
  company: Company,
  inForce: readonly FileRow[],
  taken: readonly { file: DeskFile; hash: string; alone: Pulled }[],
  by: Actor,
): Promise<(file: DeskFile) => FileOutcome> {
  const files = [...inForce.map(({ name, bytes }) => ({ name, bytes })), ...taken.map(({ file }) => file)];
  const [first] = taken;
  const isAlone = files.length === 1 && first !== undefined;
  const pulled = isAlone ? first.alone : await collectPull(desk.files.openLedger(files, company).pull(null));
  if ('faults' in pulled) return (file) => refused(file, pulled.faults, 'fec');
  // A draft that validated entries overtook leaves no trace; it is told apart by its place: both may bear the legal name.
  const behind = (file: DeskFile): Fault | undefined =>
    pulled.inForce.includes(files.indexOf(file))
      ? undefined
      : pulled.warnings.find(({ code, place }) => code === 'fec-draft-behind' && place.file === file.name);
  const outcome = await attempt(desk, company.id, async (tx) => {
    const now = await tx.files.currentLedgers();
    // Another import came in between: what was pulled is no longer the whole.
    if (now.map((row) => row.id).join() !== inForce.map((row) => row.id).join()) refuse('store-busy');
    // The connector decides which file takes another's place: it reads what they hold.
    const counts = new Set(pulled.inForce);
    for (const [place, row] of now.entries()) if (!counts.has(place)) await tx.files.supersede(row.id);
    const kept = taken.filter(({ file }) => !behind(file));
    for (const { file, hash, alone } of kept) {
      await keepFile(tx, desk, file, hash, alone, counts.has(files.indexOf(file)));
    }
    const written = await applyPulled(tx, desk, pulled);
    const warnings = [...pulled.warnings, ...(await linkAccounts(tx))];
    await tick(tx, desk);
    await resettle(tx, desk);
    await restate(tx, await tx.bank.tickedLines(true));
    for (const { file, hash, alone } of kept) {
      const facts = { hash, from: alone.from, to: alone.to, siren: alone.siren, ...written };
      await tx.audit.append({ at: desk.clock.now(), by, what: 'import', subject: file.name, facts });
    }
    return { written, warnings };
  });
  if ('code' in outcome) return (file) => refused(file, [outcome], 'fec');
  return (file) => {
    const overtaken = behind(file);
    if (overtaken) return refused(file, [overtaken], 'fec');
    const { alone } = taken.find((it) => it.file === file)!;
    const ledger = { ...summaryOf(alone), ...outcome.written };
    const warnings = outcome.warnings.filter(
      ({ code, place }) => code !== 'fec-draft-behind' && (place.file ?? taken.at(-1)?.file.name) === file.name,
    );
    return { ...alreadyKnown(file, summaryOf(alone)), known: false, ledger, warnings };
  };
}

async function keepFile(
  tx: Tx,
  desk: Desk,
  file: DeskFile,
  hash: string,
  pulled: Pulled,
  current: boolean,
): Promise<void> {
  const { name, bytes } = file;
  const facts = { importedAt: desk.clock.now(), current, ledger: summaryOf(pulled) };
  await tx.files.add({ id: desk.newId(), name, hash, kind: 'fec', bytes, ...facts });
}

function summaryOf({ from, to, lines, parties }: Pulled): NonNullable<FileRow['ledger']> {
  return { from, to, lines: lines.length, parties: parties.length };
}

function alreadyKnown(file: DeskFile, ledger: NonNullable<FileRow['ledger']>): FileOutcome {
  const nothing = { added: 0, changed: 0, same: ledger.lines };
  return { ...refused(file, [], 'fec'), ok: true, known: true, ledger: { ...ledger, ...nothing } };
}
