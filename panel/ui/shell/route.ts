// Which screen is shown, kept in the address's fragment so that back, forward and a reload stay where they were.
import { signal } from '@preact/signals';

export const SCREENS = ['queue', 'accounts', 'aging', 'history', 'imports', 'settings'] as const;
export type ScreenName = (typeof SCREENS)[number];

const name = signal<ScreenName>('queue');

export const screen = {
  name,
  go(to: ScreenName): void {
    if (name.peek() !== to) location.hash = `#/${to}`;
    name.value = to;
  },
};

/** Follows the address; call once, after the token was taken out of it. */
export function watchRoute(): void {
  const read = () => {
    const found = SCREENS.find((it) => location.hash === `#/${it}`);
    name.value = found ?? 'queue';
  };
  read();
  window.addEventListener('hashchange', read);
}
