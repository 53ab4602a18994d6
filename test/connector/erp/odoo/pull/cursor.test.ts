// What has a pull read everything again although no record changed.
import { expect, test } from 'vitest';
import { regimeOf } from '../../../../../connector/erp/odoo/pull/cursor.ts';

const REGIME = { isTold: true, onPayment: [7, 9] };

test.each([
  ['the same taxes and named accounts do not', REGIME, [12], true],
  ['taxes that begin to tell when VAT is due', { ...REGIME, isTold: false }, [12], false],
  ['a further tax on payment', { ...REGIME, onPayment: [7, 9, 11] }, [12], false],
  ['an account that somebody named for deposits', REGIME, [12, 14], false],
  ['one that is named no more', REGIME, [], false],
])('%s', (_, regime, namedBeside, isSame) => {
  expect(regimeOf({ regime, namedBeside }) === regimeOf({ regime: REGIME, namedBeside: [12] })).toBe(isSame);
});

test('what an earlier version wrote is another', () => {
  expect(regimeOf({ regime: REGIME, namedBeside: [] })).not.toBe('told 7,9');
});
