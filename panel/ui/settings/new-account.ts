// The way from a statement of an unknown account to the form that says whose it is.
import { signal } from '@preact/signals';
import { screen } from '../shell/route.ts';

const wanted = signal<string | null>(null);

/** Goes to the settings with this bank account in the form of a new one. */
export function linkNew(account: string): void {
  wanted.value = account;
  screen.go('settings');
}

/** The account that somebody came here to add, once; null when they came for anything else. */
export function takeWanted(): string | null {
  const account = wanted.peek();
  wanted.value = null;
  return account;
}
