// The stream of what others do: rows that were decided elsewhere change in sight, the one under the cursor says so and waits.
import { batch } from '@preact/signals';
import type { News } from '../../sync/port/news.ts';
import type { QueueRow } from '../../sync/port/view.ts';
import { refreshAccounts } from './accounts/state.ts';
import { client } from './client.ts';
import { tell } from './lane.ts';
import { forget } from './queue/detail.ts';
import * as queue from './queue/state.ts';
import { screen } from './shell/route.ts';
import { words } from './words/index.ts';

const AGAIN_MS = [1_000, 2_000, 5_000, 15_000];

/** What was decided elsewhere on the line under the cursor: shown once the cursor leaves it. */
let waiting: QueueRow | null = null;

/** Follows the stream for as long as the page lives; asks again from the last event that was seen. */
export async function followOthers(): Promise<never> {
  let last: string | null = null;
  let failures = 0;
  queue.cursor.subscribe(() => {
    const row = waiting;
    waiting = null;
    if (row) queue.freshen(row);
  });
  for (;;) {
    const body = await client.events(last);
    try {
      if (!body) throw new Error('no stream');
      for await (const { event, id, data } of eventsOf(body)) {
        failures = 0;
        last = id;
        if (event === 'news') take(JSON.parse(data) as News & { imported: boolean });
      }
    } catch {
      failures += 1;
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS[Math.min(failures, AGAIN_MS.length) - 1] ?? 100));
  }
}

function take(news: News & { imported: boolean }): void {
  const authors = new Map(news.decided.map((it) => [it.lineId, it.by]));
  const known = new Set(queue.walk.peek().map((row) => row.lineId));
  batch(() => {
    // Counts of this browser's own unsent decisions are ahead of the server's: its next answer brings both together.
    const sending = [...queue.overlays.peek().values()].some((it) => it.phase === 'sending');
    if (!sending && news.counters.length > 0) queue.counters.value = news.counters;
    for (const row of news.rows) if (known.has(row.lineId)) show(row, authors.get(row.lineId) ?? '');
    const touched = new Set(news.rows.map((row) => row.lineId));
    forget((detail) => touched.has(detail.line.id) && detail.line.id !== queue.cursor.peek());
  });
  if (news.imported) void queue.refreshCounters();
  if (news.letters.length > 0) takeLetters(news.letters);
}

/** Accounts change under others' letters; one that the ERP did not take is said, with why. */
function takeLetters(letters: News['letters']): void {
  if (screen.name.peek() === 'accounts') void refreshAccounts();
  for (const { action, by, comment } of letters) {
    if (action !== 'undo' || by !== 'night' || comment === null) continue;
    const closed: Readonly<Record<string, string>> = words.peek().settings.erp.closed;
    const text = words.peek().lane.letterBack(closed[comment] ?? comment);
    tell({ tone: 'refused', text, job: null, lineId: null });
  }
}

function show(row: QueueRow, by: string): void {
  const overlay = queue.overlays.peek().get(row.lineId);
  if (overlay?.phase === 'sending') return;
  const own = queue.walk.peek().find((it) => it.lineId === row.lineId);
  if (!own || JSON.stringify(queue.rowNow(own)) === JSON.stringify(row)) return;
  const isHere = queue.cursor.peek() === row.lineId;
  if (isHere && row.state !== 'open' && !queue.decidedNow(own)) {
    waiting = row;
    tell({ tone: 'info', text: words.peek().lane.elsewhere(by), job: null, lineId: null });
    return;
  }
  queue.freshen(row);
}

type StreamEvent = { event: string; id: string | null; data: string };

/** The events of a stream, as the WHATWG standard frames them: fields by line, an empty line ends an event. */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let own: StreamEvent = { event: 'message', id: null, data: '' };
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    text += decoder.decode(value, { stream: true });
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines.map((it) => it.replace(/\r$/, ''))) {
      if (line === '') {
        yield own;
        own = { event: 'message', id: own.id, data: '' };
        continue;
      }
      const [, name, said = ''] = /^(event|id|data):? ?(.*)$/.exec(line) ?? [];
      if (name === 'data') own.data += own.data === '' ? said : `\n${said}`;
      else if (name === 'event') own.event = said;
      else if (name === 'id') own.id = said;
    }
  }
}
