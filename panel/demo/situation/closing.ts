// What a month's or a year's end must explain: receipts in suspense (471), and what other situations leave on 58, 511 and 416.
import { addDays } from '../../../sync/model/day.ts';
import { bankDayUntil } from '../calendar.ts';
import type { Scenario } from '../scene.ts';

const SUSPENSE_MINOR = [38_000, 112_450, 7_500];

export const closing: readonly Scenario[] = [
  {
    name: 'receipt in suspense',
    times: SUSPENSE_MINOR.length,
    expected: 'abstain',
    play: (scene, turn) => {
      const day = bankDayUntil(addDays(scene.time.bookedUntil, -4 - turn * 13));
      const minor = SUSPENSE_MINOR[turn] ?? 10_000;
      const from = { bankName: turn === 1 ? 'VIREMENT INSTANTANE' : 'M NOUVELAIN', iban: null };
      const contra = [{ account: '471000', minor: -minor, label: 'Encaissement à identifier' }];
      const text = () => ['SANS REFERENCE'];
      const received = scene.receivedEarlier({ from, day, pays: [], restMinor: minor, contra, text });
      scene.show(() => received.entry?.piece ?? '471000');
    },
  },
];
