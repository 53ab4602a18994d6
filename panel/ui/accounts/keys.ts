// The keys of "Comptes à lettrer".

import { focusList } from '../queue/focus.ts';
import { close, open } from '../queue/open.ts';
import { narrow } from '../shell/state.ts';
import { letterNow } from './act.ts';
import * as book from './book.ts';
import { chooseByKey } from './difference.tsx';
import { focusAccounts } from './list.tsx';
import { pane, showGroup, showWhich, step, ticked } from './state.ts';

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
  if (stroke === 'a') {
    book.toggleWhole();
    focusList();
    return true;
  }
  if (book.whole.peek() && inBook(stroke)) return true;
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
    focusList();
    return true;
  }
  if (stroke === 'f') {
    document.getElementById('accounts-wanted')?.focus();
    return true;
  }
  return false;
}

/** The keys of the lines, while the whole account is shown; its lines are what the arrows walk. */
function inBook(stroke: string): boolean {
  if (narrow.peek() && pane.peek() === 'list') return false;
  const act = BOOK_KEYS[stroke];
  const by = STEPS[stroke];
  if (act) act();
  else if (by !== undefined) book.step(by);
  else if (stroke === 'escape' && ticked.peek().size === 0) {
    book.toggleWhole();
    focusAccounts();
    return true;
  } else return false;
  focusList();
  return true;
}

const BOOK_KEYS: Readonly<Record<string, () => void>> = {
  space: book.toggleHere,
  x: book.toggleHere,
  'shift+down': () => book.extend(1),
  'shift+up': () => book.extend(-1),
  left: () => book.stepYear(-1),
  right: () => book.stepYear(1),
  u: book.undoHere,
};

/** G then 0: all accounts; G then 1: those with something to join. */
export function prefixed(stroke: string): boolean {
  if (stroke !== '0' && stroke !== '1') return false;
  showWhich(stroke === '0' ? 'all' : 'to-letter');
  return true;
}
