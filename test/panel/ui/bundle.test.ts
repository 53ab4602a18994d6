// The weight of the first screen, and what the page may run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { buildPanel } from './browser.ts';

const DIST = join(import.meta.dirname, '../../../panel/ui/dist');
const FIRST_SCREEN_BYTES_MAX = 90_000;

it('everything that the first screen needs is at most 90 kB over the wire', () => {
  buildPanel();
  const page = readFileSync(join(DIST, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\.?\/(assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
  const files = new Set(['index.html', ...named]);
  // What a script imports as it starts belongs to it; what it imports later does not.
  for (const file of files) {
    const text = file.endsWith('.js') ? readFileSync(join(DIST, file), 'utf8') : '';
    for (const [, name] of text.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)) files.add(`assets/${name}`);
  }
  const bytes = [...files].reduce((total, file) => total + gzipSync(readFileSync(join(DIST, file))).length, 0);
  expect(named.length).toBeGreaterThanOrEqual(2);
  expect(bytes).toBeLessThanOrEqual(FIRST_SCREEN_BYTES_MAX);
});

it('runs under a policy that allows nothing inline and nothing from elsewhere', () => {
  const page = readFileSync(join(DIST, 'index.html'), 'utf8');
  expect(page).not.toMatch(/<style|style=|<script>|onload=|https?:\/\//);
});
