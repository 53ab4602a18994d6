// The embedded server on Linux and macOS: a socket in a directory that only its user enters, no port, no password.
import { existsSync } from 'node:fs';
import { serverAccount } from './account.ts';
import type { Binaries } from './binaries.ts';
import { createCluster, OWNER } from './cluster.ts';
import type { Host } from './host.ts';
import { placeOf } from './place.ts';
import { runningSocketDir, startServer, stopAdopted } from './server.ts';

export async function unixHost(dataDir: string, binaries: Binaries, durable: boolean): Promise<Host> {
  const place = await placeOf(dataDir, binaries, serverAccount());
  return {
    home: place.home,
    cluster: place.cluster,
    async create() {
      if (!existsSync(place.cluster)) await createCluster(place, durable, null);
    },
    async url() {
      const socketDir = runningSocketDir(place.cluster) ?? place.socketDir;
      return `postgres://${OWNER}@localhost:5432/postgres?host=${encodeURIComponent(socketDir)}`;
    },
    start: () => startServer(place, durable),
    stopAdopted: () => stopAdopted(place.cluster),
  };
}
