// The screens by name: what each draws and which keys it takes. A new screen is one line here.
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { Failed, Skeleton } from '../part/state.tsx';
import * as queueKeys from '../queue/keys.ts';
import { Queue } from '../queue/view.tsx';
import { words } from '../words/index.ts';
import { type ScreenName, screen } from './route.ts';

/** True when the stroke was used. `prefixed` gets what follows G. */
export type Keys = { plain(stroke: string): boolean; prefixed(stroke: string): boolean };

type Screen = { View: ComponentType; keys: Keys };

/** The list is there at once; the other screens come when they are asked for, or when the browser has nothing better to do. */
const LAZY: Readonly<Record<Exclude<ScreenName, 'queue'>, () => Promise<Screen>>> = {
  accounts: () => both(import('../accounts/view.tsx'), import('../accounts/keys.ts'), (it) => it.Accounts),
  aging: () => both(import('../aging/view.tsx'), import('../aging/keys.ts'), (it) => it.Aging),
  customer: () => both(import('../customer/view.tsx'), import('../customer/keys.ts'), (it) => it.Customer),
  reports: () => both(import('../reports/view.tsx'), import('../reports/keys.ts'), (it) => it.Reports),
  claims: () => both(import('../claims/view.tsx'), import('../claims/keys.ts'), (it) => it.Claims),
  history: () => both(import('../history/view.tsx'), import('../history/keys.ts'), (it) => it.History),
  trust: () => both(import('../trust/view.tsx'), import('../trust/keys.ts'), (it) => it.Trust),
  imports: () => both(import('../imports/view.tsx'), import('../imports/keys.ts'), (it) => it.Imports),
  statement: () => both(import('../statement/view.tsx'), import('../statement/keys.ts'), (it) => it.Statement),
  setup: () => both(import('../setup/view.tsx'), import('../setup/keys.ts'), (it) => it.Setup),
  settings: () => both(import('../settings/view.tsx'), import('../settings/keys.ts'), (it) => it.Settings),
};

const NO_KEYS: Keys = { plain: () => false, prefixed: () => false };
const here = signal<Partial<Record<ScreenName, Screen>>>({ queue: { View: Queue, keys: queueKeys } });
/** The screen whose code did not come: the network is gone, or the program was replaced by a newer one. */
const missing = signal<ScreenName | null>(null);

type Closing = { onClose: () => void };
const sheet = signal<ComponentType<Closing> | null>(null);

/** The shortcut sheet, once it is here; where it does not come it closes again. */
export function HelpSheet({ onClose }: Closing) {
  useEffect(() => void fetchSheet().catch(onClose), []);
  return sheet.value && <sheet.value onClose={onClose} />;
}

async function fetchSheet(): Promise<void> {
  const { Help } = await import('../help/view.tsx');
  sheet.value = Help;
}

export function screenKeys(): Keys {
  return here.peek()[screen.name.peek()]?.keys ?? NO_KEYS;
}

export function CurrentScreen() {
  const name = screen.name.value;
  const found = here.value[name];
  useEffect(() => void fetchScreen(name), [name]);
  if (found) return <found.View />;
  if (missing.value !== name) return <Skeleton rows={10} />;
  const fault = { code: 'no-answer', says: words.value.fault.noAnswer, where: '', request: '' };
  return <Failed fault={fault} onRetry={() => void fetchScreen(name)} />;
}

/** Brings the other screens while nobody waits for them, so that a change of screen needs no network. */
export function fetchScreens(): void {
  const later = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 1_000));
  later(() => {
    for (const name of Object.keys(LAZY) as ScreenName[]) void fetchScreen(name);
    void fetchSheet().catch(() => {});
  });
}

async function fetchScreen(name: ScreenName): Promise<void> {
  if (name === 'queue' || here.peek()[name]) return;
  try {
    const found = await LAZY[name]();
    here.value = { ...here.peek(), [name]: found };
    if (missing.peek() === name) missing.value = null;
  } catch {
    missing.value = name;
  }
}

async function both<V>(view: Promise<V>, keys: Promise<Keys>, pick: (view: V) => ComponentType): Promise<Screen> {
  return { View: pick(await view), keys: await keys };
}
