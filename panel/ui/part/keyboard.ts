// Key strokes as names that do not depend on the keyboard: 'down', 'shift+enter', 'ctrl+z', 'e', '2', 'g a'.

const NAMED: Readonly<Record<string, string>> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Enter: 'enter',
  Escape: 'escape',
  Home: 'home',
  End: 'end',
  PageDown: 'pagedown',
  PageUp: 'pageup',
  ' ': 'space',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * The stroke's name; null when it is not ours (Alt belongs to browsers and to the ERP's page, dead keys to typing).
 * Digits go by their place, so that AZERTY needs no Shift; letters and signs by what is printed on the key.
 */
export function strokeOf(event: Pressed): string | null {
  if (event.altKey || event.key === 'Dead' || event.key === 'Process') return null;
  const command = event.ctrlKey || event.metaKey;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  if (digit && !command) return digit;
  if (event.code === 'NumpadAdd') return command ? null : 'down';
  if (event.code === 'NumpadSubtract') return command ? null : 'up';
  const name = NAMED[event.key];
  if (name) return (command ? 'ctrl+' : '') + (event.shiftKey ? 'shift+' : '') + name;
  if (event.key.length !== 1) return null;
  const letter = event.key.toLowerCase();
  const isLetter = /^\p{L}$/u.test(letter);
  return (command ? 'ctrl+' : '') + (event.shiftKey && isLetter ? 'shift+' : '') + letter;
}

/** Does typing belong to this element? */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** Is this stroke the element's own? Enter and Space press a button; a check box has only Space. */
export function isOwnStroke(target: EventTarget | null, stroke: string): boolean {
  if (!(target instanceof HTMLElement) || (stroke !== 'enter' && stroke !== 'space')) return false;
  const own = target.closest('button, a[href], summary, [role=menuitem], [role=checkbox]');
  return own !== null && (stroke === 'space' || own.getAttribute('role') !== 'checkbox');
}

/** Is this a stroke that the single-letter preference switches off? */
export function isLetterStroke(stroke: string): boolean {
  return stroke.length === 1 || /^shift\+.$/.test(stroke);
}
