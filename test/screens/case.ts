// Every screen and state that is worth a look: which world, which keys lead there, in which frame.
import type { Page } from 'playwright-core';
import type { Fake } from '../panel/ui/fake/fake.ts';
import type { WorldOptions } from '../panel/ui/fake/world.ts';
import { SETUP_CASES } from './setup-case.ts';

export type ScreenCase = {
  name: string;
  world?: WorldOptions;
  screen?: string;
  /** Leads from the opened page to the state. */
  go?: (page: Page, fake: Fake) => Promise<void>;
  /** Before the page is opened. */
  before?: (fake: Fake) => void;
};

const keys =
  (...strokes: string[]) =>
  async (page: Page) => {
    for (const stroke of strokes) await page.keyboard.press(stroke);
  };

const toKind = (position: number) => keys(...Array.from({ length: position }, () => 'ArrowDown'));

const TABLE_ROWS = [
  '03/11/2026;03/11/2026;VIR SEPA SOCIETE INDUSTRIELLE DE CHAUDRONNERIE FAC/2026/00042;;1200,00;2200,00;R1',
  '04/11/2026;04/11/2026;COTISATION;12,50;;2187,50;R2',
  '05/11/2026;06/11/2026;REMISE CHEQUES 3;;1900,40;4087,90;R3',
].join('\n');

export const CASES: readonly ScreenCase[] = [
  { name: 'queue' },
  { name: 'queue-difference', go: toKind(3) },
  { name: 'queue-nothing', go: toKind(5) },
  { name: 'queue-over', go: toKind(6) },
  { name: 'queue-over-chosen', go: keys(...Array.from({ length: 6 }, () => 'ArrowDown'), 'a') },
  { name: 'queue-part', go: toKind(11) },
  { name: 'queue-list', go: toKind(1) },
  { name: 'queue-accepted', go: keys('Enter') },
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
  { name: 'queue-help', go: keys('?') },
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
  { name: 'accounts', screen: 'accounts' },
  {
    name: 'accounts-unequal',
    screen: 'accounts',
    go: async (page) => page.locator('.side tbody tr:not(.lit)').first().click(),
  },
  { name: 'accounts-whole', screen: 'accounts', go: keys('a') },
  { name: 'accounts-hostile', screen: 'accounts', world: { hostile: true } },
  { name: 'aging', screen: 'aging' },
  { name: 'aging-open', screen: 'aging', go: keys('ArrowDown', 'ArrowRight') },
  { name: 'aging-known', screen: 'aging', go: keys('v') },
  { name: 'aging-off', screen: 'aging', world: { ledgerOffMinor: 1_840 } },
  { name: 'aging-export', screen: 'aging', go: keys('e') },
  {
    name: 'customer',
    screen: 'aging',
    go: async (page) => {
      await keys('Enter')(page);
      await page.waitForSelector('.life');
    },
  },
  { name: 'reports', screen: 'reports' },
  { name: 'aging-hostile', screen: 'aging', world: { hostile: true, lines: 60 } },
  { name: 'history', screen: 'history' },
  { name: 'imports', screen: 'imports' },
  {
    name: 'imports-start',
    screen: 'imports',
    before: (fake) => {
      fake.world.start = { startDay: null };
    },
  },
  {
    name: 'imports-gaps',
    screen: 'imports',
    before: ({ world }) => {
      const account = world.banks[0]?.account ?? '';
      const days = { after: '2026-11-12', before: '2026-11-16' } as const;
      world.gaps = [{ account, currency: 'EUR', ...days, closingMinor: 25_024_233, openingMinor: 24_803_193 }];
    },
  },
  {
    name: 'imports-results',
    screen: 'imports',
    go: async (page) => {
      await page.setInputFiles(
        '#files',
        ['camt053-20261120.xml', 'bad-export.ofx', 'known.xml', '552100554FEC20261231.txt'].map((name) => ({
          name,
          mimeType: 'text/plain',
          buffer: Buffer.from('x'.repeat(48_000)),
        })),
      );
      await page.waitForTimeout(500);
    },
  },
  {
    name: 'imports-slip',
    screen: 'imports',
    go: async (page) => {
      await page.keyboard.press('r');
      await page.waitForSelector('dialog[open] .slip');
      await page.keyboard.type('0012345');
      await page.locator('dialog tbody input').nth(0).fill('Société industrielle de chaudronnerie et de tuyauterie');
      await page.locator('dialog tbody input').nth(1).fill('FAC/2026/00042');
      await page.locator('dialog tbody .in').first().fill('1200');
      await page.locator('dialog tbody .in').first().press('Enter');
      await page.locator('dialog tbody .in').nth(1).fill('12,5');
    },
  },
  {
    name: 'imports-table',
    screen: 'imports',
    go: async (page) => {
      const text = `Date;Date de valeur;Libellé;Débit;Crédit;Solde;Référence\n${TABLE_ROWS}`;
      await page.setInputFiles('#files', [
        { name: 'export-banque-novembre-2026.csv', mimeType: 'text/csv', buffer: Buffer.from(text) },
      ]);
      await page.waitForSelector('.msg .btn');
      await page.locator('.msg .btn').click();
      await page.waitForSelector('dialog[open]');
    },
  },
  { name: 'statement', screen: 'statement/s1' },
  {
    name: 'statement-off',
    screen: 'statement/s1/l3',
    before: (fake) => {
      fake.world.statement = { offMinor: 4_200, gapMinor: -1_200 };
    },
  },
  { name: 'statement-hostile', screen: 'statement/s1', world: { hostile: true } },
  { name: 'settings', screen: 'settings' },
  ...SETUP_CASES,
  { name: 'trust', screen: 'trust' },
  { name: 'trust-reader', screen: 'trust', world: { role: 'reader' } },
  {
    name: 'trust-asking',
    screen: 'trust',
    go: async (page) => page.locator('.classes tbody tr').first().locator('.seg button').nth(1).click(),
  },
  {
    name: 'trust-auto',
    screen: 'trust',
    go: (page) => page.locator('.page .sect .seg button').nth(2).click(),
  },
  { name: 'trust-hostile', screen: 'trust', world: { hostile: true } },
  {
    name: 'queue-unattended',
    go: async (page) => {
      await keys('g', '5')(page);
      await page.waitForTimeout(300);
    },
  },
  { name: 'rules-form', screen: 'settings', go: (page) => page.locator('.rules header .btn').click() },
  {
    name: 'rules-trial',
    screen: 'settings',
    go: async (page) => {
      await page.locator('.rules .things .btn').first().click();
      await page.waitForSelector('.trial');
    },
  },
  {
    name: 'closed',
    before: (fake) =>
      fake.troubles.push({
        path: /session/,
        status: 401,
        fault: {
          code: 'session-missing',
          says: 'La session n’est pas ouverte. Rouvrez Lettrage avec l’adresse affichée au démarrage.',
        },
        times: 9,
      }),
  },
];
