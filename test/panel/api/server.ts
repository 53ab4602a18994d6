// The application on the real database, asked without a port, by a person of any role.

import type { HostPage, Parts, Role, User } from '../../../panel/api/context.ts';
import { ROLES } from '../../../panel/api/context.ts';
import { createApp } from '../../../panel/app.ts';
import { fault } from '../../../sync/fault/index.ts';
import type { Desk } from '../../../sync/job/desk.ts';
import type { DeskFile } from '../../../sync/port/files.ts';
import { remembering } from '../../db/quiet.ts';
import { type TestDesk, testDesk } from '../../sync/job/desk.ts';

/** An ERP's page that lets nobody in. */
export function hostAt(origin: string | null): HostPage {
  return { origin: () => origin, enter: async () => fault('unpaired'), revoke: async () => fault('unpaired') };
}

export type Asked = { status: number; body: unknown; headers: Headers; text: string };

export type TestServer = TestDesk & {
  said: string[];
  /** Asks as an administrator on this machine unless told otherwise; a POST gets a key of its own. */
  ask: Ask;
  upload(files: readonly DeskFile[], options?: Asking): Promise<Asked>;
};

export type Asking = {
  body?: unknown;
  method?: string;
  role?: Role;
  key?: string | null;
  headers?: Record<string, string>;
  form?: FormData;
};

/** One token a role: 'token-of-reader'. */
const USERS = new Map<string, User>(ROLES.map((role) => [`token-of-${role}`, { id: role, name: `Une ${role}`, role }]));

export type Ask = (path: string, asking?: Asking) => Promise<Asked>;

export async function testServer(parts: Partial<Parts> = {}): Promise<TestServer> {
  const it = await testDesk();
  const log = remembering();
  const ask = appOver({ ...it.desk, log }, parts);
  const upload = (files: readonly DeskFile[], asking: Asking = {}) => {
    const form = new FormData();
    for (const { name, bytes } of files) form.append('file', new File([new Uint8Array(bytes)], name));
    return ask('/api/imports', { ...asking, form });
  };
  return { ...it, said: log.said, ask, upload };
}

/** The application over this desk, asked without a port. */
export function appOver(desk: Desk, parts: Partial<Parts> = {}): Ask {
  const app = createApp({
    desk,
    sessions: (token) => USERS.get(token) ?? null,
    config: { publicUrl: null },
    host: hostAt('https://erp.example'),
    remoteAddress: () => '192.0.2.7',
    ready: async () => null,
    work: { flush: async () => null, night: async () => fault('company-busy'), running: () => null },
    ...parts,
  });
  let keys = 0;
  return async (path, asking = {}) => {
    const method = asking.method ?? (asking.body === undefined && !asking.form ? 'GET' : 'POST');
    const headers = new Headers({
      host: '127.0.0.1:8484',
      authorization: `Bearer token-of-${asking.role ?? 'administrator'}`,
    });
    if (asking.key !== null && method !== 'GET') headers.set('idempotency-key', asking.key ?? `key-number-${keys++}`);
    if (asking.body !== undefined) headers.set('content-type', 'application/json');
    for (const [name, value] of Object.entries(asking.headers ?? {})) {
      if (value === '') headers.delete(name);
      else headers.set(name, value);
    }
    const body = asking.form ?? (asking.body === undefined ? null : JSON.stringify(asking.body));
    const response = await app.request(path, { method, headers, body });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers, text };
  };
}
