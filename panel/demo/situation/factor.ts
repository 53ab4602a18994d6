// Factoring: the factor pays assigned invoices less its fee; a customer pays us what is the factor's.
import { addDays } from '../../../sync/model/day.ts';
import { mulDiv, sum } from '../../../sync/model/money.ts';
import { bankDayUntil } from '../calendar.ts';
import { PAYERS } from '../cast.ts';
import { numberOf } from '../document.ts';
import { join, linesOn } from '../ledger.ts';
import { full, type Scenario } from '../scene.ts';
import { cited, tail } from '../wording.ts';

const FEE_BP = 120;

export const factor: readonly Scenario[] = [
  {
    name: 'factor pays assigned invoices less its fee',
    times: 2,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.cast(turn === 0 ? 'factored-1' : 'factored-2');
      const invoices = Array.from({ length: 3 + turn }, () => scene.invoice(customer, day));
      const fee = mulDiv(sum(invoices.map((d) => d.totalMinor)), FEE_BP, 10_000, 'half-up');
      scene.receive({
        from: PAYERS.factor,
        customer,
        day,
        pays: full(...invoices),
        adjustments: [{ kind: 'factor_fee', minor: -fee }],
        text: () => [`QUITTANCE ${118 + turn} ${numberOf(invoices[0]!)} ${invoices.slice(1).map(tail).join(' ')}`],
      });
    },
  },
  {
    name: "the factor's money paid to us",
    times: 1,
    expected: 'abstain',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.cast('factored-2');
      const invoice = scene.invoice(customer, day, { totalMinor: 238_800 });
      const minor = invoice.totalMinor;
      const assigned = bankDayUntil(addDays(day, -25));
      const entry = scene.post(
        { journal: 'OD', day: assigned, piece: 'CESSION', label: `Cession factor ${customer.name}` },
        [
          { account: '467100', minor },
          { account: '411000', auxiliary: customer, minor: -minor },
        ],
      );
      const [credit] = linesOn(entry, '411');
      if (credit && invoice.lines[0]) join(credit, invoice.lines[0]);
      scene.receive({ from: customer, day, pays: [], restMinor: minor, text: () => [cited(invoice)] });
      scene.show(() => numberOf(invoice));
    },
  },
];
