// A store of one's own for a test file, in some 50 ms: a clone of the run's migrated template.
import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { connect, withDatabase } from '../../db/connection.ts';
import { type Opened, openStore } from '../../db/open.ts';
import { isFault, says } from '../../sync/fault/index.ts';
import type { Tx } from '../../sync/port/store.ts';
import { company } from './company.ts';
import { quiet } from './quiet.ts';

export { company };

export type Fresh = Pick<Opened, 'store' | 'url'> & {
  /** Closes the store and drops its database. */
  close(): Promise<void>;
};

/** False where this machine has no database: such tests are skipped (`describe.skipIf(!hasDatabase())`). */
export function hasDatabase(): boolean {
  return inject('server') !== null;
}

/** A migrated, empty store. */
export async function freshStore(): Promise<Fresh> {
  const { url, close: drop } = await freshDatabase(serverOf().template);
  const opened = await openStore({ url, log: quiet });
  if (isFault(opened)) throw new Error(says(opened, 'en'));
  const close = async () => {
    await opened.close();
    await drop();
  };
  return { store: opened.store, url, close };
}

/** A database without any migration, or a clone of a template. */
export async function freshDatabase(template = 'template0'): Promise<{ url: string; close(): Promise<void> }> {
  const name = `lettrage_test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} template ${template}`);
  return { url: withDatabase(serverOf().url, name), close: () => administer(`drop database ${name} with (force)`) };
}

/** Companies of a test file: each test takes a new one, so that it starts empty. */
export function newCompanies(fresh: () => Fresh) {
  let count = 0;
  const create = async (): Promise<string> => {
    count += 1;
    const id = `c${count}`;
    await fresh().store.createCompany(company(id));
    return id;
  };
  return {
    create,
    async within<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      return fresh().store.within(await create(), work);
    },
  };
}

function serverOf(): { url: string; template: string } {
  const server = inject('server');
  if (!server) throw new Error('no database on this machine');
  return server;
}

/** Runs a statement as the server's administrator. */
export async function administer(statement: string): Promise<void> {
  const session = connect(serverOf().url, { max: 1 });
  try {
    await session.unsafe(statement);
  } finally {
    await session.end();
  }
}
