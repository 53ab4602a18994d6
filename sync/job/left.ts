// What is left of a bank line of which somebody matched a part in the ERP itself: the rest waits in suspense there.
import type { Company } from '../model/company.ts';
import type { Worth } from '../model/foreign.ts';
import type { Proposal } from '../model/match.ts';
import type { StoredLine } from '../port/store.ts';

type Line = Pick<StoredLine, 'amountMinor' | 'currency' | 'waitingMinor' | 'waitingOwnMinor' | 'booked'>;

/** The line's amount, or, where the ERP keeps a part of it in suspense, that part: only it can be allocated here. */
export function leftOf(
  { amountMinor, currency, waitingMinor, waitingOwnMinor, booked }: Line,
  company: Company,
): number {
  const waits = currency === company.currency ? waitingMinor : waitingOwnMinor;
  if (company.erp === 'fec' || booked.length > 0 || !waits) return amountMinor;
  const isPart = waits * amountMinor > 0 && Math.abs(waits) < Math.abs(amountMinor);
  return isPart ? waits : amountMinor;
}

/**
 * What is left of a line in another currency is worth in the company's, by what the ERP keeps of it in suspense; null where it
 * keeps none, or not all that is left: a rate is never guessed.
 */
export function worthOf(line: Line, company: Company): Worth | null {
  const { currency, waitingMinor, waitingOwnMinor } = line;
  const ownMinor = leftOf(line, company);
  if (company.erp === 'fec' || line.booked.length > 0 || waitingOwnMinor !== ownMinor || !waitingMinor) return null;
  return Math.sign(waitingMinor) === Math.sign(ownMinor) ? { currency, ownMinor, valueMinor: waitingMinor } : null;
}

/** Said first, and never settled alone: the words of the label are about the whole line. */
export function saidOfPart(proposal: Proposal, line: Line, leftMinor: number): Proposal {
  if (leftMinor === line.amountMinor) return proposal;
  const reason = { key: 'partly-matched', params: { leftMinor: Math.abs(leftMinor), currency: line.currency } };
  const candidates = proposal.candidates.map((it) => ({ ...it, reasons: [reason, ...it.reasons] }));
  return { ...proposal, verdict: proposal.verdict === 'auto' ? 'suggest' : proposal.verdict, candidates };
}
