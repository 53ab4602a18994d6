// Contrast of every pair of colours, in both themes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../../panel/ui/style/token.css'), 'utf8');

/** The tokens of a theme; the dark one lays itself over the light one. */
function tokensOf(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})\b/g)].map(([, name, value]) => [name, value]),
  );
}

const [light = '', dark = ''] = css.split('[data-theme="dark"]');
const THEMES = { light: tokensOf(light), dark: { ...tokensOf(light), ...tokensOf(dark) } };

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(full.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['bg', 'surface', 'sunken', 'hover', 'accent-tint', 'warn-tint', 'bad-tint'];
const TEXTS = ['text', 'text2', 'text3', 'accent-text', 'ok', 'warn', 'bad'];

describe.each(['light', 'dark'] as const)('the %s theme', (name) => {
  const theme = THEMES[name];
  const of = (token: string) => theme[token] ?? '#000';

  test.each(GROUNDS)('every text reads on %s (4.5:1)', (ground) => {
    for (const text of TEXTS) expect(contrast(of(text), of(ground)), text).toBeGreaterThanOrEqual(4.5);
  });

  test('words on buttons and in the lane read (4.5:1)', () => {
    expect(contrast(of('on-primary'), of('primary'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('on-primary'), of('primary-hover'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('text'), of('btn'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('text'), of('btn-hover'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('toast-text'), of('toast'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('toast-act'), of('toast'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast('#ffffff', of('host'))).toBeGreaterThanOrEqual(4.5);
  });

  test('borders of controls, the meter and the ring are seen (3:1)', () => {
    for (const token of ['ctl', 'accent']) expect(contrast(of(token), of('surface')), token).toBeGreaterThanOrEqual(3);
  });
});
