// Who owns a data directory: the program that holds a session lock in its server. The lock dies with the program.
import { type Client, connect } from '../connection.ts';
import { classOf } from '../failure.ts';
import { otherStarter } from './server.ts';

/** The two numbers of the advisory lock. */
const LOCK = { space: 411, key: 512 };

export type Claim =
  | { kind: 'owned'; owner: Owner }
  /** `by` is what the owner says of itself: process id and address. */
  | { kind: 'held'; by: { pid: string; address: string } }
  /** The server is there but does not take sessions yet, or no more. */
  | { kind: 'busy' }
  | { kind: 'absent' };

export type Owner = {
  session: Client;
  /** Another program started this server and lives: the server ends with it, so it is the one to own it. */
  isGuest(): boolean;
  /** Tells a second program where this one is found. */
  announce(address: string): Promise<void>;
  release(): Promise<void>;
};

/** Tries once to own the server at this URL. `lost` is called when the session ends without `release`. */
export async function claim(url: string, lost: () => void): Promise<Claim> {
  let released = false;
  let owned = false;
  const session = connect(url, {
    max: 1,
    max_lifetime: null,
    connect_timeout: 5,
    connection: { application_name: `lettrage ${process.pid}` },
    onclose: () => owned && !released && lost(),
  });
  const release = async () => {
    released = true;
    await session.end({ timeout: 1 });
  };
  try {
    const [row] = await session<{ got: boolean; cluster: string }[]>`
      select pg_try_advisory_lock(${LOCK.space}, ${LOCK.key}) as got, current_setting('cluster_name') as cluster`;
    if (row?.got) {
      owned = true;
      const isGuest = () => otherStarter(row.cluster) !== null;
      return { kind: 'owned', owner: { session, isGuest, announce: (address) => announce(session, address), release } };
    }
    const by = await holder(session);
    await release();
    return { kind: 'held', by };
  } catch (error) {
    await release();
    const failure = classOf(error);
    if (failure === 'absent') return { kind: 'absent' };
    // A server that is going away may still take a connection and drop it.
    if (failure === 'busy' || failure === 'lost') return { kind: 'busy' };
    throw error;
  }
}

async function announce(session: Client, address: string): Promise<void> {
  await session`select set_config('application_name', ${`lettrage ${process.pid} ${address}`}, false)`;
}

async function holder(session: Client): Promise<{ pid: string; address: string }> {
  const [row] = await session<{ name: string }[]>`
    select application_name as name from pg_locks join pg_stat_activity using (pid)
    where locktype = 'advisory' and classid = ${LOCK.space} and objid = ${LOCK.key} and granted limit 1`;
  const [, pid = '?', address] = (row?.name ?? '').split(' ');
  return { pid, address: address ? `, ${address}` : '' };
}
