// What a person chose or typed on a line stays while answers about other lines of its customer come; and what they have not read is
// never taken.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { CandidateView } from '../../../../sync/port/view.ts';
import { arrived, chromiumPath, decided, press, settled } from '../browser.ts';
import type { FakeLine } from '../fake/model.ts';
import { panelForEach } from '../panel.ts';

/** As long as the answer to the first decision takes: what is pressed meanwhile comes before it. */
const ANSWER_MS = 2_000;

describe.skipIf(chromiumPath === null)('while an answer about another line of the customer comes', () => {
  const { start, panel } = panelForEach();
  const base = () => panel().page.locator('.det h3', { hasText: 'Proposition' }).first().innerText();

  /** Two open lines of one customer, the second with another proposal to choose; the cursor stands on the second. */
  async function second(): Promise<{ page: Page; it: FakeLine }> {
    const { page, fake } = await start();
    const lines = [...fake.world.lines.values()].filter(({ row }) => row.state === 'open');
    const it = lines.find((one) => one.candidates.length > 1)!;
    const other = lines.find((one) => one !== it && one.row.partyId === it.row.partyId)!;
    await page.locator(`#line-${it.row.lineId}`).click();
    await settled(page);
    await page.locator(`#line-${other.row.lineId}`).click();
    await settled(page);
    fake.delayMs = ANSWER_MS;
    await press(page, 'Enter');
    await page.locator(`#line-${it.row.lineId}`).click();
    return { page, it };
  }

  /** The answer has come, and the detail was asked for again. */
  async function answered(page: Page): Promise<void> {
    const { fake } = panel();
    await arrived(fake, 1);
    await page.waitForTimeout(ANSWER_MS * 2 + 500);
    fake.delayMs = 0;
    await settled(page);
  }

  it('the proposal that was chosen is the one that Enter takes', async () => {
    const { page, it } = await second();
    await press(page, '2');
    await expect.poll(base).toContain('Proposition 2 sur 2');
    await answered(page);
    expect(await base()).toContain('Proposition 2 sur 2');
    await press(page, 'l', 'Enter');
    await arrived(panel().fake, 2);
    expect(decided(panel().fake)[1]?.body).toMatchObject({ allocations: allocationsOf(it.candidates[1]) });
  });

  it('the amount that was typed is still there', async () => {
    const { page } = await second();
    await press(page, 'm');
    await page.keyboard.type('100,00');
    await answered(page);
    expect(await page.locator('.detail .in').first().inputValue()).toBe('100,00');
    expect(await page.evaluate(() => document.activeElement?.matches('.detail .in'))).toBe(true);
  });

  it('the difference that was named stays named', async () => {
    const { page } = await second();
    await press(page, '2', 'l');
    await answered(page);
    await expect.poll(() => page.locator('.diff [aria-checked=true]').count()).toBe(1);
    expect(await base()).toContain('Proposition 2 sur 2');
  });

  it('also on a line that the cursor has left', async () => {
    const { page, it } = await second();
    await press(page, '2', 'l', 'ArrowDown');
    await answered(page);
    await page.locator(`#line-${it.row.lineId}`).click();
    await settled(page);
    expect(await base()).toContain('Proposition 2 sur 2');
    expect(await page.locator('.diff [aria-checked=true]').count()).toBe(1);
  });

  it('a proposal that gave way to another is not taken by a key that was meant for the first', async () => {
    const { page, it } = await second();
    it.candidates.shift();
    await expect.poll(base, { timeout: ANSWER_MS * 4 }).not.toContain('sur 2');
    await press(page, 'Enter');
    await page.locator('.lane', { hasText: 'La proposition vient de changer' }).waitFor();
    expect(decided(panel().fake)).toHaveLength(1);
    panel().fake.delayMs = 0;
    await page.waitForTimeout(1_100);
    await press(page, 'l', 'Enter');
    await arrived(panel().fake, 2);
    expect(decided(panel().fake)[1]?.body).toMatchObject({ allocations: allocationsOf(it.candidates[0]) });
  });
});

function allocationsOf(candidate: CandidateView | undefined): { itemId: string; amountMinor: number }[] {
  return (candidate?.allocations ?? []).map(({ itemId, allocatedMinor }) => ({ itemId, amountMinor: allocatedMinor }));
}
