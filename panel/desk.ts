// The program's desk: the ports filled with the store, the readers and the connectors that this machine runs.
import { randomUUID } from 'node:crypto';
import { type Opened, openStore } from '../db/open.ts';
import { type Fault, isFault } from '../sync/fault/index.ts';
import type { Desk } from '../sync/job/desk.ts';
import { IndexShelf } from '../sync/job/index-shelf.ts';
import type { Day } from '../sync/model/day.ts';
import type { Log } from '../sync/port/log.ts';
import { bankThread } from './bank-thread.ts';
import { clockOf } from './clock.ts';
import type { Config } from './config.ts';
import { erpsOf } from './erps.ts';
import { deskFiles } from './files.ts';
import { fonts } from './fonts.ts';

export type OpenDesk = {
  desk: Desk;
  /** Names the database for the queue. */
  url: string;
  /** Tells a second program, which is refused the same data, where this one serves. */
  announce: Opened['announce'];
  /** Stops the reading thread, then the store. */
  close(): Promise<void>;
};

/**
 * Opens the store that the configuration names and puts the desk around it. `today` fixes the calendar for a demonstration;
 * `beside` works on the data of a program that runs.
 */
export async function openDesk(
  { databaseUrl, data, erpAccess }: Pick<Config, 'databaseUrl' | 'data' | 'erpAccess'>,
  log: Log,
  { today = null, beside = false }: { today?: Day | null; beside?: boolean } = {},
): Promise<OpenDesk | Fault> {
  const opened = await openStore(databaseUrl === null ? { dataDir: data, log, beside } : { url: databaseUrl, log });
  if (isFault(opened)) return opened;
  const thread = bankThread();
  const clock = clockOf(today);
  const closing = new AbortController();
  const desk: Desk = {
    store: opened.store,
    clock,
    log,
    files: deskFiles(thread.readBank, fonts),
    erps: erpsOf({ erpAccess }, { clock, log, signal: closing.signal }),
    indexes: new IndexShelf(),
    newId: () => randomUUID(),
  };
  const close = async () => {
    closing.abort();
    await thread.close();
    await opened.close();
  };
  return { desk, url: opened.url, announce: opened.announce, close };
}
