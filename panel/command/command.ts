// What a command of the program is: a name, what it says about itself, and what it does.

export type Io = { out(line: string): void; err(line: string): void };

/** 0 done · 1 a fault, said in one line · 2 some inputs refused · 64 wrong usage. */
export type ExitCode = 0 | 1 | 2 | 64;

export type Command = {
  readonly name: string;
  readonly summary: string;
  /** The whole text of `--help`. */
  readonly help: string;
  run(args: string[], io: Io): Promise<ExitCode>;
};

/** Thrown by a command whose arguments make no sense; the program answers with the command's help and code 64. */
export class WrongUsage extends Error {}
