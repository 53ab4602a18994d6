// Amounts held back: a retention of five percent with its own due day, penalties and deductions announced by letter.
import { addDays, addMonths, type Day } from '../../../sync/model/day.ts';
import { mulDiv } from '../../../sync/model/money.ts';
import { bankDayUntil } from '../calendar.ts';
import { numberOf, type Share } from '../document.ts';
import { full, part, type Scenario } from '../scene.ts';
import { cited } from '../wording.ts';

const RETENTION_PERCENT = 5;

/** An invoice's total on two lines: what is due at once (411) and what is held for a year (4117). */
function shares(due: Day, released: Day) {
  return (totalMinor: number): Share[] => {
    const held = mulDiv(totalMinor, RETENTION_PERCENT, 100, 'half-up');
    return [
      { account: '411000', minor: totalMinor - held, due },
      { account: '411700', minor: held, due: released, label: `Retenue de garantie ${RETENTION_PERCENT} %` },
    ];
  };
}

export const retention: readonly Scenario[] = [
  {
    name: 'retention of five percent kept',
    times: 2,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.cast(turn === 0 ? 'builder' : 'builder-2');
      const invoice = scene.invoice(customer, day, {
        totalMinor: 1_356_000 + turn * 412_800,
        shares: shares(day, addMonths(day, 12)),
      });
      const text = () => [`SITUATION ${turn + 2} ${cited(invoice)}${turn === 0 ? ' DEDUCTION RG 5%' : ''}`];
      scene.receive({ from: customer, day, pays: [part(invoice, invoice.lines[0]?.minor ?? 0)], text });
    },
  },
  {
    name: 'retention released after a year',
    times: 1,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.cast('builder');
      const paidOn = bankDayUntil(addMonths(day, -12));
      const invoice = scene.invoice(customer, paidOn, { totalMinor: 982_800, shares: shares(paidOn, day) });
      const [due, held] = invoice.lines;
      if (!due || !held) throw new Error('retention: an invoice of two lines has two lines');
      const text = () => [numberOf(invoice)];
      scene.receivedEarlier({ from: customer, day: paidOn, pays: [{ line: due, minor: due.minor }], text });
      const released = () => [`LIBERATION RG ${numberOf(invoice)}`];
      scene.receive({ from: customer, day, pays: [{ line: held, minor: held.minor }], text: released });
    },
  },
  {
    name: 'penalties deducted',
    times: 2,
    expected: 'abstain',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = turn === 0 ? scene.cast('builder-2') : scene.ordinary();
      const invoice = scene.invoice(customer, day, { totalMinor: 468_000 + turn * 87_600 });
      scene.receive({
        from: customer,
        day,
        pays: full(invoice),
        adjustments: [{ kind: 'short_pay', minor: -15_000 - turn * 7_500 }],
        text: () => [`${cited(invoice)} PENALITES RETARD LIVRAISON`],
      });
    },
  },
  {
    name: 'deduction by letter',
    times: 2,
    expected: 'abstain',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const invoice = scene.invoice(customer, day, { totalMinor: 192_000 + turn * 40_800 });
      const letter = bankDayUntil(addDays(day, -5));
      scene.receive({
        from: customer,
        day,
        pays: full(invoice),
        adjustments: [{ kind: 'short_pay', minor: -8_640 }],
        text: () => [`${cited(invoice)} CASSE SELON COURRIER DU ${letter.slice(8)}/${letter.slice(5, 7)}`],
      });
    },
  },
];
