// The Odoo that live tests stand on: French books, a user with least rights, one database for each who asks.
import { describe, expect, test } from 'vitest';
import { type Seat, seatAt } from './ask.ts';
import { callAs } from './call.ts';

for (const version of ['19', '14'] as const) {
  const seat = await seatAt(version, 'smoke');
  describe.skipIf('absent' in seat)(`live Odoo ${version}`, () => {
    const { keys, ...at } = seat as Seat;

    test('keeps French books, with VAT on payments possible', async () => {
      const [company] = await callAs(at, 'controle', keys, 'res.company', 'search_read', {
        domain: [],
        fields: ['currency_id', 'tax_exigibility'],
      });
      expect(company).toMatchObject({ currency_id: [expect.any(Number), 'EUR'], tax_exigibility: true });
    });

    test('lets the product’s user read entries, and nobody with a wrong key', async () => {
      const all = { domain: [], fields: ['name'] };
      expect(await callAs(at, 'lettrage', keys, 'account.move', 'search_read', all)).toEqual([]);
      await expect(callAs(at, 'lettrage', { lettrage: 'x' }, 'account.move', 'search_read', all)).rejects.toThrow();
    });
  });
}
