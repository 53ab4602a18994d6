// What accepting a line, or a letter, would do in the ERP besides what it says: read there before, so that a person confirms it knowingly.
import { entryOf, settlementsOf } from '../entry/index.ts';
import type { Fault, FaultCode } from '../fault/index.ts';
import { isFault } from '../fault/index.ts';
import type { Company, CompanyId } from '../model/company.ts';
import type { Posting } from '../port/erp.ts';
import type { LetterBody } from '../port/ledger-view.ts';
import { complete, type Wanted } from './complete.ts';
import { type Desk, seen } from './desk.ts';
import { entryOfLetter, factsOfLetter, letteringOf } from './lettering.ts';
import { postingDay } from './posting-day.ts';

/** Faults of a write that a person may accept; all others forbid it. */
export const ACCEPTABLE: readonly FaultCode[] = ['vat-other-month'];

/**
 * The warnings that the ERP's connector would refuse this acceptance with; empty for a ledger of files, for a line that the ERP
 * does not hold yet, and when it does not answer: the write itself asks again. Fault: line-unknown.
 */
export async function foreseeLine(
  desk: Desk,
  companyId: CompanyId,
  lineId: string,
  wanted: Wanted,
): Promise<Fault[] | Fault> {
  const found = await seen(desk, companyId, async (tx) => {
    const company = await tx.company.get();
    const line = await tx.bank.line(lineId);
    if (!line?.erpId || company.mode === 'shadow') return { company, posting: null };
    const completed = await complete(tx, line, wanted);
    if (isFault(completed) || completed.openMinor !== 0) return { company, posting: null };
    const entry = entryOf(completed.decided);
    const isJoin = !entry.some((it) => it.part === 'bank');
    const posting: Posting = {
      decisionId: 'preview',
      lineId: isJoin ? null : line.erpId,
      day: await postingDay(tx, line.bookingDay, isJoin),
      entry,
      settlements: settlementsOf(completed.decided, 'preview'),
    };
    return { company, posting };
  });
  return isFault(found) ? found : foreseen(desk, found);
}

/** The same of a letter, which has no bank line. */
export async function foreseeLetter(desk: Desk, companyId: CompanyId, body: LetterBody): Promise<Fault[] | Fault> {
  const found = await seen(desk, companyId, async (tx) => {
    const company = await tx.company.get();
    if (company.erp === 'fec' || company.mode === 'shadow') return { company, posting: null };
    const lettering = await letteringOf(tx, 'preview', body, desk.clock.today(company.zone));
    if (isFault(lettering) || lettering.openMinor !== 0) return { company, posting: null };
    const { decided } = lettering;
    const { allocations, line, foreign } = decided;
    const entry = entryOfLetter(lettering);
    const posting: Posting = {
      decisionId: 'preview',
      lineId: null,
      day: line.bookingDay,
      entry,
      settlements: factsOfLetter('preview', allocations, entry, line.bookingDay, foreign !== undefined),
    };
    return { company, posting };
  });
  return isFault(found) ? found : foreseen(desk, found);
}

async function foreseen(desk: Desk, { company, posting }: { company: Company; posting: Posting | null }) {
  const erp = desk.erps.open(company);
  if (!erp || posting === null) return [];
  return (await erp.foresee(posting)).filter((it) => ACCEPTABLE.includes(it.code));
}
