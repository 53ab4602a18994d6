// Setting up beside Odoo, and signing in: the states of these screens.
import type { Page } from 'playwright-core';
import type { ScreenCase } from './stroke.ts';

/** Fills what connects an Odoo without its module, and sends it. */
export async function typeAccess(page: Page, key: string): Promise<void> {
  const access = { url: 'https://odoo.example.fr', database: 'verdanne', user: 'lettrage', key };
  for (const [name, value] of Object.entries(access)) await page.fill(`.set-form [name=${name}]`, value);
  await page.locator('.set-form button[type=submit]').click();
}

export const SETUP_CASES: readonly ScreenCase[] = [
  {
    name: 'sign-in',
    before: ({ world, troubles }) => {
      world.signIn = true;
      troubles.push({ path: /session/, status: 401, fault: { code: 'session-missing' }, times: 9 });
    },
    go: async (page) => {
      await page.fill('[name=login]', 'claire');
      await page.fill('[name=password]', 'wrong');
      await page.locator('.sign-in button').click();
      await page.waitForSelector('.sign-in .msg');
    },
  },
  { name: 'setup', screen: 'setup', world: { role: 'administrator', demo: false } },
  {
    name: 'setup-typed',
    screen: 'setup',
    world: { role: 'administrator', demo: false },
    go: async (page) => {
      await page.locator('.setup .seg button').nth(1).click();
      await typeAccess(page, 'secret');
      await page.waitForSelector('.choice');
    },
  },
  {
    name: 'setup-refused',
    screen: 'setup',
    world: { role: 'administrator', demo: false },
    go: async (page) => {
      await page.locator('.setup .seg button').nth(1).click();
      await typeAccess(page, 'wrong');
      await page.waitForSelector('.steps .tag.bad');
    },
  },
  {
    name: 'setup-rights',
    screen: 'setup',
    world: { role: 'administrator', demo: false },
    before: ({ world }) => {
      world.odoo = { ...world.odoo, by: 'code', lacksRights: true };
    },
    go: async (page) => page.waitForSelector('.steps .tag.bad').then(() => {}),
  },
  {
    name: 'setup-read',
    screen: 'setup',
    world: { role: 'administrator', demo: false },
    before: ({ world }) => {
      world.odoo = { ...world.odoo, by: 'code', read: true };
    },
    go: async (page) => page.locator('.firsts').scrollIntoViewIfNeeded(),
  },
];
