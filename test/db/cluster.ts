// One PostgreSQL for a whole test run, with a migrated template that each test file's database is cloned from.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect, withDatabase } from '../../db/connection.ts';
import { startEmbedded } from '../../db/embedded.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { isFault, says } from '../../sync/fault/index.ts';
import { quiet } from './quiet.ts';

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: vitest's registry is an interface to be merged with
  export interface ProvidedContext {
    /** An administrator's URL of the server; null where no database can run. */
    server: { url: string; template: string } | null;
  }
}

/** Runs before the first test file; what it returns runs after the last. DATABASE_URL takes the place of the embedded server. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await start(process.env['DATABASE_URL']);
  if (!server) {
    project.provide('server', null);
    return async () => {};
  }
  const template = `lettrage_template_${process.pid}`;
  await administer(server.url, `create database ${template}`);
  const refused = await migrateDatabase(withDatabase(server.url, template), 'template');
  if (refused) throw new Error(says(refused, 'en'));
  project.provide('server', { url: server.url, template });
  return async () => {
    await administer(server.url, `drop database if exists ${template} with (force)`);
    await server.stop();
  };
}

async function start(url: string | undefined): Promise<{ url: string; stop(): Promise<void> } | null> {
  if (url) return { url, stop: async () => {} };
  const dataDir = await mkdtemp(join(tmpdir(), 'lettrage-test-'));
  // As root the server runs as another user, who has to pass through.
  await chmod(dataDir, 0o711);
  const embedded = await startEmbedded({ dataDir, log: quiet, durable: false });
  if (isFault(embedded)) {
    process.stderr.write(`Database tests are skipped: ${says(embedded, 'en')}\n`);
    return null;
  }
  const stop = async () => {
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: embedded.url, stop };
}

async function administer(url: string, statement: string): Promise<void> {
  const session = connect(url, { max: 1 });
  await session.unsafe(statement);
  await session.end();
}
