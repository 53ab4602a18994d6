// The program's desk: the ports filled with the store, the readers and the connectors that this machine runs.
import { randomUUID } from 'node:crypto';
import { type Opened, openStore } from '../db/open.ts';
import { type Fault, isFault } from '../sync/fault/index.ts';
import type { Desk } from '../sync/job/desk.ts';
import type { Day } from '../sync/model/day.ts';
import type { Log } from '../sync/port/log.ts';
import { bankThread } from './bank-thread.ts';
import { clockOf } from './clock.ts';
import type { Config } from './config.ts';
import { deskFiles } from './files.ts';
import { fonts } from './fonts.ts';

export type OpenDesk = {
  desk: Desk;
  /** Tells a second program, which is refused the same data, where this one serves. */
  announce: Opened['announce'];
  /** Stops the reading thread, then the store. */
  close(): Promise<void>;
};

/** Opens the store that the configuration names and puts the desk around it. `today` fixes the calendar for a demonstration. */
export async function openDesk(
  { databaseUrl, data }: Pick<Config, 'databaseUrl' | 'data'>,
  log: Log,
  today: Day | null = null,
): Promise<OpenDesk | Fault> {
  const opened = await openStore(databaseUrl === null ? { dataDir: data, log } : { url: databaseUrl, log });
  if (isFault(opened)) return opened;
  const thread = bankThread();
  const desk: Desk = {
    store: opened.store,
    clock: clockOf(today),
    log,
    files: deskFiles(thread.readBank, fonts),
    newId: () => randomUUID(),
  };
  const close = async () => {
    await thread.close();
    await opened.close();
  };
  return { desk, announce: opened.announce, close };
}
