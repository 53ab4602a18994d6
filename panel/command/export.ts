// `lettrage export`: what leaves for the accounting program, and the aged balance.
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isFault } from '../../sync/fault/index.ts';
import { agedBalance } from '../../sync/job/aged.ts';
import { exportFiles as exportFrom } from '../../sync/job/export.ts';
import { parseDay } from '../../sync/model/day.ts';
import type { DeskFile } from '../../sync/port/files.ts';
import { agingCsv } from '../api/aging-csv.ts';
import type { Command } from './command.ts';
import { WrongUsage } from './command.ts';
import { DATA_HELP, DATA_OPTIONS, type Program, withCompany } from './program.ts';

export const exportFiles: Command = {
  name: 'export',
  summary: 'writes letters, entries or the aged balance',
  help: `Usage: lettrage export {fec,letters,entries,aging} [--out FILE|DIR] [--as-of YYYY-MM-DD] [--data DIR] [--company ID]

  fec       working copies of the ledger's files with the letters of what was matched here; the legal file stays the one of
            the accounting program
  letters   the list of those letters, for import there
  entries   the bank entries of what was received and matched but is not in the ledger yet
  aging     the aged balance of a day, with the control against the ledger (CSV)

  --out           where to; default: the current directory, under the file's own name; - writes to standard output
${DATA_HELP}`,
  async run(args, io) {
    const options = { ...DATA_OPTIONS, out: { type: 'string' }, 'as-of': { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [what, ...more] = positionals;
    if (what === undefined || more.length > 0) throw new WrongUsage('one of fec, letters, entries, aging');
    const files = await withCompany(values, (program) => filesOf(program, what, values['as-of']));
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

async function filesOf(
  { desk, company, config }: Program,
  what: string,
  asOf: string | undefined,
): Promise<DeskFile[]> {
  if (what === 'aging') {
    const day = asOf === undefined ? desk.clock.today(company.zone) : parseDay(asOf);
    if (day === null) throw new WrongUsage('--as-of is a day, YYYY-MM-DD');
    const report = await desk.store.within(company.id, (tx) => agedBalance(tx, day, 'due'));
    return [{ name: `balance-agee-${day}.csv`, bytes: new TextEncoder().encode(agingCsv(report, 'fr')) }];
  }
  if (what !== 'fec' && what !== 'letters' && what !== 'entries') throw new WrongUsage(`no export "${what}"`);
  const by = { kind: 'person', id: 'local', name: config.person } as const;
  const files = await exportFrom(desk, company.id, what, by);
  if (isFault(files)) throw files;
  return files;
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
