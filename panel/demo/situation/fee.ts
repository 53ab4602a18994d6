// Money lost on the way: bank fees, a correspondent's fee, withholding tax, an exchange difference.
import { addDays } from '../../../sync/model/day.ts';
import { formatMinor, mulDiv } from '../../../sync/model/money.ts';
import { bankDayUntil } from '../calendar.ts';
import { numberOf } from '../document.ts';
import { eurosOf } from '../rate.ts';
import { full, part, type Scenario } from '../scene.ts';
import { cited } from '../wording.ts';

const FEES_MINOR = [1_250, 1_500, 1_250, 1_800];
const WITHHELD_PERCENT = 10;
const FX_MINOR = [-318, -742];
/** Swiss centimes for a hundred euro cents. */
const FRANCS_PERCENT = 94;

export const fee: readonly Scenario[] = [
  {
    name: 'bank fee on a transfer from abroad',
    times: 4,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.cast(turn % 2 ? 'brasserie-be' : 'clock');
      const invoice = scene.invoice(customer, day, turn === 0 ? { totalMinor: 294_000 } : {});
      const minor = FEES_MINOR[turn] ?? 1_250;
      const charges = turn < 2 ? [{ amount: formatMinor(minor, 'EUR'), currency: 'EUR' }] : [];
      scene.receive({
        from: customer,
        day,
        pays: full(invoice),
        adjustments: [{ kind: 'bank_fee', minor: -minor }],
        charges,
        text: () => [`${cited(invoice)} FRAIS SHA`],
      });
    },
  },
  {
    name: 'fee of a correspondent bank',
    times: 1,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.cast('lodge');
      const issuedOn = bankDayUntil(addDays(day, -45));
      const usd = 486_000;
      const invoice = scene.invoice(customer, day, {
        issuedOn,
        parts: [{ rate: 0, netMinor: eurosOf(usd, issuedOn) }],
        foreign: { minor: usd, currency: 'USD' },
      });
      scene.receive({
        from: customer,
        day,
        pays: [{ ...part(invoice, invoice.totalMinor), lineMinor: usd }],
        adjustments: [{ kind: 'bank_fee', minor: -2_500 }],
        text: () => [`${numberOf(invoice)} OUR CORRESPONDENT CHARGES 25 USD`],
      });
    },
  },
  {
    name: 'withholding tax',
    times: 2,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.cast('atlas');
      const invoice = scene.invoice(customer, day, { parts: [{ rate: 0, netMinor: 318_000 + turn * 96_500 }] });
      const minor = -mulDiv(invoice.totalMinor, WITHHELD_PERCENT, 100, 'half-up');
      const text = () => [turn ? cited(invoice) : `${cited(invoice)} RAS 10% DEDUITE`];
      scene.receive({ from: customer, day, pays: full(invoice), adjustments: [{ kind: 'withholding', minor }], text });
    },
  },
  {
    name: 'exchange difference',
    times: 2,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.cast('clock');
      const invoice = scene.invoice(customer, day);
      const francs = mulDiv(invoice.totalMinor, FRANCS_PERCENT, 100, 'half-up');
      scene.receive({
        from: customer,
        day,
        pays: full(invoice),
        adjustments: [{ kind: 'fx', minor: FX_MINOR[turn] ?? -318 }],
        instructed: { amount: formatMinor(francs, 'CHF'), currency: 'CHF' },
        text: () => [cited(invoice)],
      });
    },
  },
];
