// What a database error means to the outside: a fault that says whether trying again helps, or a bug of ours.
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { type Fault, type FaultCode, fault, isFault, says } from '../sync/fault/index.ts';

/** A fault that travels as an error through code that has no use for it; `isFault` recognises it. */
export class StoreFault extends Error implements Fault {
  readonly code: Fault['code'];
  readonly place: Fault['place'];
  readonly params: Fault['params'];
  readonly retry: boolean;

  constructor(it: Fault, cause?: unknown) {
    super(says(it, 'en'), { cause });
    this.name = 'StoreFault';
    this.code = it.code;
    this.place = it.place;
    this.params = it.params;
    this.retry = it.retry;
  }
}

/** absent: no server there. busy: starting, stopping or full of sessions. lost: the connection broke. late: a lock or time limit. */
export type Failure = 'absent' | 'busy' | 'lost' | 'late' | 'full' | 'ours';

const ABSENT = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const LOST = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
]);

/** SQLSTATE codes (PostgreSQL manual, appendix A) and their meaning to us. */
const STATES: Readonly<Record<string, Failure>> = {
  '57P03': 'busy',
  '53300': 'busy',
  '57P01': 'lost',
  '57P02': 'lost',
  '57P05': 'lost',
  '25P03': 'lost',
  '57014': 'late',
  '55P03': 'late',
  '40P01': 'late',
  '40001': 'late',
  '53100': 'full',
};

/** Classifies an error of the driver; everything that is no failure of the surroundings is 'ours'. */
export function classOf(error: unknown): Failure {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return 'ours';
  const known = STATES[cause.code];
  if (known) return known;
  if (cause.code.startsWith('08')) return 'lost';
  if (LOST.has(cause.code)) return 'lost';
  // ENOENT of a file is not ours to translate; only that of a socket.
  return ABSENT.has(cause.code) && 'syscall' in cause && cause.syscall !== 'open' ? 'absent' : 'ours';
}

const CODES = {
  absent: 'store-unreachable',
  busy: 'store-unreachable',
  lost: 'store-unreachable',
  late: 'store-busy',
  full: 'store-full',
} as const satisfies Record<Exclude<Failure, 'ours'>, FaultCode>;

/**
 * The error as a fault where the surroundings failed; any other error as the server said it. Drizzle's wrapping is taken
 * off: it repeats every parameter of the statement in its message, and a bulk write has megabytes of customers' data there.
 */
export function translated(error: unknown): unknown {
  if (isFault(error)) return error;
  const cause = error instanceof DrizzleQueryError ? (error.cause ?? error) : error;
  const failure = classOf(cause);
  return failure === 'ours' ? cause : new StoreFault(fault(CODES[failure]), cause);
}

/** A failure of the surroundings as the value that a caller gets; null when the error is ours, to be thrown on as it is. */
export function failureOf(error: unknown): Fault | null {
  const failure = translated(error);
  return isFault(failure) ? plain(failure) : null;
}

/** A failure of the data directory as a fault; null when the error is ours. */
export function directoryFault(error: unknown, dir: string): Fault | null {
  if (error instanceof StoreFault) return plain(error);
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return fault('data-denied', {}, { dir });
  return code === 'ENOSPC' ? fault('store-full') : null;
}

/** The value in an error that is a fault. */
export function plain({ code, place, params }: Fault): Fault {
  return fault(code, place, params);
}
