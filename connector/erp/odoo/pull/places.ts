// What the accounts that are kept are: one that is numbered or used otherwise than before is read anew, with all its lines.
import type { Fault } from '../../../../sync/fault/index.ts';
import type { Chart } from '../chart.ts';
import type { Host } from '../host.ts';

/** The newest account there is: one that was made later has lines that no pull has seen, and changes nothing of the others. */
export async function lastAccount(host: Host): Promise<number | Fault> {
  const named = { domain: [], limit: 1, order: 'id desc' };
  const reply = await host.call({ model: 'account.account', method: 'search', effect: 'read', named });
  if (!reply.ok) return reply.fault;
  const [last] = Array.isArray(reply.value) ? reply.value : [];
  return typeof last === 'number' ? last : 0;
}

/**
 * Number and role of the accounts up to this id, as a short word: the cursor is stored at each mark. Without suspense: where a journal
 * takes another account for it, lines that wait on the old one would be read as settled.
 */
export async function placesOf({ accounts }: Chart, last: number): Promise<string> {
  const said = [...accounts]
    .filter(([id, { role }]) => id <= last && role !== 'suspense')
    .sort(([a], [b]) => a - b)
    .map(([id, { number, role }]) => `${id} ${number} ${role}`);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(said.join()));
  return Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
