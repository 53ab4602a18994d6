// How much of a bank line is left to allocate where the ERP keeps a part of it in suspense.
import { expect, it } from 'vitest';
import { leftOf, saidOfPart, worthOf } from '../../../sync/job/left.ts';
import type { Proposal } from '../../../sync/model/match.ts';
import { company } from '../../db/harness.ts';

const line = (
  amountMinor: number,
  waitingMinor: number | null,
  facts: { currency?: string; booked?: string[]; waitingOwnMinor?: number } = {},
) => ({
  ...{ amountMinor, waitingMinor, waitingOwnMinor: null, currency: 'EUR', booked: [], ...facts },
});

it.each([
  ['nobody has read it there', line(1000_00, null), 1000_00],
  ['all of it waits', line(1000_00, 1000_00), 1000_00],
  ['nothing waits', line(1000_00, 0), 1000_00],
  ['a part waits', line(1000_00, 300_00), 300_00],
  ['a part of an outgoing line waits', line(-1000_00, -300_00), -300_00],
  ['more waits than it is', line(1000_00, 1200_00), 1000_00],
  ['it waits in the other direction', line(1000_00, -300_00), 1000_00],
  ['it is in another currency, of which nobody says what waits', line(1000_00, 900_00, { currency: 'USD' }), 1000_00],
  [
    'it is in another currency, and a part waits',
    line(1000_00, 270_00, { currency: 'USD', waitingOwnMinor: 300_00 }),
    300_00,
  ],
  ['it is booked', line(1000_00, 300_00, { booked: ['b'] }), 1000_00],
])('%s', (_, its, left) => {
  expect(leftOf(its, company('c', { erp: 'odoo' }))).toBe(left);
});

it('is the whole line in a ledger of files', () => {
  expect(leftOf(line(1000_00, 300_00), company('c'))).toBe(1000_00);
});

it('a part is said and never settled alone', () => {
  const proposal: Proposal = { lineId: 'L', verdict: 'auto', signature: 's', candidates: [], findings: [] };
  expect(saidOfPart(proposal, line(1000_00, 1000_00), 1000_00)).toBe(proposal);
  expect(saidOfPart(proposal, line(1000_00, 300_00), 300_00).verdict).toBe('suggest');
});

it.each([
  ['all of it waits', line(1000_00, 900_00, { currency: 'USD', waitingOwnMinor: 1000_00 }), [1000_00, 900_00]],
  ['a part waits', line(-1000_00, -270_00, { currency: 'USD', waitingOwnMinor: -300_00 }), [-300_00, -270_00]],
  ['nobody says how much of its own currency', line(1000_00, 900_00, { currency: 'USD' }), null],
  ['nothing waits', line(1000_00, 0, { currency: 'USD', waitingOwnMinor: 0 }), null],
  ['more waits than it is', line(1000_00, 990_00, { currency: 'USD', waitingOwnMinor: 1100_00 }), null],
  ['the two do not go the same way', line(1000_00, -900_00, { currency: 'USD', waitingOwnMinor: 1000_00 }), null],
  ['it is booked', line(1000_00, 900_00, { currency: 'USD', waitingOwnMinor: 1000_00, booked: ['b'] }), null],
])('a line in dollars is worth what the ERP keeps of it in suspense: %s', (_, its, worth) => {
  const found = worthOf(its, company('c', { erp: 'odoo' }));
  expect(found && [found.ownMinor, found.valueMinor]).toEqual(worth);
  expect(worthOf(its, company('c'))).toBe(null);
});
