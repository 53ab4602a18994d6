// `lettrage match`: the engine alone on JSON lines, with no database and no clock.
import { parseArgs } from 'node:util';
import { matchCommand } from '../match.ts';
import type { Command } from './command.ts';
import { WrongUsage } from './command.ts';

export const match: Command = {
  name: 'match',
  summary: 'the engine alone, on JSON lines',
  help: `Usage: lettrage match --partners FILE --invoices FILE --lines FILE [--out FILE] [--target 0.98]

Reads the three files whole and writes one decision per bank line, sorted by line id: the same input gives the same bytes,
in any order of input lines. --target is the share of right answers that an evidence class must have proven, as the lower
bound of a 95 % interval, before it may act alone.`,
  async run(args, io) {
    const options = { partners: text, invoices: text, lines: text, out: text, target: text } as const;
    const { values } = parseArgs({ args, options });
    const { partners, invoices, lines, out } = values;
    if (!partners || !invoices || !lines) throw new WrongUsage('--partners, --invoices and --lines are needed');
    const target = values.target === undefined ? undefined : Number(values.target);
    if (target !== undefined && !(target > 0 && target < 1)) throw new WrongUsage('--target lies between 0 and 1');
    const files = {
      partners,
      invoices,
      lines,
      ...(out === undefined ? {} : { out }),
      ...(target === undefined ? {} : { target }),
    };
    return matchCommand(files, { stdout: (it) => process.stdout.write(it), stderr: (it) => io.err(it.trimEnd()) });
  },
};

const text = { type: 'string' } as const;
