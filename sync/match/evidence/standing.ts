// Signal: what is special about the customer, the account or the payer, whatever the line says. Its value is empty.
import type { AccountRole } from '../../model/ledger.ts';
import { isPayable } from '../hypotheses/hypothesis.ts';
import { because, evidence, type Signal } from '../situation.ts';

/** Accounts whose lines are settled like invoices; on the others (doubtful, retention, bills, advances) a person decides. */
const ORDINARY: ReadonlySet<AccountRole> = new Set<AccountRole>(['receivable', 'other']);

export const standing: Signal = (guess, at) => {
  const doubts = [];
  const parties = new Set(guess.shares.map((share) => share.slot.item.partyId));
  for (const id of parties) {
    const party = at.parties.get(id);
    if (party?.shared) doubts.push(because('shared-account', { name: party.name }));
    if (id !== null && at.memory.insolvent[id] !== undefined)
      doubts.push(because('insolvent', { name: party?.name ?? '', day: at.memory.insolvent[id] }));
  }
  const odd = guess.shares.find(
    ({ slot }) => !ORDINARY.has(slot.item.role) && !(guess.extent === 'offset' && isPayable(slot)),
  );
  if (odd) doubts.push(because('special-account', { account: odd.slot.item.account }));
  if (at.reading.payer.collective === 'factor') doubts.push(because('factor-pays'));
  if (at.reading.sign < 0 && guess.shares.length > 0) doubts.push(because('money-out'));
  return evidence('', [], doubts);
};
