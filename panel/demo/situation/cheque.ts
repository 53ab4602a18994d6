// Cheques: one, a slip of several, a slip whose cheques wait on 5112, a cheque that bounces.
import { addDays } from '../../../sync/model/day.ts';
import { compactDay } from '../bank-text.ts';
import { bankDayUntil } from '../calendar.ts';
import { against } from '../cost.ts';
import { numberOf } from '../document.ts';
import { linesOn } from '../ledger.ts';
import { payment } from '../movement.ts';
import { chequeSlip } from '../receipt.ts';
import { full, type Scenario } from '../scene.ts';
import { cited } from '../wording.ts';

const unnamed = { name: null, iban: null, town: null, country: null };

export const cheque: readonly Scenario[] = [
  {
    name: 'one cheque',
    times: 3,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.payingBy('cheque', 1, turn)[0]!;
      const invoice = scene.invoice(customer, day);
      const text = () => [`REMISE 1 CHEQUE ${4_471_200 + turn * 17}`];
      scene.receive({
        from: customer,
        day,
        valueDay: addDays(day, 1),
        kind: 'cheques',
        pays: full(invoice),
        ...unnamed,
        text,
      });
    },
  },
  {
    name: 'slip of several cheques, not booked',
    times: 2,
    expected: 'abstain',
    play: (scene, turn) => {
      const day = scene.day();
      const customers = scene.payingBy('cheque', 4 + turn, 3 + turn * 4);
      const pays = customers.flatMap((customer) => full(scene.invoice(customer, day)));
      const minor = pays.reduce((total, pay) => total + pay.minor, 0);
      const text = () => [`REMISE ${`${day.slice(5, 7)}${day.slice(8)}`}${turn} ${customers.length} CHEQUES`];
      scene.move({
        bank: 'collection',
        kind: 'cheques',
        day,
        valueDay: addDays(day, 1),
        countOnly: customers.length,
        payments: [payment({ minor, text, truth: scene.truth({ pays }) })],
      });
    },
  },
  {
    name: 'slip of cheques booked on 5112',
    times: 1,
    expected: 'suggest',
    play: (scene) => {
      const slip = scene.time.window[8] ?? scene.time.lastBankDay;
      const lines = scene.payingBy('cheque', 3, 12).map((customer) => {
        const day = bankDayUntil(addDays(slip, -3));
        const invoice = scene.invoice(customer, day);
        const head = {
          journal: 'CH' as const,
          day,
          piece: `CHQ${day.slice(5, 7)}${day.slice(8)}`,
          label: `Chèque ${customer.name}`,
        };
        const entry = scene.post(head, [
          { account: '511200', minor: invoice.totalMinor },
          { account: '411000', auxiliary: customer, minor: -invoice.totalMinor },
        ]);
        return linesOn(entry, '5112')[0]!;
      });
      scene.move(chequeSlip(lines, slip, scene.time));
    },
  },
  {
    name: 'a cheque bounces',
    times: 1,
    expected: 'abstain',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.payingBy('cheque', 1, 15)[0]!;
      const paidOn = bankDayUntil(addDays(scene.time.bookedUntil, -14));
      const invoice = scene.invoice(customer, paidOn, { totalMinor: 151_320, settled: true });
      const reverses = () => `CHQ${compactDay(paidOn).slice(2)}`;
      scene.move({
        bank: 'collection',
        kind: 'cheque-unpaid',
        day,
        reversal: true,
        payments: [
          payment({
            minor: -invoice.totalMinor,
            name: customer.bankName,
            text: () => ['CHEQUE IMPAYE 4471187 PROVISION INSUFFISANTE'],
            returnReason: 'AM04',
            truth: scene.truth({ customer, restMinor: -invoice.totalMinor, reverses }),
          }),
        ],
      });
      const text = () => ['FRAIS CHEQUE IMPAYE 4471187'];
      const fee = against('fee of a bounced cheque', -1_650, { '627000': 1_650 }, { text }, 12);
      scene.move({ bank: 'collection', kind: 'fees', day, payments: [fee] });
      scene.show(() => numberOf(invoice));
    },
  },
  {
    name: 'a cheque customer pays by transfer for once',
    times: 1,
    expected: 'auto',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.payingBy('cheque', 1, 16)[0]!;
      const invoice = scene.invoice(customer, day);
      scene.receive({ from: customer, day, bank: 'main', pays: full(invoice), text: () => [cited(invoice)] });
    },
  },
];
