// What was not seen is neither rejected nor accepted among others: the request says what stood on the screen.
import { describe, expect, it } from 'vitest';
import { arrived, chromiumPath, decided, press } from '../browser.ts';
import { panelForEach } from '../panel.ts';

describe.skipIf(chromiumPath === null)('a proposal that was replaced behind the screen', () => {
  const { start, panel } = panelForEach();
  const said = (text: string) => panel().page.locator('.lane', { hasText: text }).waitFor();

  /** Somebody else's work: another customer's invoice is now the best for this line. */
  function replace(lineId: string): void {
    const { lines } = panel().fake.world;
    const others = [...lines.values()].filter((one) => one.row.partyId !== lines.get(lineId)?.row.partyId);
    lines.get(lineId)!.candidates = others.find((one) => one.candidates.length > 0)!.candidates;
  }

  it('is not rejected in the place of the first', async () => {
    const { page, fake } = await start();
    await press(page, 'ArrowDown');
    replace('l1');
    const before = fake.world.lines.get('l1')!.candidates;
    await press(page, 'r', '1');
    await said('La proposition a changé depuis que vous l’avez vue');
    expect(fake.world.lines.get('l1')!.candidates).toBe(before);
  });

  it('is not accepted among others', async () => {
    const { page, fake } = await start();
    await press(page, 'x', 'ArrowDown', 'x');
    replace('l0');
    await press(page, 'Shift+Enter');
    await said('La proposition a changé depuis que vous l’avez vue');
    await expect.poll(() => fake.world.lines.get('l1')?.row.state).toBe('settled');
    expect(fake.world.lines.get('l0')?.row.state).toBe('open');
  });

  it('two rejected one after the other are each the one that was seen', async () => {
    const { page, fake } = await start();
    await press(page, 'ArrowDown');
    const seen = fake.world.lines.get('l1')!.candidates.map(({ partyId, allocations }) => ({
      partyId,
      itemIds: allocations.map((it) => it.itemId),
    }));
    expect(seen.length).toBeGreaterThan(1);
    await press(page, 'r', '1', 'r', '1');
    await arrived(fake, 2);
    expect(decided(fake).map(({ body }) => body)).toMatchObject(seen.slice(0, 2).map((shown) => ({ shown })));
  });
});
