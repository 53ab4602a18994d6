// The keys of "Relevé".
import { screen } from '../shell/route.ts';
import { cameFrom, current, goBeside, openLine, step, toggleWaiting } from './state.ts';

const PAGE_ROWS = 12;

const KEYS: Readonly<Record<string, () => void>> = {
  down: () => step(1),
  j: () => step(1),
  up: () => step(-1),
  k: () => step(-1),
  pagedown: () => step(PAGE_ROWS),
  pageup: () => step(-PAGE_ROWS),
  home: () => step(-Number.MAX_SAFE_INTEGER),
  end: () => step(Number.MAX_SAFE_INTEGER),
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
