// The only reader of the environment, and of the file of the same names in the data directory.
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const FILE = 'lettrage.env';
/** In the data directory; written by pairing, for this user's eyes only. */
export const PAIRING_FILE = 'pairing.json';

const SHAPE = z.object({
  /** Absent: the demo company. */
  LETTRAGE_ERP: z.enum(['odoo', 'fec']).optional(),
  LETTRAGE_ERP_URL: z.url().optional(),
  LETTRAGE_ERP_DB: z.string().optional(),
  LETTRAGE_ERP_USER: z.string().optional(),
  LETTRAGE_ERP_KEY: z.string().optional(),
  LETTRAGE_ERP_COMPANY: z.string().optional(),
  LETTRAGE_MODE: z.enum(['shadow', 'suggest', 'auto']).optional(),
  LETTRAGE_INBOX: z.string().optional(),
  LETTRAGE_DATA: z.string().optional(),
  LETTRAGE_PUBLIC_URL: z.url().optional(),
  LETTRAGE_SECRET: z.string().min(32).optional(),
  LETTRAGE_SMTP_URL: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  HOST: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).optional(),
});

export type Config = {
  erp: 'odoo' | 'fec' | null;
  erpAccess: { url: string | null; db: string | null; user: string | null; key: string | null; company: string | null };
  /** The ERP comes from a pairing, or may: the environment names none. */
  isErpPaired: boolean;
  mode: 'shadow' | 'suggest' | 'auto' | null;
  inbox: string | null;
  /** Directory of the embedded database, of the configuration file and of nothing else. */
  data: string;
  databaseUrl: string | null;
  host: string;
  port: number;
  publicUrl: string | null;
  /** The pairing's secret, where it is set by hand at both ends. */
  secret: string | null;
  smtpUrl: string | null;
  /** Name of the person at this computer, for the history. */
  person: string;
};

/** A setting that cannot be used; the message names it and is meant for whoever wrote it. */
export class WrongConfig extends Error {}

/**
 * The configuration: `given` (from the command line) before the environment before the file in the data directory.
 * Throws WrongConfig with the setting's name.
 */
export function readConfig(
  given: { data?: string; host?: string; port?: number } = {},
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const data = given.data ?? filled(environment['LETTRAGE_DATA']) ?? defaultData(environment);
  const named = {
    ...fromFile(data),
    ...Object.fromEntries(Object.entries(environment).filter(([, value]) => filled(value))),
  };
  const parsed = SHAPE.safeParse(named);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new WrongConfig(`${issue?.path.join('.') ?? 'configuration'}: ${issue?.message ?? 'not understood'}`);
  }
  const it = parsed.data;
  const paired = it.LETTRAGE_ERP === undefined ? fromPairing(data) : null;
  return {
    erp: it.LETTRAGE_ERP ?? (paired ? 'odoo' : null),
    erpAccess: paired ?? {
      url: it.LETTRAGE_ERP_URL ?? null,
      db: it.LETTRAGE_ERP_DB ?? null,
      user: it.LETTRAGE_ERP_USER ?? null,
      key: it.LETTRAGE_ERP_KEY ?? null,
      company: it.LETTRAGE_ERP_COMPANY ?? null,
    },
    isErpPaired: it.LETTRAGE_ERP === undefined,
    mode: it.LETTRAGE_MODE ?? null,
    inbox: it.LETTRAGE_INBOX ?? null,
    data,
    databaseUrl: it.DATABASE_URL ?? null,
    host: given.host ?? it.HOST ?? '127.0.0.1',
    port: given.port ?? it.PORT ?? 8484,
    publicUrl: it.LETTRAGE_PUBLIC_URL ?? null,
    secret: it.LETTRAGE_SECRET ?? null,
    smtpUrl: it.LETTRAGE_SMTP_URL ?? null,
    person: filled(environment['USER']) ?? filled(environment['USERNAME']) ?? 'local',
  };
}

/** The user's data home by the XDG base directory rules, or what macOS and Windows have in its place. */
function defaultData(environment: Readonly<Record<string, string | undefined>>): string {
  const home = homedir();
  const local = filled(environment['LOCALAPPDATA']);
  if (process.platform === 'win32') return join(local ?? join(home, 'AppData', 'Local'), 'Lettrage');
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Lettrage');
  return join(filled(environment['XDG_DATA_HOME']) ?? join(home, '.local', 'share'), 'lettrage');
}

/** NAME=value a line; blank lines and lines that begin with # are skipped, quotes around a value are taken off. */
function fromFile(data: string): Record<string, string> {
  const path = join(data, FILE);
  if (!existsSync(path)) return {};
  const settings: Record<string, string> = {};
  for (const [at, line] of readFileSync(path, 'utf8').split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const parts = /^\s*([A-Z_]+)\s*=\s*(.*?)\s*$/.exec(line);
    if (!parts) throw new WrongConfig(`${path}, line ${at + 1}: expected NAME=value`);
    settings[parts[1]!] = parts[2]!.replace(/^(["'])(.*)\1$/, '$2');
  }
  return settings;
}

const ACCESS = z.object({ url: z.url(), db: z.string(), user: z.string(), key: z.string(), company: z.string() });

/** The access that pairing with an ERP brought; null where there is none that can be read. */
function fromPairing(data: string): Config['erpAccess'] | null {
  const path = join(data, PAIRING_FILE);
  if (!existsSync(path)) return null;
  try {
    const { access } = z.object({ access: ACCESS }).parse(JSON.parse(readFileSync(path, 'utf8')));
    return access;
  } catch {
    return null;
  }
}

/** An empty setting is an absent one. */
function filled(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value;
}
