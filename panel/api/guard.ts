// What stands before every route: whose page asks, who asks, whether they may, and how long it may take.
import type { Context, MiddlewareHandler } from 'hono';
import { fault, type Language } from '../../sync/fault/index.ts';
import type { Company } from '../../sync/model/company.ts';
import { type Env, type Parts, ROLES, type Role, type User } from './context.ts';
import { answerFault, refuse } from './fault.ts';
import { routeOf } from './route-table.ts';
import { keptSession } from './session-cookie.ts';

type Guard = MiddlewareHandler<Env>;

/** The demo company's id; a company of one's own goes before it. */
export const DEMO = 'demo';

const ANSWER_SECONDS_MAX = 30;
const IMPORT_SECONDS_MAX = 300;

/** Gives each request its parts, an id and a language. */
export function begin(parts: Parts): Guard {
  return async (c, next) => {
    c.set('parts', parts);
    c.set('requestId', parts.desk.newId());
    c.set('language', languageOf(c.req.header('accept-language')));
    c.header('X-Request-Id', c.var.requestId);
    await next();
  };
}

/**
 * Answers only to its own name and to pages of its own: a foreign page that points a name of its own at this address
 * (DNS rebinding) sends that name as Host, and every browser says which page a request comes from.
 */
export const ownPagesOnly: Guard = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  if (!isOwnHost(host, c.var.parts)) return answerFault(c, fault('origin-refused'));
  const origin = c.req.header('origin');
  if (origin !== undefined && !isOwnOrigin(origin, host, c.var.parts)) return answerFault(c, fault('origin-refused'));
  return next();
};

/** The bearer token of a session, for everything under /api but what is open to anyone. */
export const signedIn: Guard = async (c, next) => {
  if (routeOf(c.req.method, c.req.path)?.role === 'anyone') return next();
  const user = await userOf(c);
  if (!user) return answerFault(c, fault('session-missing'));
  c.set('user', user);
  return next();
};

/** Whose bearer token the request carries; one without is of the person who signed in with this browser, where it says so. */
export async function userOf(c: Context<Env>): Promise<User | null> {
  const given = c.req.header('authorization');
  if (given === undefined) return (await c.var.parts.signIn?.session(keptSession(c) ?? '')) ?? null;
  const token = /^Bearer (\S+)$/.exec(given)?.[1];
  return token === undefined ? null : await c.var.parts.sessions(token);
}

/** The route table decides: no row, no answer; a lower role than the row's, no answer. */
export const allowed: Guard = async (c, next) => {
  const route = routeOf(c.req.method, c.req.path);
  if (!route) return answerFault(c, fault('not-found'));
  if (route.role !== 'anyone' && !mayAct(c.var.user.role, route.role))
    return answerFault(c, fault('not-allowed', {}, { role: route.role }));
  return next();
};

export function mayAct(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** Whatever may change something carries a key, so that a repeated request has one effect. */
export const keyed: Guard = async (c, next) => {
  if (c.req.method !== 'GET' && !/^[\x21-\x7e]{8,200}$/.test(c.req.header('idempotency-key') ?? '')) {
    refuse('request-invalid', { what: 'Idempotency-Key' });
  }
  return next();
};

/** The company that the request is about: the one it names, else the one in front of the session, else the one opened last. */
export const inCompany: Guard = async (c, next) => {
  if (routeOf(c.req.method, c.req.path)?.role === 'anyone') return next();
  const companies = await c.var.parts.desk.store.companies();
  const { companies: own } = c.var.user;
  const named = c.req.header('lettrage-company') ?? own?.[0];
  if (own && (named === undefined || !own.includes(named))) return answerFault(c, fault('company-foreign'));
  const company = named === undefined ? currentCompany(companies) : companies.find((each) => each.id === named);
  if (!company) return answerFault(c, fault('not-found'));
  c.set('company', company);
  return next();
};

/** The company opened last, and the demo only while there is no other. */
export function currentCompany(companies: readonly Company[]): Company | undefined {
  return companies.filter((each) => each.id !== DEMO).at(-1) ?? companies[0];
}

/** Says so when an answer takes too long; the work itself is not cut, its transaction ends as it must. */
export const inTime: Guard = async (c, next) => {
  const isLong = readsLedgers(c.req.path) || (isUpload(c.req.path) && c.req.method === 'POST');
  const seconds = isLong ? IMPORT_SECONDS_MAX : ANSWER_SECONDS_MAX;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), seconds * 1000);
  });
  const outcome = await Promise.race([next().then(() => 'done' as const), late]);
  clearTimeout(timer);
  if (outcome === 'late') c.res = answerFault(c, fault('request-too-slow', {}, { seconds }));
};

/** A start day is told, and chosen, by reading the ledger's files anew: as long as their import. */
function readsLedgers(path: string): boolean {
  return path === '/api/start-day';
}

/** Routes that take files: larger and longer than others. */
export function isUpload(path: string): boolean {
  return path === '/api/advice' || path === '/api/imports' || path.startsWith('/api/imports/');
}

function languageOf(header: string | undefined): Language {
  const first = header?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'fr';
}

/** A name can be pointed anywhere by whoever owns it; an address and localhost cannot. */
function isOwnHost(host: string, { config }: Parts): boolean {
  const name = hostName(host);
  if (name === null) return false;
  if (name === 'localhost' || /^\d{1,3}(\.\d{1,3}){3}$/.test(name) || name.startsWith('[')) return true;
  return config.publicUrl !== null && new URL(config.publicUrl).host === host.toLowerCase();
}

function isOwnOrigin(origin: string, host: string, { config }: Parts): boolean {
  if (config.publicUrl !== null && origin === new URL(config.publicUrl).origin) return true;
  return origin === `http://${host}` || origin === `https://${host}`;
}

function hostName(host: string): string | null {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return null;
  }
}
