// Money announced by a pending line: shown, never booked, not in the balance.
import { full, part, receiptSpec, type Scenario } from '../scene.ts';
import { cited } from '../wording.ts';

export const announced: readonly Scenario[] = [
  {
    name: 'pending transfer',
    times: 3,
    expected: 'abstain',
    play: (scene, turn) => {
      const day = scene.time.lastBankDay;
      const customer = scene.ordinary(({ bank, country }) => bank === 'main' && country === 'FR');
      const invoice = scene.invoice(customer, day);
      const pays = turn === 2 ? [part(invoice, Math.floor(invoice.totalMinor / 2))] : full(invoice);
      const spec = receiptSpec({ from: customer, day, pays, text: () => [cited(invoice)] }, scene.truth);
      scene.move({ ...spec, valueDay: scene.time.today, status: 'PDNG' });
    },
  },
];
