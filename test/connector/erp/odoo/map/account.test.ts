// Whether the French map of accounts is that of an Odoo's chart; numbers and types as Odoo's own charts have them.
import { expect, it } from 'vitest';
import { accountType } from '../../../../../connector/erp/odoo/dialect/account-type.ts';
import { isOfChart, placed } from '../../../../../connector/erp/odoo/map/account.ts';
import { type Company, PLAN_COMPTABLE } from '../../../../../sync/model/company.ts';

const TYPES = { R: 'asset_receivable', P: 'liability_payable', A: 'asset_current', E: 'expense', I: 'income' } as const;

/** '411100 R': the number and the type. */
function chart(said: string) {
  return said.split(', ').map((it, id) => {
    const [code, type] = it.split(' ') as [string, keyof typeof TYPES];
    return { id, code, account_type: TYPES[type] };
  });
}

const NAMED = { 121000: 'receivable', 253000: 'advance', 580001: 'transfer' } as const;

it.each([
  ['France', '411100 R, 411700 R, 416000 A, 401100 P, 404100 P, 445670 R', true],
  ['West Africa (SYSCOHADA)', '4111 R, 4161 A, 4011 P, 4191 A', true],
  ['Belgium: 411 is recoverable VAT', '400000 R, 411000 A, 416000 A, 440000 P', false],
  ['Luxembourg: 401 are customers, 411 claims on the group', '40111 R, 41111 A, 44111 P', false],
  ['Spain: 401 to 404 and 411 are suppliers', '430000 R, 401000 P, 403000 P, 404000 P, 411000 P', false],
  ['Germany (SKR03): 4110 are wages', '1410 R, 1610 P, 4110 E', false],
  ['Germany (SKR04): 4110 are sales', '1205 R, 3301 P, 4110 I', false],
  ['the generic one', '121000 R, 211000 P, 400000 I', false],
  ['the generic one, with numbers that Odoo and a person named', '121000 R, 211000 P, 253000 R', false, NAMED],
  ['France, with numbers that Odoo named', '411100 R, 401100 P', true, { ...PLAN_COMPTABLE, ...NAMED }],
  ['none yet', '411000 A, 627000 E', true],
] as const)('the chart of %s', (_, said, isOfIt, map: Company['accounts'] = PLAN_COMPTABLE) => {
  expect(isOfChart(chart(said), accountType, map)).toBe(isOfIt);
});

/** Typed so, in a chart whose map knows neither. */
function roleOf(type: keyof typeof TYPES, name: string, map: Company['accounts'] = {}) {
  const row = { id: 1, code: '407000', name, account_type: TYPES[type] };
  return placed(row, accountType, map, new Map()).account.role;
}

it.each([
  ['R', 'Créances commerciales à un an au plus - Créances douteuses', 'doubtful'],
  ['R', 'Dubieuze debiteuren', 'doubtful'],
  ['R', 'Zweifelhafte Forderungen', 'doubtful'],
  ['R', 'Créances commerciales à un an au plus - Clients', 'receivable'],
  ['E', 'Pertes sur créances douteuses', 'other'],
  ['A', 'Réductions de valeur sur créances douteuses', 'other'],
] as const)('%s %s is %s', (type, name, role) => {
  expect(roleOf(type, name)).toBe(role);
});

it('a map that knows the number goes before the name', () => {
  expect(roleOf('R', 'Clients douteux', { '407': 'bills' })).toBe('bills');
});
