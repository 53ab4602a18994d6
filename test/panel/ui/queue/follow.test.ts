// What a person never has to do: look for the cursor, or give up on money of a customer without an item.
import { describe, expect, it } from 'vitest';
import { arrived, chromiumPath, decided, press, settled } from '../browser.ts';
import { panelForEach } from '../panel.ts';

describe.skipIf(chromiumPath === null)('at the desk', () => {
  const { start, panel } = panelForEach();
  const isInView = () =>
    panel().page.evaluate(() => {
      const box = document.getElementById('lines')?.getBoundingClientRect();
      const row = document.querySelector('.li.cur')?.getBoundingClientRect();
      return box !== undefined && row !== undefined && row.top >= box.top && row.bottom <= box.bottom;
    });

  /** The list is drawn a frame or two after the key. */
  const seen = () => expect.poll(isInView, { timeout: 10_000 }).toBe(true);

  it('the list follows when the next line to decide is far below, and back when it is undone', async () => {
    const { page, fake } = await start({ lines: 120 });
    await press(page, 'Home');
    // Set aside all that lies between: the next line to decide is then out of view.
    for (let i = 0; i < 30; i += 1) await press(page, 'p', '1');
    await settled(page);
    await seen();
    await press(page, 'Home', 'Enter');
    await seen();
    await press(page, 'Control+z');
    await seen();
    await expect.poll(() => decided(fake).length).toBeGreaterThanOrEqual(30);
  });

  it('money of a customer who has no item to tick goes to their account', async () => {
    const { page, fake } = await start();
    await press(page, ...Array.from({ length: 5 }, () => 'ArrowDown'), 'c');
    await page.keyboard.type('saint-roch');
    const customer = page.locator('.find tbody tr', { hasText: /Sur son compte.*Saint-Roch/s });
    await customer.waitFor();
    await press(page, 'ArrowDown');
    for (let i = 0; i < 20; i += 1) {
      const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      if (name.startsWith('Sur son compte')) break;
      await press(page, 'ArrowDown');
    }
    await press(page, 'Space');
    expect(await page.locator('.acts .btn.pri').getAttribute('aria-disabled')).toBe('true');
    await press(page, 'Escape', 'a');
    await settled(page);
    await press(page, 'Enter');
    await arrived(fake, 1);
    expect(decided(fake)[0]?.body).toMatchObject({ partyId: 'p0', allocations: [], rest: 'advance' });
  });

  it('a note written when a line is put off travels with it, and is read again when the line is back', async () => {
    const note = 'attendre l’avoir promis';
    const { page, fake } = await start({
      before: ({ world }) => {
        const [past] = world.history;
        world.history.unshift({
          ...past!,
          lineId: 'l0',
          action: 'later',
          undone: false,
          comment: note,
          by: 'C. Royer',
        });
      },
    });
    expect(await page.locator('.notes').innerText()).toContain(note);
    expect(await page.locator('.notes').innerText()).toContain('C. Royer');
    await press(page, 'ArrowDown', 'p', '5');
    await page.keyboard.type('relancer lundi');
    await press(page, 'Enter', '2');
    await arrived(fake, 1);
    expect(decided(fake)[0]).toMatchObject({ path: '/lines/l1/later', body: { comment: 'relancer lundi' } });
  });
});
