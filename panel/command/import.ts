// `lettrage import`: bank files and ledgers into a company, as if dropped on the page.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type Fault, fault, placeText, says } from '../../sync/fault/index.ts';
import { importFiles as importInto } from '../../sync/job/import.ts';
import type { FileOutcome } from '../../sync/job/outcome.ts';
import type { DeskFile } from '../../sync/port/files.ts';
import type { Command } from './command.ts';
import { WrongUsage } from './command.ts';
import { DATA_HELP, DATA_OPTIONS, withCompany } from './program.ts';

export const importFiles: Command = {
  name: 'import',
  summary: 'imports bank files or a FEC into the company',
  help: `Usage: lettrage import FILE… [--data DIR] [--company ID]

Imports bank statements (CAMT, OFX, MT940, CFONB 120) and ledgers (FEC), or a zip of them, each whole or not at all. The same
file twice changes nothing, and files that overlap add only what is new.

${DATA_HELP}

Exits 0 when every file was imported, 2 when some were refused.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({ args, options: DATA_OPTIONS, allowPositionals: true });
    if (positionals.length === 0) throw new WrongUsage('which file?');
    const files = await Promise.all(positionals.map(readInput));
    const outcomes = await withCompany(values, ({ desk, company, config }) =>
      importInto(desk, company.id, files, { kind: 'person', id: 'local', name: config.person }),
    );
    for (const outcome of outcomes) for (const line of report(outcome)) io.out(line);
    return outcomes.every((outcome) => outcome.ok) ? 0 : 2;
  },
};

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
