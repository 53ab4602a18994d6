// The main job as a person does it: the program started as in the README, a real Chromium, the keyboard, and the files that leave.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launchChromium, NO_CHROMIUM } from './chromium.ts';
import { proveLetters } from './connector/erp/fec/proof.ts';
import { hasDatabase } from './db/harness.ts';
import { type Program, processesNaming, startProgram, stopProgram } from './program.ts';
import { camt, fec, invoice, receipt } from './sync/job/paper.ts';

const LEDGER = fec([
  ...invoice('FA001', '2026-09-01', 'DUPONT', 'Dupont SARL', 1_200_00),
  ...invoice('FA002', '2026-10-01', 'MARTIN', 'Martin SA', 240_00),
  ...receipt('BQ1', '2026-11-03', 'MARTIN', 'Martin SA', 240_00),
]);

const STATEMENT = camt([
  { day: '2026-11-03', amount: 240_00, ref: 'R1', payer: 'MARTIN SA', text: 'VIR MARTIN FA002' },
  { day: '2026-11-05', amount: 1_200_00, ref: 'R2', payer: 'DUPONT SARL', text: 'VIR DUPONT FA001' },
]);

const chromium = findChromium();
if (chromium === null) process.stderr.write(`${NO_CHROMIUM}\n`);

describe.skipIf(chromium === null || !hasDatabase())('a first day, from two files to letters', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lettrage-journey-'));
  let program: Program;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    program = await startProgram(dataDir, { LETTRAGE_ERP: 'fec' });
    browser = await launchChromium(chromium ?? '');
    page = await browser.newPage({ locale: 'fr', viewport: { width: 1440, height: 900 } });
    await page.goto(program.url);
    await page.waitForSelector('main');
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await stopProgram(program);
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** The balance is the ledger's; what the bank received and the ledger does not hold yet stands beside it. */
  const aged = async () => {
    const { totals } = (await (await program.call('/api/aging')).json()) as {
      totals: { totalMinor: number; receivedMinor: number };
    };
    return [totals.totalMinor, totals.receivedMinor];
  };
  const shown = async (text: string) => page.getByText(text).first().waitFor({ timeout: 20_000 });
  /** Enter does what the button says, so a person reads it first. */
  const choose = async (payer: RegExp) => {
    await page.getByRole('option', { name: payer }).click();
    await page.getByRole('heading', { name: payer }).waitFor({ timeout: 20_000 });
    await page.locator('button:not([aria-disabled=true])', { hasText: /^Accepter/ }).waitFor({ timeout: 20_000 });
  };

  test('two files dropped at once become a ledger and a statement that add up', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    const files = [STATEMENT, LEDGER].map(({ name, bytes }) => ({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from(bytes),
    }));
    await page.setInputFiles('input[type=file]', files);
    await shown(LEDGER.name);
    await shown(STATEMENT.name);
    await expect.poll(aged, { timeout: 30_000 }).toEqual([1_200_00, 0]);
  }, 60_000);

  test('Enter accepts, Ctrl Z takes back, Enter accepts again, and the aged balance follows', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await choose(/DUPONT/);
    await page.keyboard.press('Enter');
    await expect.poll(aged, { timeout: 20_000 }).toEqual([1_200_00, 1_200_00]);
    await page.keyboard.press('Control+z');
    await expect.poll(aged, { timeout: 20_000 }).toEqual([1_200_00, 0]);
    await choose(/DUPONT/);
    await page.keyboard.press('Enter');
    await expect.poll(aged, { timeout: 20_000 }).toEqual([1_200_00, 1_200_00]);
  }, 120_000);

  test('the booked receipt is joined with its invoice', async () => {
    await choose(/MARTIN/);
    await page.keyboard.press('Enter');
    const open = async () =>
      ((await (await program.call('/api/queue?filter=to-do')).json()) as { total: number }).total;
    await expect.poll(open, { timeout: 20_000 }).toBe(0);
  }, 60_000);

  test('the program stops and leaves no process; the files that leave prove themselves', async () => {
    expect(await stopProgram(program)).toBe(0);
    if (process.platform === 'linux') expect(processesNaming(dataDir)).toEqual([]);
    const lettrage = (...args: string[]) =>
      execFileSync(process.execPath, ['panel/start.mjs', ...args, '--data', dataDir], {
        env: { ...process.env, LETTRAGE_ERP: 'fec' },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    const out = join(dataDir, 'out');
    const written = lettrage('export', 'fec', '--out', `${out}/`).trim().split('\n');
    const copy = written.find((path) => path.endsWith('.txt')) ?? '';
    const proof = proveLetters([{ name: LEDGER.name, original: LEDGER.bytes, exported: readFileSync(copy) }]);
    expect(proof).toEqual({ violations: [], groups: 1, linesTouched: 2 });
    lettrage('export', 'entries', '--out', `${out}/`);
    const entries = readdirSync(out).filter((name) => /entr|ecritures/i.test(name));
    expect(entries.map((name) => readFileSync(join(out, name), 'latin1')).join()).toContain('DUPONT');
    expect(
      lettrage('verify')
        .split('\n')
        .filter((line) => line.startsWith('broken')),
    ).toEqual([]);
    program = await startProgram(dataDir, { LETTRAGE_ERP: 'fec' });
  }, 240_000);
});
