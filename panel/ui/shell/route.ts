// Which screen is shown, kept in the address's fragment so that back, forward and a reload stay where they were.
import { batch, signal } from '@preact/signals';

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
  'statement',
  'settings',
  'setup',
] as const;
export type ScreenName = (typeof SCREENS)[number];

const name = signal<ScreenName>('queue');
/** What the screen is about, where it is about one thing: the id of a customer, a statement, a bank line. */
const subject = signal<string | null>(null);
/** The line of it that is pointed at. */
const place = signal<string | null>(null);

export const screen = {
  name,
  subject,
  place,
  go(to: ScreenName, about: string | null = null, at: string | null = null): void {
    const hash = `#/${[to, about, at].flatMap((it) => (it === null ? [] : [encodeURIComponent(it)])).join('/')}`;
    if (location.hash !== hash) location.hash = hash;
    batch(() => {
      subject.value = about;
      place.value = at;
      name.value = to;
    });
  },
};

/** Follows the address; call once, after the token was taken out of it. */
export function watchRoute(): void {
  const read = () => {
    const [, path, about, at] = location.hash.split('/');
    const found = SCREENS.find((it) => it === path);
    batch(() => {
      subject.value = textOf(about);
      place.value = textOf(at);
      name.value = found ?? 'queue';
    });
  };
  read();
  window.addEventListener('hashchange', read);
}

/** An address that a person mangled names nothing. */
function textOf(part: string | undefined): string | null {
  try {
    return part === undefined ? null : decodeURIComponent(part);
  } catch {
    return null;
  }
}
