// Whose files lie where: the watched folder is one company's, or holds a folder for each where several live in one ERP.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isFault } from '../sync/fault/index.ts';
import type { Desk } from '../sync/job/desk.ts';
import { companyOfFile, knownFolders } from '../sync/job/folder.ts';
import { ownCompanyFor } from '../sync/job/own-company.ts';
import type { CompanyId } from '../sync/model/company.ts';
import type { DeskFile } from '../sync/port/files.ts';
import { currentCompany, DEMO } from './api/guard.ts';

/** A folder, and the companies that its files may be of: with one, all are. */
export type Place = { folder: string; companies: CompanyId[] };

/** The folder of each company beside an ERP (its id), made where it is missing, and the watched folder itself for all of them. */
export async function placesOf(folder: string, desk: Desk): Promise<Place[]> {
  const companies = await desk.store.companies();
  const beside = companies.filter((it) => it.erp !== 'fec').map((it) => it.id);
  if (beside.length < 2) {
    const current = currentCompany(companies);
    return [{ folder, companies: current ? [current.id] : [] }];
  }
  const own = beside.map((id): Place => ({ folder: join(folder, id), companies: [id] }));
  for (const place of own) await mkdir(place.folder, { recursive: true });
  return [...own, { folder, companies: beside }];
}

/** The files by the company that they are of; null: nobody can tell. `account`: the name of the subfolder that they lie in. */
export async function ownersOf(
  desk: Desk,
  { companies }: Place,
  account: string | null,
  files: readonly DeskFile[],
): Promise<Map<CompanyId | null, DeskFile[]>> {
  const [only, ...more] = companies;
  if (only === undefined || files.length === 0) return new Map();
  if (more.length === 0) return new Map([[await openedFor(desk, only, files), [...files]]]);
  const owners = new Map<CompanyId | null, DeskFile[]>();
  for (const file of files) {
    const owner =
      account === null ? await companyOfFile(desk, companies, file) : await holder(desk, companies, account);
    // A database that is away: the file stays for the next look.
    if (isFault(owner)) continue;
    owners.set(owner, [...(owners.get(owner) ?? []), file]);
  }
  return owners;
}

/** While there is only the demonstration, a ledger of somebody else opens a company of its own. */
async function openedFor(desk: Desk, company: CompanyId, files: readonly DeskFile[]): Promise<CompanyId> {
  const demo = company === DEMO ? (await desk.store.companies()).find((it) => it.id === DEMO) : undefined;
  const opened = demo ? await ownCompanyFor(desk, files, demo) : null;
  return opened?.id ?? company;
}

async function holder(desk: Desk, companies: readonly CompanyId[], account: string): Promise<CompanyId | null> {
  const found: CompanyId[] = [];
  for (const company of companies) {
    const known = await knownFolders(desk, company, [account]);
    if (!isFault(known) && known.length > 0) found.push(company);
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}
