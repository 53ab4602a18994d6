// A transfer that names several invoices: a list, tails, a range, a range with an exception, the balance on a day.
import { addDays, startOfMonth } from '../../../sync/model/day.ts';
import { frenchDay } from '../bank-text.ts';
import { bankDayUntil } from '../calendar.ts';
import { numberOf } from '../document.ts';
import { full, type Scenario } from '../scene.ts';
import { cited, tail, wrapped } from '../wording.ts';

export const severalInvoices: readonly Scenario[] = [
  {
    name: 'list of whole numbers',
    times: 8,
    byHand: 2,
    expected: 'auto',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const invoices = Array.from({ length: 2 + (turn % 4) }, () => scene.invoice(customer, day));
      scene.receive({ from: customer, day, pays: full(...invoices), text: () => [invoices.map(cited).join(', ')] });
    },
  },
  {
    name: 'one number, then tails',
    times: 5,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const invoices = Array.from({ length: 2 + (turn % 3) }, () => scene.invoice(customer, day));
      const [first, ...others] = invoices;
      const text = () => [[`REGLT ${first ? numberOf(first) : ''}`, ...others.map(tail)].join(turn % 2 ? ' ' : ', ')];
      scene.receive({ from: customer, day, pays: full(...invoices), text });
    },
  },
  {
    name: 'list in fields of 35 characters',
    times: 2,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const invoices = Array.from({ length: 4 }, () => scene.invoice(customer, day));
      const text = () => wrapped(`REGLEMENT FACTURES ${invoices.map(numberOf).join(' ')}`);
      scene.receive({ from: customer, day, pays: full(...invoices), text });
    },
  },
  {
    name: 'range',
    times: 3,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const issuedOn = bankDayUntil(addDays(day, -42));
      const invoices = Array.from({ length: 4 + turn }, () => scene.invoice(customer, day, { issuedOn }));
      const text = () => [`FACTURES ${numberOf(invoices[0]!)} ${turn % 2 ? 'AU' : 'A'} ${tail(invoices.at(-1)!)}`];
      scene.receive({ from: customer, day, pays: full(...invoices), text });
    },
  },
  {
    name: 'range but one',
    times: 2,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const issuedOn = bankDayUntil(addDays(day, -42));
      const invoices = Array.from({ length: 5 }, () => scene.invoice(customer, day, { issuedOn }));
      const left = invoices[2]!;
      const text = () => [
        `FACTURES ${numberOf(invoices[0]!)} A ${tail(invoices[4]!)} ${turn ? 'HORS' : 'SAUF'} ${tail(left)}`,
      ];
      const paid = invoices.filter((invoice) => invoice !== left);
      scene.receive({ from: customer, day, pays: full(...paid), text });
    },
  },
  {
    name: 'balance on a day',
    times: 3,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.alone();
      const closing = addDays(startOfMonth(day), -1);
      for (let i = 0; i < 3; i++) {
        scene.invoice(customer, day, { issuedOn: bankDayUntil(addDays(closing, -scene.random.int(2, 40))) });
      }
      const due = scene.openUntil(customer, closing);
      scene.receive({ from: customer, day, pays: full(...due), text: () => [`SOLDE AU ${frenchDay(closing)}`] });
    },
  },
];
