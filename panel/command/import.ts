// `lettrage import`: bank files and ledgers into a company, as if dropped on the page.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type Fault, fault, isFault, placeText, says } from '../../sync/fault/index.ts';
import type { Desk } from '../../sync/job/desk.ts';
import { importFiles as importInto } from '../../sync/job/import.ts';
import type { FileOutcome } from '../../sync/job/outcome.ts';
import { startOn, startView } from '../../sync/job/start-day.ts';
import type { CompanyId } from '../../sync/model/company.ts';
import { type Day, parseDay } from '../../sync/model/day.ts';
import type { Actor } from '../../sync/model/decision.ts';
import { formatMinor } from '../../sync/model/money.ts';
import type { DeskFile } from '../../sync/port/files.ts';
import type { Command } from './command.ts';
import { WrongUsage } from './command.ts';
import { DATA_HELP, DATA_OPTIONS, withCompany } from './program.ts';

export const importFiles: Command = {
  name: 'import',
  summary: 'imports bank files or a FEC into the company',
  help: `Usage: lettrage import FILE… [--start YYYY-MM-DD] [--data DIR] [--company ID]

Imports bank statements (CAMT, OFX, MT940, CFONB 120) and ledgers (FEC), or a zip of them, each whole or not at all. The same
file twice changes nothing, and files that overlap add only what is new.

  --start DAY     for a ledger without letters: match from that day on; what was open before becomes one balance for each
                  customer, without detail. Can be given alone, and again with another day; none takes it back
${DATA_HELP}

Exits 0 when every file was imported, 2 when some were refused.`,
  async run(args, io) {
    const options = { ...DATA_OPTIONS, start: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const start = values.start === undefined ? undefined : startOf(values.start);
    if (positionals.length === 0 && start === undefined) throw new WrongUsage('which file?');
    const files = await Promise.all(positionals.map(readInput));
    const { outcomes, begun } = await withCompany(values, async ({ desk, company, config }) => {
      const by = { kind: 'person', id: 'local', name: config.person } as const;
      const imported = await importInto(desk, company.id, files, by);
      return { outcomes: imported, begun: await beginning(desk, company.id, imported, start, by) };
    });
    for (const outcome of outcomes) for (const line of report(outcome)) io.out(line);
    for (const line of begun) io.out(line);
    return outcomes.every((outcome) => outcome.ok) ? 0 : 2;
  },
};

function startOf(text: string): Day | null {
  const day = text === 'none' ? null : parseDay(text);
  if (day === null && text !== 'none') throw new WrongUsage('--start is a day, YYYY-MM-DD, or none');
  return day;
}

/** Begins on the day that was asked for; of a ledger without letters, says what a start day would do. */
async function beginning(
  desk: Desk,
  company: CompanyId,
  outcomes: readonly FileOutcome[],
  start: Day | null | undefined,
  by: Actor,
): Promise<string[]> {
  const isUnlettered = outcomes.some(({ warnings }) => warnings.some(({ code }) => code === 'ledger-unlettered'));
  if (start === undefined && !isUnlettered) return [];
  const view =
    start === undefined ? await startView(desk, company) : await startOn(desk, company, start, { by, key: null });
  if (isFault(view)) throw view;
  if (start === null) return ['start: at the beginning; every line that the ledger leaves open is an item'];
  const { day, items, earlier } = view.effect;
  const does = `${items} open lines from then on; ${earlier.items} earlier ones, ${formatMinor(earlier.amountMinor, view.currency)} ${view.currency}, are one balance for each of ${earlier.parties} customers`;
  return [start === undefined ? `with --start ${day}: ${does}` : `start ${day}: ${does}`];
}

async function readInput(path: string): Promise<DeskFile> {
  try {
    return { name: basename(path), bytes: await readFile(path) };
  } catch (error) {
    throw fault(
      'file-unreadable',
      { file: path },
      { what: error instanceof Error && 'code' in error ? String(error.code) : 'error' },
    );
  }
}

function report(outcome: FileOutcome): string[] {
  const found = outcome.known ? 'already imported, nothing written' : outcome.ok ? counts(outcome) : 'refused';
  return [`${outcome.name}: ${found}`, ...outcome.faults.map(line), ...outcome.warnings.map(line)];
}

function counts({ ledger, statements, kind }: FileOutcome): string {
  if (ledger) return `${ledger.added} lines added, ${ledger.changed} changed, ${ledger.same} as before`;
  const lines = statements.reduce((sum, it) => sum + it.lineCount, 0);
  const repeated = statements.reduce((sum, it) => sum + it.duplicateCount, 0);
  return `${kind}, ${statements.length} statements, ${lines} lines${repeated > 0 ? `, ${repeated} of them known` : ''}`;
}

function line(it: Fault): string {
  const place = placeText(it.place);
  return `  ${place === '' ? '' : `${place}: `}${says(it, 'en')}`;
}
