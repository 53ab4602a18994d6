// How a case of the pictures leads from the opened page to its state.
import type { Page } from 'playwright-core';
import type { Fake } from '../panel/ui/fake/fake.ts';
import type { WorldOptions } from '../panel/ui/fake/world.ts';

export type ScreenCase = {
  name: string;
  world?: WorldOptions;
  screen?: string;
  /** Leads from the opened page to the state. */
  go?: (page: Page, fake: Fake) => Promise<void>;
  /** Before the page is opened. */
  before?: (fake: Fake) => void;
};

/** At most this wide, one pane at a time is shown. */
const NARROW_PX = 1000;

export const keys =
  (...strokes: string[]) =>
  async (page: Page) => {
    for (const stroke of strokes) await page.keyboard.press(stroke);
  };

/** To the line of this kind; where one pane has the frame, to its detail. */
export const toKind = (position: number) => async (page: Page) => {
  await keys(...Array.from({ length: position }, () => 'ArrowDown'))(page);
  await openDetail(page);
};

export async function openDetail(page: Page): Promise<void> {
  if ((page.viewportSize()?.width ?? 0) <= NARROW_PX) await page.keyboard.press('Enter');
}
