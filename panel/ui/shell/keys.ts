// The keyboard: one listener; the screen in front acts first, then what works everywhere.

import { showStep } from '../guide/show.ts';
import { isField, isLetterStroke, isOwnStroke, strokeOf } from '../part/keyboard.ts';
import { letterKeys } from '../preference.ts';
import { redoLast, undoLast } from '../undo.ts';
import { type ScreenName, screen } from './route.ts';
import { screenKeys } from './screens.tsx';
import { over } from './state.ts';

const GO: Readonly<Record<string, ScreenName>> = {
  a: 'queue',
  l: 'accounts',
  b: 'aging',
  r: 'reports',
  i: 'imports',
  h: 'history',
  t: 'trust',
  s: 'settings',
};
const PREFIX_MS = 1_500;

let prefix = false;
let prefixTimer: ReturnType<typeof setTimeout> | undefined;

export function watchKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
    const stroke = strokeOf(event);
    if (stroke === null || !mayAct(stroke, event.target)) return;
    if (act(stroke)) event.preventDefault();
  });
}

/** Typing belongs to fields, Enter and Space to what they press, letters to nobody when they are switched off. */
function mayAct(stroke: string, target: EventTarget | null): boolean {
  if (isField(target)) return false;
  if (isOwnStroke(target, stroke)) return false;
  return letterKeys.peek() || !isLetterStroke(stroke) || stroke === '?' || stroke === '/';
}

function act(stroke: string): boolean {
  if (prefix) {
    endPrefix();
    if (stroke === 'escape') return true;
    if (stroke === 'g') {
      void showStep();
      return true;
    }
    const to = GO[stroke];
    if (to) {
      screen.go(to);
      return true;
    }
    return screenKeys().prefixed(stroke);
  }
  return screenKeys().plain(stroke) || everywhere(stroke);
}

function everywhere(stroke: string): boolean {
  switch (stroke) {
    case 'g':
      prefix = true;
      prefixTimer = setTimeout(endPrefix, PREFIX_MS);
      return true;
    case 'ctrl+z':
      return undoLast();
    case 'ctrl+shift+z':
    case 'ctrl+y':
      return redoLast();
    case 'h':
      screen.go('history');
      return true;
    case '?':
      over.value = 'help';
      return true;
    case '/':
      over.value = 'find';
      return true;
    default:
      return false;
  }
}

function endPrefix(): void {
  prefix = false;
  clearTimeout(prefixTimer);
}
