// Every report by its name: read in one transaction, given as tables or as a file; a file that leaves stays in the audit.
import { type Fault, fault, type Language } from '../../fault/index.ts';
import type { CompanyId } from '../../model/company.ts';
import type { Actor } from '../../model/decision.ts';
import { sum } from '../../model/money.ts';
import { type Format, ROWS_MAX, type Sheet, sayIn } from '../../model/sheet.ts';
import type { DeskFile } from '../../port/files.ts';
import type { Tx } from '../../port/store.ts';
import { instantIn } from '../../report/asked.ts';
import { attempt, type Desk, seen } from '../desk.ts';
import { statedBy } from '../stated.ts';
import { CONTROLLED, REPORTS } from './reports.ts';
import type { ReportAsking } from './setting.ts';

export type { ReportAsking } from './setting.ts';

export type ReportName = keyof typeof REPORTS;

export const REPORT_NAMES = Object.keys(REPORTS) as ReportName[];

export function isReport(name: string): name is ReportName {
  return Object.hasOwn(REPORTS, name);
}

/** In whose words: those of whoever reads, or (`isAsked`) those that they asked for. */
export type Words = { of: Language; isAsked: boolean };

/** A report that carries the control line asks the ledger first, outside the transaction. */
export async function reportSheets(
  desk: Desk,
  companyId: CompanyId,
  name: ReportName,
  asking: ReportAsking,
  language: Words,
): Promise<Sheet[] | Fault> {
  const { asOf, knownOn = null } = asking;
  const stated = CONTROLLED.has(name) ? await statedBy(desk, companyId, { asOf, knownOn }) : undefined;
  return seen(desk, companyId, (tx) => sheetsOf(tx, name, { ...asking, stated }, language));
}

/** The report as a file, named for what it is and its day. */
export async function reportFile(
  desk: Desk,
  companyId: CompanyId,
  name: ReportName,
  asking: ReportAsking,
  { format, language }: { format: Format; language: Words },
  by: Actor,
): Promise<DeskFile | Fault> {
  const sheets = await reportSheets(desk, companyId, name, asking, language);
  if ('code' in sheets) return sheets;
  const tooLarge = sizeFault(sheets, format);
  if (tooLarge) return tooLarge;
  const papers = format === 'pdf' ? await printed(desk, companyId, sheets, language.of) : sheets;
  const known = asking.knownOn ? `-connu-${asking.knownOn}` : '';
  const file = await desk.files.report(
    format,
    `${sheets[0]?.name ?? name}-${asking.asOf}${known}`,
    papers,
    language.of,
  );
  if ('code' in file) return file;
  const facts = { ...asking, file: file.name, bytes: file.bytes.length };
  const kept = await attempt(desk, companyId, (tx) =>
    tx.audit.append({ at: desk.clock.now(), by, what: 'export', subject: name, facts }),
  );
  return kept ?? file;
}

/** Refused, and what to choose instead, rather than a program that dies of its memory while others work in it. */
function sizeFault(sheets: readonly Sheet[], format: Format): Fault | null {
  const rows = sum(sheets.map((sheet) => sheet.rows.length));
  const max = ROWS_MAX[format];
  if (rows <= max) return null;
  const other = (['xlsx', 'csv'] as const).filter((it) => rows <= ROWS_MAX[it]).map((it) => it.toUpperCase());
  return fault('report-too-large', {}, { rows, max, format: format.toUpperCase(), other: other.join('/') });
}

/** A page on paper says when it was made: the books go on. */
async function printed(desk: Desk, companyId: CompanyId, sheets: readonly Sheet[], of: Language): Promise<Sheet[]> {
  const { zone } = await desk.store.within(companyId, (tx) => tx.company.get());
  const say = sayIn(of);
  const when = `${say('Édité le', 'Printed on')} ${instantIn(desk.clock.now(), { zone, say })}`;
  return sheets.map((sheet) => ({ ...sheet, facts: [...sheet.facts, when] }));
}

async function sheetsOf(tx: Tx, name: ReportName, asking: ReportAsking, { of, isAsked }: Words): Promise<Sheet[]> {
  const { name: company, zone } = await tx.company.get();
  return REPORTS[name](tx, { asking, company, zone, say: sayIn(of), language: of, isAsked });
}
