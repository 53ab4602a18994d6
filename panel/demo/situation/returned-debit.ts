// Collections that come back, with the reason and the bank's fee: the invoice is open again, and the customer behaves otherwise.
import { addDays } from '../../../sync/model/day.ts';
import { bankDayUntil } from '../calendar.ts';
import { against } from '../cost.ts';
import { numberOf } from '../document.ts';
import { payment } from '../movement.ts';
import { endToEndOf } from '../receipt.ts';
import type { Scenario } from '../scene.ts';

const REASONS = [
  { code: 'AM04', words: 'PROVISION INSUFFISANTE' },
  { code: 'MD06', words: 'CONTESTATION DEBITEUR' },
  { code: 'AC04', words: 'COMPTE CLOTURE' },
  { code: 'MS02', words: 'REFUS DEBITEUR' },
] as const;

const FEE_MINOR = 850;

export const returnedDebit: readonly Scenario[] = [
  {
    name: 'collection returned',
    times: REASONS.length,
    expected: 'abstain',
    play: (scene, turn) => {
      const reason = REASONS[turn] ?? REASONS[0];
      const day = scene.day();
      const customer = scene.payingBy('debit', 1, turn)[0]!;
      const collectedOn = bankDayUntil(addDays(scene.time.bookedUntil, -3 - turn));
      const invoice = scene.invoice(customer, collectedOn, { totalMinor: 47_520 + turn * 21_600, settled: true });
      scene.move({
        bank: 'collection',
        kind: 'debit-unpaid',
        day,
        reversal: true,
        payments: [
          payment({
            minor: -invoice.totalMinor,
            name: customer.bankName,
            iban: customer.iban,
            text: () => [`REJET PRLV ${reason.words}`],
            endToEnd: endToEndOf(invoice),
            mandate: `RUM-${customer.code}`,
            returnReason: reason.code,
            truth: scene.truth({ customer, restMinor: -invoice.totalMinor, reverses: () => endToEndOf(invoice) }),
          }),
        ],
      });
      scene.show(() => numberOf(invoice));
      if (turn === 3) return;
      const text = () => [`FRAIS REJET PRLV ${customer.code}`];
      const fee = against('fee of a returned collection', -FEE_MINOR, { '627000': FEE_MINOR }, { text }, 15);
      scene.move({ bank: 'collection', kind: 'fees', day, payments: [fee] });
    },
  },
];
