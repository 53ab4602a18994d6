// Payers whose account names nobody: the public accountant, an insurer, a notary, a leasing company.
import { PAYERS } from '../cast.ts';
import { full, type Scenario } from '../scene.ts';
import { cited } from '../wording.ts';

export const multiDebtor: readonly Scenario[] = [
  {
    name: 'public accountant, two customers owe the same',
    times: 2,
    expected: 'abstain',
    play: (scene, turn) => {
      const day = scene.day();
      const totalMinor = 58_800 + turn * 12_000;
      const customer = scene.cast(turn === 0 ? 'aubrac' : 'school');
      scene.invoice(scene.cast(turn === 0 ? 'school' : 'brizance'), day, { totalMinor });
      const invoice = scene.invoice(customer, day, { totalMinor });
      const text = () => [`MANDAT ${scene.random.int(1_000, 9_999)} BORD ${scene.random.int(100, 400)}`];
      scene.receive({ from: PAYERS.north, customer, day, pays: full(invoice), text });
    },
  },
  {
    name: 'insurer, claim and invoice named',
    times: 1,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.cast('flooded');
      const invoice = scene.invoice(customer, day, { totalMinor: 412_320 });
      const text = () => [`SINISTRE ${day.slice(0, 4)}/11804 ${cited(invoice)}`];
      scene.receive({ from: PAYERS.insurer, customer, day, pays: full(invoice), text });
    },
  },
  {
    name: 'insurer, claim only',
    times: 1,
    expected: 'abstain',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.cast('flooded');
      const invoice = scene.invoice(customer, day, { totalMinor: 96_480 });
      const text = () => [`SINISTRE ${day.slice(0, 4)}/11962 RESIDENCE DUNES`];
      scene.receive({ from: PAYERS.insurer, customer, day, pays: full(invoice), text });
    },
  },
  {
    name: 'notary',
    times: 1,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.cast('estate');
      const invoice = scene.invoice(customer, day, { totalMinor: 687_600 });
      const text = () => [`DOSSIER 4471 VENTE DOMAINE DE MALVAISE ${cited(invoice)}`];
      scene.receive({ from: PAYERS.notary, customer, day, pays: full(invoice), text });
    },
  },
  {
    name: 'leasing company',
    times: 1,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.cast('hotel');
      const invoice = scene.invoice(customer, day, { totalMinor: 1_464_000 });
      const text = () => [`CONTRAT 88412 LOCATAIRE ${customer.bankName} ${cited(invoice)}`];
      scene.receive({ from: PAYERS.leasing, customer, day, pays: full(invoice), text });
    },
  },
];
