// Foreign currency, both ways: dollars on the dollar account, dollars changed by the bank, francs for a euro invoice, a supplier in dollars.
import { addDays } from '../../../sync/model/day.ts';
import { formatMinor, mulDiv } from '../../../sync/model/money.ts';
import { bankDayUntil } from '../calendar.ts';
import type { CastName } from '../cast.ts';
import { against } from '../cost.ts';
import { type Document, numberOf } from '../document.ts';
import { eurosOf } from '../rate.ts';
import { full, type Scenario, type Scene } from '../scene.ts';
import { cited } from '../wording.ts';

const DOLLAR_CUSTOMERS: readonly CastName[] = ['vineyard', 'harbor', 'lodge'];
/** What the bank keeps between its rate and the month's, in basis points. */
const BANK_MARGIN_BP = 45;

export const currency: readonly Scenario[] = [
  {
    name: 'dollars on the dollar account, booked and lettered',
    times: 9,
    expected: 'auto',
    play: (scene, turn) => {
      const paidOn = bankDayUntil(addDays(scene.time.bookedUntil, -4 - turn * 31));
      const { invoice, usd } = dollarInvoice(scene, turn, paidOn);
      const pays = [{ line: invoice.lines[0]!, minor: invoice.totalMinor, lineMinor: usd }];
      scene.receivedEarlier({ from: invoice.customer, day: paidOn, pays, text: () => [numberOf(invoice)] });
    },
  },
  {
    name: 'dollars on the dollar account',
    times: 5,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const { invoice, usd } = dollarInvoice(scene, turn, day);
      const pays = [{ line: invoice.lines[0]!, minor: invoice.totalMinor, lineMinor: usd }];
      const text = () => [turn === 4 ? 'INVOICE PAYMENT' : `INVOICE ${numberOf(invoice)}`];
      scene.receive({ from: invoice.customer, day, pays, text });
    },
  },
  {
    name: 'dollars changed by the bank',
    times: 1,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const { invoice, usd } = dollarInvoice(scene, 1, day);
      const received = mulDiv(eurosOf(usd, day), 10_000 - BANK_MARGIN_BP, 10_000, 'half-up');
      scene.receive({
        from: invoice.customer,
        day,
        bank: 'main',
        pays: full(invoice),
        adjustments: [{ kind: 'fx', minor: received - invoice.totalMinor }],
        instructed: { amount: formatMinor(usd, 'USD'), currency: 'USD' },
        text: () => [`INV ${numberOf(invoice)}`],
      });
    },
  },
  {
    name: 'francs for a euro invoice',
    times: 1,
    expected: 'auto',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.cast('clock');
      const invoice = scene.invoice(customer, day, { totalMinor: 188_487 });
      const francs = mulDiv(invoice.totalMinor, 94, 100, 'half-up');
      scene.receive({
        from: customer,
        day,
        pays: full(invoice),
        instructed: { amount: formatMinor(francs, 'CHF'), currency: 'CHF' },
        text: () => [cited(invoice)],
      });
    },
  },
  {
    name: 'supplier paid in dollars',
    times: 1,
    expected: 'abstain',
    play: (scene) => {
      const day = scene.day();
      const usd = 318_450;
      const spec = { name: 'HARLOWMERE GLASSWARE LLC', text: () => ['INVOICE HG-20418'] };
      const paid = against('supplier paid in dollars', -usd, { '607000': eurosOf(usd, day) }, spec, 28);
      scene.move({ bank: 'dollar', kind: 'paid-foreign', day, payments: [paid] });
    },
  },
];

function dollarInvoice(scene: Scene, turn: number, paidOn: Document['day']) {
  const customer = scene.cast(DOLLAR_CUSTOMERS[turn % DOLLAR_CUSTOMERS.length] ?? 'harbor');
  const issuedOn = bankDayUntil(addDays(paidOn, -40));
  const usd = 185_000 + scene.random.int(0, 6_000) * 100;
  const parts = [{ rate: 0 as const, netMinor: eurosOf(usd, issuedOn) }];
  const invoice = scene.invoice(customer, paidOn, { issuedOn, parts, foreign: { minor: usd, currency: 'USD' } });
  return { invoice, usd };
}
