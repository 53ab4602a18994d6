// The desk in a real browser: each way to be done with a line, by keyboard.
import { describe, expect, it } from 'vitest';
import { arrived, chromiumPath, cursorName, decided, press, settled } from '../browser.ts';
import { panelForEach } from '../panel.ts';

describe.skipIf(chromiumPath === null)('the desk, by keyboard', () => {
  const { start, panel } = panelForEach();
  const down = async (n: number) => {
    await press(panel().page, ...Array.from({ length: n }, () => 'ArrowDown'));
    await settled(panel().page);
  };
  const primary = () => panel().page.locator('.acts .btn.pri').innerText();
  const lane = () => panel().page.locator('.toast').innerText();

  it('takes the token out of the address, and gives the list the keys', async () => {
    const { page } = await start();
    expect(page.url()).not.toContain('t=');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('lines');
    expect(await cursorName(page)).toBe('CLINIQUE SAINT-ROCH');
    expect(await page.title()).toBe('Lettrage');
  });

  it('accepts what is shown with one key, and stands on the next line in the same frame', async () => {
    const { page, fake } = await start();
    const next = await page.evaluate(async () => {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }),
      );
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return [
        document.querySelector('.li.cur .t')?.textContent,
        document.querySelector('.detail h2')?.textContent,
        document.querySelectorAll('.detail .t tbody tr').length,
      ];
    });
    expect(next).toEqual(['TRANSPORTS DELMAS & FILS', 'TRANSPORTS DELMAS & FILS', 3]);
    await arrived(fake, 1);
    expect(decided(fake)).toEqual([
      {
        path: '/lines/l0/accept',
        body: {
          candidate: 0,
          partyId: 'p0',
          allocations: [{ itemId: 'i1', amountMinor: 567_350 }],
          adjustments: [],
          rest: 'none',
        },
      },
    ]);
    await expect.poll(() => page.locator('#line-l0').innerText()).toContain('Acceptée');
    expect(await page.locator('.counters button').first().innerText()).toContain('15');
    expect(await lane()).toContain('rapprochée de FAC/2026/00001');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('lines');
  });

  it('says the fee on the button, and posts exactly that', async () => {
    const { page, fake } = await start();
    await down(3);
    expect(await primary()).toContain('Accepter avec frais 12,50');
    await press(page, 'Enter');
    await arrived(fake, 1);
    expect(decided(fake)[0]?.body).toMatchObject({
      adjustments: [{ kind: 'bank_fee', amountMinor: -1250 }],
      rest: 'none',
    });
  });

  it('leaves what is missing due when L says so, and shows it before it is posted', async () => {
    const { page, fake } = await start();
    await down(3);
    await press(page, 'l');
    expect(await primary()).toContain('laisser 12,50');
    expect(await page.locator('.detail tbody td').last().innerText()).toContain('12,50');
    await press(page, 'Enter');
    await arrived(fake, 1);
    const body = decided(fake)[0]?.body as { allocations: { amountMinor: number }[]; adjustments: unknown[] };
    const line = fake.world.lines.get('l3')?.line.amountMinor;
    expect(body.adjustments).toEqual([]);
    expect(body.allocations.map((it) => it.amountMinor)).toEqual([line]);
  });

  it('says on the button what a part payment leaves due', async () => {
    await start();
    await down(11);
    expect(await primary()).toMatch(/^Accepter, [\d\u00a0]+,\d\d\u00a0€ restent dus/);
  });

  it('does not accept money that nobody has named: Enter asks, A makes it a deposit', async () => {
    const { page, fake } = await start();
    await down(6);
    await press(page, 'Enter');
    expect(decided(fake)).toEqual([]);
    expect(await cursorName(page)).toBe('GROUPE HESTIA');
    expect(await page.locator('.diff').innerText()).toContain('Trop-perçu, ou acompte');
    await press(page, 'a');
    expect(await primary()).toContain('en acompte');
    await press(page, 'Enter');
    await arrived(fake, 1);
    expect(decided(fake)[0]?.body).toMatchObject({ rest: 'advance', adjustments: [] });
  });

  it('rejects with a reason and shows the next proposal on the same line', async () => {
    const { page, fake } = await start();
    await down(1);
    await press(page, 'r', '2');
    await arrived(fake, 1);
    expect(decided(fake)).toMatchObject([{ path: '/lines/l1/reject', body: { reason: 'wrong-customer' } }]);
    expect(await cursorName(page)).toBe('TRANSPORTS DELMAS & FILS');
    await expect.poll(() => page.locator('.detail .t tbody tr').count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('lines');
  });

  it('takes another reason in a sentence', async () => {
    const { page, fake } = await start();
    await press(page, 'r', '6');
    await page.keyboard.type('facture contestée');
    await press(page, 'Enter');
    await arrived(fake, 1);
    expect(decided(fake)[0]?.body).toMatchObject({ reason: 'other', comment: 'facture contestée' });
  });

  it('puts a line off to a day and goes on', async () => {
    const { page, fake } = await start();
    await press(page, 'p', '2');
    await arrived(fake, 1);
    expect(decided(fake)).toEqual([{ path: '/lines/l0/later', body: { until: '2026-11-23' } }]);
    expect(await cursorName(page)).toBe('TRANSPORTS DELMAS & FILS');
    await press(page, 'p', '4');
    await page.keyboard.type('15/12');
    await press(page, 'Enter');
    await arrived(fake, 2);
    expect(decided(fake)[1]?.body).toEqual({ until: '2026-12-15' });
  });

  it('undoes, comes back to the line, and redoes', async () => {
    const { page, fake } = await start();
    await press(page, 'Enter', 'Enter');
    await arrived(fake, 2);
    await press(page, 'Control+z');
    expect(await cursorName(page)).toBe('TRANSPORTS DELMAS & FILS');
    await arrived(fake, 3);
    await expect.poll(() => fake.world.lines.get('l1')?.row.state).toBe('open');
    await expect.poll(() => page.locator('#line-l1').innerText()).toContain('Certitude forte');
    await press(page, 'Control+Shift+z');
    await arrived(fake, 4);
    await expect.poll(() => fake.world.lines.get('l1')?.row.state).toBe('settled');
  });

  it('rolls a refused decision back in sight: reason, counter, and the cursor stays where it was', async () => {
    const { page } = await start({
      before: (fake) =>
        fake.troubles.push({
          path: /accept/,
          status: 409,
          fault: { says: 'FAC/2026/00001 est déjà réglée.' },
          times: 1,
        }),
    });
    await press(page, 'Enter');
    await expect.poll(lane).toContain('FAC/2026/00001 est déjà réglée');
    expect(await cursorName(page)).toBe('TRANSPORTS DELMAS & FILS');
    expect(await page.locator('.counters button').first().innerText()).toContain('16');
    expect(await page.locator('.counters .refused').innerText()).toContain('1');
    expect(await page.locator('#line-l0').innerText()).toContain('Refusée');
    await press(page, 'g', '6');
    expect(await cursorName(page)).toBe('CLINIQUE SAINT-ROCH');
    expect(await page.locator('.detail .msg').innerText()).toContain('déjà réglée');
  });

  it('tells the second of two people what the first did', async () => {
    const { page, fake } = await start();
    const line = fake.world.lines.get('l0');
    if (line) line.row = { ...line.row, state: 'settled' };
    await press(page, 'Enter');
    await expect.poll(lane).toContain('traitée entre-temps (M. Roy)');
  });

  it('keeps what is typed after C for the field, ticks with the space bar, and accepts', async () => {
    const { page, fake } = await start();
    await down(5);
    await page.keyboard.type('carnoux');
    expect(await page.inputValue('.find input')).toBe('arnoux');
    // Not the leads that stood there before: what the typed word finds.
    await page.locator('.find [role=status]', { hasText: /\d résultat/ }).waitFor();
    await settled(page);
    await press(page, 'ArrowDown', 'Space', 'l');
    expect(await primary()).toContain('Rapprocher');
    expect(fake.seen.filter((it) => /reject|accept$/.test(it.path))).toEqual([]);
    await press(page, 'Enter');
    await arrived(fake, 1);
    expect(decided(fake)[0]?.body).toMatchObject({ candidate: null, partyId: 'p5', rest: 'overpayment' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('lines');
  });

  it('edits amounts: what exceeds is said, "=" fills, Enter leaves the field and Escape puts back', async () => {
    const { page } = await start();
    await down(1);
    await press(page, 'm');
    await page.keyboard.type('99999');
    expect(await page.locator('.detail tfoot').innerText()).toContain('Dépasse le reste dû');
    expect(await page.locator('.acts .btn.pri').getAttribute('aria-disabled')).toBe('true');
    await press(page, '=');
    expect(await page.locator('.acts .btn.pri').getAttribute('aria-disabled')).toBeNull();
    await page.keyboard.type('10,5');
    await press(page, 'Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('lines');
    expect(await page.locator('.detail .in').first().inputValue()).toBe('10,50');
    await press(page, 'Escape');
    expect(await page.locator('.detail').innerText()).not.toContain('modifiée par vous');
  });

  it('accepts the checked lines together, only the plain ones, with one undo for all', async () => {
    const { page, fake } = await start();
    await press(page, 'x', 'ArrowDown', 'x', 'ArrowDown', 'ArrowDown', 'x');
    expect(await page.locator('.foot').innerText()).toContain('3 sélectionnées');
    await press(page, 'Shift+Enter');
    await arrived(fake, 1);
    expect(decided(fake)[0]).toMatchObject({ path: '/lines/accept', body: { lineIds: ['l0', 'l1'] } });
    expect(await page.locator('.foot').innerText()).toContain('1 sélectionnée');
    await expect.poll(() => fake.world.lines.get('l1')?.row.state).toBe('settled');
    await press(page, 'Control+z');
    await expect.poll(() => fake.world.lines.get('l0')?.row.state).toBe('open');
    await expect.poll(() => fake.world.lines.get('l1')?.row.state).toBe('open');
    expect(decided(fake)[1]).toMatchObject({ path: '/decisions/undo', body: { decisionIds: { length: 2 } } });
    await expect.poll(() => page.locator('.li', { hasText: 'Acceptée' }).count()).toBe(0);
  });

  it('shows exactly what will be accepted together before it is', async () => {
    const { page, fake } = await start();
    await press(page, 'Control+a');
    await page.locator('.foot .btn', { hasText: 'Voir' }).click();
    await expect.poll(() => page.locator('dialog').innerText()).toContain('FAC/2026/00001');
    expect(await page.locator('dialog').innerText()).toContain('Laissées de côté');
    const plain = await page.locator('dialog table').first().locator('tbody tr').count();
    await page.locator('dialog .btn.pri').click();
    await arrived(fake, 1);
    expect(decided(fake)[0]?.body['lineIds']).toHaveLength(plain);
  });

  it('makes a pasted advice the allocation, and names what is not open', async () => {
    const { page } = await start();
    await down(5);
    await page.locator('.find tbody tr').first().waitFor();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'FAC/2026/00005\t1 000,00\nFAC/2019/77777\t12,00');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await expect
      .poll(() => page.locator('.detail .msg').innerText())
      .toContain('1 pièce affectée, 1 ligne sans pièce ouverte');
    expect(await page.locator('.detail .msg').innerText()).toContain('FAC/2019/77777');
    expect(await page.locator('.detail .in').first().inputValue()).toBe('1\u00a0000,00');
  });

  it('filters by counter and comes back to all', async () => {
    const { page } = await start();
    await press(page, 'g', '3');
    await expect.poll(() => page.locator('.li').count()).toBe(4);
    // Pressed where one is already it stays: only a click lets go of a counter.
    await press(page, 'g', '3');
    await settled(page);
    expect(await page.locator('.li').count()).toBe(4);
    await page.locator('.counters [aria-pressed=true]').click();
    await expect.poll(() => page.locator('.li').count()).toBeGreaterThan(10);
    await press(page, 'g', '3');
    await expect.poll(() => page.locator('.li').count()).toBe(4);
    await press(page, 'g', '0');
    await expect.poll(() => page.locator('.li').count()).toBeGreaterThan(10);
  });

  it('says so when everything is done', async () => {
    const { page, fake } = await start({ lines: 2 });
    await press(page, 'Enter', 'Enter');
    await expect.poll(() => [...fake.world.lines.values()].filter((it) => it.row.state === 'open').length).toBe(0);
    await expect.poll(() => page.locator('.run').innerText()).toContain('Tout est rapproché');
    await press(page, 'g', '1');
    await expect.poll(() => page.locator('.lines').innerText()).toContain('Aucune ligne à valider');
  });

  it('praises nobody for a company without a bank line, and says where statements come in', async () => {
    const { page } = await start({ lines: 0, decided: false });
    await expect.poll(() => page.locator('.run').innerText()).toContain('Aucun relevé');
    expect(await page.locator('.run').innerText()).not.toContain('Tout est rapproché');
    expect(await page.locator('.lines .btn.pri').innerText()).toContain('Imports');
  });
});
