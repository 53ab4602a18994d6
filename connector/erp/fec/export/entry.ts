// Entries for import in the accounting program: what decisions post, in the columns of a FEC and as CSV.
import type { Day } from '../../../../sync/model/day.ts';
import { type EntryLine, pieceOf } from '../../../../sync/model/entry.ts';
import type { LedgerAccount } from '../../../../sync/model/ledger.ts';
import { formatMinor, sum } from '../../../../sync/model/money.ts';
import { type Party, supplierCode } from '../../../../sync/model/party.ts';
import { COLUMNS } from '../text/column-table.ts';
import { csvText } from './csv.ts';

/** Shorter numbers are found at the end of collective accounts too. */
const OWN_DIGITS_MIN = 4;

/** One entry: the lines of a posting, that sum to zero. */
export type EntryToPost = { decisionId: string; day: Day; entry: readonly EntryLine[] };

/** What names are needed around the entries. */
export type EntryContext = {
  accounts: readonly Pick<LedgerAccount, 'number' | 'name'>[];
  parties: readonly Pick<Party, 'id' | 'name'>[];
  /** The journal of an entry, by its bank account (512); null when it touches no bank. */
  journalOf(bankAccount: string | null): { code: string; name: string };
};

const HEADER = COLUMNS.filter(({ place, column }) => place !== null && column !== 'amount' && column !== 'sense').map(
  ({ legal }) => legal,
);

/**
 * Tab-separated in the legal columns, and the same rows as CSV. Entries are drafts: their numbers count from P1 in this file
 * and ValidDate is empty; the accounting program numbers and validates. PieceRef is the decision's, so that the entry is known
 * again when it comes back in a FEC.
 */
export function exportEntries(
  postings: readonly EntryToPost[],
  context: EntryContext,
): { fec: Uint8Array; csv: Uint8Array } {
  const names = {
    accounts: new Map(context.accounts.map(({ number, name }) => [number, name])),
    parties: new Map(context.parties.map(({ id, name }) => [id, name])),
  };
  const rows = postings
    .filter(({ entry }) => entry.length > 0)
    .flatMap((posting, index) => rowsOf(posting, index + 1, names, context));
  const lines = [HEADER, ...rows].map((row) => row.map(plain).join('\t'));
  return { fec: new TextEncoder().encode(`${lines.join('\r\n')}\r\n`), csv: csvText([HEADER, ...rows]) };
}

type Names = { accounts: ReadonlyMap<string, string>; parties: ReadonlyMap<string, string> };

function rowsOf(posting: EntryToPost, number: number, names: Names, context: EntryContext): string[][] {
  const { entry, day, decisionId } = posting;
  if (sum(entry.map((line) => line.amountMinor)) !== 0)
    throw new Error(`entry: decision ${decisionId} does not balance`);
  const journal = context.journalOf(entry.find((line) => line.part === 'bank')?.account ?? null);
  const compactDay = day.replaceAll('-', '');
  return entry.map((line) => {
    const aux = auxiliaryOf(line);
    const party = line.partyId === null ? undefined : names.parties.get(line.partyId);
    return [
      journal.code,
      journal.name,
      `P${number}`,
      compactDay,
      line.account,
      names.accounts.get(line.account) ?? '',
      aux ?? '',
      (aux === null ? undefined : party) ?? '',
      pieceOf(decisionId),
      compactDay,
      line.label,
      amount(Math.max(line.amountMinor, 0)),
      amount(Math.max(-line.amountMinor, 0)),
      '',
      '',
      '',
      '',
      '',
    ];
  });
}

/** A customer's own account ends in the customer's code and has no auxiliary besides; 411100 is not the account of customer 100. */
function auxiliaryOf({ account, partyId }: EntryLine): string | null {
  if (partyId === null) return null;
  const code = supplierCode(partyId) ?? partyId;
  const isOwn = account.endsWith(code) && (/\D/.test(code) || code.length >= OWN_DIGITS_MIN);
  return isOwn ? null : code;
}

function amount(minor: number): string {
  return formatMinor(minor, 'EUR').replace('.', ',');
}

/** No field may hold the separator or a line's end. */
function plain(text: string): string {
  return text.replaceAll(/[\t\r\n]+/g, ' ');
}
