// `lettrage read`: bank files as JSON, with no database.
import { readCommand } from '../read/index.ts';
import type { Command } from './command.ts';
import { WrongUsage } from './command.ts';

export const read: Command = {
  name: 'read',
  summary: 'reads bank files, one JSON line a file',
  help: `Usage: lettrage read FILE…

Reads bank statements (CAMT, OFX, MT940, CFONB 120, or a zip of them) and prints one JSON object a file, in the order given.
A file that cannot be trusted whole yields no statement and says where and why.

Exits 0 when every file was read, 2 when some were refused.`,
  async run(args, io) {
    if (args.length === 0) throw new WrongUsage('which file?');
    return readCommand(args, io);
  },
};
