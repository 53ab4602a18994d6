// A real PostgreSQL in a data directory: started by this program, or taken over where a program died without stopping it.
import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type Fault, fault, isFault, says } from '../sync/fault/index.ts';
import type { Log } from '../sync/port/log.ts';
import { withDatabase } from './connection.ts';
import { type Binaries, findBinaries } from './embedded/binaries.ts';
import type { Host } from './embedded/host.ts';
import { claim, type Owner } from './embedded/owner.ts';
import { type Server, serverPid } from './embedded/server.ts';
import { unixHost } from './embedded/unix.ts';
import { windowsHost } from './embedded/windows.ts';
import { directoryFault, translated } from './failure.ts';

export type Embedded = {
  /** The database `lettrage` of the embedded server. */
  url: string;
  /** Tells a second program that is refused where this one is found. */
  announce(address: string): Promise<void>;
  /** Stops the server; every session of ours has to be closed before. */
  stop(): Promise<void>;
};

/** `durable` false gives up safety against power loss for speed; for tests alone. */
export type EmbeddedOptions = { dataDir: string; log: Log; durable?: boolean };

const DATABASE = 'lettrage';
const START_MS_MAX = 120_000;
const RECOVERY_PAUSE_MS = 2_000;
/** How long the lock is left to the program that started the server: its next attempt is less than a second away. */
const GUEST_MS_MAX = 10_000;

/**
 * Creates the cluster when there is none, starts its server or adopts a running one, and owns it until `stop`.
 * Faults: database-binaries-missing; data-in-use when another program owns it; data-other-major when only a cluster of
 * another PostgreSQL stands there; data-denied when the directory is another user's; store-full.
 */
export async function startEmbedded({ dataDir, log, durable = true }: EmbeddedOptions): Promise<Embedded | Fault> {
  const binaries = await findBinaries();
  if (isFault(binaries)) return binaries;
  try {
    const host = await hostOf(dataDir, binaries, durable);
    const other = otherMajor(host, binaries.major);
    if (other) return fault('data-other-major', {}, { dir: host.home, found: other, known: binaries.major });
    await host.create();
    return await supervised(host, dataDir, log);
  } catch (error) {
    const known = directoryFault(error, dataDir);
    if (known) return known;
    throw error;
  }
}

/** The database of the program that owns a data directory, for a second one that only reads; null when none runs. */
export async function urlOfRunning(dataDir: string): Promise<string | null> {
  const binaries = await findBinaries();
  if (isFault(binaries) || !existsSync(dataDir)) return null;
  const host = await hostOf(dataDir, binaries, true);
  return serverPid(host.cluster) === null ? null : withDatabase(await host.url(), DATABASE);
}

function hostOf(dataDir: string, binaries: Binaries, durable: boolean): Promise<Host> {
  return process.platform === 'win32' ? windowsHost(dataDir, binaries) : unixHost(dataDir, binaries, durable);
}

/** Holds the server: when its session breaks without our doing, it is taken again or started anew. */
async function supervised(host: Host, dataDir: string, log: Log): Promise<Embedded | Fault> {
  let stopping = false;
  let address: string | null = null;
  let recovery = Promise.resolve();
  const lost = () => {
    if (stopping) return;
    log.error('the embedded database went away; starting it again', { dir: host.home });
    recovery = recovery.then(recover);
  };
  const first = await acquire(host, dataDir, lost);
  if (isFault(first)) return first;
  log.info(first.server ? 'embedded database started' : 'embedded database adopted', { dir: host.home });
  let { owner, server } = first;
  async function recover(): Promise<void> {
    await owner.release();
    while (!stopping) {
      try {
        const again = await acquire(host, dataDir, lost);
        // As long as another program has it, this one is only its client.
        if (isFault(again)) throw new Error(says(again, 'en'));
        owner = again.owner;
        server = again.server ?? server;
        if (address !== null) await owner.announce(address);
        return;
      } catch (error) {
        log.error('the embedded database is not back', { dir: host.home, error: String(error) });
        await pause(RECOVERY_PAUSE_MS);
      }
    }
  }
  const stop = async () => {
    stopping = true;
    await recovery;
    await owner.release();
    await (server && !server.gone() ? server.stop() : host.stopAdopted());
  };
  try {
    const url = await createDatabase(host, owner);
    const announce = async (to: string) => {
      address = to;
      await owner.announce(to);
    };
    return { url, announce, stop };
  } catch (error) {
    await stop();
    throw translated(error);
  }
}

type Held = { owner: Owner; server: Server | null };

async function acquire(host: Host, dataDir: string, lost: () => void): Promise<Held | Fault> {
  const begun = Date.now();
  const until = begun + START_MS_MAX;
  let server: Server | null = null;
  while (Date.now() < until) {
    const answer = await claim(await host.url(), lost);
    if (answer.kind === 'owned') {
      if (!answer.owner.isGuest() || Date.now() > begun + GUEST_MS_MAX) {
        return { owner: answer.owner, server: server?.gone() ? null : server };
      }
      await answer.owner.release();
    }
    const started = server !== null && !server.gone();
    if (answer.kind === 'held' && (!started || Date.now() > begun + GUEST_MS_MAX)) {
      if (started) await server?.stop();
      return fault('data-in-use', {}, { dir: dataDir, ...answer.by });
    }
    if (answer.kind === 'absent' && !started) {
      if (server) await refusedByAnother(server);
      server = await host.start();
    }
    // Whoever started the server is to own it: a program that did not lets it go first.
    await pause(started || answer.kind === 'absent' ? 20 : 300);
  }
  throw new Error(
    `the embedded database did not answer within ${START_MS_MAX / 1000} s; see ${host.home}/postgres.log`,
  );
}

/** A server that ended at once is fine when another one was faster; everything else is told. */
async function refusedByAnother(server: Server): Promise<void> {
  const said = await server.exited;
  if (!said.includes('postmaster.pid" already exists')) throw new Error(`the embedded database did not start: ${said}`);
  await pause(300);
}

async function createDatabase(host: Host, owner: Owner): Promise<string> {
  const [found] = await owner.session`select 1 from pg_database where datname = ${DATABASE}`;
  if (!found) await owner.session.unsafe(`create database ${DATABASE}`);
  return withDatabase(await host.url(), DATABASE);
}

function otherMajor(host: Host, major: string): string | null {
  const majors = readdirSync(host.home).flatMap((name) => /^postgres-(\d+)$/.exec(name)?.[1] ?? []);
  return majors.includes(major) ? null : (majors.at(-1) ?? null);
}
