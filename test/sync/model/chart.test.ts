// Which accounts a company works with, in charts that have the usual ones, in charts that lack some, and in charts of other countries.
import { expect, it } from 'vitest';
import { roleAccount } from '../../../sync/entry/account.ts';
import { type ChartFacts, onChart } from '../../../sync/model/chart.ts';
import { PLAN_COMPTABLE, PLAN_DIFFERENCES } from '../../../sync/model/company.ts';
import { company } from '../../db/company.ts';

const FRENCH = { accounts: PLAN_COMPTABLE, differenceAccounts: PLAN_DIFFERENCES };

function rows(...numbers: string[]) {
  return numbers.map((number) => ({ number, name: number, role: 'other' as const }));
}

function brought(numbers: string[], facts: Partial<ChartFacts> = {}, from = FRENCH) {
  const found = onChart(from, rows(...numbers), { isMapped: true, uses: {}, ...facts });
  const at = company('c', found);
  return { ...found, general: (role: 'receivable' | 'advance' | 'transfer') => roleAccount(at, role, '411000') };
}

it.each([
  ['the usual one', ['627000', '627800'], '627000'],
  ['what Odoo has for it', ['627100', '627800'], '627800'],
  ['the usual one where the chart has neither: the refusal names it', ['627100'], '627000'],
])('a bank fee goes to %s', (_, chart, account) => {
  expect(brought(chart).differenceAccounts.bank_fee).toBe(account);
});

it('an account that somebody chose stays, and so do the other kinds', () => {
  const chosen = { ...PLAN_DIFFERENCES, bank_fee: '627500' };
  const found = brought(['627500', '627800', '666000'], {}, { ...FRENCH, differenceAccounts: chosen });
  expect(found.differenceAccounts).toEqual({ ...chosen, exchange: '666000' });
});

it('an account that the chart lacks is the one that the ERP uses for it', () => {
  const uses = { discount: '665900', exchange: '668000' };
  const found = brought(['665900', '666000', '668000'], { uses });
  expect([found.differenceAccounts.discount, found.differenceAccounts.exchange]).toEqual(['665900', '666000']);
});

it('money of a customer without history goes to the receivable account that the ERP uses, not to 411000', () => {
  const uses = { receivable: '411100', transfer: '580001' };
  const found = brought(['411100', '580001'], { uses });
  expect([found.general('receivable'), found.general('transfer'), found.general('advance')]).toEqual([
    '411100',
    '580001',
    '419100',
  ]);
  const later = brought(['411100', '411200', '580001'], { uses: { ...uses, receivable: '411200' } }, found);
  expect(later.general('receivable')).toBe('411200');
});

it('in a chart of another kind nothing of the French map counts, now or at the next pull', () => {
  const numbers = ['400000', '411000', '627000', '627800', '653000', '580000'];
  const uses = { receivable: '400000', transfer: '580000', discount: '653000' };
  const once = brought(numbers, { isMapped: false, uses });
  for (const found of [once, brought(numbers, { isMapped: true, uses }, once)]) {
    expect(found.accounts).toEqual({ 400000: 'receivable', 580000: 'transfer' });
    const { discount, ...others } = found.differenceAccounts;
    expect([discount, new Set(Object.values(others))]).toEqual(['653000', new Set([''])]);
    expect([found.general('receivable'), found.general('advance')]).toEqual(['400000', '']);
  }
});
