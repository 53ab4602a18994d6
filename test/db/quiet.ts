// A log that says nothing, and one that remembers what was said.
import type { Log } from '../../sync/port/log.ts';

export const quiet: Log = { info() {}, warn() {}, error() {} };

export function remembering(): Log & { said: string[] } {
  const said: string[] = [];
  const say = (message: string) => void said.push(message);
  return { said, info: say, warn: say, error: say };
}
