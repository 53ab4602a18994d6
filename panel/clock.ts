// The machine's clock, and one that stands on a given day for a demonstration that looks the same every time.
import { type Day, parseDay } from '../sync/model/day.ts';
import type { Clock } from '../sync/port/clock.ts';

/** `today` fixes the calendar; instants go on. */
export function clockOf(today: Day | null = null): Clock {
  return {
    now: () => new Date().toISOString(),
    today: (zone) => today ?? dayIn(zone, new Date()),
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const timer = setTimeout(done, ms);
        signal?.addEventListener('abort', done, { once: true });
        function done() {
          clearTimeout(timer);
          signal?.removeEventListener('abort', done);
          resolve();
        }
      }),
  };
}

function dayIn(zone: string, instant: Date): Day {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const day = parseDay(parts.format(instant));
  if (day === null) throw new Error(`clock: the zone ${zone} gives no day`);
  return day;
}
