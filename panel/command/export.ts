// `lettrage export`: what leaves for the accounting program, and every report of the ledger.
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isFault } from '../../sync/fault/index.ts';
import { exportFiles as exportFrom } from '../../sync/job/export.ts';
import { isReport, REPORT_NAMES, type ReportName, reportFile } from '../../sync/job/report/index.ts';
import { FORMATS, type Format } from '../../sync/model/sheet.ts';
import type { DeskFile } from '../../sync/port/files.ts';
import { reportQuery } from '../api/schema.ts';
import type { Command } from './command.ts';
import { WrongUsage } from './command.ts';
import { DATA_HELP, DATA_OPTIONS, type Program, withCompany } from './program.ts';

const BY = (name: string) => ({ kind: 'person', id: 'local', name }) as const;

const OPTIONS = {
  ...DATA_OPTIONS,
  out: { type: 'string' },
  'as-of': { type: 'string' },
  'known-on': { type: 'string' },
  from: { type: 'string' },
  format: { type: 'string' },
  language: { type: 'string' },
  basis: { type: 'string' },
  by: { type: 'string' },
  late: { type: 'string' },
  ahead: { type: 'string' },
  'only-by': { type: 'string' },
  'only-key': { type: 'string' },
  amounts: { type: 'string' },
  party: { type: 'string' },
  bank: { type: 'string' },
  'vat-due': { type: 'string' },
} as const;

type Values = { [name in keyof typeof OPTIONS]?: string | undefined };

export const exportFiles: Command = {
  name: 'export',
  summary: 'writes letters, entries or a report of the ledger',
  help: `Usage: lettrage export {fec,letters,entries,REPORT} [--out FILE|DIR] [--data DIR] [--company ID] [options of a report]

  fec       working copies of the ledger's files with the letters of what was matched here; the legal file stays the one of
            the accounting program
  letters   the list of those letters, for import there
  entries   the bank entries of what was received and matched but is not in the ledger yet
  REPORT    ${REPORT_NAMES.join(', ')}

  --format        ${FORMATS.join(', ')}; several with commas; default: csv
  --as-of DAY     the accounting day (YYYY-MM-DD); default: today
  --known-on DAY  only what had been recorded by the end of that day; default: all that is known now
  --from DAY      where a period begins that ends on --as-of
  --basis         due (default) or issue
  --late DAYS     last days of the late columns; default: 30,60,90
  --ahead DAYS    the same for what is not yet due; default: one column
  --by            party (default), group, salesperson, country, currency, account
  --amounts       of the aged balance: company (default), or document, each line in its own currency
  --party ID      one customer only; --only-by NAME --only-key KEY, of one of the groupings
  --bank ACCOUNT  one bank account only
  --vat-due       of the report of VAT: debits or receipts, for invoices of which the ledger does not tell; default: what the
                  company declared in the panel
  --language      fr (default) or en
  --out           where to; default: the current directory, under the file's own name; - writes to standard output
${DATA_HELP}`,
  async run(args, io) {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [what, ...more] = positionals;
    if (what === undefined || more.length > 0)
      throw new WrongUsage(`one of fec, letters, entries, ${REPORT_NAMES.join(', ')}`);
    const files = await withCompany(values, (program) => filesOf(program, what, values));
    for (const { name, bytes } of files) {
      if (values.out === '-') {
        process.stdout.write(bytes);
      } else {
        const path = await pathOf(values.out, name, files.length);
        await writeFile(path, bytes);
        io.out(path);
      }
    }
    if (what === 'fec')
      io.err('A working copy with letters, not the legal file: that one comes from the accounting program.');
    return 0;
  },
};

async function filesOf(program: Program, what: string, values: Values): Promise<DeskFile[]> {
  const { desk, company, config } = program;
  if (isReport(what)) return reportFiles(program, what, values);
  if (what !== 'fec' && what !== 'letters' && what !== 'entries') throw new WrongUsage(`no export "${what}"`);
  const files = await exportFrom(desk, company.id, what, BY(config.person));
  if (isFault(files)) throw files;
  return files;
}

async function reportFiles({ desk, company, config }: Program, name: ReportName, values: Values): Promise<DeskFile[]> {
  const formats = (values.format ?? 'csv').split(',').map(formatOf);
  const { asOf = desk.clock.today(company.zone), language: asked, format: _, ...asking } = askingOf(values);
  const language = { of: asked ?? 'fr', isAsked: asked !== undefined } as const;
  const files: DeskFile[] = [];
  for (const format of formats) {
    const file = await reportFile(desk, company.id, name, { asOf, ...asking }, { format, language }, BY(config.person));
    if (isFault(file)) throw file;
    files.push(file);
  }
  return files;
}

function formatOf(text: string): Format {
  const found = FORMATS.find((format) => format === text.trim());
  if (!found) throw new WrongUsage(`--format is one of ${FORMATS.join(', ')}`);
  return found;
}

/** The options are checked by the very schema that checks the questions of the panel. */
function askingOf(values: Values) {
  const member = values.party === undefined ? {} : { onlyBy: 'party', onlyKey: values.party };
  const parsed = reportQuery.safeParse({
    ...{ asOf: values['as-of'], knownOn: values['known-on'], from: values.from, bank: values.bank },
    ...{ basis: values.basis, by: values.by, late: values.late, ahead: values.ahead, language: values.language },
    ...{ amounts: values.amounts, vatDue: values['vat-due'] },
    ...{ onlyBy: values['only-by'], onlyKey: values['only-key'], ...member },
  });
  if (parsed.success) return parsed.data;
  const name = String(parsed.error.issues[0]?.path[0] ?? '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new WrongUsage(`--${name} is not understood`);
}

/** A directory takes the files under their own names; a file name takes the only one. */
async function pathOf(out: string | undefined, name: string, count: number): Promise<string> {
  if (out === undefined) return name;
  const isFolder = await stat(out)
    .then((it) => it.isDirectory())
    .catch(() => false);
  if (!isFolder && count === 1 && !out.endsWith('/')) return out;
  await mkdir(out, { recursive: true });
  return join(out, name);
}
