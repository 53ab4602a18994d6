// A central buyer pays more than a hundred invoices at once, less credit notes, a rebate and penalties; the detail comes by mail.
import { addDays } from '../../../sync/model/day.ts';
import { mulDiv, sum } from '../../../sync/model/money.ts';
import { compactDay } from '../bank-text.ts';
import { bankDayUntil } from '../calendar.ts';
import { full, type Scenario } from '../scene.ts';

const REBATE_PERCENT = 3;
const PENALTIES_MINOR = 25_000;

export const centralBuyer: readonly Scenario[] = [
  {
    name: 'more than a hundred invoices, rebate and penalties deducted',
    times: 1,
    expected: 'abstain',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.cast('central');
      const issued = () => bankDayUntil(addDays(day, -scene.random.int(62, 122)));
      const invoices = Array.from({ length: 126 }, () =>
        scene.invoice(customer, day, { issuedOn: issued(), totalMinor: scene.random.int(6_000, 68_000) }),
      );
      const credits = [18_240, 7_665].map((minor) =>
        scene.invoice(customer, day, { issuedOn: bankDayUntil(addDays(day, -50)), totalMinor: -minor }),
      );
      const pays = full(...invoices, ...credits);
      const rebate = mulDiv(sum(pays.map(({ minor }) => minor)), REBATE_PERCENT, 100, 'half-up');
      scene.receive({
        from: customer,
        day,
        pays,
        adjustments: [
          { kind: 'short_pay', minor: -rebate },
          { kind: 'short_pay', minor: -PENALTIES_MINOR },
        ],
        text: () => [`BORDEREAU ${compactDay(day)} ${invoices.length} FACT RFA PENALITES DEDUITES`],
      });
    },
  },
];
