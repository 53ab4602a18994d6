// Faults as HTTP: a status for each code, words in the reader's language, and nothing of ours that an outsider should see.
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Fault, type FaultCode, fault, isFault, placeText, says } from '../../sync/fault/index.ts';
import type { FaultView } from '../../sync/port/view.ts';
import type { Env } from './context.ts';
import { STATUS } from './status-table.ts';

/** Thrown by a route: answered with the fault's status and words. */
export class Refused extends Error {
  readonly fault: Fault;

  constructor(it: Fault) {
    super(it.code);
    this.fault = it;
  }
}

/** The value, or the end of the request with this fault. */
export function orRefuse<T>(value: T | Fault): T {
  if (isFault(value)) throw new Refused(value);
  return value;
}

export function refuse(code: FaultCode, params: Fault['params'] = {}): never {
  throw new Refused(fault(code, {}, params));
}

/** A fault in the words of whoever asked. */
export function faultView(c: Context<Env>, it: Fault): FaultView {
  const { language, requestId } = c.var;
  const view = { code: it.code, says: says(it, language), where: placeText(it.place, language), request: requestId };
  const { account } = it.params;
  return it.code === 'statement-account-unknown' && typeof account === 'string' ? { ...view, account } : view;
}

/** The last word on anything that a route threw: known faults in words, our own errors logged and hidden behind their id. */
export function answerError(error: Error, c: Context<Env>): Response {
  const it =
    error instanceof Refused ? error.fault : isFault(error) ? fault(error.code, error.place, error.params) : null;
  if (it) return answerFault(c, it);
  const { parts, requestId } = c.var;
  const facts = { request: requestId, method: c.req.method, path: c.req.path, error: error.stack ?? error.message };
  parts.desk.log.error('request failed', facts);
  return answerFault(c, fault('internal', {}, { request: requestId }));
}

export function answerFault(c: Context<Env>, it: Fault): Response {
  const status: ContentfulStatusCode = STATUS[it.code];
  if (it.retry) c.header('Retry-After', '2');
  return c.json({ fault: faultView(c, it) }, status);
}
