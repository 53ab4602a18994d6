// What an ERP would do besides, asked about what is in view once it stands still: the first Enter reads it, the second accepts it.
import { effect, type Signal, signal } from '@preact/signals';
import type { FaultView } from '../../sync/port/view.ts';
import { say } from './lane.ts';
import { hasErp } from './shell/state.ts';
import type { Answer } from './wire.ts';

/** As long as a preview waits: what is being typed is not asked about. */
export const STILL_MS = 150;

export type Warned = { list: readonly FaultView[]; read: boolean };

type Asked<T> = { inView: () => T | null; ask: (own: T) => Promise<Answer<FaultView[]>> };

/**
 * `inView` is what Enter would send, the same object while nothing changes, null where there is nothing to ask about; `ask` puts
 * it to the ERP. A ledger of files has nothing to say and is not asked.
 */
export function forewarn<T extends object>({ inView, ask }: Asked<T>) {
  const warned: Signal<Warned | null> = signal(null);
  let now: T | null = null;
  /** Call once. */
  const watch = (): void => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      const own = hasErp() ? inView() : null;
      now = own;
      clearTimeout(timer);
      warned.value = null;
      if (own === null) return;
      timer = setTimeout(async () => {
        const answer = await ask(own);
        if (now === own && answer.ok && answer.value.length > 0) warned.value = { list: answer.value, read: false };
      }, STILL_MS);
    });
  };
  /** True where there is something that was not read yet: it is said, and the next key may go on. */
  const isNews = (): boolean => {
    const it = warned.peek();
    if (!it || it.read) return false;
    warned.value = { ...it, read: true };
    say(it.list.map(({ says }) => says).join(' '));
    return true;
  };
  /** What is sent along: that this was read. */
  const accepted = (): { accepted?: string[] } => {
    const it = warned.peek();
    return it ? { accepted: it.list.map(({ code }) => code) } : {};
  };
  return { warned, watch, isNews, accepted };
}
