// The form for a cheque slip in a real browser: by keys alone, its total against the waiting credit, kept as the table of a slip.
import { describe, expect, it } from 'vitest';
import { openCollectionFile } from '../../../../connector/bank/index.ts';
import type { CollectionItem } from '../../../../sync/model/collection.ts';
import { chromiumPath, press } from '../browser.ts';
import { panelForEach } from '../panel.ts';

describe.skipIf(chromiumPath === null)('the form for a cheque slip', () => {
  const { start } = panelForEach();

  const open = async (language: 'fr' | 'en') => {
    const opened = await start({ screen: 'imports', language });
    await press(opened.page, 'r');
    await opened.page.waitForSelector('dialog[open] .slip');
    // The field takes the keys once it is drawn: what is typed before that is nobody's.
    await opened.page.waitForFunction(() => document.activeElement?.matches('dialog .fields input'));
    const said = () => opened.page.locator('dialog footer [role=status]').innerText();
    return { ...opened, said };
  };

  it('is written with keys alone, says what the credit lacks, and is kept as a table', async () => {
    const { page, fake, said } = await open('fr');
    expect(await said()).toBe('Indiquez le numéro de la remise.');
    await page.keyboard.type('0012345');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Dupont; "Fils" SARL');
    await page.keyboard.press('Tab');
    await page.keyboard.type('FA001');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1200');
    await expect.poll(said).toMatch(/Crédit le plus proche : 1\s900,40\s€ du .*Il manque 700,40\s€\./);
    await page.keyboard.press('Enter');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(focused).toBe('Payeur du chèque 2');
    await page.keyboard.type('Martin SA');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('=');
    await expect.poll(said).toMatch(/Égal au crédit de 1\s900,40\s€ du .* : REMISE CHEQUES 3/);
    expect(await page.locator('dialog tfoot').innerText()).toMatch(/Total de 2 chèques\s+1\s900,40/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('dialog tbody tr').count()).toBe(3);
    // The focus follows in the next frame, and Enter means another thing on the cheque before.
    await expect.poll(focused).toBe('Payeur du chèque 3');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
    expect(await itemsOf(fake.slips[0])).toEqual([
      ['Dupont; "Fils" SARL', '1200.00', 'EUR', 'FA001'],
      ['Martin SA', '700.40', 'EUR', undefined],
    ]);
    await expect.poll(() => page.locator('.imp').first().innerText()).toContain('Remise 0012345.csv');
  });

  it('is not kept while something is missing, and Escape leaves it', async () => {
    const { page, fake, said } = await open('en');
    await page.keyboard.type('77');
    expect(await said()).toBe('Enter at least one cheque.');
    await page.locator('dialog tbody .in').fill('12');
    await expect.poll(said).toBe('Each cheque has a payer or an invoice.');
    await page.locator('dialog button[type=submit]').click({ force: true });
    await page.locator('dialog .fields input').first().focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
    expect(fake.slips).toEqual([]);
  });
});

async function itemsOf(text: string | undefined): Promise<unknown[]> {
  const found: CollectionItem[] = [];
  for await (const event of openCollectionFile('slip.csv', new TextEncoder().encode(text)))
    if (event.kind === 'collection') found.push(...event.collection.items);
  return found.map(({ name, amount, currency, remittance }) => [name, amount, currency, remittance[0]]);
}
