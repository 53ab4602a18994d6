// What every route works with: the parts that the program was made of, and what is known of one request.
import type { Context } from 'hono';
import type { Fault, Language } from '../../sync/fault/index.ts';
import type { Desk } from '../../sync/job/desk.ts';
import type { Company } from '../../sync/model/company.ts';
import type { Actor } from '../../sync/model/decision.ts';
import type { Check } from '../../sync/port/erp.ts';
import type { DeskFile } from '../../sync/port/files.ts';
import type { NightStep, NightSummary } from '../../sync/port/night.ts';
import type { Config } from '../config.ts';

/** Each role may do what the ones before it may. */
export const ROLES = ['reader', 'bookkeeper', 'manager', 'administrator'] as const;

export type Role = (typeof ROLES)[number];

/**
 * `companies`: those that the session is bound to, the first one in front; absent: every company of this program. `language`
 * and `zone` are the person's in the ERP.
 */
export type User = {
  id: string;
  name: string;
  role: Role;
  companies?: readonly string[];
  language?: Language;
  zone?: string | null;
};

/** Who a session token belongs to; null for one that is unknown, has ended or was revoked. Compares in constant time. */
export type Sessions = (token: string) => User | null | Promise<User | null>;

/** A session that began with a token of the ERP's page: its bearer token, and the seconds until it must be renewed. */
export type Entered = { token: string; seconds: number; language: Language; zone: string | null };

/**
 * What an administrator types in to pair: the ERP's address, the code shown there, the database where it has several. `panel`:
 * this panel's origin as that browser knows it.
 */
export type PairingRequest = { url: string; code: string; database: string | null; panel: string | null };

/** What an administrator types in where Odoo has no addon; `companies` by their numbers there, none: the only one that the user sees. */
export type ConnectRequest = { url: string; database: string; user: string; key: string; companies: readonly number[] };

/** How far a connection came: what was looked at, and the companies to choose from where there are several. */
export type Connected = {
  connected: boolean;
  checks: readonly Check[];
  companies: readonly { id: number; name: string }[];
};

/** The pairing with an ERP as its settings show it. */
export type PairingState = {
  /** `'typed'`: address and key were typed in here; `'configured'`: the environment names the ERP; `'none'`: nothing is paired. */
  by: 'code' | 'typed' | 'configured' | 'none';
  origin: string | null;
  at: string | null;
  companies: readonly number[];
};

/** The ERP's page that shows the panel in a frame. */
export type HostPage = {
  /** Its origin: the only one that may frame the panel and send it messages; null while no ERP is paired. */
  origin(): string | null;
  /** Exchanges a hand-over token, once, for a session. */
  enter(token: string): Promise<Entered | Fault>;
  /** The ERP says, by a token of its own, whose access ended. */
  revoke(token: string): Promise<Fault | null>;
};

/** The panel's own way in, outside the ERP's page; name and password are the ERP's. */
export type SignIn = {
  /** There is an ERP that can be asked. */
  isOffered(): boolean;
  /** The token of a session and the seconds it lasts at most. `address`: from where it is tried, for the limit. */
  open(login: string, password: string, address: string | null): Promise<{ token: string; seconds: number } | Fault>;
  session(token: string): Promise<User | null>;
  end(token: string): void;
};

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
  host: HostPage;
  /** Absent where nobody but the ERP's page and the program's own key lets people in. */
  signIn?: SignIn;
  /** Pairs with an ERP while the program runs; absent where the platform keeps no files. */
  pairing?: {
    state(): PairingState;
    pair(request: PairingRequest, by: Actor): Promise<Fault | null>;
    connect(request: ConnectRequest, by: Actor): Promise<Connected | Fault>;
    end(by: Actor): Promise<Fault | null>;
  };
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
