// One customer's page at a day: open items, the last two years of payments, and what follows from them.
import { behaviourOf, paidInvoices, paymentsOf } from '../customer/index.ts';
import { isOpen } from '../model/aging.ts';
import type { CustomerView, OpenClaim } from '../model/customer.ts';
import { addMonths, type Day } from '../model/day.ts';
import { sum } from '../model/money.ts';
import type { Tx } from '../port/store.ts';
import { agedItems } from './aged.ts';
import { refuse } from './desk.ts';

const MONTHS_OF_HISTORY = 24;
const CLAIMS_MAX = 100;

/** Refuses an unknown customer ('not-found'). */
export async function customerPage(tx: Tx, partyId: string, asOf: Day): Promise<CustomerView> {
  const parties = await tx.ledger.parties();
  const party = parties.find((it) => it.id === partyId);
  if (!party) refuse('not-found');
  const only = { by: 'party', key: partyId } as const;
  const items = (await agedItems(tx, { asOf, only })).filter(isOpen);
  const from = addMonths(asOf, -MONTHS_OF_HISTORY);
  const parts = (await tx.view.settledParts({ asOf, knownOn: null, from }, only)).filter((it) => it.paymentDay >= from);
  const { currency } = await tx.company.get();
  const of = (fits: (it: (typeof items)[number]) => boolean) => sum(items.filter(fits).map((it) => it.openMinor));
  const { id, name, city, country, parentId, salesperson = null, dealing = null } = party;
  const group = parties.find((it) => it.id === parentId)?.name ?? null;
  return {
    asOf,
    currency,
    party: { id, name, city, country, salesperson, group, dealing },
    items,
    openMinor: of(() => true),
    overdueMinor: of((it) => (it.daysLate ?? 0) > 0),
    creditMinor: of((it) => it.openMinor < 0),
    receivedMinor: sum(items.map((it) => it.receivedMinor)),
    paid: paidInvoices(parts),
    payments: paymentsOf(parts),
    behaviour: behaviourOf(parts),
    claims: await openClaims(tx, partyId, asOf),
  };
}

async function openClaims(tx: Tx, partyId: string, asOf: Day): Promise<OpenClaim[]> {
  const rows = await tx.view.claims(CLAIMS_MAX, partyId);
  return rows
    .filter((row) => row.state === 'open' && row.openedOn <= asOf)
    .map(({ claimId: id, kind, itemId, document, amountMinor, openedOn, note }) => {
      return { id, kind, itemId, document, amountMinor, openedOn, note };
    });
}
