// Somebody else pays: the parent for a subsidiary, a third party, one firm's other account; and a payment booked on the wrong customer.
import { addDays } from '../../../sync/model/day.ts';
import { bankDayUntil } from '../calendar.ts';
import { type CastName, PAYERS } from '../cast.ts';
import { numberOf } from '../document.ts';
import { full, type Scenario } from '../scene.ts';
import { cited } from '../wording.ts';

const SUBSIDIARIES: readonly CastName[] = ['hestarel-nord', 'hestarel-sud', 'tilleuls'];

export const otherPayer: readonly Scenario[] = [
  {
    name: 'parent pays for a subsidiary, invoice named',
    times: 3,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.cast(SUBSIDIARIES[turn] ?? 'hestarel-sud');
      const invoice = scene.invoice(customer, day);
      scene.receive({
        from: scene.cast('hestarel'),
        customer,
        day,
        pays: full(invoice),
        ultimate: turn === 1 ? customer.bankName : null,
        text: () => [turn === 1 ? cited(invoice) : `POUR LE COMPTE DE ${customer.bankName} ${cited(invoice)}`],
      });
    },
  },
  {
    name: 'parent pays for a subsidiary and owes the same amount itself',
    times: 1,
    expected: 'abstain',
    play: (scene) => {
      const day = scene.day();
      const parent = scene.cast('hestarel');
      const customer = scene.cast('hestarel-sud');
      scene.invoice(parent, day, { totalMinor: 174_000 });
      const invoice = scene.invoice(customer, day, { totalMinor: 174_000 });
      scene.receive({ from: parent, customer, day, pays: full(invoice), text: () => ['REGLT FACTURE'] });
    },
  },
  {
    name: 'third party pays, invoice named',
    times: 2,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const invoice = scene.invoice(customer, day);
      scene.receive({ from: PAYERS.partner, customer, day, pays: full(invoice), text: () => [cited(invoice)] });
    },
  },
  {
    name: 'two accounts of one firm',
    times: 2,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const payer = scene.cast(turn === 0 ? 'twin-hotel' : 'twin-kitchen');
      const customer = scene.cast(turn === 0 ? 'twin-kitchen' : 'twin-hotel');
      const own = scene.invoice(payer, day);
      const other = scene.invoice(customer, day);
      const text = () => [`AUBERGE DU PONT VARENNE ${numberOf(own)} ${numberOf(other)}`];
      scene.receive({ from: payer, customer, day, pays: full(own, other), text });
    },
  },
  {
    name: 'booked on the wrong customer',
    times: 1,
    expected: 'abstain',
    play: (scene) => {
      const day = bankDayUntil(addDays(scene.time.bookedUntil, -11));
      const customer = scene.cast('homonym-2');
      const wrong = scene.cast('homonym-1');
      const invoice = scene.invoice(customer, day, { totalMinor: 73_680 });
      const minor = invoice.totalMinor;
      const contra = [{ account: '411000', auxiliary: wrong, minor: -minor }];
      const text = () => [numberOf(invoice)];
      scene.receivedEarlier({ from: customer, day, pays: [], restMinor: minor, contra, text }, false);
      scene.show(() => numberOf(invoice));
    },
  },
];
