// Our own direct debits: a batch in detail, a batch net of rejects, a batch of which the bank states only the count.
import { addDays } from '../../../sync/model/day.ts';
import { compactDay } from '../bank-text.ts';
import { bankDayUntil } from '../calendar.ts';
import { type Movement, type Payment, payment, type Truth } from '../movement.ts';
import { collected, endToEndOf } from '../receipt.ts';
import { full, type Scenario, type Scene } from '../scene.ts';

export const directDebit: readonly Scenario[] = [
  {
    name: 'batch in detail',
    times: 1,
    expected: 'auto',
    play: (scene) => {
      const day = scene.day();
      batch(scene, day, collections(scene, day, 6, 0));
    },
  },
  {
    name: 'batch net of rejects',
    times: 1,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const earlier = bankDayUntil(addDays(scene.time.bookedUntil, -9));
      const [customer] = scene.payingBy('debit', 1, 11);
      const returned = scene.invoice(customer!, earlier, { totalMinor: 62_880, settled: true });
      const rejected = payment({
        minor: -returned.totalMinor,
        name: returned.customer.bankName,
        iban: returned.customer.iban,
        text: () => ['REJET PRLV PROVISION INSUFFISANTE'],
        endToEnd: endToEndOf(returned),
        mandate: `RUM-${returned.customer.code}`,
        returnReason: 'AM04',
        truth: scene.truth({
          expected: 'abstain',
          customer: returned.customer,
          restMinor: -returned.totalMinor,
          reverses: () => endToEndOf(returned),
        }),
      });
      batch(scene, day, [...collections(scene, day, 5, 6), rejected]);
    },
  },
  {
    name: 'batch of which only the count is stated',
    times: 1,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const pays = scene.payingBy('debit', 8, 12).flatMap((customer) => full(scene.invoice(customer, day)));
      const minor = pays.reduce((total, pay) => total + pay.minor, 0);
      const text = () => [`REMISE PRLV ${compactDay(day)} 8 OPERATIONS`];
      const whole = payment({ minor, text, truth: scene.truth({ pays }) });
      scene.move({ bank: 'collection', kind: 'debits', day, countOnly: 8, payments: [whole] });
    },
  },
];

function collections(scene: Scene, day: Movement['day'], count: number, skip: number): Payment[] {
  return scene.payingBy('debit', count, skip).map((customer) => {
    const invoice = scene.invoice(customer, day);
    const truth: Truth = scene.truth({ customer, pays: full(invoice) });
    return collected([invoice], truth);
  });
}

function batch(scene: Scene, day: Movement['day'], payments: readonly Payment[]): void {
  scene.move({ bank: 'collection', kind: 'debits', day, payments });
}
