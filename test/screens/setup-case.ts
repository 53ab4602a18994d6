// Setting up beside Odoo, signing in, and what a lock of Odoo asks: the states of these screens.
import type { Page } from 'playwright-core';
import { settled } from '../panel/ui/browser.ts';
import { openDetail, type ScreenCase } from './stroke.ts';

const INVERSE = {
  day: '2026-07-01',
  firstDay: '2026-07-01',
  entry: [
    { account: '411100', label: 'Escompte repris', debitMinor: 2_500, creditMinor: 0 },
    { account: '665000', label: '', debitMinor: 0, creditMinor: 2_083 },
    { account: '445710', label: '', debitMinor: 0, creditMinor: 417 },
  ],
};

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
  {
    name: 'sign-in-again',
    before: ({ world }) => {
      world.signIn = true;
    },
    go: async (page, fake) => {
      await page.evaluate(() => sessionStorage.clear());
      fake.world.signedIn = true;
      await page.goto(`${fake.url}/`);
      await page.waitForSelector('.acts', { state: 'attached' });
      fake.world.signedIn = false;
      await page.waitForSelector('dialog .sign-in');
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
  {
    name: 'queue-inverse',
    before: ({ world }) => {
      world.odoo = { ...world.odoo, by: 'code' };
    },
    go: async (page) => {
      const says = 'La période est clôturée jusqu’au 30/06/2026 (date de verrouillage de l’exercice).';
      await page.route('**/decisions/*/foresee', (route) =>
        route.fulfill({ json: [{ code: 'period-locked', says, where: '', request: '' }] }),
      );
      await page.route('**/inverse', (route) => route.fulfill({ json: INVERSE }));
      await openDetail(page);
      await page.keyboard.press('Enter');
      await settled(page);
      await page.keyboard.press('Control+z');
      await page.waitForSelector('#inverse-go:not([disabled])');
    },
  },
];
