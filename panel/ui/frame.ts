// Whether the ERP's page is around us, and what it does for us then; the code that speaks with it comes only inside a frame.
import { signal } from '@preact/signals';

/** Inside the ERP's page the host draws the bar; alone we draw our own. */
export const embedded = window.parent !== window;

/** Set when the ERP's page could not let us in: in words, from the server. */
export const closedBy = signal<string | null>(null);

export type Host = {
  /** A new session before or after the old one ended; false when the page gives none. */
  renew(): Promise<boolean>;
  /** Opens a record in the page around us. */
  open(model: string, id: number): void;
};

let host: Host | null = null;

export function setHost(it: Host): void {
  host = it;
}

/** Null outside the ERP's page. */
export function hostAround(): Host | null {
  return host;
}

let renewal: (() => Promise<boolean>) | null = null;

/** Where people sign in with this panel itself. */
export function setRenewal(it: () => Promise<boolean>): void {
  renewal = it;
}

/** A new session for one that ended; false where nobody gives one. */
export async function renewSession(): Promise<boolean> {
  return (await (host?.renew ?? renewal)?.()) ?? false;
}
