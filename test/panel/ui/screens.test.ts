// The other screens in a real browser.
import { describe, expect, it } from 'vitest';
import { arrived, chromiumPath, decided, goTo, press } from './browser.ts';
import { panelForEach } from './panel.ts';

describe.skipIf(chromiumPath === null)('the other screens', () => {
  const { start } = panelForEach();

  it('letters what ties with one key and goes on to the next account', async () => {
    const { page, fake } = await start({ screen: 'accounts' });
    const names = () => page.locator('.detail h2').innerText();
    await expect.poll(() => page.locator('.sums .total').innerText()).toContain('0,00');
    const first = await names();
    await press(page, 'Enter');
    await arrived(fake, 1);
    expect(decided(fake)[0]?.path).toBe('/accounts/letter');
    const itemIds = (decided(fake)[0]?.body['itemIds'] ?? []) as string[];
    expect(itemIds.map((id) => fake.world.items.get(id)?.residualMinor)).toEqual([0, 0]);
    await expect.poll(names).not.toBe(first);
    await press(page, 'Control+z');
    await expect.poll(() => fake.world.items.get(itemIds[0] ?? '')?.residualMinor).not.toBe(0);
  });

  it('does not letter what is unequal, and says by how much', async () => {
    const { page, fake } = await start({ screen: 'accounts' });
    await page.locator('.side tbody tr:not(.lit)').first().click();
    expect(await page.locator('.acts').innerText()).toContain('Dites d’abord ce qu’est l’écart');
    await press(page, 'Enter');
    await press(page, 'Escape');
    expect(await page.locator('.acts').innerText()).toContain('Cochez au moins un débit et un crédit');
    expect(decided(fake)).toEqual([]);
  });

  it('finds an account by name without the mouse', async () => {
    const { page } = await start({ screen: 'accounts' });
    await press(page, 'f');
    await page.keyboard.type('vuil');
    await press(page, 'Enter');
    expect(await page.locator('.detail h2').innerText()).toBe('Horlogerie Vuillemin SA');
    expect(await page.locator('.account').count()).toBe(1);
  });

  it('shows the aged balance equal to the ledger, and each line under its own column', async () => {
    const { page } = await start({ screen: 'aging' });
    expect(await page.locator('.control').innerText()).toContain('Égale au grand livre');
    await press(page, 'ArrowRight');
    await expect.poll(() => page.locator('tr.sub').count()).toBeGreaterThan(0);
    const sums = await page.evaluate(() => {
      const minor = (text: string | null) => Number((text ?? '').replace(/[^\d−]/g, '').replace('−', '-')) || 0;
      const party = [...document.querySelectorAll('tr.party')].find(
        (row) => row.getAttribute('aria-expanded') === 'true',
      );
      const cells = (row: Element) =>
        [...row.querySelectorAll('td.num')].slice(0, 7).map((cell) => minor(cell.textContent));
      const lines = [...document.querySelectorAll('tr.sub')].map(cells);
      return {
        party: party ? cells(party) : [],
        sum: lines.reduce((total, row) => total.map((minor, i) => minor + (row[i] ?? 0)), Array(7).fill(0)),
      };
    });
    expect(sums.sum).toEqual(sums.party);
    await press(page, 'ArrowLeft');
    expect(await page.locator('tr.sub').count()).toBe(0);
  });

  it('shows the aged balance in the currency of the documents: a total a currency, none over them, the control in the company’s', async () => {
    const { page } = await start({ screen: 'aging', dollars: true, height: 2400 });
    await page.locator('tr.party').first().waitFor();
    await press(page, 'm');
    const heads = page.locator('tr.currency th');
    await expect.poll(() => heads.allInnerTexts()).toEqual(['Total en EUR', 'Total en USD']);
    expect(await page.locator('.control').innerText()).toContain('balance entière, en EUR');
    expect(await page.locator('tfoot').innerText()).toContain('rien n’est additionné d’une devise à l’autre');
    // The rows of each currency come to the total above them.
    const sums = await page.evaluate(() => {
      const minor = (row: Element) =>
        Number((row.querySelector('td.total')?.textContent ?? '').replace(/[^\d−]/g, '').replace('−', '-')) || 0;
      const found: { total: number; rows: number }[] = [];
      for (const row of document.querySelectorAll('tr.currency, tr.party')) {
        if (row.classList.contains('currency')) found.push({ total: minor(row), rows: 0 });
        else found.at(-1)!.rows += minor(row);
      }
      return found;
    });
    expect(sums.map(({ rows }) => rows)).toEqual(sums.map(({ total }) => total));
    await page.getByRole('combobox', { name: /^Devise/ }).selectOption('USD');
    await expect.poll(() => heads.allInnerTexts()).toEqual(['Total en USD']);
    await page.locator('#aging').focus();
    await press(page, 'ArrowDown');
    await press(page, 'ArrowRight');
    await expect.poll(() => page.locator('tr.sub').count()).toBeGreaterThan(0);
    // An item says what it is in euros beside, and the choice stays beside all currencies.
    expect(await page.locator('tr.sub').first().innerText()).toContain('€');
    expect(
      await page
        .getByRole('combobox', { name: /^Devise/ })
        .locator('option')
        .count(),
    ).toBe(3);
    await press(page, 'm');
    await expect.poll(() => heads.count()).toBe(0);
  });

  it('takes another day by keyboard, and exports what is in view', async () => {
    const { page } = await start({ screen: 'aging' });
    await press(page, 'd');
    await page.keyboard.type('31/10/2026');
    await press(page, 'Enter');
    await expect
      .poll(() => page.locator('.seg button[aria-pressed=true]').first().innerText())
      .toContain('Fin octobre');
    const download = page.waitForEvent('download');
    await press(page, 'e');
    await page.getByRole('menuitem', { name: 'PDF' }).waitFor();
    await press(page, '2');
    expect((await download).suggestedFilename()).toContain('aging');
  });

  it('imports files dropped anywhere, each with its own result', async () => {
    const { page } = await start();
    await page.evaluate(() => {
      const data = new DataTransfer();
      for (const name of ['releve.xml', 'bad.ofx', 'known.xml', 'FEC.txt'])
        data.items.add(new File(['x'.repeat(2000)], name));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await page.waitForSelector('main.imports');
    await expect.poll(() => page.locator('.imp').first().innerText()).toContain('Déjà importé');
    const text = await page.locator('.imp').first().innerText();
    for (const part of [
      'Équilibré',
      'Refusé',
      'Le solde final ne correspond pas',
      'ligne 412, colonne 17',
      'Grand livre',
      'sans détail',
    ])
      expect(text).toContain(part);
    expect(await page.locator('.bar').innerText()).toContain('1 à corriger');
  });

  it('offers to start from a day, says what that does, and takes it back', async () => {
    const { page, fake } = await start();
    fake.world.start = { startDay: null };
    await goTo(page, 'imports');
    const offer = page.getByRole('region', { name: 'Commencer à une date' });
    await expect.poll(() => offer.innerText()).toContain('tout paraît ouvert');
    await offer.getByLabel('Premier jour').fill('01/11/2026');
    await offer.getByLabel('Premier jour').press('Enter');
    await expect.poll(() => offer.innerText()).toContain('Commencer au 01/11/2026');
    expect(await offer.innerText()).toMatch(/Lignes qui restent ouvertes : \d+\. Plus anciennes : \d+/);
    expect(decided(fake)).toEqual([]);
    await offer.getByRole('button', { name: /^Commencer/ }).click();
    await expect.poll(() => offer.innerText()).toContain('En vigueur : depuis le 01/11/2026');
    expect(fake.world.start).toEqual({ startDay: '2026-11-01' });
    await offer.getByRole('button', { name: 'Reprendre depuis le début' }).click();
    await expect.poll(() => fake.world.start).toEqual({ startDay: null });
  });

  it('shows what was decided and undoes any of it', async () => {
    const { page, fake } = await start();
    await press(page, 'Enter');
    await arrived(fake, 1);
    await press(page, 'h');
    await page.waitForSelector('main.history');
    await expect.poll(() => page.locator('.past-table tbody tr').first().innerText()).toContain('FAC/2026/00001');
    await press(page, 'u');
    await expect.poll(() => fake.world.lines.get('l0')?.row.state).toBe('open');
    await expect.poll(() => page.locator('.past-table').innerText()).toContain('annulée');
  });

  it('goes everywhere by G and a letter, and the address remembers', async () => {
    const { page } = await start();
    for (const [letter, name] of [
      ['l', 'accounts'],
      ['b', 'aging'],
      ['i', 'imports'],
      ['s', 'settings'],
      ['a', 'queue'],
    ] as const) {
      await press(page, 'g', letter);
      await page.waitForSelector(`main.${name}`);
    }
    await page.goBack();
    await page.waitForSelector('main.settings');
  });

  it('finds a line or an item from anywhere, and leads there', async () => {
    const { page } = await start({ screen: 'imports' });
    await press(page, '/');
    await page.keyboard.type('vuil');
    await expect.poll(() => page.locator('.hit').count()).toBeGreaterThan(2);
    await press(page, 'Enter');
    await page.waitForSelector('main.queue');
    await expect.poll(() => page.locator('.li.cur').innerText()).toContain('VUILLEMIN');
  });

  it('links a bank account to the ledger', async () => {
    const { page, fake } = await start({ screen: 'settings' });
    const form = page.locator('.link-form', { hasText: 'pas encore relié' });
    await form.locator('[name=ledgerAccount]').fill('512002');
    await form.locator('[name=journal]').fill('BQ2');
    await press(page, 'Enter');
    await expect.poll(() => page.locator('.link-form', { hasText: 'pas encore relié' }).count()).toBe(0);
    expect(fake.world.banks.map((it) => it.ledgerAccount).sort()).toEqual(['512001', '512002']);
  });

  it('changes language and theme at once, and keeps both', async () => {
    const { page } = await start({ screen: 'settings' });
    await page.locator('button', { hasText: 'English' }).last().click();
    await page.locator('.seg button', { hasText: 'Dark' }).click();
    expect(await page.locator('.tabs').innerText()).toContain('Aged balance');
    expect(
      await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset['theme']]),
    ).toEqual(['en', 'dark']);
  });

  it('leaves single letters alone when they are switched off', async () => {
    const { page } = await start({ screen: 'settings' });
    await page.locator('label', { hasText: 'Raccourcis d’une lettre' }).locator('input').uncheck();
    await goTo(page, 'queue');
    await press(page, 'r', 'x');
    expect(await page.locator('[role=menu]').count()).toBe(0);
    await press(page, 'ArrowDown');
    expect(await page.locator('.li.cur').getAttribute('aria-posinset')).toBe('2');
  });

  it('teaches by doing: each step of the guide is done when it is done', async () => {
    const { page } = await start();
    expect(await page.locator('.guide').innerText()).toContain('Rapprocher');
    await press(page, 'Enter');
    expect(await page.locator('.guide').innerText()).toContain('Annuler');
    await press(page, 'Control+z');
    expect(await page.locator('.guide li.done').count()).toBe(2);
  });
});
