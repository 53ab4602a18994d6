// "États": how the tables of a report stand on the screen.
import { describe, expect, it } from 'vitest';
import { chromiumPath } from '../browser.ts';
import { panelForEach } from '../panel.ts';

describe.skipIf(chromiumPath === null)('a report of several tables', () => {
  const { start } = panelForEach();

  it('has them one under the other, and its choice above them', async () => {
    const { page } = await start({ screen: 'reports' });
    await page.waitForSelector('.sheet-one');
    await page.route('**/api/reports/vat?*', async (route) => {
      const response = await route.fetch();
      const [sheet] = (await response.json()) as { title: string }[];
      await route.fulfill({ response, json: [sheet, { ...sheet, title: 'Second' }] });
    });
    await page.locator('.reports-list button', { hasText: 'TVA' }).click();
    await page.getByRole('heading', { name: 'Second' }).waitFor();
    const boxes = await page
      .locator('#vat-due, .sheet-one')
      .evaluateAll((all) => all.map((it) => it.getBoundingClientRect().toJSON() as DOMRect));
    expect(boxes).toHaveLength(3);
    for (const [i, box] of boxes.entries()) expect(box.top).toBeGreaterThanOrEqual(boxes[i - 1]?.bottom ?? 0);
  });
});
