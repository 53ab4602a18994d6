// The token of a start: random, never stored, compared without telling by its time how much of it was right.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Sessions, User } from './api/context.ts';

/** A new token and the sessions that know it, for the one person at this machine. */
export function newSession(user: User): { token: string; sessions: Sessions } {
  const token = randomBytes(32).toString('base64url');
  return { token, sessions: sessionOf(token, user) };
}

/** Sessions that know one token. */
export function sessionOf(token: string, user: User): Sessions {
  const expected = digest(token);
  return (given) => (timingSafeEqual(digest(given), expected) ? user : null);
}

/** Of one length whatever comes in, as the comparison wants it. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
