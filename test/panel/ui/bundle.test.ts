// The weight of the first screen, and what the page may run.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { buildPanel } from './browser.ts';

const DIST = join(import.meta.dirname, '../../../panel/ui/dist');
const FIRST_SCREEN_BYTES_MAX = 90_000;

it('everything that the first screen needs is at most 90 kB over the wire', () => {
  buildPanel();
  const files = [
    join(DIST, 'index.html'),
    ...readdirSync(join(DIST, 'assets')).map((name) => join(DIST, 'assets', name)),
  ];
  const bytes = files.reduce((total, file) => total + gzipSync(readFileSync(file)).length, 0);
  expect(bytes).toBeLessThanOrEqual(FIRST_SCREEN_BYTES_MAX);
});

it('runs under a policy that allows nothing inline and nothing from elsewhere', () => {
  const page = readFileSync(join(DIST, 'index.html'), 'utf8');
  expect(page).not.toMatch(/<style|style=|<script>|onload=|https?:\/\//);
});
