// What the connector needs of a wire to Odoo: one call, answered by a value or by a fault that says whether it may have been done.
import type { Fault } from '../../../../sync/fault/index.ts';

/** `effect`: reads may be sent again, writes never blindly. `ids` are the records that the method is called on. */
export type Call = {
  model: string;
  method: string;
  effect: 'read' | 'write';
  ids?: readonly number[];
  named: Readonly<Record<string, unknown>>;
};

/** `done` of a failed call: 'no' when Odoo certainly did nothing, 'unknown' when only reading can tell. */
export type Reply = { ok: true; value: unknown } | { ok: false; fault: Fault; done: 'no' | 'unknown' };

export type Transport = { readonly name: 'json2' | 'xmlrpc'; call(call: Call): Promise<Reply> };

export type Credentials = { url: string; database: string; user: string; key: string };

/** Bounds on one call; `pageRows` records are asked for at once. */
export type WireLimits = {
  timeoutMs: number;
  answerBytesMax: number;
  attemptsMax: number;
  backoffMs: number;
  pageRows: number;
};

export const WIRE_LIMITS: WireLimits = {
  // A write-back took 0.1 to 0.8 s on a loaded Odoo; posting a large batch some 30 s.
  timeoutMs: 120_000,
  // A page of 2,000 records is 2 to 5 MB.
  answerBytesMax: 64 * 1024 * 1024,
  attemptsMax: 4,
  backoffMs: 400,
  // Of twenty fields they are 2 MB and 0.2 s by JSON-2; larger pages gain little (10,000: 14,700 rows/s, 2,000: 12,300).
  pageRows: 2_000,
};
