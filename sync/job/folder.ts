// A bank file that lay in an account's folder: read as that account's, or refused whole because it is another's.
import { type Fault, fault, isFault } from '../fault/index.ts';
import type { BankAccount, CompanyId } from '../model/company.ts';
import type { DeskFile } from '../port/files.ts';
import { accountOf } from '../statement/account.ts';
import { accountInFolder, folderAccount } from '../statement/folder.ts';
import { type Desk, seen } from './desk.ts';
import type { ReadBank, RefusedBank } from './read-bank.ts';
import { readChosen } from './table.ts';

/** The names among `folders` that are an account, known to the company or written as one: files wait in the others untouched. */
export async function accountFolders(
  desk: Desk,
  company: CompanyId,
  folders: readonly string[],
): Promise<string[] | Fault> {
  return seen(desk, company, async (tx) => {
    const accounts = await tx.bank.accounts();
    return folders.filter((name) => folderAccount(accounts, name) !== null);
  });
}

/** The names among `folders` that are accounts which the company knows. */
export async function knownFolders(
  desk: Desk,
  company: CompanyId,
  folders: readonly string[],
): Promise<string[] | Fault> {
  return seen(desk, company, async (tx) => {
    const accounts = await tx.bank.accounts();
    return folders.filter((name) => accountOf(accounts, name) !== null);
  });
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
