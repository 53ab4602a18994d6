// Sessions that begin in the ERP's page: hand-over tokens are exchanged once, sessions end after minutes, revoked users at once.
import { sign, verify } from 'hono/jwt';
import { z } from 'zod';
import { type Fault, fault, isFault } from '../sync/fault/index.ts';
import type { Desk } from '../sync/job/desk.ts';
import { type Entered, type HostPage, ROLES, type Sessions, type User } from './api/context.ts';
import { DEMO } from './api/guard.ts';
import { type HandOver, readHandOver, readRevocation } from './api/hand-over.ts';
import type { Agreed, Pairings } from './pairing.ts';

/** Renewed by a new token from the ERP's page, which gives none to whom it no longer knows. */
const SESSION_SECONDS = 300;

const CLAIMS = z.object({
  use: z.literal('panel'),
  sub: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  companies: z.array(z.string()).min(1),
  lang: z.enum(['fr', 'en']),
  tz: z.string().nullable(),
  iat: z.number(),
  exp: z.number(),
});

/** The numbers that companies have in the ERP: of one that carries none, the only one that is paired. */
export type Numbers = (companyId: string, paired: readonly number[]) => number | null;

/**
 * Sessions are signed, not stored: every process of this program knows them. Of revocations a process knows those that it was
 * told; elsewhere a session ends within its five minutes. `onRevoked` hears of them too.
 */
export function hostPage(
  desk: Desk,
  pairings: Pick<Pairings, 'current'>,
  numberOf: Numbers,
  onRevoked: (subs: readonly string[]) => void = () => {},
): { host: HostPage; sessions: Sessions } {
  /** By user: the second by the ERP's clock, which its tokens carry, and by ours, which sessions carry. */
  const revoked = new Map<string, { said: number; heard: number }>();
  const now = () => Math.floor(Date.parse(desk.clock.now()) / 1000);

  const companiesOf = async ({ cid, cids }: HandOver, { companies }: Agreed): Promise<string[] | Fault> => {
    const kept = await companiesByNumber(desk, numberOf, companies);
    const front = kept.get(cid);
    // Money of one company is never shown to somebody who looks at another: no other one steps in.
    if (front === undefined) return fault('company-elsewhere', {}, { company: cid });
    const beside = cids.flatMap((it) => kept.get(it) ?? []).filter((it) => it !== front);
    return [front, ...beside];
  };

  const enter = async (token: string): Promise<Entered | Fault> => {
    const agreed = pairings.current();
    if (!agreed) return fault('unpaired');
    const given = await readHandOver(token, agreed, now());
    if (isFault(given)) return given;
    if (given.iat <= (revoked.get(given.sub)?.said ?? 0)) return fault('user-revoked');
    const companies = await companiesOf(given, agreed);
    if (isFault(companies)) return companies;
    if (!(await isFirst(desk, companies[0] ?? '', given.jti))) return fault('hand-over-used');
    const language = given.lang.startsWith('fr') ? 'fr' : 'en';
    const { sub, name, role, tz } = given;
    const iat = now();
    const claims = { use: 'panel', sub, name, role, companies, lang: language, tz, iat, exp: iat + SESSION_SECONDS };
    return { token: await sign(claims, agreed.secret, 'HS256'), seconds: SESSION_SECONDS, language, zone: tz };
  };

  const revoke = async (token: string): Promise<Fault | null> => {
    const agreed = pairings.current();
    if (!agreed) return fault('unpaired');
    const given = await readRevocation(token, agreed, now());
    if (isFault(given)) return given;
    onRevoked(given.subs);
    for (const sub of given.subs) revoked.set(sub, { said: given.iat, heard: now() });
    return null;
  };

  const sessions: Sessions = async (token) => {
    const agreed = pairings.current();
    if (!agreed) return null;
    const options = { alg: 'HS256', exp: false, iat: false, nbf: false } as const;
    const parsed = CLAIMS.safeParse(await verify(token, agreed.secret, options).catch(() => null));
    if (!parsed.success || parsed.data.exp <= now()) return null;
    const it = parsed.data;
    return it.iat <= (revoked.get(it.sub)?.heard ?? 0) ? null : userOf(it);
  };

  return { host: { origin: () => pairings.current()?.origin ?? null, enter, revoke }, sessions };
}

/** The companies that are kept here, by the numbers that they have in the ERP. */
export async function companiesByNumber(
  desk: Desk,
  numberOf: Numbers,
  paired: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const kept = new Map<number, string>();
  for (const { id } of await desk.store.companies()) {
    const number = id === DEMO ? null : numberOf(id, paired);
    if (number !== null) kept.set(number, id);
  }
  return kept;
}

function userOf({ sub, name, role, companies, lang, tz }: z.infer<typeof CLAIMS>): User {
  return { id: `odoo-${sub}`, name, role, companies, language: lang, zone: tz };
}

/** The token's number is kept beside answers that were given, so that no process of this program takes it twice. */
function isFirst(desk: Desk, company: string, jti: string): Promise<boolean> {
  return desk.store.within(company, async (tx) => {
    if ((await tx.idempotency.find('hand-over', jti, '')) !== null) return false;
    await tx.idempotency.put('hand-over', jti, '', {});
    return true;
  });
}

/** The first of several kinds of sessions that knows the token. */
export function anyOf(...kinds: readonly Sessions[]): Sessions {
  return async (token) => {
    for (const kind of kinds) {
      const user = await kind(token);
      if (user) return user;
    }
    return null;
  };
}
