// `lettrage backup` and `lettrage restore`: the whole state, out of and into the database that the configuration names.
import { parseArgs } from 'node:util';
import { backup as backupTo, type Progress, type Saved } from '../../db/backup.ts';
import { startEmbedded, urlOfRunning } from '../../db/embedded.ts';
import { openStore } from '../../db/open.ts';
import { restore as restoreFrom } from '../../db/restore.ts';
import { isFault } from '../../sync/fault/index.ts';
import type { Log } from '../../sync/port/log.ts';
import { type Config, readConfig } from '../config.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { WrongUsage } from './command.ts';

const DATA = '--data DIR names another data directory; DATABASE_URL another PostgreSQL.';

export const backup: Command = {
  name: 'backup',
  summary: 'writes the whole state into a file',
  help: `Usage: lettrage backup FILE [--data DIR]

Writes every table of every company, as one consistent moment, into one compressed file with counts and a checksum. The file
appears under its name only when it is whole. A program that works on the data may go on meanwhile. ${DATA}`,
  async run(args, io) {
    const { file, config } = given(args);
    const running = config.databaseUrl === null ? await urlOfRunning(config.data) : null;
    if (running !== null) {
      const saved = await backupTo(running, file, progressOn(io), { beside: true });
      // A server that is just going away is opened like one that does not run.
      if (!isFault(saved)) return said(io, file, saved);
      if (saved.code !== 'store-unreachable') throw saved;
    }
    const opened = await openStore({ ...place(config), log: quiet });
    if (isFault(opened)) throw opened;
    try {
      const saved = await backupTo(opened.url, file, progressOn(io));
      if (isFault(saved)) throw saved;
      return said(io, file, saved);
    } finally {
      await opened.close();
    }
  },
};

export const restore: Command = {
  name: 'restore',
  summary: 'brings a backup into an empty database',
  help: `Usage: lettrage restore FILE [--data DIR]

Proves the file first, then brings it into an empty database, all of it or nothing, and migrates it to this version. ${DATA}`,
  async run(args, io) {
    const { file, config } = given(args);
    const server =
      config.databaseUrl === null ? await startEmbedded({ dataDir: config.data, log: quiet, durable: true }) : null;
    if (isFault(server)) throw server;
    try {
      const restored = await restoreFrom(server?.url ?? config.databaseUrl ?? '', file, progressOn(io));
      if (isFault(restored)) throw restored;
      io.out(`${file}: ${total(restored.rows)} rows of ${restored.companies} companies restored`);
      return 0;
    } finally {
      await server?.stop();
    }
  },
};

function said(io: Io, file: string, { rows, companies }: Saved): ExitCode {
  io.out(`${file}: ${total(rows)} rows of ${companies} companies`);
  return 0;
}

function given(args: string[]): { file: string; config: Config } {
  const { values, positionals } = parseArgs({ args, options: { data: { type: 'string' } }, allowPositionals: true });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new WrongUsage('one file is needed');
  return { file, config: readConfig(values.data === undefined ? {} : { data: values.data }) };
}

function place(config: Config): { url: string } | { dataDir: string } {
  return config.databaseUrl === null ? { dataDir: config.data } : { url: config.databaseUrl };
}

function progressOn(io: Io): Progress {
  return (table, rows) => {
    if (rows > 0) io.err(`${table}: ${rows}`);
  };
}

function total(rows: Readonly<Record<string, number>>): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} };
