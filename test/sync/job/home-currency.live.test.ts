// A company of a live Odoo whose books are not in euros: read, proposed, settled and controlled in its own currency.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Books, openBooks } from '../../connector/erp/odoo/books.ts';
import { onLiveHosts } from '../../connector/erp/odoo/live.ts';
import { type LiveNight, openNight, secondCompany } from './live-night.ts';

const CUSTOMER = 'Fromagerie de Gruyère';

await onLiveHosts(
  'home_currency',
  ({ seat }) => {
    let at: LiveNight;
    let company = 0;
    let books: Books;
    beforeAll(async () => {
      company = await secondCompany(seat);
      books = await openBooks(seat, company);
      const domain = [['name', '=', 'CHF']];
      const context = { active_test: false };
      const [{ id: francs }] = await books.call('res.currency', 'search_read', { domain, fields: ['name'], context });
      await books.call('res.currency', 'write', { ids: [francs], vals: { active: true } });
      await books.call('res.company', 'write', { ids: [company], vals: { currency_id: francs } });
      at = await openNight(seat, [1, company]);
    });
    afterAll(() => at?.close());

    test('a line in francs pays an invoice in francs, and the figures agree', async () => {
      const owner = await books.partner(CUSTOMER);
      const { lines, name } = await books.invoice(owner, [[120]]);
      await books.bankLine(120, '2026-06-15', {
        ...{ payment_ref: `VIR ${CUSTOMER.toUpperCase()} ${name}`, partner_name: CUSTOMER.toUpperCase() },
        journal_id: books.bank.id,
      });
      // The first reading learns the currency; nothing was decided before.
      const done = await at.commandDone(company);
      expect(done).toMatchObject({ failed: null, warnings: [], settled: 1, written: 1, verified: 1, refused: [] });
      expect(done.control.filter((it) => it.erpMinor !== it.oursMinor)).toEqual([]);
      expect(await books.residuals(...lines)).toEqual([0]);
      const { desk } = await at.desk();
      const kept = await desk.store.within(`odoo-${company}`, (tx) => tx.company.get());
      expect(kept.currency).toBe('CHF');
    });
  },
  ['19 json2'],
);
