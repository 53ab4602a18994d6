// When the VAT of a sale is due, as far as its entry tells: it waits on an account for the money, or it is collected at once.
import { sum } from '../../../../sync/model/money.ts';
import { unaccented } from '../../../../sync/model/unaccented.ts';
import type { Row } from '../text/row.ts';

/** waits: due when the invoice is paid. debits: due at the invoice, by the account's own name. plain: collected, no word of when. */
type VatAccount = 'waits' | 'debits' | 'plain';

/** `tells`: sales of this exercise stand on an account where VAT waits, so that those which do not are due at the invoice. */
export type VatBook = { tells: boolean; of(account: string): VatAccount | null };

const VAT = /^445/;
/** PCG 44574 (pending receipt) and 4458 (to be regularised), but for documents to be received (44586) and to be issued (44587). */
const WAITING = /^44574|^4458(?![67])/;
const NAMED_VAT = /\bT\.? ?V\.? ?A\b|\bTAXES?\b/;
const NAMED_WAITING = /ATTENTE|ENCAISS|NON EXIGIBLE/;
const NAMED_DEBITS = /\bDEBITS?\b/;
/** Sales of finished, residual and bought goods: delivery makes their VAT due (CGI 269-2 a). */
const GOODS = /^70[1237]/;
/** Works, studies, services, royalties and rents: taxed on receipt unless the company opted for debits (CGI 269-2 c). */
const SERVICES = /^70[456]|^75[1-3]/;
const INCOME = /^7/;

export function vatBook(names: ReadonlyMap<string, string>, entries: readonly (readonly Row[])[]): VatBook {
  const known = new Map<string, VatAccount | null>();
  const of = (account: string): VatAccount | null => {
    const found = known.get(account);
    if (found !== undefined) return found;
    const said = VAT.test(account) ? saysOf(account, unaccented(names.get(account) ?? '')) : null;
    known.set(account, said);
    return said;
  };
  const waits = (entry: readonly Row[]) =>
    entry.some((row) => INCOME.test(row.account)) && entry.some((row) => of(row.account) === 'waits');
  return { tells: entries.some(waits), of };
}

function saysOf(account: string, name: string): VatAccount {
  const isNamed = NAMED_VAT.test(name);
  const [waiting, debits] = [isNamed && NAMED_WAITING.test(name), isNamed && NAMED_DEBITS.test(name)];
  if (waiting !== debits) return waiting ? 'waits' : 'debits';
  return WAITING.test(account) ? 'waits' : 'plain';
}

/**
 * VAT of an entry that sells (what a sale adds is positive), and what of it waits for the money. Null where the entry does not
 * tell: collected VAT of services in a ledger in which none waits, and of a deposit, whose VAT receipt makes due whatever account
 * it stands on.
 */
export function vatOf(
  entry: readonly Row[],
  book: VatBook,
  isDeposit: boolean,
): { vatMinor: number; vatWaitingMinor: number | null } {
  const rows = entry.filter((row) => book.of(row.account) !== null && row.amountMinor !== 0);
  const minorOf = (some: readonly Row[]) => -sum(some.map((row) => row.amountMinor));
  const waiting = rows.filter((row) => book.of(row.account) === 'waits');
  const plain = rows.some((row) => book.of(row.account) === 'plain');
  const isTold = !plain || (!isDeposit && (book.tells || sellsGoods(entry)));
  return { vatMinor: minorOf(rows), vatWaitingMinor: isTold ? minorOf(waiting) : null };
}

function sellsGoods(entry: readonly Row[]): boolean {
  return entry.some((row) => GOODS.test(row.account)) && !entry.some((row) => SERVICES.test(row.account));
}
