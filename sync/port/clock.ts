// The only way to the time.
import type { Day } from '../model/day.ts';

export type Clock = {
  /** The instant, as ISO 8601 in UTC. */
  now(): string;
  /** Today in an IANA time zone ('Europe/Paris'). */
  today(zone: string): Day;
  /** Resolves after that many milliseconds, or at once when the signal aborts. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
};
