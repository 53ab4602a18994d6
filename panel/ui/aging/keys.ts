// The keys of "Balance âgée".
import { toTable } from '../part/to-table.ts';
import { screen } from '../shell/route.ts';
import { today } from '../words/index.ts';
import { choosing } from './export.ts';
import {
  amounts,
  asOf,
  basis,
  by,
  knownOn,
  rowAtCursor,
  setAmounts,
  setBasis,
  setKnownOn,
  step,
  unfold,
} from './state.ts';

const STEPS: Readonly<Record<string, number>> = {
  down: 1,
  j: 1,
  up: -1,
  k: -1,
  pagedown: 15,
  pageup: -15,
  home: Number.MIN_SAFE_INTEGER,
  end: Number.MAX_SAFE_INTEGER,
};

export function plain(stroke: string): boolean {
  const steps = STEPS[stroke];
  if (steps !== undefined) {
    step(steps);
    toTable('aging');
    return true;
  }
  if (stroke === 'right') {
    void unfold(true);
    return true;
  }
  if (stroke === 'enter') {
    const key = rowAtCursor()?.row.key ?? null;
    if (by.peek() === 'party' && key !== null) screen.go('customer', key);
    else void unfold(true);
    return true;
  }
  if (stroke === 'left') {
    void unfold(false);
    return true;
  }
  if (stroke === 'd') {
    document.getElementById('as-of')?.focus();
    return true;
  }
  if (stroke === 'e') {
    choosing.value = true;
    return true;
  }
  if (stroke === 'v') {
    setKnownOn(knownOn.peek() === null ? (asOf.peek() ?? today.peek()) : null);
    return true;
  }
  if (stroke === 'm') {
    setAmounts(amounts.peek() === 'company' ? 'document' : 'company');
    return true;
  }
  if (stroke === 'o') {
    setBasis(basis.peek() === 'due' ? 'issue' : 'due');
    return true;
  }
  return false;
}

export function prefixed(): boolean {
  return false;
}
