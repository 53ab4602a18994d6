// Credits that are in the ledger already and wait to be lettered: booked by hand, cash, credit notes, an old overpayment.
import { addDays } from '../../../sync/model/day.ts';
import { bankDayUntil } from '../calendar.ts';
import { numberOf } from '../document.ts';
import { full, type Scenario } from '../scene.ts';
import { cited } from '../wording.ts';

export const ledgerCredit: readonly Scenario[] = [
  {
    name: 'receipt booked, not lettered',
    times: 12,
    expected: 'auto',
    play: (scene, turn) => {
      const day = bankDayUntil(addDays(scene.time.bookedUntil, -2 - 3 * turn));
      const customer = scene.ordinary();
      const invoices = Array.from({ length: turn % 3 === 2 ? 3 : 1 }, () => scene.invoice(customer, day));
      const text = () => [turn % 4 === 3 ? 'REGLEMENT' : invoices.map(cited).join(' ')];
      scene.receivedEarlier({ from: customer, day, pays: full(...invoices), text }, false);
      scene.show(...invoices.map((invoice) => () => numberOf(invoice)));
    },
  },
  {
    name: 'cash and entries by hand',
    times: 3,
    expected: 'abstain',
    play: (scene, turn) => {
      const day = bankDayUntil(addDays(scene.time.ledgerEnd, -5 - turn * 6));
      const customer = scene.ordinary();
      const invoice = scene.invoice(customer, day, { totalMinor: 21_960 + turn * 9_120 });
      const label = turn === 2 ? `Régularisation ${customer.name}` : `Espèces ${customer.name}`;
      scene.post({ journal: 'OD', day, piece: `OD${day.slice(5, 7)}${day.slice(8)}${turn}`, label }, [
        { account: turn === 2 ? '471000' : '530000', minor: invoice.totalMinor },
        { account: '411000', auxiliary: customer, minor: -invoice.totalMinor },
      ]);
      scene.show(() => numberOf(invoice));
    },
  },
  {
    name: 'credit note against its invoice',
    times: 4,
    expected: 'abstain',
    play: (scene, turn) => {
      const customer = scene.alone();
      const issuedOn = bankDayUntil(addDays(scene.time.ledgerEnd, -18 - turn * 4));
      const invoice = scene.invoice(customer, scene.time.today, { issuedOn, totalMinor: 68_400 + turn * 15_600 });
      const minor = turn % 2 === 0 ? -invoice.totalMinor : -15_600;
      const credit = scene.invoice(customer, scene.time.today, {
        issuedOn: bankDayUntil(addDays(issuedOn, 6)),
        totalMinor: minor,
      });
      scene.show(
        () => numberOf(invoice),
        () => numberOf(credit),
      );
    },
  },
  {
    name: 'old overpayment in the opening balance',
    times: 2,
    expected: 'abstain',
    play: (scene, turn) => {
      const day = bankDayUntil(addDays(scene.time.exercises.at(-1)?.from ?? scene.time.start, -70 - turn * 9));
      const customer = scene.ordinary();
      const invoice = scene.invoice(customer, day, { settled: true });
      const minor = invoice.totalMinor;
      const text = () => [cited(invoice)];
      const again = bankDayUntil(addDays(day, 9));
      scene.receivedEarlier({ from: customer, day: again, pays: [], restMinor: minor, text }, false);
      scene.show(() => numberOf(invoice));
    },
  },
];
