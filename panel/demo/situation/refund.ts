// A refund to a customer, against the credit that it repays.
import { addDays } from '../../../sync/model/day.ts';
import { compactDay } from '../bank-text.ts';
import { bankDayUntil } from '../calendar.ts';
import { linesOn } from '../ledger.ts';
import type { Scenario } from '../scene.ts';

export const refund: readonly Scenario[] = [
  {
    name: 'credit of the customer repaid',
    times: 2,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.alone();
      const earlier = bankDayUntil(addDays(scene.time.bookedUntil, -20 - turn));
      const restMinor = 45_600 + turn * 17_760;
      const text = () => ['REGLEMENT FACTURE DEJA PAYEE'];
      const received = scene.receivedEarlier({ from: customer, day: earlier, pays: [], restMinor, text });
      const entry = scene.bookNow(received, `TP${compactDay(earlier).slice(2, 6)}${turn}`);
      const [line] = linesOn(entry, '411');
      if (!line) throw new Error('refund: the overpayment has no line');
      const pays = [{ line, minor: -restMinor }];
      scene.receive({ from: customer, day, kind: 'paid', pays, text: () => ['REMBOURSEMENT TROP PERCU'] });
      scene.show(() => line.entry.piece);
    },
  },
];
