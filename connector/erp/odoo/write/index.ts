// Writes one decision into Odoo: read, compare, write at once, read again; what differs from the plan is taken back and said.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import type { Posting, Receipt } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Host } from '../host.ts';
import { together } from '../together.ts';
import { type BankSide, bankSide, STATEMENT_LINE } from './bank.ts';
import { wasDecided } from './decide.ts';
import { postEntry } from './entry.ts';
import { postOnLine } from './line.ts';
import { leaveNote } from './note.ts';
import { isOnBankLine, planOf } from './plan.ts';
import { freedBy } from './release.ts';
import { locksAndWarnings } from './vat.ts';

/**
 * Faults leave Odoo as it was, but for match-partial, which says what stands there, and erp-unreachable, erp-busy and
 * erp-unexpected, after which nobody knows: asked again, it begins by reading.
 */
export async function post(host: Host, chart: Chart, posting: Posting): Promise<Receipt | Fault> {
  const read = await together([planOf(host, chart, posting), sideOf(host, chart, posting)]);
  if (isFault(read)) return read;
  const [plan, bank] = read;
  const receipt =
    bank === null ? await postEntry(host, chart, posting, plan) : await postOnLine(host, chart, posting, plan, bank);
  if (isFault(receipt)) return receipt;
  const { move, note } = receipt.facts;
  if (note !== undefined) return receipt;
  if (await wasDecided(host, posting)) return { ...receipt, facts: { ...receipt.facts, note: 'left' } };
  const noted = await leaveNote(host, posting, plan, typeof move === 'number' ? move : null);
  return noted ? receipt : { ...receipt, facts: { ...receipt.facts, note: 'missing' } };
}

/** The warnings that `post` would refuse with. */
export async function foresee(host: Host, chart: Chart, posting: Posting): Promise<Fault[]> {
  const plan = await planOf(host, chart, posting);
  if (isFault(plan)) return [plan];
  const released = await freedBy(host, chart, posting);
  if (isFault(released)) return [released];
  const bank = await sideOf(host, chart, posting);
  if (isFault(bank)) return [bank];
  // A bank line's own day is the one that counts.
  const happening = { day: bank?.date ?? posting.day, isReceipt: bank !== null, released: released.live };
  const found = await locksAndWarnings(host, chart, plan, happening);
  return isFault(found) ? [found] : found.warnings;
}

/** The bank line whose entry takes the posting; null where none does. */
function sideOf(host: Host, chart: Chart, posting: Posting): Promise<BankSide | null | Fault> {
  if (!isOnBankLine(posting)) return Promise.resolve(null);
  return bankSide(host, chart, Number(STATEMENT_LINE.exec(posting.lineId ?? '')?.[1] ?? 0));
}
