// A customer in insolvency: money for debts of before the judgment and of after it, and a dividend.
import { addDays, type Day } from '../../../sync/model/day.ts';
import { mulDiv } from '../../../sync/model/money.ts';
import { compactDay, frenchDay } from '../bank-text.ts';
import { bankDayUntil } from '../calendar.ts';
import { type Document, numberOf } from '../document.ts';
import { join, type Line, linesOn } from '../ledger.ts';
import { full, type Scenario, type Scene } from '../scene.ts';
import { cited } from '../wording.ts';

export const insolvency: readonly Scenario[] = [
  {
    name: 'names an invoice of before the judgment',
    times: 1,
    expected: 'abstain',
    play: (scene) => {
      const day = scene.day();
      const { customer, doubtful, invoice } = judged(scene, 'insolvent', 764_400);
      scene.receive({
        from: customer,
        day,
        pays: [{ line: doubtful, minor: 150_000 }],
        text: () => [`ACPTE ${cited(invoice)}`],
      });
    },
  },
  {
    name: 'pays a delivery of after the judgment',
    times: 1,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.day();
      const customer = scene.cast('insolvent');
      const invoice = scene.invoice(customer, day, { totalMinor: 58_920, issuedOn: bankDayUntil(addDays(day, -4)) });
      scene.receive({ from: customer, day, pays: full(invoice), text: () => [`COMPTANT ${cited(invoice)}`] });
    },
  },
  {
    name: 'dividend from the representative of the creditors',
    times: 1,
    expected: 'abstain',
    play: (scene) => {
      const day = scene.day();
      const { customer, doubtful } = judged(scene, 'insolvent-2', 312_000);
      scene.receive({
        from: customer,
        day,
        name: 'SELARL MANDATAIRE FONTANROSE',
        iban: null,
        pays: [{ line: doubtful, minor: 31_200 }],
        text: () => ['RJ HOTEL DU VALLON BLEU DIVIDENDE 1'],
      });
    },
  },
];

/** Moves an old invoice to 416 on the judgment's day and provides for half of it before VAT. */
function judged(scene: Scene, name: 'insolvent' | 'insolvent-2', totalMinor: number) {
  const customer = scene.cast(name);
  const judgment: Day = bankDayUntil(addDays(scene.time.bookedUntil, -110));
  const invoice: Document = scene.invoice(customer, judgment, {
    totalMinor,
    issuedOn: bankDayUntil(addDays(judgment, -50)),
  });
  const label = `Redressement judiciaire du ${frenchDay(judgment)} ${customer.name}`;
  const minor = invoice.totalMinor;
  const entry = scene.post({ journal: 'OD', day: judgment, piece: `RJ${compactDay(judgment).slice(2, 6)}`, label }, [
    { account: '416000', auxiliary: customer, minor },
    { account: '411000', auxiliary: customer, minor: -minor },
  ]);
  const [credit] = linesOn(entry, '411');
  if (credit && invoice.lines[0]) join(credit, invoice.lines[0]);
  const provision = mulDiv(minor, 5_000, 12_000, 'half-up');
  scene.post({ journal: 'OD', day: judgment, piece: 'PROV', label: `Dépréciation ${customer.name}` }, [
    { account: '681740', minor: provision },
    { account: '491000', minor: -provision },
  ]);
  scene.show(() => numberOf(invoice));
  const doubtful: Line = linesOn(entry, '416')[0]!;
  return { customer, doubtful, invoice };
}
