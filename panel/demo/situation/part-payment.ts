// Payments in parts: a part, an instalment, the last part, several transfers for one invoice.
import { addDays, addMonths } from '../../../sync/model/day.ts';
import { allocate } from '../../../sync/model/money.ts';
import { frenchDay } from '../bank-text.ts';
import { bankDayFrom, bankDayUntil } from '../calendar.ts';
import { numberOf } from '../document.ts';
import { full, part, type Scenario } from '../scene.ts';
import { cited } from '../wording.ts';

export const partPayment: readonly Scenario[] = [
  {
    name: 'a part of the invoice',
    times: 4,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const invoice = scene.invoice(customer, day, { totalMinor: 240_000 + turn * 61_440 });
      const minor = [100_000, 150_000, 200_000, 212_160][turn] ?? 100_000;
      scene.receive({ from: customer, day, pays: [part(invoice, minor)], text: () => [`ACPTE ${cited(invoice)}`] });
    },
  },
  {
    name: 'one instalment of three',
    times: 3,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.alone();
      const first = bankDayUntil(addDays(day, -3));
      const shares = (totalMinor: number) =>
        allocate(totalMinor, [1, 1, 1]).map((minor, i) => {
          const due = addMonths(first, i);
          return { account: '411000', minor, due, label: `Échéance ${i + 1}/3 au ${frenchDay(due)} ${customer.name}` };
        });
      const invoice = scene.invoice(customer, day, { totalMinor: 540_000 + turn * 36_000, shares });
      scene.receive({
        from: customer,
        day,
        pays: [part(invoice, invoice.lines[0]?.minor ?? 0)],
        text: () => [turn === 2 ? cited(invoice) : `ECHEANCE 1/3 ${cited(invoice)}`],
      });
    },
  },
  {
    name: 'the last part',
    times: 2,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const before = bankDayUntil(addDays(scene.time.bookedUntil, -8));
      const invoice = scene.invoice(customer, before, { totalMinor: 318_000 });
      const text = (word: string) => () => [`${word} ${numberOf(invoice)}`];
      scene.receivedEarlier({ from: customer, day: before, pays: [part(invoice, 200_000)], text: text('ACOMPTE SUR') });
      const rest = invoice.totalMinor - 200_000;
      scene.receive({ from: customer, day, pays: [part(invoice, rest)], text: text('SOLDE') });
    },
  },
  {
    name: 'two transfers for one invoice',
    times: 2,
    expected: 'suggest',
    play: (scene) => {
      const first = scene.time.window[scene.random.int(2, 12)] ?? scene.time.lastBankDay;
      const customer = scene.ordinary();
      const invoice = scene.invoice(customer, first, { totalMinor: 1_250_000 });
      const half = 625_000;
      const text = () => [cited(invoice)];
      scene.receive({ from: customer, day: first, pays: [part(invoice, half)], text });
      const second = bankDayFrom(addDays(first, 1));
      scene.receive({ from: customer, day: second, pays: [part(invoice, invoice.totalMinor - half)], text });
    },
  },
  {
    name: 'a large invoice paid at once beside small ones',
    times: 1,
    expected: 'auto',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.cast('clinic');
      const invoice = scene.invoice(customer, day, { totalMinor: 1_984_560 });
      scene.receive({ from: customer, day, pays: full(invoice), text: () => [cited(invoice)] });
    },
  },
];
