// A customer who is our supplier too pays the difference.
import { addDays } from '../../../sync/model/day.ts';
import { compactDay } from '../bank-text.ts';
import { bankDayUntil } from '../calendar.ts';
import { linesOn } from '../ledger.ts';
import { full, type Scenario } from '../scene.ts';
import { SUPPLIERS } from '../supplier.ts';
import { cited } from '../wording.ts';

export const compensation: readonly Scenario[] = [
  {
    name: 'invoice less what we owe',
    times: 2,
    expected: 'abstain',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.cast(turn === 0 ? 'packer' : 'carrier');
      const supplier = SUPPLIERS.find(({ name }) => name === customer.name);
      if (!supplier) throw new Error(`compensation: ${customer.name} is no supplier`);
      const invoice = scene.invoice(customer, day, { totalMinor: 356_400 + turn * 66_000 });
      const bought = bankDayUntil(addDays(day, -38));
      const piece = `${supplier.code.slice(1)}-${compactDay(bought).slice(2, 6)}-C`;
      const entry = scene.post({ journal: 'AC', day: bought, piece, label: `Facture ${supplier.name} ${piece}` }, [
        { account: supplier.expense, minor: 98_000 },
        { account: '445660', minor: 19_600 },
        { account: '401000', auxiliary: supplier, minor: -117_600 },
      ]);
      const [owed] = linesOn(entry, '401');
      const pays = owed ? [...full(invoice), { line: owed, minor: owed.minor }] : full(invoice);
      scene.receive({ from: customer, day, pays, text: () => [`${cited(invoice)} COMPENSATION ${piece}`] });
    },
  },
];
