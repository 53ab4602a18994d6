// The pairing with an ERP: what both servers agreed on, kept in a file of the data directory that only this user may read.
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Trusted } from './api/hand-over.ts';
import { type Config, PAIRING_FILE } from './config.ts';
import { configuredCompanies } from './erps.ts';

/** By what the program works in the ERP; read by config.ts at the next start. */
const ACCESS = z.object({ url: z.url(), db: z.string(), user: z.string(), key: z.string(), company: z.string() });

const PAIRED = z.object({
  /** Of the ERP's pages, as browsers know them. */
  origin: z.url(),
  issuer: z.string(),
  audience: z.url(),
  secret: z.string().min(32),
  /** The ERP's numbers of the companies that were paired. */
  companies: z.array(z.number().int().positive()).min(1),
  at: z.string(),
  access: ACCESS,
});

/** Typed in by hand: no addon, so nothing was agreed on. */
const TYPED = z.object({ at: z.string(), access: ACCESS });

const SHAPE = z.union([PAIRED, TYPED]);

export type Pairing = z.infer<typeof PAIRED>;
export type Typed = z.infer<typeof TYPED>;

/** What is agreed on, and which of the ERP's companies are meant. */
export type Agreed = Trusted & { origin: string; companies: readonly number[]; at?: string };

/** Kept with the program's data and not in its database: a backup holds no secret. */
export type Pairings = {
  current(): Agreed | null;
  /** Where address and key were typed in instead. */
  typed(): Typed | null;
  put(pairing: Pairing | Typed): void;
  forget(): void;
};

/** A secret that is set by hand (LETTRAGE_SECRET) goes before the file. `address`: of this panel, as browsers know it. */
export function pairingsIn(config: Pick<Config, 'data' | 'secret' | 'erpAccess'>, address: () => string): Pairings {
  const path = join(config.data, PAIRING_FILE);
  let kept = read(path);
  return {
    current: () => byHand(config, address()) ?? (kept !== null && 'secret' in kept ? kept : null),
    typed: () => (kept !== null && !('secret' in kept) ? kept : null),
    put(pairing) {
      mkdirSync(config.data, { recursive: true });
      const draft = `${path}.draft`;
      writeFileSync(draft, JSON.stringify(pairing), { mode: 0o600 });
      chmodSync(draft, 0o600);
      renameSync(draft, path);
      kept = pairing;
    },
    forget() {
      rmSync(path, { force: true });
      kept = null;
    },
  };
}

function byHand({ secret, erpAccess }: Pick<Config, 'secret' | 'erpAccess'>, address: string): Agreed | null {
  if (secret === null || erpAccess.url === null) return null;
  const origin = new URL(erpAccess.url).origin;
  return { secret, origin, issuer: null, audience: address, companies: configuredCompanies(erpAccess) };
}

/** A file that cannot be read is no pairing: the way in is closed until the two are paired again. */
function read(path: string): Pairing | Typed | null {
  if (!existsSync(path)) return null;
  try {
    return SHAPE.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
