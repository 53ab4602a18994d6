// How much of a bank line is left to allocate where the ERP keeps a part of it in suspense.
import { expect, it } from 'vitest';
import { leftOf, saidOfPart } from '../../../sync/job/left.ts';
import type { Proposal } from '../../../sync/model/match.ts';
import { company } from '../../db/harness.ts';

const line = (
  amountMinor: number,
  waitingMinor: number | null,
  facts: { currency?: string; booked?: string[] } = {},
) => ({
  ...{ amountMinor, waitingMinor, currency: 'EUR', booked: [], ...facts },
});

it.each([
  ['nobody has read it there', line(1000_00, null), 1000_00],
  ['all of it waits', line(1000_00, 1000_00), 1000_00],
  ['nothing waits', line(1000_00, 0), 1000_00],
  ['a part waits', line(1000_00, 300_00), 300_00],
  ['a part of an outgoing line waits', line(-1000_00, -300_00), -300_00],
  ['more waits than it is', line(1000_00, 1200_00), 1000_00],
  ['it waits in the other direction', line(1000_00, -300_00), 1000_00],
  ['it is in another currency than what waits', line(1000_00, 900_00, { currency: 'USD' }), 1000_00],
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
