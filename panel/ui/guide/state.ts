// The first steps on the demo company: each is done by doing it, in any order, and stays done in this browser.
import { computed, signal } from '@preact/signals';

/** In the order in which they teach: reconcile, explain a difference, take back, match a credit, read the balance, import. */
export const STEPS = ['accept', 'difference', 'undo', 'bulk', 'letter', 'aging', 'import'] as const;
export type Step = (typeof STEPS)[number];

const KEY = 'lettrage.steps';

export const steps = signal<ReadonlySet<Step>>(stored());
export const nextStep = computed<Step | null>(() => STEPS.find((step) => !steps.value.has(step)) ?? null);

export function stepDone(step: Step): void {
  if (steps.peek().has(step)) return;
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
