// The keys of "Litiges".
import { close, reopen, step } from './state.ts';

const STEPS: Readonly<Record<string, number>> = { down: 1, j: 1, up: -1, k: -1, home: -1e9, end: 1e9 };

export function plain(stroke: string): boolean {
  const by = STEPS[stroke];
  if (by !== undefined) step(by);
  else if (stroke === '1') void close('accepted');
  else if (stroke === '2') void close('dropped');
  else if (stroke === 'u') void reopen();
  else return false;
  return true;
}

export function prefixed(): boolean {
  return false;
}
