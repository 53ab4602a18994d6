// The assistant for tables in a real browser: asked only what the file leaves open, shown as it will be read, keys alone.
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { chromiumPath, press } from '../browser.ts';
import { panelForEach } from '../panel.ts';

const AMBIGUOUS = 'Date;Détail;Montant\n03/04/2026;VIR DUPONT;1 200,50\n05/04/2026;FRAIS;-3,50\n';

describe.skipIf(chromiumPath === null)('the assistant for tables', () => {
  const { start } = panelForEach();

  const drop = async (language: 'fr' | 'en' = 'fr') => {
    const opened = await start({ screen: 'imports', language });
    await opened.page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'export.csv'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, AMBIGUOUS);
    await opened.page.waitForSelector('.msg .btn');
    return opened;
  };

  it('C opens it; dates are asked for, shown as read, and Enter imports', async () => {
    const { page, fake } = await drop();
    await press(page, 'c');
    await page.waitForSelector('dialog[open]');
    const said = () => page.locator('dialog footer [role=status]').innerText();
    expect(await said()).toContain('Les dates peuvent se lire de deux façons');
    await page.locator('dialog select').first().selectOption('dmy');
    await expect.poll(() => page.locator('dialog').innerText()).toContain('Vendredi 3 avril');
    expect(await page.locator('dialog').innerText()).toMatch(/\+1\s200,50/);
    expect(await said()).toContain('De quel compte');
    await page.locator('dialog input').fill('FR7619999001000000007000096');
    expect(await said()).toContain('Retenu pour ce compte');
    await page.locator('dialog input').press('Enter');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
    expect(fake.confirmed).toEqual([
      {
        mapping: { columns: ['date', 'label', 'amount'], dateOrder: 'dmy', decimal: ',' },
        account: 'FR7619999001000000007000096',
      },
    ]);
    await expect.poll(() => page.locator('.imp').first().innerText()).toContain('Équilibré');
  });

  it('a table in a dropped archive is asked about under its name in it', async () => {
    const { page, fake } = await start({ screen: 'imports', language: 'en' });
    const buffer = Buffer.from(zipSync({ 'export.csv': new TextEncoder().encode(AMBIGUOUS) }));
    await page.setInputFiles('#files', [{ name: 'bank.zip', mimeType: 'application/zip', buffer }]);
    await page.locator('.msg .btn').click();
    await page.waitForSelector('dialog[open]');
    expect(await page.locator('dialog h2').innerText()).toBe('Columns of bank.zip/export.csv');
    await page.locator('dialog select').first().selectOption('dmy');
    await page.locator('dialog input').fill('FR7619999001000000007000096');
    await page.locator('dialog input').press('Enter');
    await expect.poll(() => fake.confirmed.length).toBe(1);
    await expect.poll(() => page.locator('.imp').first().innerText()).toContain('bank.zip/export.csv');
  });

  it('a column taken for another loses its old meaning, and nothing is imported while a question is open', async () => {
    const { page, fake } = await drop('en');
    await page.locator('.msg .btn').click();
    await page.waitForSelector('dialog[open]');
    await page.locator('dialog th select').nth(1).selectOption('date');
    await expect
      .poll(() =>
        page.locator('dialog th select').evaluateAll((all) => all.map((it) => (it as HTMLSelectElement).value)),
      )
      .toEqual(['', 'date', 'amount']);
    await page.locator('dialog button[type=submit]').click({ force: true });
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
    expect(fake.confirmed).toEqual([]);
  });
});
