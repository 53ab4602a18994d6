// Which menu or panel of the detail is open; one at a time.
import { signal } from '@preact/signals';
import { focusList } from './focus.ts';

export type Open =
  | 'reject'
  | 'later'
  | 'set-aside'
  | 'more'
  | 'search'
  | 'bulk'
  | 'difference'
  | 'account'
  | 'transfer'
  | null;

export const open = signal<Open>(null);
/** The engine's full inputs are unfolded. */
export const fullReasons = signal(false);

export function show(which: Exclude<Open, null>): void {
  open.value = which;
}

export function toggleReasons(): void {
  fullReasons.value = !fullReasons.peek();
}

export function close(): void {
  open.value = null;
  focusList();
}
