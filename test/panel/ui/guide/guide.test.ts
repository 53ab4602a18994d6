// The first hour on the demo, walked by keyboard: every step is led to, done by doing it, and noticed.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, type Opened, type OpenOptions, open, press, settled, startBrowser } from '../browser.ts';

describe.skipIf(chromiumPath === null)('the first steps', () => {
  let browser: Browser;
  let at: Opened;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    expect(at.errors).toEqual([]);
    await at.close();
  });
  const start = async (options: OpenOptions = {}) => {
    at = await open(browser, options);
    return at;
  };
  const strip = () => at.page.locator('.guide');
  const isNext = (title: string) => expect.poll(() => strip().locator('p b').innerText()).toBe(`${title}.`);
  const show = async () => {
    await press(at.page, 'g', 'g');
    await settled(at.page);
  };

  it.each(['fr', 'en'] as const)('are walked by keyboard alone, each done by doing it (%s)', async (language) => {
    const titles = {
      fr: 'Rapprocher,Annuler,Expliquer un écart,Avoir,Trop-perçu,Acompte,Lettrer,En accepter plusieurs,Lire la balance,Importer',
      en: 'Reconcile,Undo,Explain a difference,Credit note,Overpayment,Deposit,Match,Accept several,Read the balance,Import',
    }[language].split(',');
    const { page, fake } = await start({ language });
    const acts: (() => Promise<void>)[] = [
      () => press(page, 'Enter'),
      () => press(page, 'Control+z'),
      () => press(page, 'f', 'Enter'),
      () => press(page, 'Enter'),
      () => press(page, 'l', 'Enter'),
      () => press(page, 'a', 'Enter'),
      () => press(page, 'Enter'),
      async () => {
        await press(page, 'g', 'a');
        await settled(page);
        await press(page, 'x', 'Shift+Enter');
      },
      async () => {},
      () => page.setInputFiles('#files', { name: 'releve.xml', mimeType: 'text/xml', buffer: Buffer.from('x') }),
    ];
    for (const [i, act] of acts.entries()) {
      await isNext(titles[i] ?? '');
      // What is undone, and what is ticked, is where one stands already.
      if (i !== 1 && i !== 7) await show();
      await act();
      await settled(page);
      await expect.poll(() => strip().locator('li.done').count()).toBe(i + 1);
    }
    const rests = fake.seen.map((it) => (it.body as { rest?: string } | null)?.rest);
    expect(rests).toEqual(expect.arrayContaining(['overpayment', 'advance']));
  });

  it('are still done after a reload, can be put away, and come back from the settings', async () => {
    const { page } = await start();
    await show();
    await press(page, 'Enter');
    await expect.poll(() => strip().locator('li.done').count()).toBe(1);
    await page.reload();
    await settled(page);
    await isNext('Annuler');
    await strip().getByRole('button', { name: 'Masquer' }).click();
    await expect.poll(() => strip().count()).toBe(0);
    await press(page, 'g', 's');
    await page.getByLabel('Masquer les premiers pas de la démonstration').uncheck();
    await isNext('Annuler');
  });

  it('are neither shown nor counted in real books', async () => {
    const { page } = await start({ demo: false });
    await press(page, 'Enter', 'Control+z', 'g', 'g');
    await settled(page);
    expect(await strip().count()).toBe(0);
    expect(await page.evaluate(() => localStorage.getItem('lettrage.steps'))).toBeNull();
  });
});
