// A bank file that lay in an account's folder: read as that account's, or refused whole because it is another's.
import { type Fault, fault, isFault } from '../fault/index.ts';
import type { BankAccount, CompanyId } from '../model/company.ts';
import type { DeskFile } from '../port/files.ts';
import { accountOf } from '../statement/account.ts';
import { accountInFolder, folderAccount } from '../statement/folder.ts';
import { type Desk, seen } from './desk.ts';
import { type ReadBank, type RefusedBank, readBank } from './read-bank.ts';
import { readChosen } from './table.ts';

/** The names among `folders` that are an account, known to the company or written as one: files wait in the others untouched. */
export async function accountFolders(
  desk: Desk,
  company: CompanyId,
  folders: readonly string[],
): Promise<string[] | Fault> {
  return foldersOf(desk, company, folders, folderAccount);
}

/** The names among `folders` that are accounts which the company knows. */
export async function knownFolders(
  desk: Desk,
  company: CompanyId,
  folders: readonly string[],
): Promise<string[] | Fault> {
  return foldersOf(desk, company, folders, accountOf);
}

function foldersOf(
  desk: Desk,
  company: CompanyId,
  folders: readonly string[],
  find: (accounts: readonly BankAccount[], name: string) => BankAccount | null,
): Promise<string[] | Fault> {
  return seen(desk, company, async (tx) => {
    const accounts = await tx.bank.accounts();
    return folders.filter((name) => find(accounts, name) !== null);
  });
}

/** The one of these companies whose accounts every statement of the file states; null where that is none, or several. */
export async function companyOfFile(
  desk: Desk,
  companies: readonly CompanyId[],
  file: DeskFile,
): Promise<CompanyId | null | Fault> {
  const stated = await statedAccounts(desk, file);
  if (stated.length === 0 || stated.includes(null)) return null;
  const found: CompanyId[] = [];
  for (const company of companies) {
    const accounts = await seen(desk, company, (tx) => tx.bank.accounts());
    if (isFault(accounts)) return accounts;
    if (stated.every((it) => it !== null && accountOf(accounts, it) !== null)) found.push(company);
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** What each statement says of its account; empty for a file that is no bank file, or none that can be trusted. */
async function statedAccounts(desk: Desk, file: DeskFile): Promise<(string | null)[]> {
  const members = await desk.files.unpack(file);
  const stated: (string | null)[] = [];
  for (const member of isFault(members) ? [] : members) {
    const read = await readBank(desk, member);
    if ('faults' in read) return [];
    stated.push(...read.statements.map(({ head }) => head.iban ?? head.account));
  }
  return stated;
}

/** The statements of a file of this folder, each with the folder's account where its own is not clear. */
export async function readInFolder(
  desk: Desk,
  company: CompanyId,
  file: DeskFile,
  folder: string,
): Promise<ReadBank | RefusedBank> {
  const accounts = await seen(desk, company, (tx) => tx.bank.accounts());
  const unread = { format: null, version: null, table: null };
  if (isFault(accounts)) return { ...unread, faults: [accounts] };
  const its = folderAccount(accounts, folder);
  if (its === null) return { ...unread, faults: [fault('folder-no-account', { file: file.name }, { folder })] };
  const read = await readChosen(desk, company, file, null, its.account);
  return 'faults' in read ? read : ofFolder(read, its, accounts, file);
}

function ofFolder(
  read: ReadBank,
  folder: BankAccount,
  accounts: readonly BankAccount[],
  file: DeskFile,
): ReadBank | RefusedBank {
  const statements: ReadBank['statements'] = [];
  for (const statement of read.statements) {
    const { iban, ...head } = statement.head;
    const stated = iban ?? head.account;
    const account = accountInFolder(stated, folder, accounts);
    if (account === null) {
      const facts = { account: stated ?? '', folder: folder.account };
      return { ...read, faults: [fault('folder-other-account', { file: file.name }, facts)] };
    }
    statements.push({ ...statement, head: { ...head, account } });
  }
  return { ...read, statements };
}
