// A few cents too little or too much: within the tolerance that a company may write down, and beyond it.
import { full, type Scenario } from '../scene.ts';
import { cited } from '../wording.ts';

const WITHIN = [-1, 2, -5, 1, -3];
const BEYOND = [-37, 50];

export const cents: readonly Scenario[] = [
  {
    name: 'within five cents',
    times: WITHIN.length,
    byHand: 1,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const invoice = scene.invoice(customer, day);
      const adjustments = [{ kind: 'rounding' as const, minor: WITHIN[turn] ?? 1 }];
      scene.receive({ from: customer, day, pays: full(invoice), adjustments, text: () => [cited(invoice)] });
    },
  },
  {
    name: 'beyond five cents',
    times: BEYOND.length,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const invoice = scene.invoice(customer, day);
      const adjustments = [{ kind: 'rounding' as const, minor: BEYOND[turn] ?? 50 }];
      scene.receive({ from: customer, day, pays: full(invoice), adjustments, text: () => [cited(invoice)] });
    },
  },
];
