// Writes one decision into Odoo: read, compare, write at once, read again; what differs from the plan is taken back and said.
import { type Fault, isFault } from '../../../../sync/fault/index.ts';
import type { Posting, Receipt } from '../../../../sync/port/erp.ts';
import type { Chart } from '../chart.ts';
import type { Host } from '../host.ts';
import { bankSide, STATEMENT_LINE } from './bank.ts';
import { postEntry } from './entry.ts';
import { postOnLine } from './line.ts';
import { locksOf } from './lock.ts';
import { leaveNote } from './note.ts';
import { isOnBankLine, planOf } from './plan.ts';
import { freedBy } from './release.ts';
import { vatWarnings } from './vat.ts';

/**
 * Faults leave Odoo as it was, but for match-partial, which says what stands there, and erp-unreachable, erp-busy and
 * erp-unexpected, after which nobody knows: asked again, it begins by reading.
 */
export async function post(host: Host, chart: Chart, posting: Posting): Promise<Receipt | Fault> {
  const plan = await planOf(host, chart, posting);
  if (isFault(plan)) return plan;
  const receipt = isOnBankLine(posting)
    ? await postOnLine(host, chart, posting, plan)
    : await postEntry(host, chart, posting, plan);
  if (isFault(receipt)) return receipt;
  const { move } = receipt.facts;
  const noted = await leaveNote(host, posting, plan, typeof move === 'number' ? move : null);
  return noted ? receipt : { ...receipt, facts: { ...receipt.facts, note: 'missing' } };
}

/** The warnings that `post` would refuse with. */
export async function foresee(host: Host, chart: Chart, posting: Posting): Promise<Fault[]> {
  const plan = await planOf(host, chart, posting);
  if (isFault(plan)) return [plan];
  const locks = await locksOf(host, chart);
  if (isFault(locks)) return [locks];
  const released = await freedBy(host, chart, posting);
  if (isFault(released)) return [released];
  const day = await dayOf(host, chart, posting);
  if (isFault(day)) return [day];
  const happening = { day, isReceipt: isOnBankLine(posting), released: released.live };
  const warnings = await vatWarnings(host, plan, happening, locks);
  return isFault(warnings) ? [warnings] : warnings;
}

/** A bank line's own day is the one that counts. */
async function dayOf(host: Host, chart: Chart, posting: Posting): Promise<Posting['day'] | Fault> {
  if (!isOnBankLine(posting)) return posting.day;
  const bank = await bankSide(host, chart, Number(STATEMENT_LINE.exec(posting.lineId ?? '')?.[1] ?? 0));
  return isFault(bank) ? bank : bank.date;
}
