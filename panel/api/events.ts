// What others do, as it happens: one stream of server-sent events for each browser, with the decisions since the last one it saw.
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { News } from '../../sync/port/news.ts';
import { type Env, todayOf } from './context.ts';
import { maskedRows } from './mask.ts';

const EVERY_MS = 2_000;
/** A sign of life that keeps proxies from closing the stream. */
const BEAT_ROUNDS = 8;
/** After half a minute the browser asks again: a stream that nobody reads does not live for ever. */
const ROUNDS_MAX = 15;

/**
 * Each event's id is the number of the newest decision in it; a browser that comes back with it misses nothing. Asked of the
 * database, not of this process: what the night or another server decides is told as well.
 */
export const events = new Hono<Env>().get('/', (c) => {
  const { desk, closing } = c.var.parts;
  const company = c.var.company.id;
  const today = todayOf(c);
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    const signal = closing ? AbortSignal.any([closing, gone.signal]) : gone.signal;
    // Nought is a number like any other: it is what a browser has seen of a company where nothing was decided yet.
    const asked = c.req.header('last-event-id') ?? '';
    let at = /^\d{1,15}$/.test(asked) ? Number(asked) : null;
    let files: string | null = null;
    for (let round = 0; round < ROUNDS_MAX && !signal.aborted; round += 1) {
      const news: News = await desk.store.within(company, (tx) => tx.view.news(at, today));
      const isFirst = at === null;
      const imported = files !== null && news.files !== files;
      if (!isFirst && (news.decided.length + news.letters.length > 0 || imported)) {
        await stream.writeSSE({
          event: 'news',
          id: String(news.at),
          data: JSON.stringify({ ...news, rows: maskedRows(c, news.rows), imported }),
        });
      } else if (isFirst || round % BEAT_ROUNDS === 0) {
        await stream.writeSSE({ event: 'beat', id: String(news.at), data: '' });
      }
      at = news.at;
      files = news.files;
      await desk.clock.wait(EVERY_MS, signal);
    }
  });
});
