// Bills of exchange: collected at maturity, discounted with the bank, unpaid, not yet due.
import { addDays } from '../../../sync/model/day.ts';
import { bankDayUntil } from '../calendar.ts';
import type { CastName } from '../cast.ts';
import { numberOf } from '../document.ts';
import { payment } from '../movement.ts';
import type { Scenario } from '../scene.ts';

const DISCOUNT_COST_MINOR = 4_385;
const NAMES: readonly CastName[] = ['bill-1', 'bill-2', 'bill-3'];

export const bill: readonly Scenario[] = [
  {
    name: 'collected at maturity',
    times: 3,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.cast(NAMES[turn] ?? 'bill-1');
      const line = scene.accept(scene.invoice(customer, day, { totalMinor: 384_000 + turn * 91_200 }));
      const text = () => [
        `${turn === 2 ? 'BOR' : 'LCR'} ECHEANCE ${day.slice(8)}/${day.slice(5, 7)} ${line.entry.piece}`,
      ];
      scene.receive({ from: customer, day, kind: 'bills', iban: null, pays: [{ line, minor: line.minor }], text });
    },
  },
  {
    name: 'discounted before maturity',
    times: 1,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.cast('bill-1');
      const issuedOn = bankDayUntil(addDays(day, -20));
      const line = scene.accept(scene.invoice(customer, day, { issuedOn, totalMinor: 1_128_000 }));
      scene.receive({
        from: customer,
        day,
        kind: 'bills-discounted',
        name: null,
        iban: null,
        pays: [{ line, minor: line.minor }],
        adjustments: [{ kind: 'bank_fee', minor: -DISCOUNT_COST_MINOR }],
        text: () => ['BORDEREAU ESCOMPTE 1 EFFET BRUT 11280,00 AGIOS 43,85'],
      });
    },
  },
  {
    name: 'unpaid at maturity',
    times: 1,
    expected: 'abstain',
    play: (scene) => {
      const day = scene.time.window[1] ?? scene.time.lastBankDay;
      const customer = scene.cast('bill-3');
      const collectedOn = bankDayUntil(addDays(scene.time.bookedUntil, -6));
      const invoice = scene.invoice(customer, collectedOn, { totalMinor: 267_600, settled: true });
      const text = () => [`LCR IMPAYEE ${numberOf(invoice)} PAS D'ORDRE DE PAYER`];
      const truth = scene.truth({ customer, restMinor: -invoice.totalMinor, reverses: () => numberOf(invoice) });
      scene.move({
        bank: 'collection',
        kind: 'bill-unpaid',
        day,
        reversal: true,
        payments: [payment({ minor: -invoice.totalMinor, name: customer.bankName, text, returnReason: 'MS02', truth })],
      });
    },
  },
  {
    name: 'accepted, not yet due',
    times: 2,
    expected: 'abstain',
    play: (scene, turn) => {
      const customer = scene.cast(NAMES[turn] ?? 'bill-1');
      const issuedOn = bankDayUntil(addDays(scene.time.ledgerEnd, -20));
      const invoice = scene.invoice(customer, scene.time.lastBankDay, {
        issuedOn,
        totalMinor: 246_000 + turn * 33_600,
      });
      scene.accept(invoice);
      scene.show(() => numberOf(invoice));
    },
  },
];
