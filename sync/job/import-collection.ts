// Collections that we sent and the bank's reports on them: kept as the key of the batch credits that they explain.
import { fault } from '../fault/index.ts';
import type { Collected } from '../model/collection.ts';
import type { CompanyId } from '../model/company.ts';
import type { Actor } from '../model/decision.ts';
import { sum } from '../model/money.ts';
import type { DeskFile } from '../port/files.ts';
import { attempt, type Desk } from './desk.ts';
import { hashOf } from './hash.ts';
import { type FileOutcome, refused } from './outcome.ts';

/** Keeps what a collection file says, whole or not at all; the same bytes again change nothing. */
export async function importCollections(
  desk: Desk,
  company: CompanyId,
  file: DeskFile,
  by: Actor,
): Promise<FileOutcome> {
  const collected: Collected = { collections: [], rejects: [] };
  let version: string | null = null;
  for await (const event of desk.files.readCollections(file)) {
    if (event.kind === 'version') version = event.version;
    if (event.kind === 'collection') collected.collections.push(event.collection);
    if (event.kind === 'reject') collected.rejects.push(event.reject);
    if (event.kind === 'refused') return refused(file, event.faults, 'pain', version);
  }
  const hash = await hashOf(file.bytes);
  const facts = {
    collections: collected.collections.length,
    items: sum(collected.collections.map((each) => each.items.length)),
    rejects: collected.rejects.length,
  };
  const known = await attempt(desk, company, async (tx) => {
    if (await tx.files.byHash(hash)) return true;
    const { name, bytes } = file;
    const at = desk.clock.now();
    const row = {
      id: desk.newId(),
      name,
      hash,
      kind: 'pain',
      bytes,
      importedAt: at,
      current: true,
      ledger: null,
    } as const;
    await tx.files.add({ ...row, collected });
    await tx.audit.append({ at, by, what: 'import', subject: name, facts: { hash, ...facts } });
    return false;
  });
  if (typeof known !== 'boolean') return refused(file, [known], 'pain', version);
  const warnings = [fault('collection-kept', { file: file.name }, facts)];
  return { ...refused(file, [], 'pain', version), ok: true, known, warnings };
}
