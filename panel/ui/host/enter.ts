// The ERP's page around the panel: the token comes from it in a message, is renewed by it, and it opens the ERP's own records.
import type { EnteredView, HostView } from '../../../sync/port/view-host.ts';
import { closedBy, embedded, setHost } from '../frame.ts';
import { theme } from '../preference.ts';
import { toDoCount } from '../queue/state.ts';
import { holdToken } from '../token.ts';
import { language } from '../words/index.ts';

/** The page has this long to answer with a token. */
const ANSWER_MS_MAX = 10_000;
/** Renewed so long before the session ends. */
const EARLY_SECONDS = 60;

type Session = { type: 'lettrage.session'; token: string; theme?: string };

let origin: string | null = null;
let waiting: ((it: Session | null) => void)[] = [];
let entering: Promise<boolean> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Comes in from the ERP's page; false when there is none that is paired, or it does not let us in. */
export async function enterFromHost(): Promise<boolean> {
  origin = await pairedOrigin();
  if (origin === null) return false;
  window.addEventListener('message', hear);
  setHost({ renew, open: (model, id) => tell({ type: 'lettrage.open', model, id }) });
  // The page shows the number behind its menu.
  toDoCount.subscribe((count) => count !== null && tell({ type: 'lettrage.title', title: 'Lettrage', count }));
  return enter('lettrage.ready');
}

/** A new session before or after the old one ended; one request for all who ask at once. */
function renew(): Promise<boolean> {
  entering ??= enter('lettrage.renew').finally(() => {
    entering = null;
  });
  return entering;
}

async function enter(type: 'lettrage.ready' | 'lettrage.renew'): Promise<boolean> {
  const given = await asked(type);
  if (!given) return false;
  const entered = await exchange(given.token);
  if (!entered) return false;
  holdToken(entered.token);
  language.value = entered.language;
  if (given.theme === 'dark' || given.theme === 'light') theme.value = given.theme;
  clearTimeout(timer);
  timer = setTimeout(() => void renew(), Math.max(10, entered.seconds - EARLY_SECONDS) * 1000);
  return true;
}

function asked(type: string): Promise<Session | null> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(null), ANSWER_MS_MAX);
    waiting.push((it) => {
      clearTimeout(late);
      resolve(it);
    });
    tell({ type });
  });
}

/** Only the paired page, and only the one around us. */
function hear(event: MessageEvent): void {
  if (event.origin !== origin || event.source !== window.parent || !isSession(event.data)) return;
  const those = waiting;
  waiting = [];
  for (const each of those) each(event.data);
}

function isSession(data: unknown): data is Session {
  const it = data as Partial<Session> | null;
  return typeof it === 'object' && it?.type === 'lettrage.session' && typeof it.token === 'string';
}

function tell(message: object): void {
  if (embedded && origin !== null) window.parent.postMessage(message, origin);
}

async function pairedOrigin(): Promise<string | null> {
  try {
    const response = await fetch('/api/host');
    return response.ok ? ((await response.json()) as HostView).origin : null;
  } catch {
    return null;
  }
}

async function exchange(token: string): Promise<EnteredView | null> {
  const headers = {
    'Content-Type': 'application/json',
    // A token is good once whatever key it comes with.
    'Idempotency-Key': 'hand-over',
    'Accept-Language': language.peek(),
  };
  try {
    const response = await fetch('/api/host/enter', { method: 'POST', body: JSON.stringify({ token }), headers });
    const body = (await response.json()) as EnteredView | { fault?: { says: string } };
    if (response.ok) return body as EnteredView;
    closedBy.value = ('fault' in body && body.fault?.says) || null;
  } catch {
    closedBy.value = null;
  }
  return null;
}
