// The same payment made twice: two entries of the bank, one debt. (The same entry delivered twice lies in the files themselves.)
import { addDays } from '../../../sync/model/day.ts';
import { bankDayFrom } from '../calendar.ts';
import { full, type Scenario } from '../scene.ts';
import { cited } from '../wording.ts';

export const twice: readonly Scenario[] = [
  {
    name: 'paid twice',
    times: 2,
    expected: 'suggest',
    play: (scene, turn) => {
      const first = scene.time.window[4 + turn * 5] ?? scene.time.lastBankDay;
      const customer = scene.ordinary(({ bank, country }) => bank === 'second' && country === 'FR');
      const invoice = scene.invoice(customer, first);
      const text = () => [cited(invoice)];
      scene.receive({ from: customer, day: first, pays: full(invoice), text });
      scene.receive({
        from: customer,
        day: turn === 0 ? first : bankDayFrom(addDays(first, 3)),
        pays: [],
        restMinor: invoice.totalMinor,
        expected: 'abstain',
        text,
      });
    },
  },
];
