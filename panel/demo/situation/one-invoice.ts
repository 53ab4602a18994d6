// A transfer that names one invoice: exactly, by its structured reference, badly typed, cut, by order or by mandate number.
import { PAYERS } from '../cast.ts';
import { numberOf, referenceOf } from '../document.ts';
import { full, type Scenario } from '../scene.ts';
import { cited, cutAt, mistyped } from '../wording.ts';

export const oneInvoice: readonly Scenario[] = [
  {
    name: 'names one invoice exactly',
    times: 36,
    byHand: 12,
    expected: 'auto',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const invoice = scene.invoice(customer, day);
      const kind = turn % 6 === 5 && customer.country === 'FR' ? ({ kind: 'instant' } as const) : {};
      scene.receive({ from: customer, day, pays: full(invoice), text: () => [cited(invoice)], ...kind });
    },
  },
  {
    name: 'bears the structured reference',
    times: 9,
    expected: 'auto',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const invoice = scene.invoice(customer, day);
      const inText = turn % 3 === 2;
      scene.receive({
        from: customer,
        day,
        pays: full(invoice),
        reference: inText ? null : () => referenceOf(invoice),
        text: () => (inText ? [`REF ${referenceOf(invoice)}`] : []),
        endToEnd: `E2E${customer.code}${turn}`,
      });
    },
  },
  {
    name: 'badly typed number',
    times: 8,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const invoice = scene.invoice(customer, day);
      scene.receive({ from: customer, day, pays: full(invoice), text: () => [mistyped(invoice, turn, scene.random)] });
    },
  },
  {
    name: 'number cut at 35 characters',
    times: 3,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const invoice = scene.invoice(customer, day);
      const text = () => [cutAt(`REGLEMENT DE VOTRE FACTURE ${numberOf(invoice)}`, 35)];
      scene.receive({ from: customer, day, pays: full(invoice), text });
    },
  },
  {
    name: 'list cut at 140 characters',
    times: 2,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const invoices = Array.from({ length: 11 }, () => scene.invoice(customer, day));
      const text = () => [cutAt(`FACTURES ${invoices.map(numberOf).join(' ')}`, 140)];
      scene.receive({ from: customer, day, pays: full(...invoices), text });
    },
  },
  {
    name: 'names the order only',
    times: 4,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const order = `4500${scene.random.int(100_000, 999_999)}`;
      const invoice = scene.invoice(customer, day, { order });
      scene.receive({ from: customer, day, pays: full(invoice), text: () => [`VOTRE CDE ${order}`] });
    },
  },
  {
    name: 'public payer, mandate number',
    times: 5,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const north = turn % 2 === 0;
      const customer = scene.cast(north ? 'aubrac' : turn === 1 ? 'orlise' : 'lycee');
      const order = `EJ13000${scene.random.int(10_000, 99_999)}`;
      const invoice = scene.invoice(customer, day, { order });
      const mandate = `MANDAT ${scene.random.int(1_000, 9_999)} BORD ${scene.random.int(100, 400)}`;
      scene.receive({
        from: north ? PAYERS.north : PAYERS.south,
        customer,
        day,
        pays: full(invoice),
        ultimate: customer.bankName,
        text: () => [turn < 3 ? `${mandate} ${numberOf(invoice)}` : `${mandate} ${order}`],
      });
    },
  },
];
