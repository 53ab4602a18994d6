// What is left of a bank line of which somebody matched a part in the ERP itself: the rest waits in suspense there.
import type { Company } from '../model/company.ts';
import type { Proposal } from '../model/match.ts';
import type { StoredLine } from '../port/store.ts';

type Line = Pick<StoredLine, 'amountMinor' | 'currency' | 'waitingMinor' | 'booked'>;

/** The line's amount, or, where the ERP keeps a part of it in suspense, that part: only it can be allocated here. */
export function leftOf({ amountMinor, currency, waitingMinor, booked }: Line, company: Company): number {
  // What waits is known in the company's currency.
  if (company.erp === 'fec' || booked.length > 0 || currency !== company.currency || !waitingMinor) return amountMinor;
  const isPart = waitingMinor * amountMinor > 0 && Math.abs(waitingMinor) < Math.abs(amountMinor);
  return isPart ? waitingMinor : amountMinor;
}

/** Said first, and never settled alone: the words of the label are about the whole line. */
export function saidOfPart(proposal: Proposal, line: Line, leftMinor: number): Proposal {
  if (leftMinor === line.amountMinor) return proposal;
  const reason = { key: 'partly-matched', params: { leftMinor: Math.abs(leftMinor), currency: line.currency } };
  const candidates = proposal.candidates.map((it) => ({ ...it, reasons: [reason, ...it.reasons] }));
  return { ...proposal, verdict: proposal.verdict === 'auto' ? 'suggest' : proposal.verdict, candidates };
}
