// The keys of "Relevé".
import { toTable } from '../part/to-table.ts';
import { screen } from '../shell/route.ts';
import { cameFrom, current, goBeside, openLine, step, toggleWaiting } from './state.ts';

const PAGE_ROWS = 12;

const walk = (steps: number) => () => {
  step(steps);
  toTable('statement-lines');
};

const KEYS: Readonly<Record<string, () => void>> = {
  down: walk(1),
  j: walk(1),
  up: walk(-1),
  k: walk(-1),
  pagedown: walk(PAGE_ROWS),
  pageup: walk(-PAGE_ROWS),
  home: walk(-Number.MAX_SAFE_INTEGER),
  end: walk(Number.MAX_SAFE_INTEGER),
  enter: () => openLine(current.peek()),
  left: () => goBeside('before'),
  right: () => goBeside('after'),
  f: toggleWaiting,
  escape: () => screen.go(cameFrom.peek()),
};

export function plain(stroke: string): boolean {
  const act = KEYS[stroke];
  act?.();
  return act !== undefined;
}

export function prefixed(): boolean {
  return false;
}
