// The ERPs that the program keeps open: one a company, opened anew where what it works by is another.
import { expect, it } from 'vitest';
import { erpsOf } from '../../panel/erps.ts';
import { company } from '../db/company.ts';
import { quiet } from '../db/quiet.ts';

const ACCESS = { url: 'https://odoo.example', db: 'odoo', user: 'lettrage', key: 'k', company: '1,2' };

function kept() {
  const clock = { now: () => '2026-11-25T08:00:00.000Z', today: () => '2026-11-25' as const, wait: async () => {} };
  const erpAccess = { ...ACCESS };
  const erps = erpsOf({ erpAccess }, { clock, log: quiet, signal: new AbortController().signal });
  return { erpAccess, open: (id: string, facts = {}) => erps.open(company(id, { erp: 'odoo', ...facts })) };
}

it('is the same for a company as long as nothing changed, and another for another company', () => {
  const { open } = kept();
  expect(open('odoo-1')).toBe(open('odoo-1'));
  expect(open('odoo-2')).not.toBe(open('odoo-1'));
});

it('is opened anew with another map of accounts, and with another access', () => {
  const { open, erpAccess } = kept();
  const before = open('odoo-1');
  const named = { accounts: { 411100: 'receivable', 253000: 'advance' } };
  const after = open('odoo-1', named);
  expect([after === before, after === open('odoo-1', named)]).toEqual([false, true]);
  erpAccess.key = 'another';
  expect(open('odoo-1', named)).not.toBe(after);
});

it('is none where the books are files', () => {
  expect(kept().open('c1', { erp: 'fec' })).toBeNull();
});
