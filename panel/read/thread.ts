// The thread that parses: it gets a path, never bytes, and sends events, so that a hostile file can only hang itself.
import { parentPort } from 'node:worker_threads';
import { readBankFile } from '../../connector/bank/index.ts';
import { type Fault, isFault } from '../../sync/fault/index.ts';
import type { TableChoice } from '../../sync/model/table.ts';
import type { ReadEvent, ReadLimits } from '../../sync/port/reader.ts';
import { sourcesAt } from './source.ts';

export type Order = { path: string; limits: ReadLimits; choice: TableChoice | null };

/** `file` starts one file (the path, or a member of the archive there), its events follow; `done` ends the order. */
export type Message = { kind: 'file'; file: string } | { kind: 'event'; event: ReadEvent } | { kind: 'done' };

parentPort?.on('message', async (order: Order) => {
  for await (const message of messagesOf(order)) parentPort?.postMessage(message);
});

async function* messagesOf({ path, limits, choice }: Order): AsyncIterable<Message> {
  const sources = await sourcesAt(path, limits);
  if (isFault(sources)) {
    yield* refusal(path, sources);
  } else {
    for (const source of sources) {
      yield { kind: 'file', file: source.file };
      for await (const event of readBankFile(source, limits, choice)) yield { kind: 'event', event };
    }
  }
  yield { kind: 'done' };
}

function* refusal(file: string, it: Fault): Iterable<Message> {
  yield { kind: 'file', file };
  yield { kind: 'event', event: { kind: 'refused', faults: [it] } };
}
