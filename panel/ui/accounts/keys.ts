// The keys of "Comptes à lettrer".

import { close, open } from '../queue/open.ts';
import { narrow } from '../shell/state.ts';
import { chooseByKey } from './difference.tsx';
import { letterNow } from './draft.ts';
import { focusAccounts } from './list.tsx';
import { pane, showGroup, step, ticked } from './state.ts';

const PAGE_ROWS = 10;
const STEPS: Readonly<Record<string, number>> = {
  down: 1,
  j: 1,
  up: -1,
  k: -1,
  pagedown: PAGE_ROWS,
  pageup: -PAGE_ROWS,
  home: Number.MIN_SAFE_INTEGER,
  end: Number.MAX_SAFE_INTEGER,
};

export function plain(stroke: string): boolean {
  if (/^[a-z]$/.test(stroke) && chooseByKey(stroke)) return true;
  const by = STEPS[stroke];
  if (by !== undefined) {
    step(by);
    focusAccounts();
    return true;
  }
  if (/^[1-9]$/.test(stroke)) return showGroup(Number(stroke) - 1);
  if (stroke === 'enter' && narrow.peek() && pane.peek() === 'list') {
    pane.value = 'detail';
    return true;
  }
  if (stroke === 'enter') return letterNow();
  if (stroke === 'escape' && narrow.peek() && pane.peek() === 'detail') {
    pane.value = 'list';
    return true;
  }
  if (stroke === 'escape' && open.peek() !== null) {
    close();
    return true;
  }
  if (stroke === 'escape') {
    ticked.value = new Set();
    focusAccounts();
    return true;
  }
  if (stroke === 'f') {
    document.getElementById('accounts-wanted')?.focus();
    return true;
  }
  return false;
}

export function prefixed(): boolean {
  return false;
}
