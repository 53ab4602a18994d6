// The program's commands: finds the one that was asked for, and turns its outcome into an exit code.
import { isFault, placeText, says } from '../sync/fault/index.ts';
import type { Command, ExitCode, Io } from './command/command.ts';
import { WrongUsage } from './command/command.ts';

/** Loaded only when asked for: reading a bank file needs no database. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./command/start.ts')).start,
  read: async () => (await import('./command/read.ts')).read,
  match: async () => (await import('./command/match.ts')).match,
  night: async () => (await import('./command/night.ts')).night,
  import: async () => (await import('./command/import.ts')).importFiles,
  export: async () => (await import('./command/export.ts')).exportFiles,
  verify: async () => (await import('./command/verify.ts')).verify,
  doctor: async () => (await import('./command/doctor.ts')).doctor,
  backup: async () => (await import('./command/backup.ts')).backup,
  restore: async () => (await import('./command/backup.ts')).restore,
};

const io: Io = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
};

async function main([name, ...args]: string[]): Promise<ExitCode> {
  const load = name === undefined ? undefined : COMMANDS[name];
  if (!load) {
    const overview = await commandList();
    if (name === '--help' || name === '-h' || name === 'help') io.out(overview);
    else io.err(name === undefined ? overview : `lettrage: no command "${name}".\n\n${overview}`);
    return name === '--help' || name === '-h' || name === 'help' ? 0 : 64;
  }
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) {
    io.out(command.help);
    return 0;
  }
  return command.run(args, io).catch((error: unknown) => outcomeOf(error, command));
}

async function commandList(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const rows = commands.map((command) => `  ${command.name.padEnd(9)} ${command.summary}`);
  return ['Usage: lettrage <command> [options]', '', ...rows, '', 'lettrage <command> --help says more.'].join('\n');
}

/** Wrong words are answered with the help, a fault with one clear line; anything else is our error and shows its trace. */
function outcomeOf(error: unknown, command: Command): ExitCode {
  if (error instanceof WrongUsage || isArgumentError(error)) {
    io.err(`lettrage ${command.name}: ${error.message}\n\n${command.help}`);
    return 64;
  }
  const cause = error instanceof Error && isFault(error.cause) ? error.cause : error;
  if (isFault(cause)) {
    const place = placeText(cause.place);
    io.err(`lettrage ${command.name}: ${place === '' ? '' : `${place}: `}${says(cause, 'en')}`);
    return 1;
  }
  throw error;
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

// `lettrage read … | head`: who listened has gone. The work goes on unheard, so that no import is cut short by it.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
});

// The exit code is set rather than forced, so that output piped elsewhere is written to the end.
process.exitCode = await main(process.argv.slice(2));
