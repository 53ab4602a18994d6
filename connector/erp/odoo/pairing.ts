// Pairing with the addon in Odoo: a code that an administrator was shown there is exchanged, server to server, for what both work with.
import { z } from 'zod';
import { type Fault, fault, isFault } from '../../../sync/fault/index.ts';
import type { World } from '../../../sync/port/erp.ts';
import { within } from './transport/deadline.ts';

/** `panel`: this panel's origin, as browsers know it. `database` where one address serves several. */
export type PairingCode = { url: string; database: string | null; code: string; panel: string };

const PAIRED = z.object({
  secret: z.string().min(32),
  issuer: z.string().min(1),
  origin: z.url(),
  database: z.string().min(1),
  user: z.string().min(1),
  key: z.string().min(1),
  companies: z.array(z.object({ id: z.number().int().positive(), name: z.string() })).min(1),
});

/** `issuer` names the database as no other is named; `origin` is the address of its pages; `user` and `key` are ours to work with. */
export type Paired = z.infer<typeof PAIRED>;

const ANSWER_MS_MAX = 30_000;

/**
 * Gives the code, which is good once. Secret and key are in the answer's body and nowhere else. Faults: erp-unreachable,
 * pairing-code-refused, addon-missing, erp-unexpected.
 */
export async function redeem({ url, database, code, panel }: PairingCode, world: World): Promise<Paired | Fault> {
  const headers = { 'content-type': 'application/json', ...(database === null ? {} : { 'x-odoo-database': database }) };
  try {
    const body = JSON.stringify({ code, panel });
    // A redirect would carry the code elsewhere.
    const request: RequestInit = { method: 'POST', headers, body, redirect: 'manual' };
    return await within(world.signal, ANSWER_MS_MAX, async (signal) => {
      const response = await world.fetch(new URL('/lettrage/pair', url).href, { ...request, signal });
      if (response.status === 404 || response.status === 303) return fault('addon-missing', {}, { erp: 'Odoo', url });
      if (response.status === 403) return fault('pairing-code-refused', {}, { erp: 'Odoo' });
      const paired = PAIRED.safeParse(response.ok ? await response.json() : null);
      if (paired.success) return { ...paired.data, origin: new URL(paired.data.origin).origin };
      return fault('erp-unexpected', {}, { erp: 'Odoo', what: `HTTP ${response.status}` });
    });
  } catch (error) {
    return isFault(error) ? error : fault('erp-unreachable', {}, { erp: 'Odoo' });
  }
}
