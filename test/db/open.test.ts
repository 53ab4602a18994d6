// A command beside the program that runs: both work on the same data, and neither stops the other.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../db/connection.ts';
import { findBinaries } from '../../db/embedded/binaries.ts';
import { type Opened, type Opening, openStore } from '../../db/open.ts';
import { isFault } from '../../sync/fault/index.ts';
import { company } from './company.ts';
import { quiet } from './quiet.ts';

const binaries = await findBinaries();

describe.skipIf(isFault(binaries) || process.platform === 'win32')('opened beside', { timeout: 120_000 }, () => {
  let dataDir = '';
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'lettrage-open-'));
    await chmod(dataDir, 0o711);
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const open = async (options: Partial<Opening> = {}): Promise<Opened> => {
    const opened = await openStore({ dataDir, log: quiet, durable: false, ...options });
    if (isFault(opened)) throw new Error(opened.code);
    return opened;
  };
  const names = async ({ store }: Opened) => (await store.companies()).map((it) => it.id);

  it('a program that runs, each sees what the other writes, and the program goes on when the guest has left', async () => {
    const program = await open();
    await program.store.createCompany(company('first'));
    const guest = await open({ beside: true });
    expect(await names(guest)).toEqual(['first']);
    await guest.store.createCompany(company('second'));
    await guest.close();
    expect(await names(program)).toEqual(['first', 'second']);
    await program.close();
  });

  it('nobody, it owns the data itself, and leaves them to the next', async () => {
    const alone = await open({ beside: true });
    await alone.store.createCompany(company('first'));
    expect(await openStore({ dataDir, log: quiet })).toMatchObject({ code: 'data-in-use' });
    await alone.close();
    const next = await open();
    expect(await names(next)).toEqual(['first']);
    await next.close();
  });

  it('a program of an older version, it is refused, and migrates nothing under it', async () => {
    const program = await open();
    const session = connect(program.url, { max: 1 });
    const count = async () => (await session`select count(*)::int as n from drizzle.__drizzle_migrations`)[0]?.['n'];
    const known = await count();
    await session`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`;
    const refused = await openStore({ dataDir, log: quiet, beside: true });
    expect(refused).toMatchObject({ code: 'data-in-use-older', params: { found: known - 1, known } });
    expect(await count()).toBe(known - 1);
    await session.end();
    await program.close();
  });
});
