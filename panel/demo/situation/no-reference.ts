// A transfer that names nothing: one item of the amount, several, a sum, the whole balance, a namesake.
import { full, type Scenario } from '../scene.ts';

const NOTHING = ['REGLEMENT', 'VIREMENT', 'PAIEMENT FACTURE', 'REGLT FOURNISSEUR', 'FACTURE', 'MERCI'];

export const noReference: readonly Scenario[] = [
  {
    name: 'one open item of that amount',
    times: 11,
    byHand: 2,
    expected: 'auto',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const invoice = scene.invoice(customer, day);
      scene.receive({ from: customer, day, pays: full(invoice), text: () => [scene.random.pick(NOTHING)] });
    },
  },
  {
    name: 'several items of that amount',
    times: 3,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.alone();
      const totalMinor = scene.random.pick([28_800, 46_800, 118_800]);
      const [invoice] = Array.from({ length: 3 }, () => scene.invoice(customer, day, { totalMinor }));
      scene.receive({ from: customer, day, pays: full(invoice!), text: () => ['REGLEMENT'] });
    },
  },
  {
    name: 'another customer owes the same, payer unnamed',
    times: 2,
    expected: 'abstain',
    play: (scene, turn) => {
      const day = scene.day();
      const totalMinor = 96_000 + turn * 14_400;
      const customer = scene.alone();
      scene.invoice(scene.alone(), day, { totalMinor });
      const invoice = scene.invoice(customer, day, { totalMinor });
      const unnamed = { name: null, iban: null, town: null, text: () => ['VIREMENT RECU'] };
      scene.receive({ from: customer, day, pays: full(invoice), ...unnamed });
    },
  },
  {
    name: 'a sum of several',
    times: 5,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.ordinary();
      const invoices = Array.from({ length: 2 + (turn % 3) }, () => scene.invoice(customer, day));
      scene.receive({ from: customer, day, pays: full(...invoices), text: () => [scene.random.pick(NOTHING)] });
    },
  },
  {
    name: 'the whole balance',
    times: 3,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.alone();
      for (let i = 0; i < 3; i++) scene.invoice(customer, day);
      scene.receive({
        from: customer,
        day,
        pays: full(...scene.openUntil(customer, day)),
        text: () => ['SOLDE COMPTE'],
      });
    },
  },
  {
    name: 'two customers of one name',
    times: 2,
    expected: 'abstain',
    play: (scene, turn) => {
      const day = scene.day();
      const totalMinor = 41_400 + turn * 6_000;
      const customer = scene.cast(turn === 0 ? 'homonym-1' : 'homonym-2');
      scene.invoice(scene.cast(turn === 0 ? 'homonym-2' : 'homonym-1'), day, { totalMinor });
      const invoice = scene.invoice(customer, day, { totalMinor });
      const alike = { name: 'BOULANGERIE VAUDREMONT', iban: null, text: () => ['REGLT FACTURE'] };
      scene.receive({ from: customer, day, pays: full(invoice), ...alike });
    },
  },
  {
    name: 'names a month only',
    times: 2,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.ordinary(({ contractMinor }) => contractMinor !== null);
      const net = customer.contractMinor ?? 9_900;
      const invoice = scene.invoice(customer, day, { parts: [{ rate: 2000, netMinor: net }] });
      const text = () => [`CONTRAT ENTRETIEN ${MONTHS[Number(invoice.day.slice(5, 7)) - 1]}`];
      scene.receive({ from: customer, day, pays: full(invoice), text });
    },
  },
];

const MONTHS = 'JANVIER FEVRIER MARS AVRIL MAI JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DECEMBRE'.split(' ');
