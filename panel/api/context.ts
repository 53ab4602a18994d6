// What every route works with: the parts that the program was made of, and what is known of one request.
import type { Context } from 'hono';
import type { Fault, Language } from '../../sync/fault/index.ts';
import type { Desk } from '../../sync/job/desk.ts';
import type { Company } from '../../sync/model/company.ts';
import type { Actor } from '../../sync/model/decision.ts';
import type { DeskFile } from '../../sync/port/files.ts';
import type { NightStep, NightSummary } from '../../sync/port/night.ts';
import type { Config } from '../config.ts';

/** Each role may do what the ones before it may. */
export const ROLES = ['reader', 'bookkeeper', 'manager', 'administrator'] as const;

export type Role = (typeof ROLES)[number];

export type User = { id: string; name: string; role: Role };

/** Who a session token belongs to; null for an unknown one. Compares in constant time. */
export type Sessions = (token: string) => User | null;

/** What the program does with the ERP while people work. */
export type ErpWork = {
  /** Sends what was decided and reads the ERP again; null when done. */
  flush(company: string): Promise<Fault | null>;
  night(company: string): Promise<NightSummary | Fault>;
  running(company: string): { step: NightStep; done: number; total: number } | null;
};

export type Parts = {
  desk: Desk;
  sessions: Sessions;
  config: Pick<Config, 'publicUrl'>;
  /** Origins of ERP pages that may show the panel in a frame. */
  frameAncestors: readonly string[];
  /** The address of whoever is connected; null where the platform does not say. */
  remoteAddress(c: Context): string | null;
  work: ErpWork;
  /** The text of a remittance advice, read in a thread of its own; absent where the platform has none. */
  readAdvice?: (file: DeskFile) => Promise<string | Fault>;
  /** Aborted when the program stops: streams end then. */
  closing?: AbortSignal;
  /** What stands in the way of answering; null when database and migrations are ready. */
  ready(): Promise<Fault | null>;
};

export type Env = {
  Variables: {
    parts: Parts;
    requestId: string;
    language: Language;
    user: User;
    company: Company;
  };
};

/** The person behind the request, as decisions record them. */
export function actorOf(c: Context<Env>): Actor {
  const { id, name } = c.var.user;
  return { kind: 'person', id, name };
}

/** Today in the company's zone. */
export function todayOf(c: Context<Env>) {
  return c.var.parts.desk.clock.today(c.var.company.zone);
}
