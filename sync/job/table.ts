// How a bank's table (CSV, XLSX) is read: by the mapping that a person confirmed for its account, never by a guess alone.
import { type Fault, fault, isFault } from '../fault/index.ts';
import type { BankAccount, CompanyId } from '../model/company.ts';
import type { Actor } from '../model/decision.ts';
import type { Currency } from '../model/money.ts';
import type { ConfirmedMapping, TableMapping } from '../model/table.ts';
import type { DeskFile } from '../port/files.ts';
import type { Tx } from '../port/store.ts';
import { accountOf, normal } from '../statement/account.ts';
import { type Draft, period, prepare } from '../statement/index.ts';
import { keysOf } from '../statement/key.ts';
import { type Desk, seen } from './desk.ts';
import { idsOf } from './hash.ts';
import { type ReadBank, type RefusedBank, readBank } from './read-bank.ts';

/** What a person says of a table: the account counts where the table names none. */
export type Confirmed = { mapping: TableMapping; account: string };

/** An account goes on where the file repeats so many of its known lines, and so large a share of those it should know. */
const REPEATED_MIN = 3;
const REPEATED_SHARE_MIN = 0.9;

/**
 * The file as read; a table by what was confirmed now, or before for exports with the same headings. `folder`: the account
 * whose folder the file lay in, for a table that names none.
 */
export async function readChosen(
  desk: Desk,
  company: CompanyId,
  file: DeskFile,
  confirmed: Confirmed | null,
  folder: string | null = null,
): Promise<ReadBank | RefusedBank> {
  const first = await readBank(desk, file);
  const shape = first.table;
  if (shape === null) return first;
  const tables = await seen(desk, company, async (tx) => ({
    mappings: await tx.bank.mappings(shape.signature),
    accounts: await tx.bank.accounts(),
    currency: (await tx.company.get()).currency,
  }));
  const refusedBy = (it: Fault): RefusedBank => ({ ...first, faults: [it] });
  if (isFault(tables)) return refusedBy(tables);
  if (confirmed) {
    const account = accountOf(tables.accounts, shape.account ?? confirmed.account);
    const currency = account?.currency ?? tables.currency;
    return named(await readBank(desk, file, { mapping: confirmed.mapping, currency }), confirmed.account);
  }
  const [known, ...others] = distinct(tables.mappings);
  if (!known) return refusedBy(fault('table-mapping-needed', { file: file.name }, { what: shape.headers.join(', ') }));
  const stated = shape.account ?? folder;
  if (others.length > 0 && stated === null) return refusedBy(fault('table-account-needed', { file: file.name }));
  const own = tables.mappings.find(({ account }) => stated !== null && isSame(account, stated));
  const { mapping } = own ?? known;
  const read = await readBank(desk, file, {
    mapping,
    currency: currencyOf(stated, tables.accounts) ?? tables.currency,
  });
  if ('faults' in read || read.statements.every(({ head }) => head.account !== null)) return read;
  if (folder !== null) return named(read, folder);
  const candidates = tables.accounts.filter(({ account }) => tables.mappings.some((it) => it.account === account));
  const account = await seen(desk, company, (tx) => goesOn(tx, read, candidates, tables.accounts.length));
  if (isFault(account)) return refusedBy(account);
  return account ? named(read, account.account) : refusedBy(fault('table-account-needed', { file: file.name }));
}

/** Keeps what the person confirmed, for each account that the file brought lines of. */
export async function rememberMapping(tx: Tx, desk: Desk, read: ReadBank, confirmed: Confirmed, by: Actor) {
  const { table } = read;
  if (table === null) return;
  const known = await tx.bank.accounts();
  for (const { head } of read.statements) {
    const account = accountOf(known, head.account ?? confirmed.account)?.account;
    if (account === undefined) continue;
    await tx.bank.putMapping({ account, signature: table.signature, mapping: confirmed.mapping });
    const facts = { signature: table.signature, ...confirmed.mapping };
    await tx.audit.append({ at: desk.clock.now(), by, what: 'setting', subject: account, facts });
  }
}

/** Where the file names no account: the company's only one, or the only one whose lines or balance it carries on. */
async function goesOn(tx: Tx, read: ReadBank, candidates: readonly BankAccount[], count: number) {
  if (count === 1 && candidates.length === 1) return candidates[0]!;
  const found: BankAccount[] = [];
  for (const account of candidates) if (await carriesOn(tx, read, account)) found.push(account);
  return found.length === 1 ? found[0]! : null;
}

async function carriesOn(tx: Tx, { statements, version }: ReadBank, account: BankAccount): Promise<boolean> {
  const [statement] = statements;
  if (!statement || statements.length > 1) return false;
  const prepared = prepare(statement, account, version, '');
  if ('code' in prepared) return false;
  const { drafts, proof } = prepared;
  const earlier = await tx.bank.statementsOf(account.account);
  const last = earlier.filter((row) => row.closingMinor !== null && row.closingDay !== null).at(-1);
  const from = period(drafts)?.from;
  if (last && from !== undefined && proof.openingMinor !== null && proof.openingMinor !== 0) {
    if (last.closingMinor === proof.openingMinor && (last.closingDay ?? '') <= from) return true;
  }
  return repeats(tx, drafts, account.account);
}

/** Of the days that the account has lines of, the file's lines are nearly all known. */
async function repeats(tx: Tx, drafts: readonly Draft[], account: string): Promise<boolean> {
  const days = period(drafts);
  if (days === null) return false;
  const stored = await tx.bank.linesBetween(account, days.from, days.to);
  const last = stored.at(-1)?.bookingDay ?? '';
  const known = await tx.bank.known(await idsOf(keysOf(drafts)));
  const due = drafts.filter((draft) => draft.bookingDay < last).length;
  return known.size >= REPEATED_MIN && known.size >= due * REPEATED_SHARE_MIN;
}

function named(read: ReadBank | RefusedBank, account: string): ReadBank | RefusedBank {
  if ('faults' in read) return read;
  const statements = read.statements.map((it) => ({
    ...it,
    head: { ...it.head, account: it.head.account ?? account },
  }));
  return { ...read, statements };
}

/** The account that the table names, or its folder, has a currency of its own. */
function currencyOf(account: string | null, accounts: readonly BankAccount[]): Currency | null {
  return account === null ? null : (accountOf(accounts, account)?.currency ?? null);
}

/** Mappings that read the same. */
function distinct(mappings: readonly ConfirmedMapping[]): ConfirmedMapping[] {
  return [...new Map(mappings.map((it) => [JSON.stringify(it.mapping), it])).values()];
}

function isSame(a: string, b: string): boolean {
  return normal(a) === normal(b);
}
