// Signing in beside the ERP, with name and password of the ERP: at the beginning, and again when the session has ended.
import { signal } from '@preact/signals';
import type { FaultView } from '../../../sync/port/view.ts';
import { client } from '../client.ts';
import { dropWaiting } from '../outbox.ts';
import { dropToken } from '../token.ts';
import { newKey } from '../wire.ts';

const LOGIN = 'lettrage.login';

/** Set while the session has ended and what the page wants to send waits for a new one. */
export const again = signal<((renewed: boolean) => void) | null>(null);
let going: Promise<boolean> | null = null;

/** Asks once, however many requests wait; they go again with the keys that they had. */
export function renew(): Promise<boolean> {
  going ??= new Promise<boolean>((done) => {
    again.value = done;
  }).finally(() => {
    going = null;
    again.value = null;
  });
  return going;
}

/** The name that signed in with this tab; empty when nobody did. */
export function lastLogin(): string {
  try {
    return sessionStorage.getItem(LOGIN) ?? '';
  } catch {
    return '';
  }
}

/** Null when it was right. Decisions of one person are never sent in another's name. */
export async function signIn(login: string, password: string): Promise<FaultView | null> {
  const answer = await client.signIn({ login, password }, newKey());
  if (!answer.ok) return answer.fault;
  dropToken();
  if (lastLogin() !== login) dropWaiting();
  try {
    sessionStorage.setItem(LOGIN, login);
  } catch {
    // Without storage the name is typed again after a reload.
  }
  return null;
}

export async function signOut(): Promise<void> {
  const answer = await client.signOut(newKey());
  if (answer.ok) location.reload();
}
