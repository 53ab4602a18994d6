// Certainty, rules and memory in a real browser: nothing acts alone before its numbers were shown, and everything is forgotten on request.
import { describe, expect, it } from 'vitest';
import { arrived, chromiumPath, cursorName, decided, goTo, press } from './browser.ts';
import { panelForEach } from './panel.ts';

describe.skipIf(chromiumPath === null)('certainty', () => {
  const { start } = panelForEach();

  it('shows what stands down with the way back, and each class with its own and its seeded record apart', async () => {
    const { page } = await start({ screen: 'trust' });
    const down = await page.locator('.down').innerText();
    expect(down).toContain('validez encore 13 propositions');
    const row = page.locator('.classes tbody tr').first();
    expect(await row.innerText()).toContain('12 justes');
    expect(await row.innerText()).toContain('9\u00a0412 justes');
    expect(await row.innerText()).toContain('99,9\u00a0%');
  });

  it('asks with the numbers before a class acts alone, and leaves all as it was when told so', async () => {
    const { page, fake } = await start({ screen: 'trust' });
    const yes = page.locator('.classes tbody tr').first().locator('.seg button').nth(1);
    await yes.click();
    const dialog = page.locator('dialog');
    const text = await dialog.innerText();
    for (const part of ['9\u00a0412 fois', '12 fois chez vous', '99,9\u00a0%', '12 lignes en attente'])
      expect(text).toContain(part);
    await dialog.locator('.acts-row .btn').first().click();
    expect([await dialog.count(), decided(fake)]).toEqual([0, []]);
    await yes.click();
    await dialog.locator('.btn.pri').click();
    await arrived(fake, 1);
    expect(decided(fake)).toMatchObject([{ path: '/trust/classes', body: { state: 'on' } }]);
    await expect.poll(() => page.locator('.classes tbody tr').first().innerText()).toContain('agit seule');
  });

  it('switching off asks nothing; the mode that acts does', async () => {
    const { page, fake } = await start({ screen: 'trust' });
    await page.locator('.classes tbody tr').nth(1).locator('.seg button').nth(2).click();
    await arrived(fake, 1);
    expect(decided(fake)).toMatchObject([{ path: '/trust/classes', body: { state: 'off' } }]);
    await page.locator('.seg button', { hasText: 'agit sur preuve' }).click();
    expect(await page.locator('dialog').innerText()).toContain('classes prouvées');
    await page.locator('dialog .btn.pri').click();
    await arrived(fake, 2);
    expect(decided(fake)[1]).toMatchObject({ path: '/trust/mode', body: { mode: 'auto' } });
  });

  it('who may not switch sees the same numbers and no switch', async () => {
    const { page } = await start({ screen: 'trust', role: 'bookkeeper' });
    expect(await page.locator('.trust-page .seg').count()).toBe(0);
    expect(await page.locator('.trust-page').innerText()).toContain('Seul un responsable');
    expect(await page.locator('.classes tbody tr').count()).toBeGreaterThan(3);
  });

  it('the day’s unattended matches are looked at by Enter and undone by U, the sample is marked', async () => {
    const { page, fake } = await start({ screen: 'trust' });
    await page.locator('.btn', { hasText: 'Ouvrir la liste' }).click();
    await page.waitForSelector('main.queue');
    await expect.poll(() => page.locator('.li').count()).toBe(2);
    expect(await page.locator('.li.cur').innerText()).toContain('à regarder');
    const first = await cursorName(page);
    await press(page, 'Enter');
    await arrived(fake, 1);
    expect(decided(fake)[0]?.path).toMatch(/confirm$/);
    expect(await page.locator('.li', { hasText: first }).innerText()).toContain('vue');
    expect(await cursorName(page)).not.toBe(first);
    await press(page, 'u');
    await arrived(fake, 2);
    expect(decided(fake)[1]?.path).toMatch(/undo$/);
  });

  it('the tolerance is set in the reader’s own way of writing', async () => {
    const { page, fake } = await start({ screen: 'trust' });
    await page.locator('[name=line]').fill('0,03');
    await page.locator('[name=year]').fill('2,50');
    await press(page, 'Enter');
    await arrived(fake, 1);
    expect(decided(fake)[0]?.body).toEqual({ tolerance: { lineMax: 3, yearMax: 250 } });
  });

  it('a rule is written, tried, and switched on from what its trial showed', async () => {
    const { page, fake } = await start({ screen: 'settings' });
    await page.locator('.rules header .btn').click();
    await page.locator('.rule-form [name=name]').fill('Assurance');
    await page.locator('.rule-form [name=label]').fill('PRLV * AXA*');
    await page.locator('.rule-form input[value=account]').check();
    await page.locator('.rule-form [name=account]').fill('616000');
    await press(page, 'Enter');
    await expect.poll(() => page.locator('.rules .things').innerText()).toContain('Assurance');
    expect(decided(fake)[0]?.body).toEqual({
      name: 'Assurance',
      when: { label: 'PRLV * AXA*' },
      outcome: { kind: 'account', account: '616000' },
      replaces: null,
    });
    const row = page.locator('.rules .things li', { hasText: 'Assurance' });
    expect(await row.locator('.btn', { hasText: 'Activer' }).count()).toBe(0);
    await row.locator('.btn', { hasText: 'Essayer' }).click();
    await page.waitForSelector('.trial');
    expect(await page.locator('dialog').innerText()).toContain('contredit une décision');
    await page.locator('dialog .btn.pri').click();
    await expect.poll(() => row.innerText()).toContain('active');
  });

  it('a changed account is asked about; what is remembered is forgotten with one press', async () => {
    const { page, fake } = await start({ screen: 'settings' });
    const memory = page.locator('.memory');
    expect(await memory.innerText()).toContain('peut être une fraude');
    await memory.locator('.btn', { hasText: 'C’est bien lui' }).click();
    await expect.poll(() => memory.innerText()).not.toContain('peut être une fraude');
    expect(await memory.innerText()).toContain('avoir à venir');
    await memory.locator('li', { hasText: 'FAC/2026/00871' }).locator('.btn').click();
    await expect.poll(() => memory.innerText()).not.toContain('avoir à venir');
    expect(decided(fake).map(({ path }) => path)).toEqual(['/memory/accounts', '/memory/forget']);
  });

  it('reads in English, too', async () => {
    const { page } = await start({ screen: 'trust', language: 'en', theme: 'dark' });
    expect(await page.locator('.classes').innerText()).toContain('Whole invoice number · exact amount');
    await goTo(page, 'settings');
    await expect.poll(() => page.locator('.rules').innerText()).toContain('label "PRLV * EDF*"');
  });
});
