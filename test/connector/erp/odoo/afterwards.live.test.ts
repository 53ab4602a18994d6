// A decision whose lines are written first and matched afterwards, the way of 17 and 18: cut or overtaken between the two, the books
// are matched exactly once, or not at all.
import { afterAll, expect, test } from 'vitest';
import { isFault } from '../../../../sync/fault/index.ts';
import type { Erp, Posting } from '../../../../sync/port/erp.ts';
import { BEFORE_19, onLiveHosts } from './live.ts';
import { asBefore19, bank, customer, postingOf, productOn } from './posting.ts';
import { HARMS, type HarmfulProxy, openProxy } from './proxy.ts';

const STEPS = ['<string>write</string>', '<string>reconcile</string>'] as const;
/** Every harm by itself is proved in harm.live.test.ts; here, what each leaves between the two steps. */
const CASES = [
  [STEPS[0], 'cut before the request'],
  [STEPS[0], 'cut after the request'],
  [STEPS[1], 'cut before the request'],
  [STEPS[1], 'cut after the request'],
  [STEPS[1], 'a gateway that is overloaded before'],
  [STEPS[1], 'an answer that never comes'],
] as const;
/** Only an answer that never comes is waited for; longer than any call takes. */
const PATIENCE_MS = 20_000;

const proxies: HarmfulProxy[] = [];
afterAll(async () => {
  for (const proxy of proxies) await proxy.close();
});

await onLiveHosts(
  'afterwards',
  ({ books, seat, erp }) => {
    async function through(limits: { timeoutMs?: number } = {}): Promise<{ proxy: HarmfulProxy; shaky: Erp }> {
      const proxy = await openProxy(seat.url);
      proxies.push(proxy);
      return { proxy, shaky: productOn(seat, 'xmlrpc', proxy.url, limits, asBefore19) };
    }
    const codeOf = (it: unknown): string => (isFault(it) ? it.code : 'done');
    async function twoInvoices(
      name: string,
    ): Promise<{ owner: number; items: number[]; line: number; posting: Posting }> {
      const owner = await books.partner(name);
      const [a, b] = [await books.invoice(owner, [[100]]), await books.invoice(owner, [[40]])];
      const items = [a.lines[0]!, b.lines[0]!];
      const line = await books.bankLine(140);
      const entry = [bank(14_000), customer(items[0]!, -10_000, owner), customer(items[1]!, -4_000, owner)];
      return { owner, items, line, posting: postingOf({ line, entry }) };
    }

    test.each(CASES)('%s, %s: asked again it is finished, once', async (word, name) => {
      const { items, line, posting } = await twoInvoices(`${word} ${name}`);
      const { proxy, shaky } = await through(name === 'an answer that never comes' ? { timeoutMs: PATIENCE_MS } : {});
      proxy.strike(word, HARMS[name]);
      const first = await shaky.post(posting);
      expect(proxy.struck()).toBe(true);
      const receipt = isFault(first) ? await shaky.post(posting) : first;
      expect(codeOf(receipt)).toBe('done');
      expect(await books.residuals(...items)).toEqual([0, 0]);
      expect((await books.partials(...items)).map(([, , amount]) => amount).sort()).toEqual([100, 40]);
      expect(await books.entryOf(line)).toEqual(['411100 -100.00', '411100 -40.00', 'BANK 140.00']);
    });

    test.each(STEPS)('somebody takes a part just before %s: ours is taken back, theirs stays', async (word) => {
      const { owner, items, line, posting } = await twoInvoices(`Rival ${word}`);
      const { proxy, shaky } = await through();
      const theirs = await books.bankLine(60);
      proxy.strike(word, async (forward, response) => {
        await erp.post(postingOf({ line: theirs, entry: [bank(6_000), customer(items[0]!, -6_000, owner)] }));
        const { status, body } = await forward();
        response.writeHead(status).end(body);
      });
      expect(codeOf(await shaky.post(posting))).toBe('match-rival');
      expect(await books.residuals(...items)).toEqual([40, 40]);
      expect(await books.entryOf(line)).toEqual(['BANK 140.00', 'SUSPENSE -140.00']);
      expect(await books.entryOf(theirs)).toEqual(['411100 -60.00', 'BANK 60.00']);
    });

    test('somebody takes all of one just before it is matched: nothing of ours is left', async () => {
      const { owner, items, line, posting } = await twoInvoices('Rival entier');
      const { proxy, shaky } = await through();
      const theirs = await books.bankLine(100);
      proxy.strike(STEPS[1], async (forward, response) => {
        await erp.post(postingOf({ line: theirs, entry: [bank(10_000), customer(items[0]!, -10_000, owner)] }));
        const { status, body } = await forward();
        response.writeHead(status).end(body);
      });
      expect(['erp-refused', 'match-rival']).toContain(codeOf(await shaky.post(posting)));
      expect(await books.residuals(...items)).toEqual([0, 40]);
      expect(await books.entryOf(line)).toEqual(['BANK 140.00', 'SUSPENSE -140.00']);
    });
  },
  [BEFORE_19],
);
