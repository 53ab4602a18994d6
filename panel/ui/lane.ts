// The lane above the actions: what was just done and how to take it back, or what was refused; and what a screen reader hears.
import { signal } from '@preact/signals';

export type Notice = {
  /** 'warn' stays until it is answered. */
  tone: 'done' | 'refused' | 'info' | 'warn';
  text: string;
  /** The job that Ctrl Z takes back; null when there is nothing to undo. */
  job: string | null;
  /** Where "Revoir" leads. */
  lineId: string | null;
};

export const LANE_MS = 8_000;

export const notice = signal<Notice | null>(null);
/** Milliseconds left; stands still while the lane is hovered, focused, or the page hidden. */
export const left = signal(0);
export const held = signal(false);
/** One polite region for decisions, one assertive for refusals and warnings only. */
export const polite = signal('');
export const assertive = signal('');

let ticking: ReturnType<typeof setInterval> | undefined;
const TICK_MS = 250;

export function tell(next: Notice): void {
  notice.value = next;
  left.value = LANE_MS;
  if (next.tone === 'refused' || next.tone === 'warn') assertive.value = next.text;
  else polite.value = next.text;
  ticking ??= setInterval(tick, TICK_MS);
}

export function say(text: string): void {
  polite.value = text;
}

export function dismiss(): void {
  notice.value = null;
  clearInterval(ticking);
  ticking = undefined;
}

function tick(): void {
  if (held.peek() || document.hidden) return;
  // A refusal stays until it is seen to: it is not a courtesy but a debt.
  const tone = notice.peek()?.tone;
  if (tone === 'refused' || tone === 'warn') return;
  left.value -= TICK_MS;
  if (left.peek() <= 0) dismiss();
}
