// Early-payment discount: in time, late, and without right.
import { addDays } from '../../../sync/model/day.ts';
import { mulDiv } from '../../../sync/model/money.ts';
import { bankDayUntil } from '../calendar.ts';
import type { Customer } from '../customer.ts';
import type { Document } from '../document.ts';
import { DISCOUNT_PERCENT } from '../receipt.ts';
import { full, type Scenario } from '../scene.ts';
import { cited } from '../wording.ts';

const granted = (customer: Customer): boolean => customer.habit === 'discount';
const notGranted = (customer: Customer): boolean => customer.habit === 'prompt';
const less = (invoice: Document): number => -mulDiv(invoice.totalMinor, DISCOUNT_PERCENT, 100, 'half-up');

export const discount: readonly Scenario[] = [
  {
    name: 'granted and in time',
    times: 5,
    byHand: 1,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.ordinary(granted);
      const invoice = scene.invoice(customer, day, { issuedOn: bankDayUntil(addDays(day, -6)) });
      scene.receive({
        from: customer,
        day,
        pays: full(invoice),
        adjustments: [{ kind: 'discount', minor: less(invoice) }],
        text: () => [turn % 2 ? cited(invoice) : `${cited(invoice)} ESCPTE 2%`],
      });
    },
  },
  {
    name: 'granted, taken late',
    times: 2,
    expected: 'abstain',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.ordinary(granted);
      const invoice = scene.invoice(customer, day, { issuedOn: bankDayUntil(addDays(day, -47)) });
      const adjustments = [{ kind: 'short_pay' as const, minor: less(invoice) }];
      scene.receive({
        from: customer,
        day,
        pays: full(invoice),
        adjustments,
        text: () => [`${cited(invoice)} ESC 2%`],
      });
    },
  },
  {
    name: 'taken without right',
    times: 2,
    expected: 'abstain',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.ordinary(notGranted);
      const invoice = scene.invoice(customer, day);
      const adjustments = [{ kind: 'short_pay' as const, minor: less(invoice) }];
      scene.receive({ from: customer, day, pays: full(invoice), adjustments, text: () => [cited(invoice)] });
    },
  },
];
