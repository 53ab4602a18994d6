// Money before or beyond the invoice: a deposit on a quotation, a deposit invoice, the final invoice less the deposit, too much.
import { addDays } from '../../../sync/model/day.ts';
import { compactDay } from '../bank-text.ts';
import { bankDayUntil } from '../calendar.ts';
import { numberOf } from '../document.ts';
import { linesOn } from '../ledger.ts';
import { full, type Scenario } from '../scene.ts';
import { cited } from '../wording.ts';

export const deposit: readonly Scenario[] = [
  {
    name: 'deposit before any invoice',
    times: 3,
    expected: 'abstain',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const quotation = `DV${compactDay(day).slice(2, 6)}-${String(41 + turn * 3).padStart(3, '0')}`;
      const restMinor = [300_000, 180_000, 465_000][turn] ?? 100_000;
      scene.receive({ from: customer, day, pays: [], restMinor, text: () => [`ACOMPTE 30% DEVIS ${quotation}`] });
    },
  },
  {
    name: 'deposit invoice',
    times: 2,
    expected: 'auto',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const issuedOn = bankDayUntil(addDays(day, -9));
      const totalMinor = 150_000 + turn * 93_600;
      const invoice = scene.invoice(customer, day, { kind: 'deposit', issuedOn, totalMinor });
      scene.receive({ from: customer, day, pays: full(invoice), text: () => [`ACOMPTE ${numberOf(invoice)}`] });
    },
  },
  {
    name: 'final invoice less the deposit',
    times: 2,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.alone();
      const earlier = bankDayUntil(addDays(scene.time.bookedUntil, -35));
      const depositMinor = 240_000 + turn * 60_000;
      const received = scene.receivedEarlier({
        from: customer,
        day: earlier,
        pays: [],
        restMinor: depositMinor,
        contra: [{ account: '419100', auxiliary: customer, minor: -depositMinor }],
        text: () => ['ACOMPTE COMMANDE'],
      });
      const [line] = linesOn(scene.bookNow(received, `ACP${compactDay(earlier).slice(2, 6)}${turn}`), '4191');
      const invoice = scene.invoice(customer, day, { totalMinor: depositMinor * 3 + 12_480 });
      const pays = line ? [...full(invoice), { line, minor: -depositMinor }] : full(invoice);
      scene.receive({ from: customer, day, pays, text: () => [`SOLDE ${cited(invoice)} ACOMPTE DEDUIT`] });
    },
  },
  {
    name: 'too much',
    times: 3,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const invoice = scene.invoice(customer, day);
      const rounded = Math.ceil((invoice.totalMinor + 100) / 10_000) * 10_000 - invoice.totalMinor;
      const restMinor = turn === 0 ? 9_000 : rounded;
      scene.receive({ from: customer, day, pays: full(invoice), restMinor, text: () => [cited(invoice)] });
    },
  },
];
