// The only file that talks HTTP: a request out, a value or a fault in the reader's language back.
import type { FaultView } from '../../sync/port/view.ts';
import { embedded, renewSession } from './frame.ts';
import { currentToken } from './token.ts';
import { language } from './words/index.ts';

/**
 * `status` 0: no answer at all (network down, server stopped). `retry`: the same request may succeed later by itself, and with
 * the same key it has one effect however often it is sent.
 */
export type Answer<T> = { ok: true; value: T } | { ok: false; status: number; retry: boolean; fault: FaultView };

const ANSWER_MS_MAX = 30_000;

/** A key that makes a repeated request harmless. `randomUUID` exists in secure contexts only; a LAN address is none. */
export function newKey(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export type Request = {
  method: 'GET' | 'POST';
  body?: string | FormData;
  key?: string;
  after?: string | null;
  msMax: number;
};

export const NO_ANSWER = {
  ok: false,
  status: 0,
  retry: true,
  fault: { code: 'no-answer', says: '', where: '', request: '' },
} as const;

export function get<T>(
  path: string,
  query: Record<string, string | number | undefined> = {},
  msMax = ANSWER_MS_MAX,
): Promise<Answer<T>> {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const search = given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
  return send<T>(path + search, { method: 'GET', msMax });
}

export function post<T>(path: string, body: unknown, key: string, msMax = ANSWER_MS_MAX): Promise<Answer<T>> {
  return send<T>(path, { method: 'POST', body: JSON.stringify(body), key, msMax });
}

export async function send<T>(path: string, request: Request): Promise<Answer<T>> {
  const response = await reach(path, request);
  if (!response) return NO_ANSWER;
  if (!response.ok) return refusal(response);
  try {
    return { ok: true, value: (await response.json()) as T };
  } catch {
    return NO_ANSWER;
  }
}

async function ask(path: string, request: Request): Promise<Response | null> {
  const headers: Record<string, string> = { 'Accept-Language': language.peek() };
  const token = currentToken();
  if (token) headers['Authorization'] = `Bearer ${token}`;
  // The cookie of whoever signed in here counts where the panel asks for it, and never inside the ERP's page.
  else if (!embedded) headers['Lettrage-Session'] = 'own';
  if (request.after) headers['Last-Event-ID'] = request.after;
  if (request.key) headers['Idempotency-Key'] = request.key;
  if (typeof request.body === 'string') headers['Content-Type'] = 'application/json';
  try {
    const { method, body = null } = request;
    return await fetch(`/api${path}`, { method, body, headers, signal: AbortSignal.timeout(request.msMax) });
  } catch {
    return null;
  }
}

/** A session that ended is renewed, by the ERP's page or by the person, and the request goes again with the same key. */
export async function reach(path: string, request: Request): Promise<Response | null> {
  const first = await ask(path, request);
  if (first?.status !== 401 || path.startsWith('/host/sign-') || !(await renewSession())) return first;
  return ask(path, request);
}

/** Our own faults say whether a retry helps; a gateway's page (502 and beyond, without our JSON) is no answer. */
export async function refusal(response: Response): Promise<Answer<never>> {
  const { status } = response;
  try {
    const { fault } = (await response.json()) as { fault?: FaultView };
    if (fault) return { ok: false, status, retry: response.headers.has('retry-after') || status === 504, fault };
  } catch {
    // A proxy's page instead of our JSON: the status is all there is to say.
  }
  if (status >= 502) return NO_ANSWER;
  return {
    ok: false,
    status,
    retry: false,
    fault: { code: 'unexpected', says: `HTTP ${status}`, where: '', request: '' },
  };
}
