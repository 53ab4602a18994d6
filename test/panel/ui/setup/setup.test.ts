// Setting up beside Odoo in a real browser: each way in, what is missing, the reading, and the first proposals at its end.
import { describe, expect, it } from 'vitest';
import { typeAccess } from '../../../screens/setup-case.ts';
import { chromiumPath, cursorName, settled } from '../browser.ts';
import { panelForEach } from '../panel.ts';

describe.skipIf(chromiumPath === null)('setting up', () => {
  const { start, panel } = panelForEach();
  const asAdministrator = { screen: 'setup', role: 'administrator', demo: false } as const;
  const step = (n: number) =>
    panel()
      .page.locator('.setup .step')
      .nth(n - 1);

  it('goes from the code of the module to the first proposals, by the keyboard alone', async () => {
    const { page } = await start(asAdministrator);
    await page.locator('.set-form [name=url]').focus();
    await page.keyboard.type('https://odoo.example.fr');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ABCD-EFGH');
    await page.keyboard.press('Enter');
    await expect.poll(() => step(2).innerText()).toContain('Tout est en ordre');
    expect(await step(1).innerText()).toContain('Relié à https://odoo.example.fr par le module.');
    expect(await step(3).innerText()).toContain('4 018 postes clients ouverts');
    expect(await step(3).innerText()).toContain('après la lecture');
    await step(4).getByRole('button', { name: 'Lire maintenant' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => step(4).innerText()).toMatch(/sur 16\s178 enregistrements/);
    await expect.poll(() => step(4).locator('.firsts li').count(), { timeout: 10_000 }).toBe(5);
    expect(await step(3).locator('.tag.ok').allInnerTexts()).toEqual(['égal', 'égal', 'égal', 'égal']);
    await step(4).getByRole('button', { name: 'Voir les propositions' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('main.queue');
    await settled(page);
    expect(await cursorName(page)).not.toBe('');
  });

  it('without the module says which step failed, keeps what was typed, and asks for the company', async () => {
    const { page, fake } = await start(asAdministrator);
    await page.locator('.setup .seg button').nth(1).click();
    await typeAccess(page, 'wrong');
    await expect.poll(() => step(2).locator('.tag.bad').count()).toBe(1);
    expect(await step(2).locator('.steps > div').nth(2).innerText()).toContain('ne reconnaît pas la clé');
    expect(await page.locator('.set-form [name=user]').inputValue()).toBe('lettrage');
    await typeAccess(page, 'right');
    await page.locator('.choice input').first().check();
    await page.locator('.set-form button[type=submit]').click();
    await expect.poll(() => step(1).innerText()).toContain('par une clé, sans module');
    const sent = fake.seen.filter(({ path }) => path === '/api/host/connect').map(({ body }) => body);
    expect(sent.at(-1)).toEqual({
      ...{ url: 'https://odoo.example.fr', database: 'verdanne', user: 'lettrage', key: 'right', companies: [1] },
    });
    expect(page.url()).not.toMatch(/right|wrong/);
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toMatch(/right|wrong/);
  });

  it('names each right that is missing with what to do, and takes note once it was given', async () => {
    const { page, fake } = await start({
      ...asAdministrator,
      before: ({ world }) => {
        world.odoo = { ...world.odoo, by: 'typed', lacksRights: true };
      },
    });
    await expect.poll(() => step(2).locator('.tag.bad').count()).toBe(1);
    expect(await step(2).innerText()).toMatch(/créer une ligne de relevé.*groupe « Basic »/s);
    fake.world.odoo.lacksRights = false;
    await step(2).getByRole('button', { name: 'Vérifier à nouveau' }).click();
    await expect.poll(() => step(2).innerText()).toContain('Tout est en ordre');
    expect(await page.locator('.msg').count()).toBe(0);
  });

  it('is where an administrator of a company that was never read begins', async () => {
    const { page } = await start({
      role: 'administrator',
      demo: false,
      before: ({ world }) => {
        world.odoo = { ...world.odoo, by: 'code' };
      },
    });
    await page.waitForSelector('main.setup');
  });

  it.each(['manager', 'reader'])('asks nothing of Odoo for a %s', async (role) => {
    const { page } = await start({ ...asAdministrator, role });
    expect(await page.locator('.page.setup').innerText()).toContain('l’affaire d’un administrateur');
    expect(await page.locator('main form').count()).toBe(0);
  });
});
