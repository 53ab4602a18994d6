// A decision about one receipt of a made-up company, for the tests of its entry.
import fc from 'fast-check';
import type { Decided } from '../../../sync/entry/index.ts';
import { type Company, PLAN_COMPTABLE, PLAN_DIFFERENCES } from '../../../sync/model/company.ts';
import type { OpenItem } from '../../../sync/model/ledger.ts';
import { sum } from '../../../sync/model/money.ts';
import type { BankLine } from '../../../sync/model/statement.ts';

export const company: Company = {
  id: 'c',
  name: 'Essai',
  siren: null,
  currency: 'EUR',
  zone: 'Europe/Paris',
  mode: 'suggest',
  erp: 'fec',
  terms: { days: 30, endOfMonth: false, extraDays: 0 },
  startDay: null,
  accounts: PLAN_COMPTABLE,
  differenceAccounts: PLAN_DIFFERENCES,
};

export function bankLine(amountMinor: number): BankLine {
  return {
    id: 'line',
    account: 'FR7619999001000000007000096',
    entryRef: null,
    bookingDay: '2026-11-10',
    valueDay: '2026-11-10',
    amountMinor,
    currency: 'EUR',
    counterparty: 'SARL DUPONT',
    counterpartyAccount: null,
    ultimateParty: null,
    endToEndId: null,
    mandateId: null,
    label: 'VIR SARL DUPONT',
    references: [],
    bankCode: null,
    instructed: null,
    returnReason: null,
  };
}

export function openItem(facts: Partial<OpenItem> & { id: string; residualMinor: number }): OpenItem {
  return {
    account: '411000',
    role: 'receivable',
    partyId: 'C1',
    journal: 'VE',
    entry: '1',
    document: null,
    label: '',
    day: '2026-10-01',
    documentDay: null,
    dueDay: null,
    dueComputed: false,
    amountMinor: facts.residualMinor,
    currency: 'EUR',
    foreign: null,
    kind: facts.residualMinor > 0 ? 'invoice' : 'credit-note',
    letter: null,
    paymentReference: null,
    clientReference: null,
    discount: null,
    ...facts,
  };
}

export function decided(facts: Partial<Omit<Decided, 'items'>> & { amountMinor: number; items: OpenItem[] }): Decided {
  return {
    company,
    line: bankLine(facts.amountMinor),
    bankAccount: '512100',
    booked: [],
    isBooked: false,
    allocations: [],
    adjustments: [],
    restMinor: 0,
    rest: 'none',
    partyId: 'C1',
    restAccount: '411000',
    ...facts,
    items: new Map(facts.items.map((item) => [item.id, item])),
  };
}

const cents = fc.integer({ min: 1, max: 50_000_00 });

const anyItem = fc.record({
  minor: cents,
  credit: fc.boolean(),
  party: fc.constantFrom('C1', 'C2'),
  account: fc.constantFrom('411000', '416000'),
  vatBp: fc.option(fc.constantFrom(0, 550, 1000, 2000)),
});

const anyAdjustment = fc.record({
  kind: fc.constantFrom('discount', 'bank_fee', 'rounding', 'withholding', 'fx'),
  minor: fc.integer({ min: -500_00, max: 500_00 }).filter((minor) => minor !== 0),
});

/** Decisions of every shape: either sign, netted credits, differences, a rest, booked on one customer or not at all. */
export const anyDecided: fc.Arbitrary<Decided> = fc
  .record({
    items: fc.array(anyItem, { minLength: 1, maxLength: 5 }),
    adjustments: fc.array(anyAdjustment, { maxLength: 2 }),
    restMinor: fc.option(cents, { nil: 0 }),
    advance: fc.boolean(),
    isBooked: fc.boolean(),
  })
  .map(({ items, adjustments, restMinor, advance, isBooked }) => {
    const open = items.map(({ minor, credit, party, account, vatBp }, i) =>
      openItem({
        id: `i${i}`,
        residualMinor: credit ? -minor : minor,
        partyId: party,
        account,
        vatMinor: vatBp === null ? null : Math.round((minor * vatBp) / (10_000 + vatBp)) * (credit ? -1 : 1),
      }),
    );
    const changes = adjustments.map(({ kind, minor }) => ({ kind, amountMinor: minor }));
    const amountMinor =
      sum(open.map((item) => item.residualMinor)) + sum(changes.map((c) => c.amountMinor)) + restMinor;
    return decided({
      amountMinor,
      items: open,
      allocations: open.map((item) => ({ itemId: item.id, amountMinor: item.residualMinor })),
      adjustments: changes,
      restMinor,
      rest: restMinor === 0 ? 'none' : advance ? 'advance' : 'on-account',
      isBooked,
      booked: isBooked && amountMinor !== 0 ? [openItem({ id: 'booked', residualMinor: -amountMinor })] : [],
    });
  })
  // A rest is money of the line: it has the line's sign and is no more than the line.
  .filter((it) => it.restMinor === 0 || it.amountMinor >= it.restMinor);
