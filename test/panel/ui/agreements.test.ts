// Agreements to set off in a real browser, by keyboard: written, refused without a customer of the list, ended.
import { describe, expect, it } from 'vitest';
import { arrived, chromiumPath, decided, goTo, press } from './browser.ts';
import { panelForEach } from './panel.ts';

describe.skipIf(chromiumPath === null)('set-off agreements', () => {
  const { start } = panelForEach();

  it('are entered by keyboard alone, shown with their day, and ended by one press', async () => {
    const { page, fake } = await start();
    await page.route('**/api/session', async (route) => {
      const response = await route.fetch();
      const view = await response.json();
      await route.fulfill({ response, json: { ...view, company: { ...view.company, erp: 'odoo' } } });
    });
    await page.reload();
    await goTo(page, 'settings');
    const section = page.locator('.agreements');
    await section.locator('header .btn').focus();
    await press(page, 'Enter');
    const name = fake.world.parties[0]!.name;
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('customer');
    await page.keyboard.insertText('Personne de la liste');
    await section.locator('[name=since]').fill('2026-03-01');
    await press(page, 'Enter');
    await expect.poll(() => section.locator('[role=alert]').innerText()).toContain('Choisissez un client');
    await section.locator('[name=customer]').fill(name);
    await expect.poll(() => section.locator('#agreement-customer option').count()).toBeGreaterThan(0);
    await section.locator('[name=note]').focus();
    await page.keyboard.insertText('convention du 12/03');
    await press(page, 'Enter');
    await arrived(fake, 1);
    const { id } = fake.world.parties[0]!;
    expect(decided(fake)[0]).toMatchObject({
      path: '/agreements',
      body: { customerId: id, supplierId: id, since: '2026-03-01', note: 'convention du 12/03' },
    });
    await expect.poll(() => section.locator('.things').innerText()).toContain('convention du 12/03');
    await section.locator('.things .btn').focus();
    await press(page, 'Enter');
    await expect.poll(() => section.innerText()).toContain('Aucun accord');
  });
});
