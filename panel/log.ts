// The program's log: one JSON line an event on standard error, for engineers and their tools.
import type { Log } from '../sync/port/log.ts';

type Level = 'info' | 'warn' | 'error';

const LEVELS: readonly Level[] = ['info', 'warn', 'error'];

/** Writes events of this level and above through `write`, each with its instant. */
export function logTo(write: (line: string) => void, from: Level = 'info'): Log {
  const say =
    (level: Level) =>
    (message: string, facts: Record<string, unknown> = {}) => {
      if (LEVELS.indexOf(level) < LEVELS.indexOf(from)) return;
      write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...facts })}\n`);
    };
  return { info: say('info'), warn: say('warn'), error: say('error') };
}
