// Every screen and state that is worth a look: which world, which keys lead there, in which frame.
import { PAGE_CASES } from './page-case.ts';
import { keys, openDetail, type ScreenCase, toKind } from './stroke.ts';

export const CASES: readonly ScreenCase[] = [
  { name: 'queue' },
  { name: 'queue-difference', go: toKind(3) },
  { name: 'queue-nothing', go: toKind(5) },
  { name: 'queue-over', go: toKind(6) },
  {
    name: 'queue-over-chosen',
    go: async (page) => {
      await toKind(6)(page);
      await keys('a')(page);
    },
  },
  { name: 'queue-part', go: toKind(11) },
  { name: 'queue-list', go: toKind(1) },
  {
    name: 'queue-accepted',
    go: async (page) => {
      await openDetail(page);
      await keys('Enter')(page);
    },
  },
  { name: 'queue-checked', go: keys('x', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'x') },
  { name: 'queue-reject', go: keys('r') },
  { name: 'queue-later', go: keys('p') },
  { name: 'queue-nature', go: keys('i') },
  {
    name: 'queue-account',
    go: async (page) => {
      await keys('i', '1')(page);
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'queue-posted',
    go: async (page) => {
      await toKind(5)(page);
      await keys('i', '1')(page);
      await page.waitForSelector('.pick-account [role=option]');
      await keys('Enter')(page);
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'queue-transfer',
    go: async (page) => {
      await keys('i', '2')(page);
      await page.waitForSelector('[role=menuitem]');
    },
  },
  {
    name: 'queue-difference-more',
    go: async (page) => {
      await toKind(3)(page);
      await keys('q')(page);
    },
  },
  {
    name: 'queue-contested',
    go: async (page) => {
      await toKind(3)(page);
      await keys('q', '1')(page);
      await page.keyboard.type('pénalités de retard');
      await keys('Enter')(page);
    },
  },
  {
    name: 'queue-retention',
    go: async (page) => {
      await toKind(3)(page);
      await keys('q', '3')(page);
    },
  },
  { name: 'claims', screen: 'claims' },
  {
    name: 'queue-search',
    go: async (page) => {
      await keys(...Array.from({ length: 5 }, () => 'ArrowDown'), 'c')(page);
      await page.keyboard.type('arn');
      await page.waitForTimeout(400);
      await keys('ArrowDown', 'Space')(page);
    },
  },
  {
    name: 'queue-amount-wrong',
    go: async (page) => {
      await keys('ArrowDown', 'm')(page);
      await page.keyboard.type('99999999');
    },
  },
  {
    name: 'queue-refused',
    before: (fake) =>
      fake.troubles.push({
        path: /accept/,
        status: 409,
        fault: { says: 'FAC/2026/00001 est déjà réglée dans le grand livre. Rien n’a été modifié.' },
        times: 1,
      }),
    go: async (page) => {
      await openDetail(page);
      await keys('Enter')(page);
      await page.waitForTimeout(400);
      await keys('ArrowUp')(page);
    },
  },
  {
    name: 'queue-bulk',
    go: async (page) => {
      await keys('Control+a')(page);
      await page.locator('.foot .btn').first().click();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'queue-help',
    go: async (page) => {
      await keys('?')(page);
      await page.locator('dialog').waitFor();
    },
  },
  {
    name: 'queue-find',
    go: async (page) => {
      await keys('/')(page);
      await page.keyboard.type('vuil');
      await page.waitForTimeout(400);
    },
  },
  { name: 'queue-hostile', world: { hostile: true, lines: 30 } },
  { name: 'queue-yen', world: { currency: 'JPY' } },
  { name: 'queue-empty', world: { lines: 0, decided: false } },
  { name: 'queue-done', world: { lines: 0 } },
  {
    name: 'queue-failed',
    before: (fake) =>
      fake.troubles.push({
        path: /queue/,
        status: 500,
        fault: { code: 'internal', says: 'Erreur interne (r-0001). Rien n’a été modifié.' },
        times: 9,
      }),
  },
  {
    name: 'queue-stalled',
    go: async (page, fake) => {
      fake.cut = true;
      await keys('Enter', 'Enter', 'Enter', 'Enter')(page);
      await page.waitForTimeout(1500);
    },
  },
  ...PAGE_CASES,
];
