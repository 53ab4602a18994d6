// Payouts net of fees: the card terminal's, a payment provider's, a marketplace's.
import { addDays } from '../../../sync/model/day.ts';
import { mulDiv, sum } from '../../../sync/model/money.ts';
import { compactDay } from '../bank-text.ts';
import { bankDayUntil } from '../calendar.ts';
import { PAYERS } from '../cast.ts';
import { numberOf } from '../document.ts';
import { join, linesOn } from '../ledger.ts';
import { full, type Scenario, type Scene } from '../scene.ts';

/** What card, provider and marketplace keep, in basis points. */
const CARD_BP = 140;
const PROVIDER_BP = 165;
const MARKETPLACE_BP = 1_200;

export const payout: readonly Scenario[] = [
  {
    name: 'cards, booked on 5115',
    times: 3,
    expected: 'suggest',
    play: (scene) => {
      const { time } = scene;
      const day = scene.random.pick(time.window.filter((d, i) => i > 0 && d <= time.ledgerEnd));
      const till = bankDayUntil(addDays(day, -1));
      const customer = scene.cast('counter');
      const sales = counterSales(scene, till, scene.random.int(2, 4));
      const gross = sum(sales.map(({ totalMinor }) => totalMinor));
      const piece = `TPE${till.slice(5, 7)}${till.slice(8)}`;
      const entry = scene.post({ journal: 'OD', day: till, piece, label: 'Télécollecte cartes' }, [
        { account: '511500', minor: gross },
        { account: '411000', auxiliary: customer, minor: -gross },
      ]);
      const [credit] = linesOn(entry, '411');
      for (const line of sales.flatMap(({ lines }) => lines)) if (credit) join(credit, line);
      const [line] = linesOn(entry, '5115');
      if (line) payCards(scene, day, till, [{ line, minor: gross }], gross);
    },
  },
  {
    name: 'cards, not booked',
    times: 2,
    expected: 'suggest',
    play: (scene) => {
      const day = scene.random.pick(scene.time.window.slice(1, -3));
      const till = bankDayUntil(addDays(day, -1));
      const pays = full(...counterSales(scene, till, scene.random.int(3, 5)));
      payCards(scene, day, till, pays, sum(pays.map(({ minor }) => minor)));
    },
  },
  {
    name: 'payment provider',
    times: 2,
    expected: 'abstain',
    play: (scene, turn) => {
      const day = scene.day();
      const invoices = Array.from({ length: 3 + turn }, () => scene.invoice(scene.ordinary(), day));
      const gross = sum(invoices.map(({ totalMinor }) => totalMinor));
      const fee = mulDiv(gross, PROVIDER_BP, 10_000, 'half-up') + 25 * invoices.length;
      scene.receive({
        from: PAYERS.payments,
        day,
        pays: full(...invoices),
        adjustments: [{ kind: 'psp_fee', minor: -fee }],
        endToEnd: `PO-${scene.random.int(100_000, 999_999)}`,
        text: () => [`PAYOUT ${compactDay(day)} ${invoices.length} PAYMENTS`],
      });
    },
  },
  {
    name: 'marketplace',
    times: 2,
    expected: 'suggest',
    play: (scene, turn) => {
      const day = scene.day();
      const customer = scene.cast('counter');
      const invoices = Array.from({ length: 2 + turn }, () =>
        scene.invoice(customer, day, { issuedOn: bankDayUntil(addDays(day, -8)), note: 'commande Comptoira' }),
      );
      const fee = mulDiv(sum(invoices.map((d) => d.totalMinor)), MARKETPLACE_BP, 10_000, 'half-up');
      scene.receive({
        from: PAYERS.marketplace,
        customer,
        day,
        pays: full(...invoices),
        adjustments: [{ kind: 'psp_fee', minor: -fee }],
        text: () => [`VENTES ${invoices.map(numberOf).join(' ')} NET COMMISSION`],
      });
    },
  },
];

function counterSales(scene: Scene, day: Parameters<Scene['invoice']>[1], count: number) {
  const customer = scene.cast('counter');
  return Array.from({ length: count }, () =>
    scene.invoice(customer, day, { issuedOn: day, totalMinor: scene.random.int(2_400, 38_000) }),
  );
}

function payCards(
  scene: Scene,
  day: Parameters<Scene['invoice']>[1],
  till: Parameters<Scene['invoice']>[1],
  pays: ReturnType<typeof full>,
  gross: number,
): void {
  const fee = mulDiv(gross, CARD_BP, 10_000, 'half-up');
  const comma = (minor: number) => `${Math.trunc(minor / 100)},${String(minor % 100).padStart(2, '0')}`;
  scene.receive({
    from: scene.cast('counter'),
    day,
    kind: 'cards',
    name: 'REM CB 00418822',
    iban: null,
    town: null,
    country: null,
    pays,
    adjustments: [{ kind: 'psp_fee', minor: -fee }],
    text: () => [`REMISE CARTES DU ${till.slice(8)}/${till.slice(5, 7)} BRUT ${comma(gross)} COM ${comma(fee)}`],
  });
}
