// The program's HTTP side: every route mounted behind the guards that each request passes.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { fault } from '../sync/fault/index.ts';
import { accounts } from './api/accounts.ts';
import { advice } from './api/advice.ts';
import { aging } from './api/aging.ts';
import { agreements } from './api/agreements.ts';
import { bankAccounts } from './api/bank-accounts.ts';
import { claims } from './api/claims.ts';
import type { Env, HostPage, Parts } from './api/context.ts';
import { customers } from './api/customers.ts';
import { decisions } from './api/decisions.ts';
import { erpPlace } from './api/erp-place.ts';
import { events } from './api/events.ts';
import { exports } from './api/exports.ts';
import { answerError, answerFault } from './api/fault.ts';
import { allowed, begin, inCompany, inTime, isUpload, keyed, ownPagesOnly, signedIn } from './api/guard.ts';
import { host } from './api/host.ts';
import { imports } from './api/imports.ts';
import { items } from './api/items.ts';
import { ledgerAccounts } from './api/ledger-accounts.ts';
import { lines } from './api/lines.ts';
import { memory } from './api/memory.ts';
import { counted, metrics } from './api/metrics.ts';
import { erp, night } from './api/night.ts';
import { openapi } from './api/openapi.ts';
import { queue } from './api/queue.ts';
import { reports } from './api/reports.ts';
import { rules } from './api/rules.ts';
import { session } from './api/session.ts';
import { startDay } from './api/start-day.ts';
import { statements } from './api/statements.ts';
import { trust } from './api/trust.ts';

const JSON_BYTES_MAX = 1024 * 1024;
const ADVICE_BYTES_MAX = 20 * 1024 * 1024;
const UPLOAD_BYTES_MAX = 512 * 1024 * 1024;

/** Every route by its noun; the panel's client takes its types from here. */
const api = new Hono<Env>()
  .route('/session', session)
  .route('/host', host)
  .route('/openapi.json', openapi)
  .route('/events', events)
  .route('/advice', advice)
  .route('/queue', queue)
  .route('/lines', lines)
  .route('/decisions', decisions)
  .route('/night', night)
  .route('/erp', erp)
  .route('/erp', erpPlace)
  .route('/items', items)
  .route('/accounts', accounts)
  .route('/claims', claims)
  .route('/ledger-accounts', ledgerAccounts)
  .route('/aging', aging)
  .route('/customers', customers)
  .route('/reports', reports)
  .route('/imports', imports)
  .route('/start-day', startDay)
  .route('/statements', statements)
  .route('/export', exports)
  .route('/bank-accounts', bankAccounts)
  .route('/trust', trust)
  .route('/memory', memory)
  .route('/agreements', agreements)
  .route('/rules', rules);

/** The whole application but for the panel's files, which the platform serves. */
export function createApp(parts: Parts) {
  const app = new Hono<Env>();
  app.onError(answerError);
  app.notFound((c) => answerFault(c, fault('not-found')));
  app.use(begin(parts), counted, headers(parts.host), ownPagesOnly);
  app.get('/health', async (c) => {
    const wrong = await parts.ready();
    return wrong ? answerFault(c, wrong) : c.json({ status: 'ok' as const });
  });
  app.get('/metrics', metrics);
  app.use('/api/*', inTime, signedIn, allowed, keyed);
  app.use('/api/imports/*', limit(UPLOAD_BYTES_MAX, '512 Mo'));
  app.use('/api/advice', limit(ADVICE_BYTES_MAX, '20 Mo'));
  app.use('/api/*', (c, next) => (isUpload(c.req.path) ? next() : limit(JSON_BYTES_MAX, '1 Mo')(c, next)));
  app.use('/api/*', inCompany);
  return app.route('/api', api);
}

export type App = ReturnType<typeof createApp>;

function limit(maxSize: number, words: string) {
  return bodyLimit({ maxSize, onError: (c) => answerFault(c, fault('request-too-large', {}, { limit: words })) });
}

/** Only our own scripts and styles run, only the ERP may show us in a frame, and no browser guesses what a file is. */
function headers(host: HostPage) {
  return secureHeaders({
    xFrameOptions: false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'self'", () => host.origin() ?? ''],
    },
    referrerPolicy: 'no-referrer',
    crossOriginResourcePolicy: 'same-origin',
    strictTransportSecurity: false,
  });
}
