// Figures for Prometheus: requests by status and time. For this machine, or with a session token.
import type { Context, MiddlewareHandler } from 'hono';
import { fault } from '../../sync/fault/index.ts';
import type { Env } from './context.ts';
import { answerFault } from './fault.ts';
import { userOf } from './guard.ts';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

const requests = new Map<number, { count: number; seconds: number }>();

/** Counts a request by the status of its answer. */
export const counted: MiddlewareHandler<Env> = async (c, next) => {
  const started = performance.now();
  await next();
  const at = requests.get(c.res.status) ?? { count: 0, seconds: 0 };
  requests.set(c.res.status, { count: at.count + 1, seconds: at.seconds + (performance.now() - started) / 1000 });
};

/** Prometheus' text format. */
export async function metrics(c: Context<Env>): Promise<Response> {
  const isHere = LOOPBACK.test(c.var.parts.remoteAddress(c) ?? '');
  if (!isHere && !(await userOf(c))) return answerFault(c, fault('session-missing'));
  const rows = [...requests].sort(([a], [b]) => a - b);
  const lines = [
    '# HELP lettrage_requests_total HTTP requests by status.',
    '# TYPE lettrage_requests_total counter',
    ...rows.map(([status, { count }]) => `lettrage_requests_total{status="${status}"} ${count}`),
    '# HELP lettrage_request_seconds_total Time spent answering, by status.',
    '# TYPE lettrage_request_seconds_total counter',
    ...rows.map(([status, { seconds }]) => `lettrage_request_seconds_total{status="${status}"} ${seconds.toFixed(6)}`),
  ];
  return c.text(`${lines.join('\n')}\n`);
}
