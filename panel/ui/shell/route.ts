// Which screen is shown, kept in the address's fragment so that back, forward and a reload stay where they were.
import { signal } from '@preact/signals';

export const SCREENS = [
  'queue',
  'accounts',
  'aging',
  'customer',
  'claims',
  'reports',
  'history',
  'trust',
  'imports',
  'settings',
] as const;
export type ScreenName = (typeof SCREENS)[number];

const name = signal<ScreenName>('queue');
/** What the screen is about, where it is about one thing: a customer's id. */
const subject = signal<string | null>(null);

export const screen = {
  name,
  subject,
  go(to: ScreenName, about: string | null = null): void {
    const hash = about === null ? `#/${to}` : `#/${to}/${encodeURIComponent(about)}`;
    if (location.hash !== hash) location.hash = hash;
    subject.value = about;
    name.value = to;
  },
};

/** Follows the address; call once, after the token was taken out of it. */
export function watchRoute(): void {
  const read = () => {
    const [, path, about] = location.hash.split('/');
    const found = SCREENS.find((it) => it === path);
    subject.value = about === undefined ? null : decodeURIComponent(about);
    name.value = found ?? 'queue';
  };
  read();
  window.addEventListener('hashchange', read);
}
