// The panel's own way in beside an ERP: name and password are the ERP's, and it is asked for both; the session is a cookie.
import { createHash, randomBytes } from 'node:crypto';
import { accessMark, type Person, signIn } from '../connector/erp/odoo/sign-in.ts';
import { fault, isFault } from '../sync/fault/index.ts';
import type { Desk } from '../sync/job/desk.ts';
import type { World } from '../sync/port/erp.ts';
import type { SignIn, User } from './api/context.ts';
import type { Config } from './config.ts';
import { companiesByNumber, type Numbers } from './host-page.ts';
import { tryLimit } from './try-limit.ts';

/** A working day. */
const SESSION_SECONDS = 12 * 3600;
/** So often the ERP is asked whether the person may still come in; where it does not answer, a minute later again. */
const CHECK_SECONDS = 300;
const AGAIN_SECONDS = 60;
const SESSIONS_MAX = 1_000;

type Session = { user: User; id: number; mark: string; at: string; until: number; checked: number };

/** `ask` is put in the ERP's place by tests. */
export type Asked = { signIn: typeof signIn; accessMark: typeof accessMark };

/**
 * Sessions of this process, by the hash of their token: a restart, a sign-out, a change of groups in the ERP or another ERP
 * ends them. `endOf`: the ERP says whose access ended.
 */
export function ownSessions(
  desk: Desk,
  config: Pick<Config, 'erp' | 'erpAccess'>,
  numberOf: Numbers,
  ask: Asked = { signIn, accessMark },
): SignIn & { endOf(subs: readonly string[]): void } {
  const kept = new Map<string, Session>();
  const now = () => Math.floor(Date.parse(desk.clock.now()) / 1000);
  const limit = tryLimit(now);
  const world: World = { fetch, clock: desk.clock, log: desk.log, signal: new AbortController().signal };
  const access = () => credentialsOf(config.erpAccess);
  const place = () => `${access().url} ${access().database}`;
  const isOffered = () => config.erp === 'odoo' && config.erpAccess.url !== null;

  const open: SignIn['open'] = async (login, password, address) => {
    if (!isOffered()) return fault('unpaired');
    const wait = limit.begin(login, address);
    if (wait > 0) return fault('sign-in-too-often', {}, { minutes: Math.ceil(wait / 60) });
    const person = await ask.signIn({ ...access(), user: login, key: password }, world);
    if (isFault(person)) return person;
    limit.passed(login, address);
    const companies = await keptOf(desk, person, numberOf);
    if (companies.length === 0) return fault('company-elsewhere', {}, { company: person.companies[0] ?? 0 });
    const mark = (await ask.accessMark(access(), person.id, world)) ?? fault('user-revoked');
    if (isFault(mark)) return mark;
    const token = randomBytes(32).toString('base64url');
    const times = { until: now() + SESSION_SECONDS, checked: now() };
    makeRoom(kept);
    kept.set(digest(token), { user: userOf(person, companies), id: person.id, mark, at: place(), ...times });
    return { token, seconds: SESSION_SECONDS };
  };

  const session: SignIn['session'] = async (token) => {
    const key = digest(token);
    const it = kept.get(key);
    if (it === undefined) return null;
    if (it.until <= now() || it.at !== place()) kept.delete(key);
    else if (it.checked + CHECK_SECONDS <= now()) await check(key, it);
    return kept.has(key) ? it.user : null;
  };

  /** What the ERP cannot say now stays as it was: people go on working while it is away. */
  const check = async (key: string, it: Session): Promise<void> => {
    // Requests that come meanwhile go on with what is known.
    it.checked = now();
    const mark = await ask.accessMark(access(), it.id, world);
    if (isFault(mark)) it.checked = now() - CHECK_SECONDS + AGAIN_SECONDS;
    else if (mark !== it.mark) kept.delete(key);
  };

  return {
    isOffered,
    open,
    session,
    end: (token) => void kept.delete(digest(token)),
    endOf(subs) {
      for (const [key, { id }] of kept) if (subs.includes(String(id))) kept.delete(key);
    },
  };
}

/** Those of the person's companies that are kept here, in their order. */
async function keptOf(desk: Desk, { companies }: Person, numberOf: Numbers): Promise<string[]> {
  const known = await companiesByNumber(desk, numberOf, companies);
  return companies.flatMap((it) => known.get(it) ?? []);
}

function userOf({ id, name, role, language, zone }: Person, companies: readonly string[]): User {
  return { id: `odoo-${id}`, name, role, companies, language, zone };
}

/** The oldest go first. */
function makeRoom(kept: Map<string, Session>): void {
  for (const oldest of kept.keys()) {
    if (kept.size < SESSIONS_MAX) return;
    kept.delete(oldest);
  }
}

function credentialsOf({ url, db, user, key }: Config['erpAccess']) {
  return { url: url ?? '', database: db ?? '', user: user ?? '', key: key ?? '' };
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
