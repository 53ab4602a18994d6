// The accounts of differences in a real browser, by keyboard: what is missing is said, named, refused in words and taken back.
import { describe, expect, it } from 'vitest';
import { arrived, chromiumPath, decided, goTo, press } from './browser.ts';
import { panelForEach } from './panel.ts';

describe.skipIf(chromiumPath === null)('accounts of differences', () => {
  const { start } = panelForEach();

  it('one that the chart lacks is named by keyboard alone, refused in words when it is unknown, and taken back', async () => {
    const { page, fake } = await start();
    await goTo(page, 'settings');
    const rows = page.locator('.account-uses form');
    await expect.poll(() => rows.nth(0).innerText()).toContain('aucun compte connu : ce choix est refusé');
    expect(await rows.nth(1).innerText()).toContain('Escomptes accordés · du plan comptable');
    expect(await rows.nth(2).innerText()).toContain('ne sert plus dans le plan comptable');
    const field = rows.nth(0).locator('input');
    await field.focus();
    await page.keyboard.insertText('999999');
    await press(page, 'Enter');
    await expect.poll(() => rows.nth(0).locator('[role=alert]').innerText()).toContain('n’y sert plus');
    await field.fill('627');
    const listed = page.locator('#account-use-choices option');
    await expect
      .poll(() => listed.evaluateAll((all) => all.map((it) => (it as HTMLOptionElement).value)))
      .toEqual(['627000']);
    await page.keyboard.insertText('000');
    await press(page, 'Enter');
    await arrived(fake, 2);
    expect(decided(fake)[1]).toMatchObject({
      path: '/ledger-accounts/uses',
      body: { use: 'bank_fee', account: '627000' },
    });
    await expect.poll(() => rows.nth(0).innerText()).toContain('Services bancaires et assimilés · choisi ici');
    expect(await rows.nth(0).locator('[role=alert]').count()).toBe(0);
    await rows.nth(0).locator('button[type=button]').focus();
    await press(page, 'Enter');
    await arrived(fake, 3);
    expect(decided(fake)[2]).toMatchObject({ body: { use: 'bank_fee', account: null } });
    await expect.poll(() => rows.nth(0).innerText()).toContain('aucun compte connu');
  });

  it('are shown to who may not name them, without a field', async () => {
    const { page } = await start({ role: 'bookkeeper' });
    await goTo(page, 'settings');
    await expect.poll(() => page.locator('.account-uses form').nth(1).innerText()).toContain('665000');
    expect(await page.locator('.account-uses input').count()).toBe(0);
  });
});
