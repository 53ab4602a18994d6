// One HTTP exchange with limits: a deadline, a largest answer, no redirects, and honesty about what may have been done.
import { fault } from '../../../../sync/fault/index.ts';
import type { World } from '../../../../sync/port/erp.ts';
import { within } from './deadline.ts';
import type { Call, Reply, WireLimits } from './transport.ts';

export type Answer = { status: number; body: Uint8Array };

export type Request = { url: string; headers: Record<string, string>; body: string };

/** The answer in whole, or a failed reply. Never throws for what the network or the host did. */
export async function exchange(request: Request, world: World, limits: WireLimits): Promise<Answer | Reply> {
  try {
    return await within(world.signal, limits.timeoutMs, (signal) => answered(request, world, limits, signal));
  } catch (error) {
    if (error instanceof AnswerTooLarge) return unknown(error.message);
    return { ok: false, fault: fault('erp-unreachable', {}, { erp: 'Odoo' }), done: notSent(error) ? 'no' : 'unknown' };
  }
}

async function answered(
  { url, headers, body }: Request,
  world: World,
  limits: WireLimits,
  signal: AbortSignal,
): Promise<Answer | Reply> {
  // A redirect would carry the key elsewhere.
  const response = await world.fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
  if (response.status >= 300 && response.status < 400) {
    await response.body?.cancel();
    return refused(`HTTP ${response.status}, a redirect: the address of Odoo must be its own`);
  }
  return { status: response.status, body: await bounded(response, limits.answerBytesMax) };
}

/** Sends again what may be sent again: reads always, writes only when certainly nothing was done. */
export async function withRetry(
  call: Call,
  world: World,
  limits: WireLimits,
  send: () => Promise<Reply>,
): Promise<Reply> {
  for (let attempt = 1; ; attempt++) {
    const reply = await send();
    const again = !reply.ok && reply.fault.retry && (call.effect === 'read' || reply.done === 'no');
    if (!again || attempt >= limits.attemptsMax || world.signal.aborted) return reply;
    await world.clock.wait(limits.backoffMs * 2 ** (attempt - 1), world.signal);
  }
}

export function refused(what: string): Reply {
  return { ok: false, fault: fault('erp-refused', {}, { erp: 'Odoo', what }), done: 'no' };
}

export function denied(what: string): Reply {
  return { ok: false, fault: fault('erp-denied', {}, { erp: 'Odoo', what }), done: 'no' };
}

/** The host answered, but not in a way that tells what it did. */
export function unknown(what: string): Reply {
  return { ok: false, fault: fault('erp-unexpected', {}, { erp: 'Odoo', what }), done: 'unknown' };
}

/** A gateway's 502, 503, 504 and Odoo's 429: worth another try, but a write may have gone through. */
export function busy(): Reply {
  return { ok: false, fault: fault('erp-busy', {}, { erp: 'Odoo' }), done: 'unknown' };
}

class AnswerTooLarge extends Error {}

async function bounded(response: Response, bytesMax: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > bytesMax) throw new AnswerTooLarge(`an answer of more than ${bytesMax} bytes`);
    parts.push(part);
  }
  return parts.length === 1 ? parts[0]! : concatenated(parts, size);
}

function concatenated(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Connection refused, name unknown, certificate refused: no byte of the request left. */
const NOT_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS)/;

function notSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return NOT_SENT.test(code);
}
