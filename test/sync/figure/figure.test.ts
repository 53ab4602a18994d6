// Worked examples of the figures, as an accountant writes them and recomputes them by hand: test/fixtures/figure/*.case.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysLate } from '../../../sync/aging/index.ts';
import {
  countedBack,
  daysOutstanding,
  effectiveness,
  paidIn,
  shareOf,
  standingOf,
  trueOutstanding,
  unpaidMinor,
} from '../../../sync/figure/index.ts';
import type { AgedItem } from '../../../sync/model/aging.ts';
import { type Day, parseDay } from '../../../sync/model/day.ts';
import type { MonthlySales } from '../../../sync/model/figure.ts';
import type { LineKind } from '../../../sync/model/ledger.ts';
import { parseMinor, sum } from '../../../sync/model/money.ts';
import type { SettledPart } from '../../../sync/model/report.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/figure');

const minor = (text = '') => parseMinor(text, 'EUR') ?? Number.NaN;
const dayOf = (text = ''): Day => parseDay(text) ?? ('?' as Day);

type Case = {
  asOf: Day;
  openingMinor: number;
  days: number;
  sales: MonthlySales[];
  items: AgedItem[];
  parts: SettledPart[];
  says: string[];
};

describe('worked examples', () => {
  it.each(readdirSync(FOLDER))('%s', (name) => {
    const read = caseOf(readFileSync(join(FOLDER, name), 'utf8'));
    expect(read.says.length).toBeGreaterThan(0);
    const answers = answersOf(read);
    expect(read.says.map((line) => `${nameIn(line)} ${answers[nameIn(line)]}`)).toEqual(read.says);
  });
});

const nameIn = (line: string) => line.replace(/ (n\/a|> [\d.]+|-?[\d.]+( %)?)$/, '');

function answersOf({ asOf, openingMinor, days, sales, items, parts }: Case): Record<string, string> {
  const { openMinor, currentMinor, overdueMinor } = standingOf(items);
  const salesMinor = sum(sales.map((it) => it.salesMinor));
  const dso = daysOutstanding(openMinor, salesMinor, days);
  const best = daysOutstanding(currentMinor, salesMinor, days);
  const back = countedBack(openMinor, sales, asOf);
  const { granted, taken, late } = paidIn(parts);
  const index = effectiveness({ openingMinor, salesMinor, months: 1, closingMinor: openMinor, currentMinor });
  return {
    dso: tenths(dso),
    'best possible': tenths(best),
    delinquent: tenths(dso === null || best === null ? null : dso - best),
    'count-back': `${back.exhausted ? '> ' : ''}${tenths(back.days)}`,
    true: tenths(trueOutstanding(items, sales, asOf).days),
    'left out': String(trueOutstanding(items, sales, asOf).leftOut),
    'unpaid over 30': `${tenths(shareOf(unpaidMinor(items, sales[0]?.month ?? asOf, 30), salesMinor))} %`,
    overdue: `${tenths(shareOf(overdueMinor, currentMinor + overdueMinor))} %`,
    effectiveness: `${tenths(index)} %`,
    granted: tenths(granted),
    taken: tenths(taken),
    late: tenths(late),
  };
}

function tenths(n: number | null): string {
  return n === null ? 'n/a' : (n / 10).toFixed(1);
}

function caseOf(text: string): Case {
  const read: Case = { asOf: dayOf(), openingMinor: 0, days: 0, sales: [], items: [], parts: [], says: [] };
  for (const row of text.split('\n')) {
    const said = row.split('#')[0]!.trimEnd();
    const [what, ...rest] = said.trim().split(/\s+/);
    if (said.startsWith('  ')) read.says.push(said.trim());
    else if (what === 'on') read.asOf = dayOf(rest[0]);
    else if (what === 'over') read.days = Number(rest[0]);
    else if (what === 'opening') read.openingMinor = minor(rest[0]);
    else if (what === 'sales') read.sales.push({ month: dayOf(`${rest[0]}-01`), salesMinor: minor(rest[1]) });
    else if (what === 'item') read.items.push(itemOf(rest, read.asOf));
    else if (what === 'paid') read.parts.push(partOf(rest));
    else if (what !== '') throw new Error(`a case knows no "${what}"`);
  }
  return read;
}

/** 'F1 due 2027-04-30 100.00', 'F1 issued DAY due DAY 100.00', or 'P1 payment -100.00'. */
function itemOf([id = '', kind = '', ...rest]: string[], asOf: Day): AgedItem {
  if (kind === 'issued') return { ...itemOf([id, ...rest.slice(1)], asOf), day: dayOf(rest[0]) };
  const openMinor = minor(rest.at(-1));
  const isClaim = kind === 'due';
  const item = {
    ...{ itemId: id, partyId: 'C', partyName: 'C', account: '411000', document: id, label: id, journal: 'VT' },
    ...{
      day: asOf,
      documentDay: null,
      dueComputed: false,
      currency: 'EUR',
      letter: null,
      openForeign: null,
      column: 0,
    },
    ...{ amountMinor: openMinor, openMinor, residualMinor: openMinor, receivedMinor: 0 },
    role: kind === 'deposit' ? ('advance' as const) : ('receivable' as const),
    kind: (isClaim ? 'invoice' : 'payment') satisfies LineKind as LineKind,
    dueDay: isClaim ? dayOf(rest[0]) : null,
  };
  return { ...item, daysLate: daysLate(item, asOf, 'due') };
}

/** 'F1 issued DAY due DAY on DAY 100.00'. */
function partOf([id = '', , issued, , due, , on, amount]: string[]): SettledPart {
  return {
    ...{
      itemId: id,
      partyId: 'C',
      partyName: 'C',
      account: '411000',
      document: id,
      vatMinor: null,
      vatWaitingMinor: null,
    },
    ...{ role: 'receivable' as const, kind: 'invoice' as const },
    ...{ paymentKind: 'payment' as const, paymentJournal: 'BQ', paymentEntry: id },
    ...{ issueDay: dayOf(issued), dueDay: dayOf(due), day: dayOf(on), paymentDay: dayOf(on) },
    ...{ invoiceMinor: minor(amount), amountMinor: minor(amount) },
  };
}

describe('the figures', () => {
  it('of a claim without a due day: it is not overdue', () => {
    const item = { ...itemOf(['F1', 'due', '2027-01-01', '100.00'], '2027-03-31'), dueDay: null, daysLate: null };
    expect(standingOf([item])).toMatchObject({ currentMinor: 100_00, overdueMinor: 0, claims: 1, overdue: 0 });
  });

  it('count back through every month for any sales, never below nothing, never beyond the months known', () => {
    const months: Day[] = ['2028-01-01', '2028-02-01', '2028-03-01'];
    const sold = fc.array(fc.integer({ min: -1_000_00, max: 5_000_00 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(sold, fc.integer({ min: -1_000_00, max: 20_000_00 }), (each, openMinor) => {
        const sales = each.map((salesMinor, i) => ({ month: months[i]!, salesMinor }));
        const { days, exhausted } = countedBack(openMinor, sales, '2028-03-31');
        expect(days).toBeGreaterThanOrEqual(0);
        expect(days).toBeLessThanOrEqual(910);
        const known = sum(each.filter((it) => it > 0));
        expect(exhausted).toBe(openMinor > known);
      }),
      { seed: 8 },
    );
  });
});
