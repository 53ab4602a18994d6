// What answers at an address before anybody has signed in: its version and its clock.
import type { World } from '../../../../sync/port/erp.ts';
import { within } from '../transport/deadline.ts';

/** `version` null: something answers that does not say it is Odoo. `seconds`: how far its clock is ahead of ours. */
export type Greeting = { version: string | null; seconds: number };

const ANSWER_MS_MAX = 10_000;

/** Null when nothing answers. Every version since 14 says its number here, to anyone. */
export async function greeting(url: string, world: World): Promise<Greeting | null> {
  const request: RequestInit = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', params: {} }),
    redirect: 'manual',
  };
  try {
    return await within(world.signal, ANSWER_MS_MAX, async (signal) => {
      const response = await world.fetch(new URL('/web/webclient/version_info', url).href, { ...request, signal });
      const date = Date.parse(response.headers.get('date') ?? '');
      const seconds = Number.isNaN(date) ? 0 : Math.round((date - Date.parse(world.clock.now())) / 1000);
      return { version: versionIn(response.ok ? await response.json().catch(() => null) : null), seconds };
    });
  } catch {
    return null;
  }
}

function versionIn(body: unknown): string | null {
  const result = typeof body === 'object' && body !== null && 'result' in body ? body.result : null;
  const isOdoo = typeof result === 'object' && result !== null && 'server_version' in result;
  return isOdoo ? String(result.server_version) : null;
}
