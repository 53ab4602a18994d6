// A directory of its own for a measured program or database.
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Open to the database's own user: the cluster then stays inside, and goes with the directory. */
export function newDataFolder(name: string): string {
  const dir = mkdtempSync(join(tmpdir(), `lettrage-${name}-`));
  chmodSync(dir, 0o711);
  return dir;
}
