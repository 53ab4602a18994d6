// The pictures of all screens but the list of bank lines.
import { HOLDER, misbooked } from '../panel/ui/fake/misbooked.ts';
import { SETUP_CASES } from './setup-case.ts';
import { keys, openDetail, type ScreenCase } from './stroke.ts';

const TABLE_ROWS = [
  '03/11/2026;03/11/2026;VIR SEPA SOCIETE INDUSTRIELLE DE CHAUDRONNERIE FAC/2026/00042;;1200,00;2200,00;R1',
  '04/11/2026;04/11/2026;COTISATION;12,50;;2187,50;R2',
  '05/11/2026;06/11/2026;REMISE CHEQUES 3;;1900,40;4087,90;R3',
].join('\n');

export const PAGE_CASES: readonly ScreenCase[] = [
  { name: 'accounts', screen: 'accounts' },
  {
    name: 'accounts-unequal',
    screen: 'accounts',
    go: async (page) => {
      await openDetail(page);
      await page.locator('.side tbody tr:not(.lit)').first().click();
    },
  },
  {
    name: 'accounts-whole',
    screen: 'accounts',
    go: async (page) => {
      await openDetail(page);
      await keys('a')(page);
    },
  },
  {
    name: 'accounts-move',
    screen: 'accounts',
    before: (fake) => misbooked(fake),
    go: async (page) => {
      await keys('f')(page);
      await page.keyboard.type(HOLDER.name);
      await keys('Enter')(page);
      await page.waitForSelector('.diff .entry');
    },
  },
  { name: 'accounts-hostile', screen: 'accounts', world: { hostile: true } },
  { name: 'aging', screen: 'aging' },
  { name: 'aging-open', screen: 'aging', go: keys('ArrowDown', 'ArrowRight') },
  { name: 'aging-known', screen: 'aging', go: keys('v') },
  { name: 'aging-currency', screen: 'aging', world: { dollars: true }, go: keys('m', 'ArrowDown', 'ArrowRight') },
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
  { name: 'reports-vat', screen: 'reports', go: keys('ArrowUp', 'ArrowUp') },
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
