// A limit that holds although the collector of garbage runs meanwhile: a write to Odoo that is not answered must end.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { within } from '../../../../connector/erp/odoo/transport/deadline.ts';

const never = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

test('ends what takes too long, with a reason', async () => {
  await expect(within(new AbortController().signal, 5, never)).rejects.toMatchObject({ name: 'TimeoutError' });
});

test('ends with the whole work, also when that ended before', async () => {
  const outer = new AbortController();
  const running = within(outer.signal, 60_000, never);
  outer.abort(new Error('stopped'));
  await expect(running).rejects.toThrow('stopped');
  const later = within(outer.signal, 60_000, (signal) => fetch('http://127.0.0.1:1/', { signal }));
  await expect(later).rejects.toThrow('stopped');
});

test('leaves an answer that came in time as it is', async () => {
  expect(await within(new AbortController().signal, 60_000, async () => 'answer')).toBe('answer');
});

test('a request that is never answered ends, however often memory is tidied', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const server = createServer(() => {});
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const asked = within(new AbortController().signal, 400, (signal) => fetch(url, { method: 'POST', signal }));
  const ended = expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
  for (let i = 0; i < 6; i++) {
    await new Promise((done) => setTimeout(done, 40));
    collect();
  }
  await ended;
  server.closeAllConnections();
  server.close();
});
