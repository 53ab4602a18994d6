// Which user of the machine the server runs as: PostgreSQL refuses to run as root.
import { spawnSync } from 'node:child_process';

export type Account = { name: string; uid: number; gid: number };

/** Null: as ourselves. As root: `postgres` where that user exists, else `nobody`; no user is created. */
export function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid && gid) return { name, uid, gid };
  }
  throw new Error('running as root, and neither the user postgres nor nobody exists to run the database');
}

/** Whether a command succeeds when run as that user. */
export function succeedsAs(account: Account | null, command: string, args: readonly string[]): boolean {
  return spawnSync(command, [...args], { ...identity(account), stdio: 'ignore' }).status === 0;
}

/** The options of `spawn` that make a process run as that user. */
export function identity(account: Account | null): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

function idOf(flag: '-u' | '-g', name: string): number | null {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : null;
}
