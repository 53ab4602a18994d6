// The keys of the list and of the detail.
import { undoLine } from '../history/state.ts';
import { screen } from '../shell/route.ts';
import { narrow } from '../shell/state.ts';
import { editAmounts } from './allocation.tsx';
import { COUNTED } from './counters.tsx';
import { accept, acceptChecked, confirmLook, flag } from './decide.ts';
import { draft, restoreDraft, showCandidate } from './detail.ts';
import { chooseByKey } from './difference.tsx';
import { focusList } from './focus.ts';
import { close, fullReasons, open } from './open.ts';
import { called } from './search.ts';
import * as queue from './state.ts';
import * as walk from './walk.ts';

const MOVES: Readonly<Record<string, () => void>> = {
  down: () => walk.step(1),
  j: () => walk.step(1),
  up: () => walk.step(-1),
  k: () => walk.step(-1),
  home: walk.first,
  end: walk.last,
  pagedown: () => walk.page(1),
  pageup: () => walk.page(-1),
  n: () => walk.stepToUncertain(1),
  'shift+n': () => walk.stepToUncertain(-1),
  'shift+down': () => walk.extend(1),
  'shift+up': () => walk.extend(-1),
  'ctrl+a': walk.checkAll,
  left: () => walk.foldHere(true),
  right: () => walk.foldHere(false),
};

const ACTS: Readonly<Record<string, () => void>> = {
  enter: onEnter,
  'shift+enter': acceptChecked,
  x: () => onRow((lineId) => walk.toggleCheck(lineId)),
  r: () => onOpenLine(() => draft.peek()?.base === 0 && openMenu('reject')),
  p: () => onOpenLine(() => openMenu('later')),
  i: () => onOpenLine(() => openMenu('set-aside')),
  c: () => onOpenLine(search),
  t: () => onOpenLine(search),
  m: editAmounts,
  v: flag,
  u: onUndo,
  w: () => {
    fullReasons.value = !fullReasons.peek();
  },
  escape: onEscape,
};

export function plain(stroke: string): boolean {
  const move = MOVES[stroke];
  if (move) {
    move();
    focusList();
    return true;
  }
  const own = draft.peek();
  if (own && /^[a-z]$/.test(stroke) && chooseByKey(own, stroke)) return true;
  if (/^[1-3]$/.test(stroke)) {
    showCandidate(Number(stroke) - 1);
    return true;
  }
  const act = ACTS[stroke];
  if (!act) return false;
  act();
  return true;
}

/** G then a digit: a counter; 0 is all. */
export function prefixed(stroke: string): boolean {
  if (stroke === '0') void queue.openFilter('to-do');
  const name = COUNTED[Number(stroke) - 1];
  // A key goes there, wherever one is; a click on what is pressed lets go of it.
  if (name) void queue.openFilter(name);
  if (stroke === '6') walk.goToRefused();
  return stroke === '0' || stroke === '6' || name !== undefined;
}

function onEnter(): void {
  if (narrow.peek() && walk.pane.peek() === 'list') {
    walk.pane.value = 'detail';
    return;
  }
  if (confirmLook()) return;
  if (accept()) close();
}

function onEscape(): void {
  if (open.peek() !== null) close();
  else if (narrow.peek() && walk.pane.peek() === 'detail') walk.pane.value = 'list';
  else if (draft.peek()?.touched) restoreDraft();
  else focusList();
}

function onRow(act: (lineId: string) => void): void {
  const row = queue.current.peek();
  if (row) act(row.lineId);
}

/** On a decided line: takes the decision back, whoever took it. */
function onUndo(): void {
  const row = queue.current.peek();
  if (row && queue.decidedNow(row) && queue.rowNow(row).decisionId) undoLine(queue.rowNow(row));
}

function onOpenLine(act: () => void): void {
  const row = queue.current.peek();
  if (row && !queue.decidedNow(row)) act();
}

function search(): void {
  openMenu('search');
  called.value += 1;
}

function openMenu(which: 'reject' | 'later' | 'set-aside' | 'search'): void {
  open.value = which;
  if (screen.name.peek() === 'queue' && narrow.peek()) walk.pane.value = 'detail';
}
