// Credit notes: netted, netted without a word, forgotten, larger than what is owed, on an invoice already paid.
import { addDays } from '../../../sync/model/day.ts';
import { bankDayUntil } from '../calendar.ts';
import { numberOf } from '../document.ts';
import { full, type Scenario, type Scene } from '../scene.ts';
import { cited } from '../wording.ts';

export const creditNote: readonly Scenario[] = [
  {
    name: 'netted and named',
    times: 4,
    byHand: 1,
    expected: 'suggest',
    play: (scene) => {
      const { day, customer, invoice, credit } = invoiceAndCredit(scene);
      const text = () => [`${cited(invoice)} - AVOIR ${numberOf(credit)}`];
      scene.receive({ from: customer, day, pays: full(invoice, credit), text });
    },
  },
  {
    name: 'netted without a word',
    times: 2,
    expected: 'suggest',
    play: (scene) => {
      const { day, customer, invoice, credit } = invoiceAndCredit(scene);
      scene.receive({ from: customer, day, pays: full(invoice, credit), text: () => [cited(invoice)] });
    },
  },
  {
    name: 'forgotten by the customer',
    times: 2,
    expected: 'auto',
    play: (scene) => {
      const { day, customer, invoice } = invoiceAndCredit(scene);
      scene.receive({ from: customer, day, pays: full(invoice), text: () => [cited(invoice)] });
    },
  },
  {
    name: 'larger than what is owed, or on a paid invoice',
    times: 2,
    expected: 'abstain',
    play: (scene, turn) => {
      const customer = scene.alone();
      const paidOn = bankDayUntil(addDays(scene.time.bookedUntil, -20));
      const invoice = scene.invoice(customer, paidOn, { totalMinor: 84_000, settled: true });
      const issuedOn = bankDayUntil(addDays(paidOn, 12));
      const credit = scene.invoice(customer, paidOn, { totalMinor: turn === 0 ? -84_000 : -132_000, issuedOn });
      scene.show(
        () => numberOf(invoice),
        () => numberOf(credit),
      );
    },
  },
];

function invoiceAndCredit(scene: Scene) {
  const day = scene.day();
  const customer = scene.ordinary();
  const invoice = scene.invoice(customer, day);
  const minor = -Math.max(1_200, Math.round(invoice.totalMinor / 7));
  const credit = scene.invoice(customer, day, { totalMinor: minor, issuedOn: bankDayUntil(addDays(day, -12)) });
  return { day, customer, invoice, credit };
}
