// The panel's own way in beside an ERP: name and password are the ERP's, and it is asked for both; the session is a cookie.
import { createHash, randomBytes } from 'node:crypto';
import { accessMark, type Person, signIn } from '../connector/erp/odoo/sign-in.ts';
import { fault, isFault } from '../sync/fault/index.ts';
import type { Desk } from '../sync/job/desk.ts';
import type { World } from '../sync/port/erp.ts';
import type { SignIn, User } from './api/context.ts';
import { DEMO } from './api/guard.ts';
import type { Config } from './config.ts';
import type { Numbers } from './host-page.ts';
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
  const access = () => ({
    url: config.erpAccess.url ?? '',
    database: config.erpAccess.db ?? '',
    user: config.erpAccess.user ?? '',
    key: config.erpAccess.key ?? '',
  });
  const place = () => `${access().url} ${access().database}`;

  const open: SignIn['open'] = async (login, password, address) => {
    if (config.erp !== 'odoo' || config.erpAccess.url === null) return fault('unpaired');
    const wait = limit.begin(login, address);
    if (wait > 0) return fault('sign-in-too-often', {}, { minutes: Math.ceil(wait / 60) });
    const person = await ask.signIn({ ...access(), user: login, key: password }, world);
    if (isFault(person)) return person;
    limit.passed(login, address);
    const companies = await companiesOf(desk, person, numberOf);
    if (companies.length === 0) return fault('company-elsewhere', {}, { company: person.companies[0] ?? 0 });
    const mark = await ask.accessMark(access(), person.id, world);
    if (isFault(mark)) return mark;
    if (mark === null) return fault('user-revoked');
    const { id, name, role, language, zone } = person;
    const user: User = { id: `odoo-${id}`, name, role, companies, language, zone };
    const token = randomBytes(32).toString('base64url');
    const times = { until: now() + SESSION_SECONDS, checked: now() };
    for (const oldest of kept.keys()) {
      if (kept.size < SESSIONS_MAX) break;
      kept.delete(oldest);
    }
    kept.set(digest(token), { user, id, mark, at: place(), ...times });
    return { token, seconds: SESSION_SECONDS };
  };

  const session: SignIn['session'] = async (token) => {
    const key = digest(token);
    const it = kept.get(key);
    if (!it) return null;
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
    isOffered: () => config.erp === 'odoo' && config.erpAccess.url !== null,
    open,
    session,
    end: (token) => void kept.delete(digest(token)),
    endOf(subs) {
      for (const [key, { id }] of kept) if (subs.includes(String(id))) kept.delete(key);
    },
  };
}

/** Those of the person's that are kept here, in their order. */
async function companiesOf(desk: Desk, { companies }: Person, numberOf: Numbers): Promise<string[]> {
  const kept = new Map<number, string>();
  for (const { id } of await desk.store.companies()) {
    const number = id === DEMO ? null : numberOf(id, companies);
    if (number !== null) kept.set(number, id);
  }
  return companies.flatMap((it) => kept.get(it) ?? []);
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
