// When a line is due. A FEC does not say, so it follows from payment terms and is marked as computed.
import type { Terms } from '../../../../sync/model/company.ts';
import { addDays, addMonths, type Day, endOfMonth } from '../../../../sync/model/day.ts';
import type { LedgerLine } from '../../../../sync/model/ledger.ts';

export type TermsOf = (partyId: string | null) => Terms;

/** Retentions are released a year after acceptance of the works (law 71-584 of 16 July 1971, article 2). */
const RETENTION_MONTHS = 12;

/** Due = document day + days, then the end of that month if so agreed, then some days more. */
export function dueAfter(day: Day, terms: Terms): Day {
  const after = addDays(day, terms.days);
  return addDays(terms.endOfMonth ? endOfMonth(after) : after, terms.extraDays);
}

/**
 * Fills the due days that can be known: invoices and credit notes by their terms, retentions a year later, bills and doubtful
 * claims as the invoice of their document (the claim keeps its age), opening claims by their document. Payments, advances and
 * openings without document are due on no day.
 */
export function withDueDays(lines: readonly LedgerLine[], termsOf: TermsOf): LedgerLine[] {
  const invoices = new Map<string, LedgerLine>();
  for (const line of lines) {
    if (line.kind === 'invoice' && line.document !== null && line.role !== 'retention') {
      invoices.set(`${line.partyId}\t${line.document}`, line);
    }
  }
  return lines.map((line) => {
    if (line.dueDay !== null) return line;
    const dueDay = dueDayOf(line, invoices.get(`${line.partyId}\t${line.document}`), termsOf);
    return dueDay === null ? line : { ...line, dueDay, dueComputed: true };
  });
}

function dueDayOf(line: LedgerLine, invoice: LedgerLine | undefined, termsOf: TermsOf): Day | null {
  const terms = termsOf(line.partyId);
  const byTerms = dueAfter(line.documentDay ?? line.day, terms);
  const claims = line.amountMinor > 0;
  if (line.role === 'retention') return claims ? addMonths(byTerms, RETENTION_MONTHS) : null;
  if (line.role === 'bills' || line.role === 'doubtful') {
    if (!claims) return null;
    if (invoice) return invoice.dueDay ?? dueAfter(invoice.documentDay ?? invoice.day, terms);
    // A claim becomes doubtful because it is late; a bill's own maturity is in no column.
    return line.role === 'doubtful' ? (line.documentDay ?? line.day) : byTerms;
  }
  if (line.kind === 'invoice' || line.kind === 'credit-note') return byTerms;
  return line.kind === 'opening' && claims && line.document !== null && line.role === 'receivable' ? byTerms : null;
}
