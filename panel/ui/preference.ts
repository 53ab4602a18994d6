// What one person prefers in this browser: language, theme, key caps, single-letter keys. Nothing of the books is kept here.
import { effect, signal } from '@preact/signals';
import { type Language, language } from './words/index.ts';

export type Theme = 'light' | 'dark';

export const theme = signal<Theme>('light');
/** Key caps printed on the buttons. */
export const keyCaps = signal(true);
/** Single-letter keys act; off for people who dictate or whose screen reader owns the letters (WCAG 2.1.4). */
export const letterKeys = signal(true);
/** The first-steps guide was put away. */
export const guideHidden = signal(false);

const KEY = 'lettrage.preferences';

/** Reads what was kept, and keeps every later change. */
export function loadPreferences(): void {
  const kept = stored();
  language.value = kept['language'] === 'en' || kept['language'] === 'fr' ? kept['language'] : browserLanguage();
  theme.value = kept['theme'] === 'dark' ? 'dark' : 'light';
  keyCaps.value = kept['keyCaps'] !== false;
  letterKeys.value = kept['letterKeys'] !== false;
  guideHidden.value = kept['guideHidden'] === true;
  effect(() => {
    document.documentElement.lang = language.value;
    document.documentElement.dataset['theme'] = theme.value;
    document.documentElement.classList.toggle('no-caps', !keyCaps.value);
    keep({
      language: language.value,
      theme: theme.value,
      keyCaps: keyCaps.value,
      letterKeys: letterKeys.value,
      guideHidden: guideHidden.value,
    });
  });
}

function browserLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

function stored(): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function keep(preferences: Record<string, unknown>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Private windows may refuse; the preference lasts as long as the page.
  }
}
