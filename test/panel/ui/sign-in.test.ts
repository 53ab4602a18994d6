// Signing in to the panel itself in a real browser: the form, an end in the midst of work that loses nothing, and signing out.
import { describe, expect, it } from 'vitest';
import { arrived, chromiumPath, decided } from './browser.ts';
import { panelForEach } from './panel.ts';

describe.skipIf(chromiumPath === null)('signing in', () => {
  const { start } = panelForEach();

  /** A tab without the key of a start. */
  const tab = async () => {
    const { context, fake } = await start({
      before: ({ world }) => {
        world.signIn = true;
      },
    });
    const page = await context.newPage();
    await page.goto(`${fake.url}/`);
    await page.waitForSelector('.sign-in');
    return { page, fake };
  };
  const enter = async (page: Awaited<ReturnType<typeof tab>>['page'], password: string) => {
    await page.fill('[name=password]', password);
    await page.keyboard.press('Enter');
  };

  it('says what is wrong, lets the right person in, and keeps the password nowhere', async () => {
    const { page } = await tab();
    await page.fill('[name=login]', 'claire');
    await enter(page, 'wrong');
    await expect.poll(() => page.locator('.sign-in .msg').innerText()).toContain('ne reconnaît pas');
    await enter(page, 'right');
    await page.waitForSelector('.held, .li');
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept + page.url()).not.toMatch(/right|wrong/);
  });

  it('a session that ends in the midst of work asks again, and the decision goes once, with its own key', async () => {
    const { page, fake } = await tab();
    await page.fill('[name=login]', 'claire');
    await enter(page, 'right');
    await page.waitForSelector('.acts .btn.pri:not(.off)');
    // The stream of news would ask again every second: here it is the decision that finds the session ended.
    await page.route('**/api/events', () => {});
    await page.waitForRequest('**/api/events');
    fake.world.signedIn = false;
    await page.locator('#lines').press('Enter');
    await page.waitForSelector('dialog .sign-in');
    expect(await page.locator('dialog [name=login]').inputValue()).toBe('claire');
    expect(decided(fake).filter(({ path }) => path.endsWith('/accept'))).toEqual([]);
    await enter(page, 'right');
    await page.waitForSelector('dialog', { state: 'detached' });
    await arrived(fake, 3);
    await expect.poll(() => decided(fake).filter(({ path }) => path.endsWith('/accept')).length).toBe(1);
  });

  it('an Enter on its way when the dialog comes changes nothing: the work behind it stays as it was', async () => {
    const { page, fake } = await tab();
    await page.fill('[name=login]', 'claire');
    await enter(page, 'right');
    await page.waitForSelector('.acts .btn.pri:not(.off)');
    await page.evaluate(() => document.body.setAttribute('data-kept', 'yes'));
    fake.world.signedIn = false;
    await page.waitForSelector('dialog .sign-in');
    await page.keyboard.press('Enter');
    await enter(page, 'right');
    await page.waitForSelector('dialog', { state: 'detached' });
    expect(await page.locator('body[data-kept=yes] .acts .btn.pri').count()).toBe(1);
    expect(decided(fake).filter(({ path }) => path.endsWith('/accept'))).toEqual([]);
  });

  it('whoever signs out is out, and a reload lets nobody in', async () => {
    const { page } = await tab();
    await page.fill('[name=login]', 'claire');
    await enter(page, 'right');
    await page.getByRole('button', { name: 'Quitter' }).click();
    await page.waitForSelector('.sign-in');
    await page.reload();
    await page.waitForSelector('.sign-in');
  });
});
