// Finding what a line pays: number after number, advices, accounts, and the leads that come first.
import { describe, expect, it } from 'vitest';
import { readAdvice } from '../../../../panel/ui/queue/advice.ts';
import { likeliestFirst } from '../../../../panel/ui/queue/lead.ts';
import type { ItemRow } from '../../../../sync/port/view.ts';
import { arrived, chromiumPath, decided, press, settled } from '../browser.ts';
import type { Fake } from '../fake/fake.ts';
import { panelForEach } from '../panel.ts';

const item = (document: string | null, residualMinor: number) =>
  ({ itemId: document, document, residualMinor, currency: 'EUR' }) as ItemRow;

describe('leads', () => {
  it('begin with what the label cites, then what is of the line’s amount, then the rest by age', () => {
    const found = [item('A1', 100), item('A2', 500), item(null, 300), item('A3', 200)];
    const row = { label: 'VIR A3 MERCI', amountMinor: 500 };
    expect(likeliestFirst(found, row).map((it) => it.document)).toEqual(['A3', 'A2', 'A1', null]);
  });
});

describe('an advice of several customers', () => {
  it('takes the others’ items by their whole number only', () => {
    const others = [item('FAC/2026/00871', 2_000), item('FAC/2026/00903', 3_000)];
    const read = readAdvice('FAC/2026/00871 20,00\n00903 30,00', [], 'EUR', others);
    expect(read.takes.map((it) => [it.item.document, it.minor])).toEqual([['FAC/2026/00871', 2_000]]);
    expect(read.unknown).toEqual([{ text: '00903 30,00', minor: 3_000 }]);
  });
});

/** Open invoices of two customers, which together are what the line without a proposal received. */
function invoicesIn(fake: Fake): [ItemRow, ItemRow] {
  const received = fake.world.lines.get('l5')?.row.amountMinor ?? 0;
  const open = [...fake.world.items.values()].filter((it) => it.kind === 'invoice' && it.residualMinor > 0);
  const [first] = open;
  const other = open.find((it) => it.partyId !== first?.partyId);
  if (!first || !other) throw new Error('the made-up company has too few invoices');
  first.residualMinor = 1_000;
  other.residualMinor = received - 1_000;
  return [first, other];
}

describe.skipIf(chromiumPath === null)('the search, by keyboard', () => {
  const { start, panel } = panelForEach();
  const toNothingProposed = async () => {
    await press(panel().page, ...Array.from({ length: 5 }, () => 'ArrowDown'));
    await settled(panel().page);
    await panel().page.locator('.nothing').waitFor();
  };
  const ticked = () =>
    panel()
      .page.locator('.find tr.lit')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['of']));
  const focused = () => panel().page.evaluate(() => document.activeElement?.closest('tr')?.dataset['of']);

  it('shows what is due after a decision that was still on its way, and moves nothing', async () => {
    const { page, fake } = await start();
    const [first] = invoicesIn(fake);
    let answer = () => {};
    const held = new Promise<void>((go) => {
      answer = go;
    });
    await page.route('**/accept', async (route) => {
      await held;
      await route.continue();
    });
    await press(page, ...Array.from({ length: 4 }, () => 'ArrowDown'));
    await page.waitForSelector('.acts .btn.pri:not(.off)');
    await press(page, 'Enter');
    await page.locator('.nothing').waitFor();
    await press(page, 'c');
    await page.keyboard.type(first.document ?? '');
    const row = page.locator('.find tr[data-of]');
    await expect.poll(() => row.allInnerTexts()).toEqual([expect.stringContaining('10,00')]);
    first.residualMinor = 400;
    answer();
    await expect.poll(() => row.allInnerTexts()).toEqual([expect.stringContaining('4,00')]);
    expect(await page.locator('.find input').inputValue()).toBe(first.document);
    expect(await page.evaluate(() => document.activeElement?.matches('.find input'))).toBe(true);
  });

  it('picks one number after the other with Enter, and a last Enter accepts', async () => {
    const { page, fake } = await start();
    const [first, other] = invoicesIn(fake);
    await toNothingProposed();
    // Enter follows the last digit at once: it waits for the answer and ticks the one that was meant.
    await page.keyboard.type(`c${first.document}`);
    await press(page, 'Enter');
    await expect.poll(focused).toBe(first.itemId);
    expect(await ticked()).toEqual([first.itemId]);
    await press(page, 'c');
    await page.keyboard.type(String(other.document));
    await press(page, 'Enter');
    await expect.poll(focused).toBe(other.itemId);
    expect(await ticked()).toEqual([first.itemId, other.itemId]);
    await expect.poll(() => page.locator('.acts .btn.pri').innerText()).toContain('Accepter les 2 pièces');
    await press(page, 'Enter');
    await arrived(fake, 1);
    const body = decided(fake)[0]?.body as { allocations: { itemId: string }[] };
    expect(body.allocations.map((it) => it.itemId)).toEqual([first.itemId, other.itemId]);
  });

  it('takes a digit among the results as the beginning of the next number', async () => {
    const { page, fake } = await start();
    const [first] = invoicesIn(fake);
    await toNothingProposed();
    await page.keyboard.type(`c${first.document}`);
    await press(page, 'Enter');
    await expect.poll(focused).toBe(first.itemId);
    await page.keyboard.type('0000');
    expect(await page.inputValue('.find input[type=text]')).toBe('0000');
    await press(page, 'Enter');
    // Several have these digits: the focus goes to the first of them, and nothing is ticked by itself.
    await expect.poll(focused).not.toBe(undefined);
    expect(await ticked()).toEqual([first.itemId]);
  });

  it('takes no account that stood there before the one that was typed was found', async () => {
    const { page, fake } = await start();
    await toNothingProposed();
    await press(page, 'i', '1');
    await page.locator('#account-choices [role=option]').first().waitFor();
    await settled(page);
    const standing = await page.locator('#account-choices [aria-selected=true] .mono').innerText();
    fake.delayMs = 300;
    await page.keyboard.type('627');
    await press(page, 'Enter');
    await page.locator('.pick-account').waitFor({ state: 'detached' });
    fake.delayMs = 0;
    expect(standing).not.toContain('627');
    await expect.poll(() => page.locator('.acts .btn.pri').innerText()).toContain('au 627');
  });

  it('says so when no account has that name, and Enter takes none', async () => {
    const { page } = await start();
    await toNothingProposed();
    await press(page, 'i', '1');
    await page.locator('#account-choices [role=option]').first().waitFor();
    await page.keyboard.type('zzz');
    await expect.poll(() => page.locator('.pick-account').innerText()).toContain('Aucun compte du grand livre pour');
    await press(page, 'Enter');
    await settled(page);
    expect(await page.locator('.pick-account').count()).toBe(1);
  });

  it('takes an advice that names invoices of two customers, and says of how many', async () => {
    const { page, fake } = await start();
    const [first, other] = invoicesIn(fake);
    await toNothingProposed();
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(paste);
    }, `${first.document}\t10,00\n${other.document}\t20,00`);
    await expect.poll(() => page.locator('.detail .msg').innerText()).toContain('2 pièces affectées, de 2 clients');
    expect(await ticked()).toEqual([first.itemId, other.itemId]);
  });

  it('shows no other proposal of a customer who was said not to be the payer', async () => {
    const { page, fake } = await start();
    const line = fake.world.lines.get('l0');
    const [own] = line?.candidates ?? [];
    if (!line || !own) throw new Error('the first line has a proposal');
    line.candidates = [own, { ...own, signature: 'second' }];
    await page.reload();
    await settled(page);
    await expect.poll(() => page.locator('.detail .h2').innerText()).toContain('Proposition 1 sur 2');
    fake.delayMs = 2_000;
    await press(page, 'r', '2');
    await page.locator('.nothing').waitFor();
    fake.delayMs = 0;
  });
});

describe.skipIf(chromiumPath === null)('a filter', () => {
  const { start } = panelForEach();

  it('opens with its line in view, however far the list before was scrolled', async () => {
    const { page } = await start({ lines: 400, decided: false });
    await press(page, 'End');
    await settled(page);
    expect(await page.locator('.list').evaluate((list) => list.scrollTop)).toBeGreaterThan(5_000);
    await press(page, 'g', '2');
    await settled(page);
    const isInView = () =>
      page.evaluate(() => {
        const [row, list] = [document.querySelector('.li.cur'), document.querySelector('.list')];
        if (!row || !list) return false;
        const [own, box] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
        return own.top >= box.top && own.bottom <= box.bottom;
      });
    await expect.poll(isInView).toBe(true);
  });
});

describe.skipIf(chromiumPath === null)('the address of a new start', () => {
  const { start } = panelForEach({ quietly: false });

  it('opens the new session in a tab that is open already', async () => {
    const { page } = await start();
    await page.evaluate(() => sessionStorage.setItem('lettrage.token', 'of an earlier start'));
    const loaded = page.waitForEvent('load');
    await page.evaluate(() => {
      location.hash = '#t=of-a-new-start';
    });
    await loaded;
    await expect.poll(() => page.evaluate(() => sessionStorage.getItem('lettrage.token'))).toBe('of-a-new-start');
    expect(page.url()).not.toContain('t=');
  });
});
