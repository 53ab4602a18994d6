// The first steps on the demo company: each is done by doing it, in any order, and stays done in this browser.
import { computed, signal } from '@preact/signals';
import { session } from '../shell/state.ts';

/** In the order in which they teach: one line, taking back, what differs, credit notes, money too much or too early, letters, the rest. */
export const STEPS = [
  'accept',
  'undo',
  'difference',
  'credit',
  'overpayment',
  'deposit',
  'letter',
  'bulk',
  'aging',
  'import',
] as const;
export type Step = (typeof STEPS)[number];

const KEY = 'lettrage.steps';

export const steps = signal<ReadonlySet<Step>>(stored());
export const nextStep = computed<Step | null>(() => STEPS.find((step) => !steps.value.has(step)) ?? null);

/** Only on the demo: what is done in real books is no lesson. */
export function stepDone(step: Step): void {
  const now = session.peek();
  if (now.at !== 'open' || !now.it.company.demo || steps.peek().has(step)) return;
  steps.value = new Set([...steps.peek(), step]);
  try {
    localStorage.setItem(KEY, JSON.stringify([...steps.peek()]));
  } catch {
    // Without storage the steps count for this page only.
  }
}

function stored(): ReadonlySet<Step> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return new Set(STEPS.filter((step) => Array.isArray(kept) && kept.includes(step)));
  } catch {
    return new Set();
  }
}
