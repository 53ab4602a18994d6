// Collections that we sent, the bank's reports on them, and our cheque slips: kept as the key of the batch credits that they explain.
import { type Fault, fault, isFault } from '../fault/index.ts';
import type { Collected } from '../model/collection.ts';
import type { BankAccount, CompanyId } from '../model/company.ts';
import type { Actor } from '../model/decision.ts';
import { sum } from '../model/money.ts';
import type { CollectionKind } from '../port/collection.ts';
import type { DeskFile } from '../port/files.ts';
import { accountInFolder, folderAccount } from '../statement/folder.ts';
import { attempt, type Desk } from './desk.ts';
import { hashOf } from './hash.ts';
import { type FileOutcome, refused } from './outcome.ts';

/**
 * Keeps what a collection file says, whole or not at all; the same bytes again change nothing. `folder` names the account whose
 * folder the file lay in. A slip must say its account, by the file or the folder, where the company has several.
 */
export async function importCollections(
  desk: Desk,
  company: CompanyId,
  file: DeskFile,
  by: Actor,
  { kind, folder }: { kind: CollectionKind; folder: string | null },
): Promise<FileOutcome> {
  const collected: Collected = { collections: [], rejects: [] };
  let version: string | null = null;
  for await (const event of desk.files.readCollections(file)) {
    if (event.kind === 'version') version = event.version;
    if (event.kind === 'collection') collected.collections.push(event.collection);
    if (event.kind === 'reject') collected.rejects.push(event.reject);
    if (event.kind === 'refused') return refused(file, event.faults, kind, version);
  }
  const hash = await hashOf(file.bytes);
  const facts = {
    collections: collected.collections.length,
    items: sum(collected.collections.map((each) => each.items.length)),
    rejects: collected.rejects.length,
  };
  const known = await attempt(desk, company, async (tx) => {
    if (await tx.files.byHash(hash)) return true;
    const placed = placedCollections(collected, await tx.bank.accounts(), folder, file);
    if (isFault(placed)) return placed;
    const { name, bytes } = file;
    const at = desk.clock.now();
    const row = {
      id: desk.newId(),
      name,
      hash,
      kind,
      bytes,
      importedAt: at,
      current: true,
      ledger: null,
    } as const;
    await tx.files.add({ ...row, collected: placed });
    await tx.audit.append({ at, by, what: 'import', subject: name, facts: { hash, ...facts } });
    return false;
  });
  if (typeof known !== 'boolean') return refused(file, [known], kind, version);
  const warnings = [fault(kind === 'slip' ? 'slip-kept' : 'collection-kept', { file: file.name }, facts)];
  return { ...refused(file, [], kind, version), ok: true, known, warnings };
}

/** What the file says, each collection with its folder's account; refused where it is another's or nobody's. */
function placedCollections(
  collected: Collected,
  accounts: readonly BankAccount[],
  folder: string | null,
  file: DeskFile,
): Collected | Fault {
  const own = folder === null ? null : folderAccount(accounts, folder);
  const collections: Collected['collections'] = [];
  for (const each of collected.collections) {
    const account = own ? accountInFolder(each.account, own, accounts) : each.account;
    if (own && account === null)
      return fault('folder-other-account', { file: file.name }, { account: each.account ?? '', folder: own.account });
    if (each.cheques && account === null && accounts.length > 1)
      return fault('slip-account-needed', { file: file.name });
    collections.push({ ...each, account });
  }
  return { ...collected, collections };
}
