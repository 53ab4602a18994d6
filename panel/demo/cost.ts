// Two years of money going out: suppliers, wages, taxes, loans, fees, and transfers between the company's own accounts.
import { addDays, addMonths, type Day, endOfMonth, partsOf, startOfMonth } from '../../sync/model/day.ts';
import { mulDiv, sum } from '../../sync/model/money.ts';
import { BANKS, type BankKey } from './account.ts';
import { compactDay } from './bank-text.ts';
import { bankDayFrom } from './calendar.ts';
import { type Ledger, linesOn, post } from './ledger.ts';
import {
  type Kind,
  type Movement,
  movement,
  type Payment,
  type PaymentSpec,
  payment,
  type Truth,
  totalOf,
} from './movement.ts';
import { dollarsOf } from './rate.ts';
import { firstSalesDay } from './sale.ts';
import { CHARGES, type Charge, SUPPLIERS, type Supplier, WAGES } from './supplier.ts';
import type { Timeline } from './timeline.ts';

/** Cents on each bank account when the books begin. */
export const OPENING_BALANCES: Readonly<Record<BankKey, number>> = {
  main: 39_482_316,
  second: 11_240_870,
  collection: 3_118_450,
  dollar: 6_420_000,
};

/** The books begin with what the company has and owes. */
export function openBooks(ledger: Ledger, time: Timeline): void {
  const day = firstSalesDay(time);
  const dollars = OPENING_BALANCES.dollar;
  const assets = [
    { account: BANKS.main.ledgerAccount, minor: OPENING_BALANCES.main },
    { account: BANKS.second.ledgerAccount, minor: OPENING_BALANCES.second },
    { account: BANKS.collection.ledgerAccount, minor: OPENING_BALANCES.collection },
    { account: BANKS.dollar.ledgerAccount, minor: 5_860_000, foreign: { minor: dollars, currency: 'USD' } },
    { account: '370000', minor: 28_640_000 },
    { account: '215400', minor: 11_275_000 },
    { account: '218200', minor: 6_390_000 },
  ];
  const debts = [
    { account: '101300', minor: -20_000_000 },
    { account: '164000', minor: -9_800_000 },
    { account: '431000', minor: -1_064_300 },
  ];
  const reserves = -sum([...assets, ...debts].map(({ minor }) => minor));
  post(ledger, { journal: 'OD', day, piece: 'BILAN', label: "Bilan d'ouverture" }, [
    ...assets,
    ...debts,
    { account: '106800', minor: reserves },
  ]);
}

/** What a movement of this day is in the ledger: booked, or waiting for the bookkeeper (unless she entered it by hand). */
function stateOn(day: Day, time: Timeline, byHand: boolean): Movement['state'] {
  if (day <= time.bookedUntil) return 'booked';
  return byHand && day <= time.ledgerEnd ? 'by-hand' : 'waiting';
}

/** Suppliers' invoices (journal AC) and the movements that pay them. */
export function buy(ledger: Ledger, time: Timeline): Movement[] {
  const sales = monthlySales(ledger, time);
  return months(time).flatMap((month) =>
    SUPPLIERS.flatMap((supplier) => {
      const day = addDays(month, supplier.day - 1);
      const net = supplier.fixed ?? mulDiv(sales.get(month) ?? 0, supplier.share ?? 0, 10_000, 'half-up');
      return day > time.ledgerEnd || net <= 0 ? [] : purchase(ledger, time, supplier, day, net);
    }),
  );
}

/** Wages, social charges, loan and bank fees of every month. */
export function run(ledger: Ledger, time: Timeline): Movement[] {
  return months(time).flatMap((month) => [
    ...wages(ledger, time, month),
    ...CHARGES.flatMap((charge) => chargeOf(charge, time, month)),
  ]);
}

function purchase(ledger: Ledger, time: Timeline, supplier: Supplier, day: Day, net: number): Movement[] {
  const vat = mulDiv(net, supplier.vat, 10_000, 'half-up');
  const piece = `${supplier.code.slice(1)}-${day.slice(2, 4)}${day.slice(5, 7)}`;
  const entry = post(ledger, { journal: 'AC', day, piece, label: `Facture ${supplier.name} ${piece}` }, [
    { account: supplier.expense, minor: net },
    { account: '445660', minor: vat },
    { account: '401000', auxiliary: supplier, minor: -net - vat },
  ]);
  const line = linesOn(entry, '401')[0];
  const payDay = bankDayFrom(addDays(day, supplier.after));
  if (!line || payDay > time.lastBankDay) return [];
  const total = -net - vat;
  const paid = payment({
    minor: total,
    name: supplier.bankName,
    iban: supplier.iban,
    text: () => [`${supplier.by === 'paid' ? 'REGLT ' : ''}FACTURE ${piece}`],
    mandate: supplier.by === 'debited' ? `M${supplier.code}0001` : null,
    contra: [{ account: '401000', auxiliary: supplier, minor: -total }],
    settles: [line],
    truth: { ...spent('supplier paid'), pays: [{ line, minor: total }] },
  });
  return [out('main', supplier.by, payDay, time, [paid])];
}

function wages(ledger: Ledger, time: Timeline, month: Day): Movement[] {
  const day = endOfMonth(month);
  const payDay = bankDayFrom(addDays(month, 27));
  if (payDay > time.lastBankDay) return [];
  const net = sum(WAGES.map(({ netMinor }) => netMinor));
  const gross = mulDiv(net, 128, 100, 'half-up');
  const employer = mulDiv(gross, 21, 100, 'half-up');
  const withheld = gross - net;
  const head = {
    journal: 'PA' as const,
    day: day > time.ledgerEnd ? payDay : day,
    piece: `PAIE${compactDay(month).slice(2, 6)}`,
    label: 'Paie du mois',
  };
  if (head.day <= time.ledgerEnd) {
    post(ledger, head, [
      { account: '641000', minor: gross },
      { account: '645000', minor: employer },
      { account: '421000', minor: -net },
      { account: '431000', minor: -withheld - employer },
    ]);
  }
  return WAGES.map(({ number, netMinor }) =>
    out(
      'second',
      'salary',
      payDay,
      time,
      [against('wages', -netMinor, { '421000': netMinor }, { text: () => [`SALAIRE MATRICULE ${number}`] })],
      true,
    ),
  );
}

function chargeOf(charge: Charge, time: Timeline, month: Day): Movement[] {
  const day = bankDayFrom(addDays(month, charge.day - 1));
  const due = charge.months?.includes(partsOf(month).month) ?? true;
  if (!due || day > time.lastBankDay) return [];
  const euros = sum(Object.values(charge.contra));
  const minor = BANKS[charge.bank].currency === 'EUR' ? -euros : -dollarsOf(euros, day);
  const text = () => [charge.text];
  return [
    out(
      charge.bank,
      charge.kind,
      day,
      time,
      [against(charge.scenario, minor, charge.contra, { name: charge.name, text })],
      charge.byHand,
    ),
  ];
}

/** A payment booked on accounts without an open item: taxes, wages, fees. `contra` by account, debit positive. */
export function against(
  scenario: string,
  minor: number,
  contra: Readonly<Record<string, number>>,
  spec: Partial<PaymentSpec>,
  situation = 25,
): Payment {
  const lines = Object.entries(contra).map(([account, cents]) => ({ account, minor: cents }));
  return payment({ ...spec, minor, contra: lines, truth: { ...spent(scenario, situation), restMinor: minor } });
}

/** The truth of money that is no customer's. */
function spent(scenario: string, situation = 25): Truth {
  return {
    situation,
    scenario,
    expected: 'abstain',
    customer: null,
    pays: [],
    adjustments: [],
    restMinor: 0,
    reverses: null,
  };
}

export function out(
  bank: BankKey,
  kind: Kind,
  day: Day,
  time: Timeline,
  payments: Payment[],
  byHand = false,
): Movement {
  return movement({ bank, kind, day, payments, state: stateOn(day, time, byHand) });
}

/** Every month on the 12th what the other accounts hold beyond their need goes to the main one, a day in transit on 58. */
export function sweep(moves: readonly Movement[], time: Timeline): Movement[] {
  const keeps: readonly (readonly [BankKey, number])[] = [
    ['collection', 2_000_000],
    ['second', 6_000_000],
  ];
  return keeps.flatMap(([bank, keep]) => {
    const own = moves.filter((move) => move.bank === bank);
    let swept = 0;
    return months(time).flatMap((month) => {
      const day = bankDayFrom(addDays(month, 11));
      const arrival = bankDayFrom(addDays(day, 1));
      const held = OPENING_BALANCES[bank] - swept + sum(own.filter((move) => move.day <= day).map(totalOf));
      const minor = Math.floor((held - keep) / 500_000) * 500_000;
      if (minor < 500_000 || arrival > time.lastBankDay) return [];
      swept += minor;
      const name = 'VERDANNE DISTRIBUTION';
      const text = () => [`VIREMENT DE COMPTE A COMPTE ${day.slice(8)}${day.slice(5, 7)}`];
      return [
        out(bank, 'own-out', day, time, [
          against(
            'transfer between own accounts',
            -minor,
            { '580000': minor },
            { name, iban: BANKS.main.account, text },
          ),
        ]),
        out('main', 'own-in', arrival, time, [
          against(
            'transfer between own accounts',
            minor,
            { '580000': -minor },
            { name, iban: BANKS[bank].account, text },
          ),
        ]),
      ];
    });
  });
}

/** VAT of every month that is over: settled by an entry (44551) and debited on the 24th of the next. All else is booked before. */
export function declareVat(ledger: Ledger, time: Timeline): Movement[] {
  const byMonth = new Map<Day, Map<string, number>>();
  for (const entry of ledger.entries) {
    const month = startOfMonth(entry.day);
    const accounts = byMonth.get(month) ?? new Map<string, number>();
    byMonth.set(month, accounts);
    for (const { account, minor } of entry.lines) {
      if (/^4457|^44566/.test(account)) accounts.set(account, (accounts.get(account) ?? 0) + minor);
    }
  }
  return months(time).flatMap((month) => {
    const day = endOfMonth(month);
    const accounts = byMonth.get(month) ?? new Map<string, number>();
    const due = -sum(accounts.values());
    if (day > time.ledgerEnd || due <= 0) return [];
    const settled = [...accounts].map(([account, minor]) => ({ account, minor: -minor }));
    post(ledger, { journal: 'OD', day, piece: `TVA${month.slice(2, 4)}${month.slice(5, 7)}`, label: 'TVA du mois' }, [
      ...settled,
      { account: '445510', minor: -due },
    ]);
    const payDay = bankDayFrom(addDays(addMonths(month, 1), 23));
    const text = () => [`TVA3 ${month.slice(5, 7)}${month.slice(0, 4)}`];
    return payDay > time.lastBankDay
      ? []
      : [out('main', 'debited', payDay, time, [against('VAT', -due, { '445510': due }, { name: 'DGFIP', text })])];
  });
}

/** Sales before VAT by month; at most a fifth above the mean, since nobody buys for the months that situations crowd into. */
function monthlySales(ledger: Ledger, time: Timeline): Map<Day, number> {
  const sales = new Map<Day, number>();
  for (const entry of ledger.entries) {
    if (entry.journal !== 'VE') continue;
    const net = -sum(entry.lines.filter(({ account }) => account.startsWith('7')).map(({ minor }) => minor));
    const month = startOfMonth(entry.day);
    sales.set(month, (sales.get(month) ?? 0) + net);
  }
  const mean = mulDiv(sum(sales.values()), 1, months(time).length, 'half-up');
  return new Map([...sales].map(([month, net]) => [month, Math.min(net, mulDiv(mean, 6, 5, 'half-up'))]));
}

function months(time: Timeline): Day[] {
  const list: Day[] = [];
  for (let month = firstSalesDay(time); month <= time.today; month = addMonths(month, 1)) list.push(month);
  return list;
}
