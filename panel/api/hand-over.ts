// The hand-over token of the ERP's page: signed by the shared secret, for one person, good for one session.
import { verify } from 'hono/jwt';
import { z } from 'zod';
import { type Fault, fault } from '../../sync/fault/index.ts';
import { ROLES } from './context.ts';

/** What was agreed on when ERP and panel were paired. */
export type Trusted = {
  /** Random, at least 256 bits, known to the two servers alone. */
  secret: string;
  /** The ERP's database, by a name that no other has; null where the secret was set by hand. */
  issuer: string | null;
  /** The panel's address, as the ERP knows it. */
  audience: string;
};

/** A token lives five minutes (docs/architecture.md, "Inside the ERP"); clocks may differ by one. */
const TOKEN_SECONDS_MAX = 300;
const CLOCKS_SECONDS_MAX = 60;

const stamped = {
  iss: z.string(),
  aud: z.string(),
  iat: z.number().int(),
  exp: z.number().int(),
  jti: z.string().min(16),
};
const number = z.number().int().positive();

/** The person as the ERP knows them: `cid` is the company in front, `cids` those ticked beside it. */
const session = z.object({
  ...stamped,
  use: z.literal('session'),
  sub: z.string().regex(/^\d{1,12}$/),
  name: z.string().min(1).max(200),
  cid: number,
  cids: z.array(number).min(1).max(100),
  role: z.enum(ROLES),
  lang: z.string().max(20),
  tz: z.string().max(60).nullable(),
});

/** Users whose access ended. */
const revocation = z.object({ ...stamped, use: z.literal('revoke'), subs: z.array(z.string()).min(1).max(1000) });

export type HandOver = z.infer<typeof session>;
export type Revocation = z.infer<typeof revocation>;

/** The claims of a token for a session. `now` in seconds since 1970. Says nothing of whether it was used before. */
export function readHandOver(token: string, trusted: Trusted, now: number): Promise<HandOver | Fault> {
  return read(token, trusted, now, session);
}

export function readRevocation(token: string, trusted: Trusted, now: number): Promise<Revocation | Fault> {
  return read(token, trusted, now, revocation);
}

async function read<T extends z.ZodType<z.infer<z.ZodObject<typeof stamped>>>>(
  token: string,
  { secret, issuer, audience }: Trusted,
  now: number,
  shape: T,
): Promise<z.infer<T> | Fault> {
  // Times are looked at below, by the clock of this program and with what two clocks may differ by.
  const options = { alg: 'HS256', exp: false, iat: false, nbf: false } as const;
  const payload = await verify(token, secret, options).catch(() => null);
  const parsed = shape.safeParse(payload);
  if (!parsed.success) return fault('hand-over-invalid');
  const { iss, aud, iat, exp } = parsed.data;
  if ((issuer !== null && iss !== issuer) || aud !== audience) return fault('hand-over-elsewhere');
  const isTooLong = exp - iat > TOKEN_SECONDS_MAX;
  if (exp <= now || isTooLong || iat > now + CLOCKS_SECONDS_MAX) return fault('hand-over-expired');
  return parsed.data;
}
