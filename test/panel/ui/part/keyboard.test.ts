// Strokes on AZERTY and QWERTY.
import { describe, expect, it, test } from 'vitest';
import { strokeOf } from '../../../../panel/ui/part/keyboard.ts';

const press = (
  key: string,
  code: string,
  held: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {},
) => strokeOf({ key, code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('strokes by name', () => {
  test.each([
    ['AZERTY 1 without Shift', '&', 'Digit1', {}, '1'],
    ['AZERTY 2 without Shift', 'é', 'Digit2', {}, '2'],
    ['AZERTY 6 with Shift', '6', 'Digit6', { shiftKey: true }, '6'],
    ['QWERTY 1', '1', 'Digit1', {}, '1'],
    ['the number pad', '3', 'Numpad3', {}, '3'],
    ['number pad Enter', 'Enter', 'NumpadEnter', {}, 'enter'],
    ['number pad plus', '+', 'NumpadAdd', {}, 'down'],
    ['number pad minus', '-', 'NumpadSubtract', {}, 'up'],
    ['AZERTY slash is Shift and colon', '/', 'Period', { shiftKey: true }, '/'],
    ['QWERTY question mark', '?', 'Slash', { shiftKey: true }, '?'],
    ['AZERTY question mark', '?', 'KeyM', { shiftKey: true }, '?'],
    ['AZERTY A stands where Q is', 'a', 'KeyQ', {}, 'a'],
    ['AZERTY M stands where semicolon is', 'm', 'Semicolon', {}, 'm'],
    ['caps lock', 'N', 'KeyN', {}, 'n'],
    ['Shift and a letter', 'N', 'KeyN', { shiftKey: true }, 'shift+n'],
    ['Shift and an arrow', 'ArrowDown', 'ArrowDown', { shiftKey: true }, 'shift+down'],
    ['undo', 'z', 'KeyZ', { ctrlKey: true }, 'ctrl+z'],
    ['undo on a Mac', 'z', 'KeyZ', { metaKey: true }, 'ctrl+z'],
    ['redo', 'Z', 'KeyZ', { ctrlKey: true, shiftKey: true }, 'ctrl+shift+z'],
  ] as const)('%s', (_, key, code, held, stroke) => {
    expect(press(key, code, held)).toBe(stroke);
  });

  it('leaves Alt, dead keys and composition to whom they belong', () => {
    expect(press('a', 'KeyA', { altKey: true })).toBeNull();
    expect(press('Dead', 'BracketLeft')).toBeNull();
    expect(press('Process', 'KeyA')).toBeNull();
    expect(press('Shift', 'ShiftLeft')).toBeNull();
  });
});
