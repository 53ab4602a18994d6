// Occasional customers on one shared account: by reference and amount only, never by balance.
import { addDays } from '../../../sync/model/day.ts';
import { frenchIban, VALMORIN } from '../account-number.ts';
import { bankDayUntil } from '../calendar.ts';
import { numberOf } from '../document.ts';
import { full, type Scenario } from '../scene.ts';

const NAMES = [
  'MME LESCARNEC',
  'M OU MME OUSTRAC',
  'ASSOCIATION LES AUBRELLES',
  'M TREVINAL',
  'COMITE DES FETES BRIZE',
];

export const occasional: readonly Scenario[] = [
  {
    name: 'number named',
    times: 3,
    expected: 'suggest',
    play: (scene, turn) => pay(scene, turn, true),
  },
  {
    name: 'amount only, several owe it',
    times: 2,
    expected: 'abstain',
    play: (scene, turn) => pay(scene, turn + 3, false),
  },
];

function pay(scene: Parameters<Scenario['play']>[0], turn: number, named: boolean): void {
  const day = scene.day();
  const customer = scene.cast('counter');
  const bankName = NAMES[turn] ?? 'M OUSTRAC';
  const issuedOn = bankDayUntil(addDays(day, -12));
  const totalMinor = named ? 11_640 + turn * 5_280 : 24_000;
  if (!named) scene.invoice(customer, day, { totalMinor, issuedOn });
  const invoice = scene.invoice(customer, day, { totalMinor, issuedOn, note: `- ${bankName}` });
  const iban = frenchIban(VALMORIN, '00731', `0C0000041${turn}7`);
  const text = () => [named ? `FACTURE ${numberOf(invoice)}` : 'ACHAT VAISSELLE'];
  scene.receive({ from: { bankName, iban }, customer, day, bank: 'main', pays: full(invoice), text });
}
