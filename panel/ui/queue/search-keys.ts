// The keys of the search: from the field to its results and back, one number after the other without the mouse.
import { useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { strokeOf } from '../part/keyboard.ts';
import { onlyOne } from './lead.ts';
import { close, open } from './open.ts';
import { answered, called, found, isTicked, query, toggle } from './search.ts';

type Part<T> = { current: T | null };

/** Keeps the focus where the next key belongs; returns what the search listens with. */
export function useSearchKeys(field: Part<HTMLInputElement>, results: Part<HTMLDivElement>) {
  // Enter on what was just typed waits for its answer; another letter takes it back.
  const entered = useRef<string | null>(null);
  const wasAmong = useRef(false);
  const boxes = () => [...(results.current?.querySelectorAll<HTMLElement>('[role=checkbox]') ?? [])];
  const toField = () => {
    field.current?.focus();
    field.current?.select();
  };
  const toResults = (pick: boolean) => {
    entered.current = answered() ? null : pick ? query.peek() : null;
    const wanted = resultWanted(pick);
    if (wanted === null) return;
    const all = boxes();
    (all.find((box) => box.closest('tr')?.dataset['of'] === wanted) ?? all[0])?.focus();
  };
  // Before the next key arrives: what is typed after C belongs to the field, and takes the place of what stood there.
  useLayoutEffect(() => {
    if (open.value === 'search') toField();
  }, [open.value, called.value]);
  // Results that come late take the row under the focus away: the keys then belong to the field, not to the list.
  useSignalEffect(() => {
    found.value;
    requestAnimationFrame(() => {
      if (wasAmong.current && document.activeElement === document.body) field.current?.focus();
      if (entered.current === query.peek() && document.activeElement === field.current) toResults(true);
    });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const stroke = strokeOf(event);
    const all = boxes();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const inField = document.activeElement === field.current;
    // The next number goes into the field, in the place of the one before.
    const isDigit = at >= 0 && /^\d$/.test(event.key);
    if (stroke === 'escape') close();
    else if (inField && (stroke === 'down' || stroke === 'enter') && event.code !== 'NumpadAdd')
      toResults(stroke === 'enter');
    else if (at >= 0 && stroke === 'down') all[Math.min(at + 1, all.length - 1)]?.focus();
    else if (at >= 0 && stroke === 'up') (all[at - 1] ?? field.current)?.focus();
    else if (isDigit) toField();
    else return;
    if (!isDigit) event.preventDefault();
    event.stopPropagation();
  };
  return {
    onKeyDown,
    onFocusIn: () => {
      wasAmong.current = true;
    },
    onFocusOut: (event: FocusEvent) => {
      wasAmong.current = event.relatedTarget === null;
    },
  };
}

/** The row to go to: the one item that was asked for, which Enter ticks as well, else the first result; null while it is asked. */
function resultWanted(pick: boolean): string | null {
  const now = answered();
  if (!now) return null;
  const only = pick ? onlyOne(now) : null;
  if (only && !isTicked(only.itemId)) toggle(only);
  // What was ticked before and is not found now stands above the results.
  return (only ?? now.items[0])?.itemId ?? now.parties[0]?.partyId ?? '';
}
