// The desk while the server does not answer.
import { describe, expect, it } from 'vitest';
import { arrived, chromiumPath, cursorName, decided, press } from '../browser.ts';
import { panelForEach } from '../panel.ts';

describe.skipIf(chromiumPath === null)('when the server does not answer', () => {
  const { start } = panelForEach({ quietly: false });

  it('goes on with the work, says what it keeps, and sends it once, in order, when the server is back', async () => {
    const { page, fake } = await start();
    fake.cut = true;
    await press(page, 'Enter', 'Enter', 'Enter', 'Enter');
    expect(await cursorName(page)).toBe('IMPRIMERIE DU PORT');
    await expect
      .poll(() => page.locator('.banner.bad').innerText(), { timeout: 15_000 })
      .toContain('4 décisions gardées ici');
    fake.cut = false;
    await page.locator('.banner button').click();
    await arrived(fake, 4);
    expect(decided(fake).map((it) => it.path)).toEqual([
      '/lines/l0/accept',
      '/lines/l1/accept',
      '/lines/l2/accept',
      '/lines/l3/accept',
    ]);
    expect(new Set(fake.seen.map((it) => it.key)).size).toBe(fake.seen.length);
    await expect.poll(() => page.locator('.banner.bad').count()).toBe(0);
  });

  it('keeps what was decided over a reload, with the same key', async () => {
    const { page, fake } = await start();
    fake.cut = true;
    await press(page, 'Enter');
    const kept = await page.evaluate(() => JSON.parse(sessionStorage.getItem('lettrage.outbox') ?? '[]'));
    expect(kept).toHaveLength(1);
    page.on('dialog', (dialog) => void dialog.accept());
    fake.cut = false;
    await page.reload();
    await arrived(fake, 1);
    expect(fake.seen[0]?.key).toBe(kept[0].key);
    expect(fake.world.lines.get('l0')?.row.state).toBe('settled');
  });

  it('asks before the page is left with something unsent, and only then', async () => {
    const { page, fake } = await start();
    // The event is what the browser asks the page by; its own dialog, left open for a moment, can take the whole browser down.
    const asks = () => page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
    expect(await asks()).toBe(false);
    fake.cut = true;
    await press(page, 'Enter');
    expect(await asks()).toBe(true);
    fake.cut = false;
    await arrived(fake, 1);
    await expect.poll(asks).toBe(false);
  });

  it('takes an undo of something unsent back without asking anyone', async () => {
    const { page, fake } = await start();
    fake.cut = true;
    await press(page, 'Enter', 'Enter', 'Control+z');
    expect(await cursorName(page)).toBe('TRANSPORTS DELMAS & FILS');
    fake.cut = false;
    await arrived(fake, 1);
    await page.waitForTimeout(1500);
    expect(decided(fake).map((it) => it.path)).toEqual(['/lines/l0/accept']);
  });

  it('moves on at once even when every answer is slow', async () => {
    const { page, fake } = await start();
    await page.waitForTimeout(300);
    fake.delayMs = 1_000;
    await press(page, 'Enter', 'Enter', 'Enter');
    expect(await cursorName(page)).toBe('HORLOGERIE VUILLEMIN SA');
    expect(await page.locator('.detail .t tbody tr').count()).toBe(1);
    fake.delayMs = 0;
    await arrived(fake, 3);
  });

  it('says what failed where it failed, and tries again', async () => {
    const { page } = await start({
      before: (fake) =>
        fake.troubles.push({
          path: /lines\/l0$/,
          status: 500,
          fault: { code: 'internal', says: 'Erreur interne (r-1).' },
          times: 1,
        }),
    });
    await expect.poll(() => page.locator('.detail .failed').innerText()).toContain('Erreur interne');
    await page.locator('.failed button').click();
    await expect.poll(() => page.locator('.detail .t tbody tr').count()).toBe(1);
  });

  it('says how to open the session when there is none', async () => {
    const { page } = await start({
      before: (fake) =>
        fake.troubles.push({
          path: /session/,
          status: 401,
          fault: { code: 'session-missing', says: 'La session n’est pas ouverte.' },
          times: 9,
        }),
    });
    expect(await page.locator('main').innerText()).toContain('adresse complète affichée au démarrage');
  });
});
