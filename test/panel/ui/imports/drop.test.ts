// Files that are dropped while others are on their way.
import { describe, expect, it } from 'vitest';
import { chromiumPath, settled } from '../browser.ts';
import { panelForEach } from '../panel.ts';

const file = (name: string) => ({ name, mimeType: 'text/xml', buffer: Buffer.from('x'.repeat(2_000)) });

describe.skipIf(chromiumPath === null)('a drop', () => {
  const { start } = panelForEach();

  it('that comes while another is read is taken after it, and both say what became of them', async () => {
    const { page, fake } = await start({ screen: 'imports', language: 'en' });
    fake.delayMs = 1_000;
    await page.setInputFiles('#files', [file('first.xml')]);
    await page.getByText('Reading…').first().waitFor();
    await page.setInputFiles('#files', [file('second.xml')]);
    fake.delayMs = 0;
    const files = page.locator('.sect', { hasText: 'Dropped files' }).locator('tbody tr .file');
    await files.nth(1).waitFor();
    await page.waitForFunction(() => !document.body.innerText.includes('Reading…'));
    await settled(page);
    expect((await files.allInnerTexts()).map((text) => text.split('\n')[0])).toEqual(['first.xml', 'second.xml']);
    expect(fake.seen.filter((it) => it.path.endsWith('/imports'))).toHaveLength(2);
  });
});
