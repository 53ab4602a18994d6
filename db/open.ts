// Opens the store: the PostgreSQL that a URL names, else the embedded one of a data directory, brought to this schema.
import { type Fault, fault, isFault } from '../sync/fault/index.ts';
import type { Log } from '../sync/port/log.ts';
import type { Store } from '../sync/port/store.ts';
import { connect } from './connection.ts';
import { type EmbeddedOptions, startEmbedded, urlOfRunning } from './embedded.ts';
import { failureOf } from './failure.ts';
import { migrateDatabase, otherVersion } from './migrate.ts';
import { openPool } from './pool.ts';
import { storeOf } from './store/index.ts';

export type Opening = {
  /** A PostgreSQL 15 or later; absent: the embedded one in `dataDir`. */
  url?: string;
  dataDir?: string;
  log: Log;
  /** False gives up safety against power loss, for tests. */
  durable?: boolean;
  /** Works on the data of a program that runs, as its guest; it goes on meanwhile, and when it ends so does our database. */
  beside?: boolean;
};

const ATTEMPTS_MAX = 5;

export type Opened = {
  store: Store;
  /** Names the database for the queue, for backup and for tools. */
  url: string;
  /** Tells where this program serves, for a second one that is refused the same data directory. */
  announce(address: string): Promise<void>;
  /** Closes the pool, then stops the embedded server. */
  close(): Promise<void>;
};

/**
 * Opens and migrates. Faults: store-unreachable, data-in-use (not `beside`, which has data-in-use-older), data-newer,
 * data-other-major, database-too-old, database-role-missing, database-binaries-missing.
 */
export async function openStore({
  url,
  dataDir,
  log,
  durable = true,
  beside = false,
}: Opening): Promise<Opened | Fault> {
  if (url !== undefined) return openAt(url, () => migrateDatabase(url, placeIn(url)), nothing);
  if (dataDir === undefined) throw new Error('openStore needs a url or a data directory');
  for (let attempt = 1; ; attempt++) {
    const owned = await openEmbedded({ dataDir, log, durable });
    const opened = beside && isFault(owned) && owned.code === 'data-in-use' ? await openBeside(dataDir) : owned;
    // The server of a program that just ended may be taken over while it is going away: then everything begins again.
    if (!isFault(opened) || opened.code !== 'store-unreachable' || attempt === ATTEMPTS_MAX) return opened;
    log.warn('the embedded database went away while it was opened', { dir: dataDir, attempt });
  }
}

async function openEmbedded(options: EmbeddedOptions): Promise<Opened | Fault> {
  const embedded = await startEmbedded(options);
  if (isFault(embedded)) return embedded;
  const { url, stop } = embedded;
  const opened = await openAt(url, () => migrateDatabase(url, options.dataDir), stop);
  if (isFault(opened)) await stop();
  return isFault(opened) ? opened : { ...opened, announce: embedded.announce };
}

async function openBeside(dataDir: string): Promise<Opened | Fault> {
  const url = await urlOfRunning(dataDir);
  if (url === null) return fault('store-unreachable');
  return openAt(url, () => versionOfOther(url, dataDir), nothing);
}

async function versionOfOther(url: string, place: string): Promise<Fault | null> {
  const session = connect(url, { max: 1 });
  try {
    return await otherVersion(session, place);
  } finally {
    await session.end({ timeout: 5 });
  }
}

/** `ready` says what keeps us from the database, and brings it to this schema where that is ours to do. */
async function openAt(
  url: string,
  ready: () => Promise<Fault | null>,
  stop: () => Promise<void>,
): Promise<Opened | Fault> {
  try {
    const refused = await ready();
    if (refused) return refused;
  } catch (error) {
    const failure = failureOf(error);
    if (failure) return failure;
    throw error;
  }
  const store = storeOf(openPool(url));
  const close = async () => {
    await store.close();
    await stop();
  };
  return { store, url, announce: nothing, close };
}

async function nothing(): Promise<void> {}

/** The database without user and password. */
function placeIn(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
