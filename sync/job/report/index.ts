// Every report by its name: read in one transaction, given as tables or as a file; a file that leaves stays in the audit.
import type { Fault, Language } from '../../fault/index.ts';
import type { CompanyId } from '../../model/company.ts';
import type { Day } from '../../model/day.ts';
import type { Actor } from '../../model/decision.ts';
import { type Format, type Say, type Sheet, sayIn } from '../../model/sheet.ts';
import type { DeskFile } from '../../port/files.ts';
import type { Tx } from '../../port/store.ts';
import { agingSheet } from '../../report/aging.ts';
import { type Asking, agedBalance } from '../aged.ts';
import { attempt, type Desk, seen } from '../desk.ts';

/** `from` opens a period that ends on `asOf` (default: its financial year as the calendar has it); `bank`: one account of the bank. */
export type ReportAsking = Asking & { from?: Day | undefined; bank?: string | undefined };

export type Setting = { asking: ReportAsking; company: string; say: Say; language: Language };

type Report = (tx: Tx, setting: Setting) => Promise<Sheet[]>;

const REPORTS = {
  aging: async (tx, it) => [agingSheet(await agedBalance(tx, it.asking), it)],
} as const satisfies Record<string, Report>;

export type ReportName = keyof typeof REPORTS;

export const REPORT_NAMES = Object.keys(REPORTS) as ReportName[];

export function isReport(name: string): name is ReportName {
  return Object.hasOwn(REPORTS, name);
}

export function reportSheets(
  desk: Desk,
  companyId: CompanyId,
  name: ReportName,
  asking: ReportAsking,
  language: Language,
): Promise<Sheet[] | Fault> {
  return seen(desk, companyId, (tx) => sheetsOf(tx, name, asking, language));
}

/** The report as a file, named for what it is and its day. */
export async function reportFile(
  desk: Desk,
  companyId: CompanyId,
  name: ReportName,
  asking: ReportAsking,
  { format, language }: { format: Format; language: Language },
  by: Actor,
): Promise<DeskFile | Fault> {
  const sheets = await reportSheets(desk, companyId, name, asking, language);
  if ('code' in sheets) return sheets;
  const known = asking.knownOn ? `-connu-${asking.knownOn}` : '';
  const file = await desk.files.report(format, `${sheets[0]?.name ?? name}-${asking.asOf}${known}`, sheets, language);
  if ('code' in file) return file;
  const facts = { ...asking, file: file.name, bytes: file.bytes.length };
  const kept = await attempt(desk, companyId, (tx) =>
    tx.audit.append({ at: desk.clock.now(), by, what: 'export', subject: name, facts }),
  );
  return kept ?? file;
}

async function sheetsOf(tx: Tx, name: ReportName, asking: ReportAsking, language: Language): Promise<Sheet[]> {
  const { name: company } = await tx.company.get();
  return REPORTS[name](tx, { asking, company, say: sayIn(language), language });
}
