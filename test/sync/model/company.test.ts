// Which account a difference is posted to, in charts that have the usual one and in charts that have not.
import { expect, it } from 'vitest';
import { differencesIn, PLAN_DIFFERENCES } from '../../../sync/model/company.ts';

it.each([
  ['the usual one', ['627000', '627800'], '627000'],
  ['what Odoo has for it', ['627100', '627800'], '627800'],
  ['the usual one where the chart has neither: the refusal names it', ['627100'], '627000'],
])('a bank fee goes to %s', (_, chart, account) => {
  expect(differencesIn(PLAN_DIFFERENCES, new Set(chart)).bank_fee).toBe(account);
});

it('an account that somebody chose stays, and so do the other kinds', () => {
  const chosen = { ...PLAN_DIFFERENCES, bank_fee: '627500' };
  expect(differencesIn(chosen, new Set(['627500', '627800', '666000']))).toEqual({ ...chosen, exchange: '666000' });
});
