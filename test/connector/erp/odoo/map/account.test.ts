// Whether the French map of accounts is that of an Odoo's chart; numbers and types as Odoo's own charts have them.
import { expect, it } from 'vitest';
import { accountType } from '../../../../../connector/erp/odoo/dialect/account-type.ts';
import { isOfChart } from '../../../../../connector/erp/odoo/map/account.ts';
import { PLAN_COMPTABLE } from '../../../../../sync/model/company.ts';

const TYPES = { R: 'asset_receivable', P: 'liability_payable', A: 'asset_current', E: 'expense', I: 'income' } as const;

/** '411100 R': the number and the type. */
function chart(said: string) {
  return said.split(', ').map((it, id) => {
    const [code, type] = it.split(' ') as [string, keyof typeof TYPES];
    return { id, code, account_type: TYPES[type] };
  });
}

it.each([
  ['France', '411100 R, 411700 R, 416000 A, 401100 P, 404100 P, 445670 R', true],
  ['West Africa (SYSCOHADA)', '4111 R, 4161 A, 4011 P, 4191 A', true],
  ['Belgium: 411 is recoverable VAT', '400000 R, 411000 A, 416000 A, 440000 P', false],
  ['Luxembourg: 401 are customers, 411 claims on the group', '40111 R, 41111 A, 44111 P', false],
  ['Spain: 401 to 404 and 411 are suppliers', '430000 R, 401000 P, 403000 P, 404000 P, 411000 P', false],
  ['Germany (SKR03): 4110 are wages', '1410 R, 1610 P, 4110 E', false],
  ['Germany (SKR04): 4110 are sales', '1205 R, 3301 P, 4110 I', false],
  ['the generic one', '121000 R, 211000 P, 400000 I', false],
  ['none yet', '411000 A, 627000 E', true],
])('the chart of %s', (_, said, isOfIt) => {
  expect(isOfChart(chart(said), accountType, PLAN_COMPTABLE)).toBe(isOfIt);
});
